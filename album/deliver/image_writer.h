/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_IMAGE_WRITER_H
#define AL_IMAGE_WRITER_H

/* Writes the samples of a disc into one file: raw sectors, as IMAGE.DAT and BIN hold them, or WAV.
 */

#include <glib.h>

typedef enum {
  AL_IMAGE_FORM_RAW, /* 16 bit, little-endian, left then right, no header */
  AL_IMAGE_FORM_WAV, /* format tag 1, nothing behind the audio */
} AlImageForm;

typedef struct AlImageWriter AlImageWriter;

/* `skip_frames` at the start are left out: a file that begins behind the pause. */
AlImageWriter *al_image_writer_new(const char *path, AlImageForm form, gint64 skip_frames,
                                   GError **error);

/* Appends frames, left then right. */
gboolean al_image_writer_write(AlImageWriter *writer, const gint16 *samples, gsize frames,
                               GError **error);

/* Completes the file; the writer can only be freed after it. */
gboolean al_image_writer_finish(AlImageWriter *writer, GError **error);

void al_image_writer_free(AlImageWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlImageWriter, al_image_writer_free)

#endif
