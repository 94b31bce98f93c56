/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_READ_CHAIN_H
#define AL_READ_CHAIN_H

/* Chains: lists of steps and of names of chains, `chain: [warm, {eq: [...]}, dc]`. A name stands
 * for the steps of that chain in the section `chains`, in any order there. */

#include "album/project/schema.h"

/* The section `chains`: fills the AlNamedChains of the reader; has no member. */
void al_read_named_chains(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                          gpointer member);

/* AlStepList: appends the steps of a chain. */
void al_read_chain(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                   gpointer member);

/* The chains that have a name. */
AlNamedChains *al_named_chains_new(void);
void al_named_chains_free(AlNamedChains *named);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlNamedChains, al_named_chains_free)

#endif
