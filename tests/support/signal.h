/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEST_SIGNAL_H
#define TEST_SIGNAL_H

/* Made-up audio for tests: stereo, interleaved doubles, and sources of it. */

#include "album/audio/source.h"

/* A source that gives a copy of these samples. */
AlSource *test_source_new(const double *samples, gint64 frames, int rate);

/* The same, but the read that would give frame `failing_frame` fails. */
AlSource *test_source_new_failing(const double *samples, gint64 frames, int rate,
                                  gint64 failing_frame);

/* Samples that the caller frees. */
double *test_sine(double hz, double amplitude, int rate, gint64 frames);
double *test_noise(double amplitude, guint32 seed, gint64 frames);

/* All that a source gives, `*frames` of it; asserts that it does not fail. The caller frees it. */
double *test_read_all(AlSource *source, gint64 *frames);

#endif
