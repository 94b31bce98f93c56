/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEST_SOUND_FILE_H
#define TEST_SOUND_FILE_H

/* Sound files for tests, in a folder that goes away with them. */

#include <glib.h>

/* A new folder; test_folder_remove() removes it with all that is in it. */
char *test_folder_new(void);
void test_folder_remove(char *folder);

/* Writes interleaved samples in a format of libsndfile (SF_FORMAT_...). Doubles do not become
 * integers exactly; integers of 32 bits do, of which a format takes the upper ones. */
void test_sound_file_write(const char *path, int format, int rate, int channels,
                           const double *samples, gint64 frames);

void test_sound_file_write_integers(const char *path, int format, int rate, int channels,
                                    const int *samples, gint64 frames);

/* Removes `bytes` bytes from the end of a file. */
void test_file_cut(const char *path, gsize bytes);

#endif
