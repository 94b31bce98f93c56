/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_TONE_FILTERING_H
#define AL_TONE_FILTERING_H

/* A track goes through its tone filter and is heard again; where it misses by more than a little it
 * goes through once more with what was missing added, and the better one is kept. */

#include "album/audio/float_store.h"
#include "album/sequence/tone_track.h"

typedef struct {
  const char *work_folder; /* for the stores */
  GCancellable *cancellable;
  gboolean linear_phase;
} AlToneFiltering;

/* Filters `*store` into a new store that takes its place; a track that is left alone keeps its own.
 * The track gets what came out. FALSE with an error where the disk is full or the user interrupted:
 * `*store` is then as it was. */
gboolean al_tone_filtering_run(const AlToneFiltering *how, AlToneTrack *track, AlFloatStore **store,
                               GError **error);

#endif
