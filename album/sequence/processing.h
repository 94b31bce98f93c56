/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_PROCESSING_H
#define AL_PROCESSING_H

/* Processing: what makes a track of a mix. The mix at the working rate goes through the track's
 * chain and is kept in a float store, so that it is done once however often the track is played. */

#include "album/audio/float_store.h"
#include "album/chain/chain_make_up.h"
#include "album/sequence/chain_observer.h"

typedef struct {
  GPtrArray *steps;        /* of AlStep; they are not changed */
  AlOpener mix;            /* the mix at the working rate */
  const char *work_folder; /* for the store */
  const char *dump_folder; /* for the audio after each step; NULL: none */
  GCancellable *cancellable;
} AlProcessing;

/* Whether a chain of these steps leaves all audio as it is. */
gboolean al_processing_is_idle(const GPtrArray *steps);

/* Does it. `done` gets what each step did, GArray of AlStepDone. NULL with an error where the mix
 * cannot be read, a step cannot be made, or the disk is full. */
AlFloatStore *al_processing_run(const AlProcessing *processing, GArray **done, GError **error);

/* The audio that al_processing_run() would keep, as a source that owns all it reads from. NULL with
 * an error as there. */
AlSource *al_processing_open(const AlProcessing *processing, GError **error);

/* Whether the chain can be made at all: FALSE with an error that names the step. */
gboolean al_processing_check(const AlProcessing *processing, GError **error);

#endif
