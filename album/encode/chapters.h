/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_CHAPTERS_H
#define AL_CHAPTERS_H

/* The tracks of a file that holds several, as the chapters that players show: MP3, M4A and the
 * comments of Vorbis have them, in milliseconds.
 *
 *   |..pause..|#### track 1 ####|..pause..|#### track 2 ####|
 *             |chapter 1                  |chapter 2         |
 *
 * A chapter begins with its track, behind the pause, and ends where the next begins. Times round
 * down, so that nothing of an attack is lost. */

#include "album/encode/encoder_class.h"

typedef struct {
  guint32 start_ms, end_ms;
  const char *title; /* of the tags, which own it */
} AlChapter;

/* GArray of AlChapter; empty where the tags have no tracks, or there are no tags. */
GArray *al_chapters_new(const AlEncoderJob *job);

#endif
