/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEST_TONE_H
#define TEST_TONE_H

/* Building signals out of tones and noise, and measuring what became of them. Interleaved stereo;
 * channels are 0 and 1. */

#include <glib.h>

/* Adds a sine to both channels, beginning at a phase in radians. */
void signal_add_tone(double *samples, gsize frames, double amplitude, double hz, double phase,
                     int rate);

/* Adds white noise, even between -amplitude and amplitude, each channel its own. */
void signal_add_noise(double *samples, gsize frames, double amplitude, guint32 seed);

/* The amplitude of a tone, through a window with side lobes at -92 dB over all `frames`. */
double signal_tone_amplitude(const double *samples, gsize frames, guint channel, double hz,
                             int rate);

/* The root of the mean square. */
double signal_rms(const double *samples, gsize frames, guint channel);

#endif
