/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_FLOAT_STORE_H
#define AL_FLOAT_STORE_H

/* A processed track, kept on disk while a render needs it: 32-bit float, so that it takes half the
 * room of doubles, keeps the bits of 16- and 24-bit audio, and errs otherwise by less than -150 dB
 * of each sample.
 *
 * The file has no name: it is gone when the store is freed, however the program ends. Several
 * sources, on several threads, may read one store. */

#include <gio/gio.h>

#include "album/audio/source.h"

typedef struct AlFloatStore AlFloatStore;

/* Reads `source` to its end into a file in `folder`. NULL with the source's error, with
 * AL_ERROR_WRITE where the disk is full or the folder cannot be written to, or AL_ERROR_CANCELLED.
 */
AlFloatStore *al_float_store_new(AlSource *source, const char *folder, GCancellable *cancellable,
                                 GError **error);

/* After all sources that were opened on it. */
void al_float_store_free(AlFloatStore *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlFloatStore, al_float_store_free)

gint64 al_float_store_frames(const AlFloatStore *store);

/* The audio from `first_frame` (0 to the store's frames) to the end. */
AlSource *al_float_store_open(const AlFloatStore *store, gint64 first_frame);

/* `frames` frames from `first_frame` on, which the store has. */
AlSource *al_float_store_open_part(const AlFloatStore *store, gint64 first_frame, gint64 frames);

#endif
