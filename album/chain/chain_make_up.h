/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_CHAIN_MAKE_UP_H
#define AL_CHAIN_MAKE_UP_H

/* The make-up of steps that ask for "auto": found by measuring, before the chain is used. */

#include "album/chain/make_up.h"
#include "album/chain/step.h"

/* Opens the audio that the chain works on, from its start; called several times. What it gives is
 * freed with al_source_free(). NULL with an error where it cannot. */
typedef struct {
  AlSource *(*open)(gpointer data, GError **error);
  gpointer data;
} AlOpener;

/* Puts a figure in the place of every AL_AUTO of a make-up, from the first step to the last, since
 * what a step gets depends on those before it: as much as its own output (at a mix of 100 %) is
 * softer than its input, in integrated loudness. Each such step costs two runs of the chain up to
 * it. FALSE with an error where audio cannot be read or a step not be made. */
gboolean al_chain_find_make_up(GPtrArray *steps, const AlOpener *opener, AlLoudnessFunc measure,
                               GError **error);

#endif
