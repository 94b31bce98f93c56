/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_PREDICTION_H
#define AL_PREDICTION_H

/* Linear prediction of samples from those before them. */

#include <glib.h>

#define AL_PREDICTION_ORDER 32

/* The window of al_prediction_residual(): Hann's, for free(). */
double *al_prediction_window(gsize count);

/* Works out the predictor that fits `count` samples of one channel best, under the window, and
 * writes into residual[n], from AL_PREDICTION_ORDER on, what it could not predict of sample n; 0
 * before. `scratch` has room for `count`. */
void al_prediction_residual(const double *samples, const double *window, gsize count,
                            double *scratch, double *residual);

#endif
