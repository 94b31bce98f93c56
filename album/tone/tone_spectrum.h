/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_TONE_SPECTRUM_H
#define AL_TONE_SPECTRUM_H

/* The long-term spectrum of a track, as its tone is heard: a sink.
 *
 * Welch's method (IEEE Trans. AU-15, 1967): Hann-windowed blocks of a third of a second that
 * overlap by half, their power averaged. Quiet passages do not vote: blocks are gated by their
 * K-weighted loudness as in BS.1770, at -70 LUFS and 10 LU below the mean of what is left. Level is
 * not tone: the levels are relative to the K-weighted power.
 *
 *   block   0        |########|
 *           1            |########|
 *           2                |########|       each leaves a row of powers, mid and side
 *                    <-> half a block */

#include "album/audio/source.h"
#include "album/tone/tone_bands.h"

/* What of a stereo signal: both channels together, (L + R) / 2, (L - R) / 2. */
typedef enum {
  AL_TONE_STEREO,
  AL_TONE_MID,
  AL_TONE_SIDE,
  AL_TONE_LANES,
} AlToneLane;

typedef struct {
  double level_db[AL_TONE_LANES][AL_TONE_BANDS]; /* each lane's loudness is 0 */
  double loudness_db[AL_TONE_LANES];             /* of the lane as it came, K-weighted and gated */
  double whole_db[AL_TONE_LANES][AL_TONE_BANDS]; /* power of all that is above -70 LUFS, not gated
                                                    further, and not relative to anything */
  double heard_seconds;                          /* that passed the gates; 0: silence */
} AlToneSpectrum;

typedef struct AlToneAnalyser AlToneAnalyser;

AlToneAnalyser *al_tone_analyser_new(int rate);
void al_tone_analyser_free(AlToneAnalyser *analyser);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlToneAnalyser, al_tone_analyser_free)

/* 2 * frames samples, interleaved. */
void al_tone_analyser_feed(AlToneAnalyser *analyser, const double *samples, gsize frames);

/* After the last frame. */
void al_tone_analyser_finish(AlToneAnalyser *analyser, AlToneSpectrum *spectrum);

/* Reads a source to its end. FALSE with its error. */
gboolean al_tone_spectrum_of(AlSource *source, AlToneSpectrum *spectrum, GError **error);

#endif
