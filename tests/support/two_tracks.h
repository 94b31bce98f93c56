/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEST_TWO_TRACKS_H
#define TEST_TWO_TRACKS_H

/* A project of two tracks and nothing else, for tests that lay them out themselves. */

#include "album/project/project.h"

typedef struct {
  AlProject project;
  AlTrack tracks[2];
} TestTwoTracks;

/* `gap_seconds`: before each of them. The struct must not be moved afterwards. */
void test_two_tracks_init(TestTwoTracks *two, double gap_seconds);
void test_two_tracks_clear(TestTwoTracks *two);

#endif
