/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_ENCODER_H
#define AL_ENCODER_H

/* Writes a file of audio: one interface for all codecs.
 *
 * Stereo. The bytes follow from the encoding, the frames, the tags and the versions of the
 * libraries alone: no clock, no random numbers. Without tags a file holds nothing but its format
 * and the audio, and the name that its encoder leaves where the format demands one. All codecs play
 * back exactly the frames that were written: gapless, where the player reads what the format has
 * for it (MP3: the LAME frame; M4A: the edit list; Ogg: granule positions). */

#include <gio/gio.h>

#include "album/encode/encoding.h"
#include "album/encode/tags.h"

typedef struct AlEncoder AlEncoder;

/* Begins a file of `frames` frames. `tags` may be NULL, and need live no longer than this call.
 * NULL with an error: an encoding as al_encoding_check() refuses it, audio longer than the format
 * can hold, AL_ERROR_WRITE where the file cannot be made. */
AlEncoder *al_encoder_new(const char *path, const AlEncoding *encoding, gint64 frames,
                          const AlTags *tags, GError **error);

/* From now on writing and closing fail with AL_ERROR_CANCELLED where the user interrupts; NULL: no
 * more. It must live as long as the encoder. */
void al_encoder_set_cancellable(AlEncoder *encoder, GCancellable *cancellable);

/* Lossless codecs: 2 * `frames` integers from -2^(bits - 1) to 2^(bits - 1) - 1, left then right.
 * They come back from the file as they are. FALSE with AL_ERROR_WRITE. */
gboolean al_encoder_write_integers(AlEncoder *encoder, const gint32 *samples, gsize frames,
                                   GError **error);

/* Lossy codecs: 2 * `frames` samples, full scale 1.0. Values beyond it are encoded as they are. */
gboolean al_encoder_write(AlEncoder *encoder, const double *samples, gsize frames, GError **error);

/* Completes the file, after exactly as many frames as were announced. FALSE with AL_ERROR_WRITE;
 * the encoder is of no more use either way but to be freed. */
gboolean al_encoder_close(AlEncoder *encoder, GError **error);

/* A file that was not completed is removed. */
void al_encoder_free(AlEncoder *encoder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlEncoder, al_encoder_free)

#endif
