/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_READ_DELIVER_H
#define AL_READ_DELIVER_H

/* The section `deliver`: a mapping from the names of deliverables to their settings. */

#include "album/project/schema.h"

/* GPtrArray of AlDeliverable. */
void al_read_deliver(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                     gpointer member);

/* Whether a project, not yet read, has a CD among its deliverables; TRUE where that cannot be said.
 */
gboolean al_deliver_has_disc(const AlYamlNode *root);

/* For g_ptr_array_new_with_free_func(). */
void al_deliverable_free(gpointer deliverable);

#endif
