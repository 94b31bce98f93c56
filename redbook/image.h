/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_IMAGE_H
#define RB_IMAGE_H

/* The audio of a disc, as sectors, from whatever files hold it: a DDP image, a BIN, one WAV, or
 * many files of a sheet. Read-only; nothing is read before it is asked for. */

#include <glib.h>

#include "redbook/sector.h"

typedef struct RbImage RbImage;

/* How a file holds audio. */
typedef enum {
  RB_AUDIO_RAW_LITTLE_ENDIAN, /* 16 bit, left then right, no header: IMAGE.DAT, CUE's BINARY */
  RB_AUDIO_RAW_BIG_ENDIAN,    /* CUE's MOTOROLA, raw files of cdrdao */
  RB_AUDIO_SOUND_FILE,        /* what libsndfile reads; must be 44.1 kHz, 16 bit, stereo */
} RbAudioForm;

RbImage *rb_image_new(void);
void rb_image_free(RbImage *image);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RbImage, rb_image_free)

/* Appends `frames` frames of a file from `first_frame` on (frames < 0: to its end). FALSE with an
 * error where the file is not there, has another format, or is shorter. */
gboolean rb_image_add_file(RbImage *image, const char *path, RbAudioForm form, gint64 first_frame,
                           gint64 frames, GError **error);

/* Appends digital silence. */
void rb_image_add_silence(RbImage *image, gint64 frames);

/* Frames from the first sector of the disc (00:00:00) to the last. */
gint64 rb_image_frames(const RbImage *image);

/* What an image holds from some frame on, as far as it is one stretch of one file. */
typedef struct {
  const char *path; /* owned by the image; NULL: digital silence */
  RbAudioForm form;
  gint64 first_frame; /* of the file */
  gint64 frames;
} RbImagePiece;

/* FALSE where the image has ended before `frame`. */
gboolean rb_image_piece(const RbImage *image, gint64 frame, RbImagePiece *piece);

/* Reads `frames` frames from `first_frame` on into `samples` (2 * frames, left then right); past
 * the end it gives zeros. FALSE with an error where a file cannot be read. */
gboolean rb_image_read(RbImage *image, gint64 first_frame, gint16 *samples, gsize frames,
                       GError **error);

#endif
