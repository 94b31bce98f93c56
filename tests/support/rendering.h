/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEST_RENDERING_H
#define TEST_RENDERING_H

/* A render at work, for tests of what is made from it: an album of two tracks, a sine of 997 Hz at
 * -20 dBFS and noise, 2 s each at 44.1 kHz with 2 s between them, processed and staged. */

#include "album/deliver/delivered.h"
#include "album/deliver/programs.h"

#define TEST_RENDERING_RATE 44100

typedef struct {
  char *folder;
  AlProject *project;
  AlMixes *mixes;
  AlTimeline *timeline;
  AlStaging *staging;
  AlMatcher *matcher;
  AlPrograms *programs;
  GCancellable *cancellable;
  AlJob job;
  AlRendering rendering; /* of all these */
} TestRendering;

/* `rest` is what follows the tracks in the project file. */
void test_rendering_init(TestRendering *test, const char *rest);
void test_rendering_clear(TestRendering *test);

#endif
