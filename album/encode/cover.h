/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_COVER_H
#define AL_COVER_H

/* The cover of an album: a picture file as it is, checked by decoding it.
 *
 * JPEG and PNG, since these are what every container of audio and every player takes. The bytes go
 * into the files unchanged. */

#include <glib.h>

/* A FLAC PICTURE block holds 16 MiB with everything in it, so this goes everywhere. */
#define AL_COVER_MAX_BYTES (15 * 1024 * 1024)
#define AL_COVER_MAX_PIXELS 10000 /* of width and of height */

typedef struct {
  GBytes *bytes;
  const char *mime; /* "image/jpeg" or "image/png" */
  int width;        /* pixels */
  int height;
  int depth;   /* bits per pixel */
  int colours; /* of the palette; 0: there is none */
} AlCover;

/* NULL with AL_ERROR_PROJECT that names the file and says what is wrong with it: it cannot be read,
 * is larger than the limits above, is neither JPEG nor PNG, or is damaged. */
AlCover *al_cover_load(const char *path, GError **error);

/* Many files share one cover, on any threads. */
AlCover *al_cover_ref(AlCover *cover);
void al_cover_unref(AlCover *cover);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlCover, al_cover_unref)

#endif
