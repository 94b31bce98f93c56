/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEST_TAKES_H
#define TEST_TAKES_H

/* Takes: files that hold the same music, shifted, louder or damaged, for comparing. */

#include <glib.h>

/* A change of the music before it is written. `frames` of it are there, of 16 bits in doubles. */
typedef struct {
  gint64 frames;    /* of the file */
  gint64 later;     /* frames of silence before the music, < 0: as many of it are cut off */
  double gain;      /* linear; 0: 1 */
  gint64 bad_frame; /* of the file, in which a sample is one step off; 0: none */
  int format;       /* of libsndfile; 0: WAV, 16 bit */
  int rate;         /* 0: 44100 */
} TestTake;

/* Writes one; the music is always the same. */
void test_take_write(const char *path, const TestTake *take);

#endif
