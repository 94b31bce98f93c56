/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_SOURCE_H
#define AL_SOURCE_H

/* A source of audio: what every stage of the signal path is, pulled by the one after it.
 *
 * The audio is stereo, interleaved, in doubles with full scale at 1.0; a source has one rate and a
 * length known from the start. The rules, which a test holds every source to:
 *   - read() fills the whole block, except at the end, where it gives what is left, and then 0;
 *   - frame n out belongs to frame n in: a stage with a delay makes up for it itself;
 *   - what comes out does not depend on the block sizes asked for;
 *   - a failure ends the stream: read() gives -1 and an error once, after that -1 without one;
 *   - a source does not own what it reads from, and reads it from its present place to its end. */

#include <glib.h>

/* Frames in a block where nothing else decides: one call's worth, small enough for the cache. */
#define AL_BLOCK_FRAMES 4096

typedef struct AlSource AlSource;

typedef struct {
  /* Up to `frames` (> 0) frames into `block` (2 * frames doubles); how many, or -1 with an error.
   */
  gssize (*read)(AlSource *source, double *block, gsize frames, GError **error);
  void (*free)(AlSource *source);
} AlSourceClass;

/* The first member of the struct of every source. */
struct AlSource {
  const AlSourceClass *class;
  int rate;      /* frames per second */
  gint64 frames; /* how many read() gives in all */
  gboolean failed;
};

/* Reads a block, holding the source to the first and the fourth rule above. */
gssize al_source_read(AlSource *source, double *block, gsize frames, GError **error);

/* Reads and throws away; FALSE with an error if the source fails or ends first. */
gboolean al_source_skip(AlSource *source, gint64 frames, GError **error);

void al_source_free(AlSource *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlSource, al_source_free)

#endif
