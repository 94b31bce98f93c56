/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_HALF_BAND_H
#define AL_HALF_BAND_H

/* One doubling of the rate, up or down: a linear-phase filter whose taps h[0] = 1/2, h[+-2],
 * h[+-4],
 * ... = 0, so that
 *
 *   up    y[2n] = x[n]                        y[2n+1] = sum c[k] (x[n-k] + x[n+1+k])
 *   down  y[n]  = x[2n] / 2 + sum c[k] / 2 (x[2n-1-2k] + x[2n+1+2k]),    k = 0 .. taps - 1
 *
 * both `taps` frames of the low rate late. */

#include <glib.h>

typedef struct AlHalfBand AlHalfBand;

/* Passes up to `edge` (of the low rate, < 0.5) and stops from 1 - edge on; Kaiser's window for
 * `stop_db` (> 50). For blocks of `low_frames` (a multiple of 4) stereo frames at the low rate. */
AlHalfBand *al_half_band_new(double edge, double stop_db, gsize low_frames);

/* How many frames of the low rate each direction is late. */
gsize al_half_band_delay_frames(const AlHalfBand *half);

/* From `low` (low_frames) to `high` (2 low_frames). An instance goes one way only. */
void al_half_band_up(AlHalfBand *half, const double *low, double *high);
void al_half_band_down(AlHalfBand *half, const double *high, double *low);

void al_half_band_free(AlHalfBand *half);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlHalfBand, al_half_band_free)

#endif
