/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_CHAIN_H
#define AL_CHAIN_H

/* A chain: steps in the order written, as one source.
 *
 * Every step makes up for its own delay, so the chain gives as many frames as its input, frame n of
 * frame n. A step that would do nothing has no stage; a chain of such steps gives the bits of its
 * input. A chain starts from silence: tracks do not know of each other. */

#include "album/audio/source.h"
#include "album/chain/step.h"

/* Hears the audio at the places of a chain: place 0 is the input, place i what step i (from 1) made
 * of it. A step that is left out is not heard. FALSE with an error ends the chain's stream. */
typedef struct {
  gboolean (*hear)(gpointer data, guint place, const double *block, gsize frames, GError **error);
  gpointer data;
} AlTap;

typedef struct AlChain AlChain;

/* `steps` (of AlStep) are not needed after this; `input` is not owned; `tap` may be NULL. NULL with
 * an error where a step cannot be made, which it names by number and kind. */
AlChain *al_chain_new(const GPtrArray *steps, AlSource *input, const AlTap *tap, GError **error);

/* Also frees its source. */
void al_chain_free(AlChain *chain);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlChain, al_chain_free)

/* What comes out; the chain owns it. */
AlSource *al_chain_source(AlChain *chain);

guint al_chain_steps(const AlChain *chain);

/* What step i (from 0) is, and what it did to the audio read so far. */
const AlStepKind *al_chain_kind(const AlChain *chain, guint i);
AlStepReport al_chain_report(const AlChain *chain, guint i);

#endif
