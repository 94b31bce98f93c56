/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_FFMPEG_H
#define AL_FFMPEG_H

/* The ffmpeg program, for what no library of ours does: writing and reading M4A.
 *
 * It is found on PATH, and is called with paths and numbers only: never with a text of the user's.
 */

#include <gio/gio.h>

/* FALSE with AL_ERROR_WRITE where the program is not there, or does not have this encoder. A
 * program that has said once that it has an encoder is not started again to say so. From any
 * thread. */
gboolean al_ffmpeg_check_encoder(const char *encoder, GError **error);

/* Runs it to its end with these arguments (NULL behind the last), before which stand those that
 * keep it quiet and let it overwrite. Its standard input is the file `input_path`; NULL: none.
 * FALSE with AL_ERROR_CANCELLED where `cancellable` (or NULL) stopped it: then it is dead and
 * buried; or with an error of G_IO_ERROR, or of G_SPAWN_ERROR where it is not there, that says what
 * it said. What it has written by then is there for the caller to remove. */
gboolean al_ffmpeg_run(const char *const *arguments, const char *input_path,
                       GCancellable *cancellable, GError **error);

/* "file:PATH", which is a file whatever the path looks like. */
char *al_ffmpeg_file(const char *path);

#endif
