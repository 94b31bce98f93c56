/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_MEAN_SPECTRUM_H
#define AL_MEAN_SPECTRUM_H

/* The mean spectrum of a mix, of its middle and its side, and what it tells: a band that ends like
 * a wall, and how wide the bass is. A sink.
 *
 * Hann-windowed spectra of some 0.19 s, one after the other; those below -60 dBFS do not count. */

#include <glib.h>

typedef struct AlMeanSpectrum AlMeanSpectrum;

AlMeanSpectrum *al_mean_spectrum_new(int rate);
void al_mean_spectrum_free(AlMeanSpectrum *spectrum);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlMeanSpectrum, al_mean_spectrum_free)

void al_mean_spectrum_feed(AlMeanSpectrum *spectrum, const double *samples, gsize frames);

typedef struct {
  double hz;
  double fall_db; /* within 1 kHz; 0: there is no wall */
} AlWall;

/* The steepest place between two frequencies at which the spectrum falls and stays down:
 *
 *   ~~~~~~~~\         the mean of 500 Hz in front of 1 kHz
 *            |  1 kHz
 *             \_____  the highest 500 Hz behind, to the end of the band
 */
AlWall al_mean_spectrum_wall(const AlMeanSpectrum *spectrum, double from_hz, double to_hz);

/* dB of the side beside the middle below a frequency; NAN where neither has anything there. */
double al_mean_spectrum_side_db(const AlMeanSpectrum *spectrum, double below_hz);

#endif
