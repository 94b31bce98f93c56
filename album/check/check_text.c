/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/check/check_text.h"

#include <math.h>

#define TIMES AL_FIGURE_TIMES
#define WHOLE AL_FIGURE_WHOLE
#define TENTHS AL_FIGURE_TENTHS
#define PRECISE AL_FIGURE_PRECISE

const AlCheckText al_check_texts[AL_CHECKS] = {
    [AL_CHECK_CLIPPING] = {TIMES, "Samples stand still at full scale ", "",
                           "The peaks were cut off there, which crackles and cannot be undone.",
                           "Please ask for the mix again with its peaks at -3 dBFS or below."},
    [AL_CHECK_FLAT_TOPS] = {TIMES, "Peaks are flat on top ", ", below full scale",
                            "They were clipped before the level was turned down: turning down does "
                            "not bring them back.",
                            "Please ask for the mix without the clipper or limiter on its master "
                            "bus."},
    [AL_CHECK_TRUE_PEAK] =
        {TENTHS, "The true peak is ", " dBTP",
         "Little or nothing is left for converters and encoders, and for work on "
         "the mix.",
         "A mix with its peaks between -6 and -3 dBFS has room; if a limiter "
         "made it so loud, please ask for it without."},
    [AL_CHECK_DYNAMICS] = {TENTHS, "The true peak is only ", " LU above the loudness",
                           "The mix is pressed already, and mastering can make it no livelier.",
                           "Please ask whether there is a version without limiting on the master "
                           "bus."},
    [AL_CHECK_DC] = {PRECISE, "There is a DC offset of ", " % of full scale",
                     "It costs headroom and makes clicks where the mix is cut.",
                     "A high-pass filter at 5 Hz at the export takes it away; so does a step dc "
                     "in the chain."},
    [AL_CHECK_DEAD_CHANNEL] = {TENTHS, "A channel is silent: it has ", " dBFS",
                               "Half of the record would be missing.",
                               "Please ask for the export again; a muted or unrouted bus is the "
                               "usual reason."},
    [AL_CHECK_DUAL_MONO] = {TENTHS, "Both channels hold the same: they differ by ", " dB",
                            "The mix is mono in a stereo file.",
                            "Please ask whether that is meant; an export with its pan law or bus "
                            "on mono looks the same."},
    [AL_CHECK_IMBALANCE] = {TENTHS, "One channel is louder than the other by ", " dB",
                            "The middle of the record leans to one side.",
                            "Please ask whether that is meant, and for the pan and levels of the "
                            "master bus to be looked at."},
    [AL_CHECK_CORRELATION] = {PRECISE, "The correlation of the channels is ", "",
                              "They work against each other: in mono, and from one loudspeaker, "
                              "much of the mix is lost; at -1 one channel is inverted.",
                              "Please ask for the polarity of the channels and the stereo wideners "
                              "to be looked at."},
    [AL_CHECK_PHASE] = {TIMES, "The channels work against each other for a second ", "",
                        "What is heard there is weak in mono and hard to cut into vinyl.",
                        "Please ask for the polarity and the wideners of what plays there to be "
                        "looked at."},
    [AL_CHECK_MONO_LOSS] = {TENTHS, "In mono the mix loses ", " LU",
                            "On telephones, in shops and on the radio it is that much quieter, and "
                            "something is missing.",
                            "Please ask for the wideners and doubled tracks to be heard in mono."},
    [AL_CHECK_LOW_SIDE] =
        {TENTHS, "Below 150 Hz the side is at ", " dB beside the middle",
         "Bass that wide makes the groove of a vinyl record jump, and is weak in "
         "mono.",
         "Please ask for the bass in the middle; a step width with mono-below does "
         "it here."},
    [AL_CHECK_HEAD] = {TENTHS, "Before the first sound there are ", " s of silence",
                       "The track would start late.",
                       "Nothing needs to be asked for if it is only silence: start: in the project "
                       "takes it away."},
    [AL_CHECK_CUT_START] = {TENTHS, "The mix starts with a step to ", " dBFS",
                            "It begins inside of a sound: a click, or a lost attack.",
                            "Please ask for the mix with half a second before its first sound; "
                            "fade-in: 5 ms hides the click."},
    [AL_CHECK_TAIL] = {TENTHS, "Behind the last sound there are ", " s of silence",
                       "The gap to the next track gets that much longer.",
                       "Nothing needs to be asked for if it is only silence: end: in the project "
                       "takes it away."},
    [AL_CHECK_CUT_END] = {TENTHS, "The mix ends at ", " dBFS",
                          "The last sound, or its reverberation, is cut off.",
                          "Please ask for the mix with its whole tail; fade-out: hides the cut."},
    [AL_CHECK_SILENCE] = {TENTHS, "Inside of the mix there are up to ", " s of silence",
                          "Listeners take the track to be over, and some shops refuse it.",
                          "Please ask whether that is meant, or whether something was muted."},
    [AL_CHECK_DROPOUTS] = {TIMES, "The sound drops out for a moment ", "",
                           "That is a hole in the music, as a computer leaves that could not keep "
                           "up.",
                           "Please ask for the export again, offline and not in real time."},
    [AL_CHECK_CLICKS] = {TIMES, "Something clicks ", "",
                         "An impulse does not belong to the music around it: an edit without a "
                         "crossfade, a digital error, a mouth noise.",
                         "Please listen to it, and ask for the edit there to be looked at."},
    [AL_CHECK_NOISE] =
        {TENTHS, "In the quietest stretches there is steady noise of ", " dBFS",
         "It comes up with the level in mastering, and stands out at the edges of the "
         "track.",
         "Please ask whether it is meant (tape, an amplifier), and else for quieter "
         "sources or mutes."},
    [AL_CHECK_HUM] = {TENTHS, "In the quietest stretches the mains hum at ", " dBFS",
                      "It is heard in the gaps, and comes up with the level in mastering.",
                      "Please ask which source brings it in: a guitar, an earth loop, an unused "
                      "input."},
    [AL_CHECK_BIT_DEPTH] =
        {WHOLE, "Only ", " bits of each sample are in use",
         "The file has been through fewer bits than it says, and its quiet end is "
         "lost.",
         "Please ask for an export with 24 bits or float, straight from the "
         "session."},
    [AL_CHECK_UPSAMPLED] = {TENTHS, "The spectrum falls by ", " dB within 1 kHz",
                            "The mix was made at a lower sample rate and converted.",
                            "Please ask for it at the rate of the session: one conversion less."},
    [AL_CHECK_LOSSY] = {TENTHS, "The spectrum falls by ", " dB within 1 kHz",
                        "What an encoder such as MP3 or AAC took away does not come back, and "
                        "mastering brings out what it left.",
                        "Please ask for the mix itself, never encoded, as WAV, AIFF or FLAC."},
    [AL_CHECK_RATES] = {WHOLE, "The mixes have ", " different sample rates",
                        "All are converted to one, which is sound; but one of them may have been "
                        "exported by mistake.",
                        "Please ask whether the odd one has the rate of its session."},
};

char *
al_check_text_figure(AlFigureForm form, double figure)
{
  if (form == AL_FIGURE_TIMES && figure == 1)
    return g_strdup("once");
  if (form == AL_FIGURE_TIMES)
    return g_strdup_printf("%.0f times", figure);
  if (isinf(figure))
    return g_strdup(figure < 0 ? "minus infinity" : "infinity");
  return g_strdup_printf(form == AL_FIGURE_WHOLE     ? "%.0f"
                         : form == AL_FIGURE_PRECISE ? "%.2f"
                                                     : "%.1f",
                         figure);
}
