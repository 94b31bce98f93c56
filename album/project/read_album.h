/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_READ_ALBUM_H
#define AL_READ_ALBUM_H

/* The section `album`: texts and codes of the release. */

#include "album/project/schema.h"

/* AlAlbum. */
void al_read_album(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                   gpointer member);

void al_album_init(AlAlbum *album);
void al_album_clear(AlAlbum *album);

#endif
