/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_TRUE_PEAK_H
#define AL_TRUE_PEAK_H

/* The true-peak meter: the highest value of the signal between its samples as well as on them, of
 * stereo audio at any rate. A sink: feed it, mark where a new region (a track) begins, finish it,
 * and ask. Values are magnitudes with full scale at 1.0; silence is 0.
 *
 * It works on the grid of interpolation.h, 16 times the rate near the maxima and with a parabola
 * on top; a block that cannot hold a new maximum, by the norm given there, is left out, which does
 * not change the result. BS.1770-5 Annex 2 asks for 4 times.
 *
 * Error on tones of any phase, in dB (tests/measure/test_true_peak.c holds it to this):
 *
 *   part of the rate   to 0.1    to 0.45   to 0.467
 *   most too low       0.001     0.002     0.01
 *   most too high      0.002     0.005     0.01
 *
 * Above that the filter falls. */

#include <glib.h>

typedef struct AlTruePeak AlTruePeak;

AlTruePeak *al_true_peak_new(void);
void al_true_peak_free(AlTruePeak *meter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlTruePeak, al_true_peak_free)

/* `samples`: 2 * frames, left then right. */
void al_true_peak_feed(AlTruePeak *meter, const double *samples, gsize frames);

/* What is fed from here on belongs to the next region. A peak between the last frame of a region
 * and the first of the next counts for both. */
void al_true_peak_mark(AlTruePeak *meter);

/* Tells that the audio ended; silence follows it. Nothing may be fed or marked after. */
void al_true_peak_finish(AlTruePeak *meter);

/* The rest only after al_true_peak_finish(). Regions: the number of marks, and one. */
guint al_true_peak_regions(const AlTruePeak *meter);

/* Of one channel (0 left, 1 right) of one region. */
double al_true_peak_channel(const AlTruePeak *meter, guint region, guint channel);

/* Of both channels of a region, and of everything that was fed. */
double al_true_peak_region(const AlTruePeak *meter, guint region);
double al_true_peak_whole(const AlTruePeak *meter);

#endif
