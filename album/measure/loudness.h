/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_LOUDNESS_H
#define AL_LOUDNESS_H

/* The loudness meter: ITU-R BS.1770-5 and EBU Tech 3341 and 3342, on libebur128. A sink: feed it,
 * finish it, and ask. Rates from 8 to 384 kHz, one to five channels.
 *
 *   integrated   gated at -70 LUFS and -10 LU, blocks of 400 ms every 100 ms
 *   momentary    400 ms, taken every 10 ms (Tech 3341 case 13 fails at 100 ms)
 *   short-term   3 s, its maximum taken every 10 ms, its series every 100 ms
 *   range        Tech 3342 on that series: gates -70 LUFS and -20 LU, 10th to 95th percentile. For
 *                whole files: 1.5 s of silence stand behind the end, as 3342 asks
 *
 * libebur128 weights the audio and says the energy of every 10 ms, from which the rest comes
 * (loudness_steps.h); its own gating would add up each 400 ms anew, sample by sample. Before the
 * first frame there is silence, so even a file shorter than 400 ms has a momentary maximum; it has
 * no integrated value, whose blocks must be whole.
 *
 * A mono file is measured as it will sound: from two speakers, that is 3 LU above what one channel
 * alone has (EBUR128_DUAL_MONO).
 *
 * A value that does not exist (silence, or all of it below the gate) is AL_LOUDNESS_NONE, which is
 * below every loudness, and never NaN. That goes for ranges and differences as well. */

#include "album/measure/loudness_steps.h"

#define AL_LOUDNESS_MAX_CHANNELS 5
#define AL_LOUDNESS_MIN_RATE 8000
#define AL_LOUDNESS_MAX_RATE 384000

/* What a channel is: its weight follows from that (surround: +1.5 dB). */
typedef enum {
  AL_CHANNEL_LEFT,
  AL_CHANNEL_RIGHT,
  AL_CHANNEL_CENTRE,
  AL_CHANNEL_LEFT_SURROUND,
  AL_CHANNEL_RIGHT_SURROUND,
  AL_CHANNEL_MONO, /* the only channel of a mono file */
} AlChannel;

typedef struct AlLoudness AlLoudness;

/* A meter of `channels` channels (1 to AL_LOUDNESS_MAX_CHANNELS) in the order of `map`. */
AlLoudness *al_loudness_new(int rate, const AlChannel *map, guint channels);
AlLoudness *al_loudness_new_stereo(int rate);
void al_loudness_free(AlLoudness *meter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlLoudness, al_loudness_free)

/* `samples`: frames times channels, interleaved. */
void al_loudness_feed(AlLoudness *meter, const double *samples, gsize frames);

/* Tells that the audio ended. Nothing may be fed after; of what follows, al_loudness_momentary()
 * and al_loudness_short_term() may be asked before it too. */
void al_loudness_finish(AlLoudness *meter);

/* LUFS of the last 400 ms and 3 s, at the last whole 10 ms. */
double al_loudness_momentary(const AlLoudness *meter);
double al_loudness_short_term(const AlLoudness *meter);

/* LUFS. */
double al_loudness_integrated(const AlLoudness *meter);
double al_loudness_max_momentary(const AlLoudness *meter);
double al_loudness_max_short_term(const AlLoudness *meter);

/* LU. */
double al_loudness_range(const AlLoudness *meter);

/* LUFS of the loud sections: the 95th percentile of the gated short-term series. */
double al_loudness_loud_sections(const AlLoudness *meter);

/* The short-term loudness, in LUFS, of every window of 3 s that ends at a multiple of 100 ms, from
 * 3 s on to the end of the audio; the meter owns it. */
const double *al_loudness_series(const AlLoudness *meter, gsize *count);

/* The energies of the whole steps of 10 ms that were fed; the meter owns them. */
AlLoudnessSteps al_loudness_steps(const AlLoudness *meter);

/* Of several files as one album: gated together, not the mean of the files. */
double al_loudness_album_integrated(AlLoudness *const *meters, gsize count);
double al_loudness_album_range(AlLoudness *const *meters, gsize count);
double al_loudness_album_loud_sections(AlLoudness *const *meters, gsize count);

#endif
