/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_CHAIN_OBSERVER_H
#define AL_CHAIN_OBSERVER_H

/* Watches a chain at work: what each step did to the loudness and the tone of a track, and if asked
 * for the audio after each step as a file. A tap of a chain (process/chain.h). */

#include "album/chain/chain.h"
#include "album/measure/balance.h"
#include "album/measure/loudness.h"

/* What one step did to one track. */
typedef struct {
  const AlStepKind *kind;
  AlStepReport report;
  double loudness_change_lu;                  /* AL_LOUDNESS_NONE where there is none */
  double balance_change_db[AL_BALANCE_PARTS]; /* beyond the change in loudness; likewise */
} AlStepDone;

typedef struct AlChainObserver AlChainObserver;

/* For a chain of `steps` (of AlStep) at `rate`. `dump_folder`, where not NULL, gets a file for the
 * input and one for each step, as 32-bit float WAV; it is made. NULL with an error if it cannot. */
AlChainObserver *al_chain_observer_new(const GPtrArray *steps, int rate, const char *dump_folder,
                                       GError **error);
void al_chain_observer_free(AlChainObserver *observer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlChainObserver, al_chain_observer_free)

/* What the chain is to be given. */
AlTap al_chain_observer_tap(AlChainObserver *observer);

/* After the chain was read to its end: completes the files and tells what each step did, as GArray
 * of AlStepDone. NULL with an error where a file could not be completed. */
GArray *al_chain_observer_finish(AlChainObserver *observer, const AlChain *chain, GError **error);

#endif
