/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEST_AUDIO_H
#define TEST_AUDIO_H

/* Audio for tests: sources out of arrays, signals, and the measuring of tones. Blocks are stereo,
 * interleaved. */

#include "album/audio/source.h"

/* A source that gives the frames of an array, which it does not own. */
AlSource *test_array_source_new(const double *block, gsize frames, int rate);

/* All that a source gives, read `block_frames` at a time; it must be source->frames long and not
 * fail. To be freed with g_free(). */
double *test_read_all(AlSource *source, gsize block_frames);

/* Silence, to be freed with g_free(). */
double *test_silence(gsize frames);

/* Adds a sine to both channels, beginning at a phase in radians. */
void test_add_tone(double *block, gsize frames, double amplitude, double hz, double phase,
                   int rate);

/* Adds white noise, even between -amplitude and amplitude, each channel its own. */
void test_add_noise(double *block, gsize frames, double amplitude, guint32 seed);

/* The amplitude of a tone in one channel (0, 1), through a Blackman-Harris window (side lobes at
 * -92 dB) over all `frames`. */
double test_tone_amplitude(const double *block, gsize frames, guint channel, double hz, int rate);

/* The root of the mean square of one channel. */
double test_rms(const double *block, gsize frames, guint channel);

#endif
