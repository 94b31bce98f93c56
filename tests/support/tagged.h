/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEST_TAGGED_H
#define TEST_TAGGED_H

/* Short files of audio with tags, for tests. */

#include <glib.h>

/* Writes some frames in a format of libsndfile (SF_FORMAT_...; 0: FLAC, 16 bit). Of FLAC `comments`
 * are Vorbis comments ("TITLE=Fog", NULL-terminated; NULL: none); else they must be none. */
void test_tagged_write(const char *path, int format, const char *const *comments);

#endif
