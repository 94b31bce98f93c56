/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_AUDIO_FILES_H
#define AL_AUDIO_FILES_H

/* The files of audio in a folder. */

#include <glib.h>

/* Whether a name ends as those of files that mix.h reads do: .wav, .flac, .aiff, ... */
gboolean al_audio_files_named(const char *name);

/* The names (char *, without the folder) of the files in `folder` that are named so, in natural
 * order (natural_order.h); hidden ones and folders are left out. Empty where there is none. NULL
 * with AL_ERROR_AUDIO where the folder cannot be read. */
GPtrArray *al_audio_files_list(const char *folder, GError **error);

#endif
