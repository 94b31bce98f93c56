/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_DISC_EXCERPT_H
#define AL_DISC_EXCERPT_H

/* Where the audio of a stretch of a disc lies on disk. */

#include "redbook/image.h"

/* Frames of a sound file. */
typedef struct {
  const char *path; /* owned by the image */
  gint64 first_frame, end_frame;
} AlDiscExcerpt;

/* The frames of one sound file that are the frames `first_frame` up to `end_frame` of the image.
 * The file may end within the last sector if silence follows, as it does where files were cut
 * without regard to sectors, and `pause_follows`. FALSE where there are no such frames: raw files,
 * silence, several files. */
gboolean al_disc_excerpt_find(const RbImage *image, gint64 first_frame, gint64 end_frame,
                              gboolean pause_follows, AlDiscExcerpt *excerpt);

/* Whether these frames of the image are digital silence. FALSE with an error where they cannot be
 * read. */
gboolean al_disc_excerpt_is_silent(RbImage *image, gint64 first_frame, gint64 end_frame,
                                   gboolean *silent, GError **error);

#endif
