/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEST_STREAM_H
#define TEST_STREAM_H

/* Audio in memory for tests: sources of it, readers into it, and signals. Interleaved stereo. */

#include "album/audio/source.h"

/* A source of `frames` frames of `samples`, which are not copied and must live as long. */
AlSource *stream_new(const double *samples, gint64 frames, int rate);

/* All of a source, in blocks of `block_frames`; asserts that it gives exactly source->frames. The
 * caller frees it with g_free(). */
double *stream_read_all(AlSource *source, gsize block_frames);

/* Signals of `frames` frames, to be freed with g_free(). */
double *signal_silence(gsize frames);
double *signal_impulse(gsize frames, gsize at); /* 1.0 on both channels */
double *signal_sine(gsize frames, int rate, double hz, double amplitude);
double *signal_noise(gsize frames, guint32 seed, double amplitude); /* uniform, L and R differ */
double *signal_music(gsize frames, int rate, guint32 seed); /* decaying chords, noise, pans */

/* Amplitude of a sine of `hz` in one channel (0, 1) between two frames, by correlation with a Hann
 * window. */
double signal_amplitude(const double *samples, gsize from, gsize to, guint channel,
                        double hz_per_rate);

/* The complex gain at a frequency of the impulse response in one channel, of an impulse that stood
 * at frame `at`. */
void signal_response(const double *samples, gsize frames, guint channel, gsize at,
                     double hz_per_rate, double *real, double *imaginary);

#endif
