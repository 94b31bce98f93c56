/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_READ_TEXTS_H
#define AL_READ_TEXTS_H

/* The texts that CD-TEXT holds, of the album and of tracks, and their translations. */

#include "album/project/schema.h"

/* Rows for all texts but the title, in a table for struct `type`, whose member `texts` is RbTexts.
 */
#define AL_TEXT_ROW(type, name, number)                                              \
  {                                                                                  \
    .key = name, .read = al_read_text, .offset = offsetof(type, texts.field[number]) \
  }
#define AL_TEXT_ROWS(type)                                 \
  AL_TEXT_ROW(type, "performer", RB_TEXT_PERFORMER),       \
      AL_TEXT_ROW(type, "songwriter", RB_TEXT_SONGWRITER), \
      AL_TEXT_ROW(type, "composer", RB_TEXT_COMPOSER),     \
      AL_TEXT_ROW(type, "arranger", RB_TEXT_ARRANGER),     \
      AL_TEXT_ROW(type, "message", RB_TEXT_MESSAGE)

/* char *: a text that a block of CD-TEXT in the reader's language can hold. */
void al_read_text(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                  gpointer member);

/* char *: ISO 639-1 of a language that CD-TEXT knows, written so or in English. */
void al_read_language(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                      gpointer member);

/* GArray of AlTranslation: a mapping from languages to texts. */
void al_read_translations(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                          gpointer member);

/* A new array that frees what is in it. */
GArray *al_translations_new(void);

#endif
