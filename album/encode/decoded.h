/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_DECODED_H
#define AL_DECODED_H

/* An encoded file as a source: what a player makes of it.
 *
 * Float precision, nothing clipped, exactly the frames that went into the encoder. libsndfile
 * decodes all but M4A, which the ffmpeg program decodes into a file beside it, PATH.wav, that is
 * gone again when the source is there: through a pipe, both programs together would spend more, on
 * waking each other for every packet. Of M4A only what al_encoder_new() makes is read, whose length
 * is known to the frame (m4a_length.h). */

#include <gio/gio.h>

#include "album/audio/source.h"

/* `cancellable` (or NULL) stops what it takes to open it. NULL with AL_ERROR_AUDIO or
 * AL_ERROR_CANCELLED. */
AlSource *al_decoded_open(const char *path, GCancellable *cancellable, GError **error);

#endif
