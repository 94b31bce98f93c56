/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_READ_TRACK_H
#define AL_READ_TRACK_H

/* The section `tracks`: a list, in the order of the album. */

#include "album/project/schema.h"

/* GPtrArray of AlTrack. What concerns several tracks is checked too: codes that stand twice, what
 * only the first may have or may not have. */
void al_read_tracks(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                    gpointer member);

/* For g_ptr_array_new_with_free_func(). */
void al_track_free(gpointer track);

#endif
