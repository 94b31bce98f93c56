/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_READ_MASTER_H
#define AL_READ_MASTER_H

/* The section `master`: what holds for the whole program. */

#include "album/project/schema.h"

/* AlMaster. */
void al_read_master(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                    gpointer member);

/* int: a rate at which a sector is a whole number of frames. */
void al_read_rate(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                  gpointer member);

#endif
