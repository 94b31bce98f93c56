/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_READ_CODECS_H
#define AL_READ_CODECS_H

/* Which lossy codecs are tried on a deliverable of whatever kind: `codecs` and `codec-safe`. */

#include "album/project/schema.h"

/* Rows in a table for struct `type`, whose member `codecs` is AlCodecSettings. */
#define AL_CODECS_ROWS(type)                                                          \
  {.key = "codecs", .read = al_read_codecs, .offset = offsetof(type, codecs)},        \
  {                                                                                   \
    .key = "codec-safe", .read = al_read_codec_safe, .offset = offsetof(type, codecs) \
  }

/* Each fills an AlCodecSettings. */
void al_read_codecs(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                    gpointer member);
void al_read_codec_safe(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                        gpointer member);

/* When all of the settings of a deliverable is read: what is to be safe without a word of codecs is
 * to be so for its own lossy formats. Tells where there is no ceiling to be lowered, or no codec.
 */
void al_check_codecs(AlReader *reader, const AlYamlNode *settings, AlDeliverable *deliverable);

/* No codecs. */
void al_codec_settings_init(AlCodecSettings *codecs);
void al_codec_settings_clear(AlCodecSettings *codecs);

#endif
