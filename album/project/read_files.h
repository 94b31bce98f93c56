/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_READ_FILES_H
#define AL_READ_FILES_H

/* How the program becomes files, in whatever kind of deliverable: formats, rate, names. */

#include "album/project/schema.h"

/* Rows in a table for struct `type`, whose member `files` is AlFileSettings. The detail of
 * al_read_formats() is a sentence of what is expected and the codecs that may be, AlCodecs. */
#define AL_FILES_ROW(type, name, reader, member_)                        \
  {                                                                      \
    .key = name, .read = reader, .offset = offsetof(type, files.member_) \
  }
#define AL_FORMAT_ROWS(type, codecs)                                                    \
  {.key = "format",                                                                     \
   .read = al_read_formats,                                                             \
   .offset = offsetof(type, files.formats),                                             \
   .detail = codecs},                                                                   \
  {                                                                                     \
    .key = "formats", .read = al_read_formats, .offset = offsetof(type, files.formats), \
    .detail = codecs                                                                    \
  }
#define AL_NAME_ROWS(type)                                                           \
  {.key = "names", .read = al_read_names, .offset = offsetof(type, files)},          \
  {                                                                                  \
    .key = "characters", .read = al_read_characters, .offset = offsetof(type, files) \
  }

/* The codecs that a list of formats may name. */
typedef struct {
  guint mask; /* bit n: the codec n */
  const char *expected;
} AlCodecs;

/* GArray of AlFormat: one as text, or a list. */
void al_read_formats(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                     gpointer member);

/* Whether a GArray of AlFormat has this one; rates do not count. */
gboolean al_has_format(const GArray *formats, const AlEncoding *encoding);

/* int: a rate for masters, or 0 for `source`. */
void al_read_file_rate(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                       gpointer member);

/* gboolean: `full` or `none`. */
void al_read_metadata(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                      gpointer member);

/* Each fills an AlFileSettings. */
void al_read_names(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                   gpointer member);
void al_read_characters(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                        gpointer member);

/* GArray of AlReceiverName: a list of texts. */
void al_read_receivers(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                       gpointer member);

/* Tells what of the settings of a deliverable does not go together. */
void al_check_files(AlReader *reader, const AlYamlNode *settings);

/* No formats but this one (as al_encoding_parse() reads it), the working rate, metadata, names with
 * number and title. */
void al_file_settings_init(AlFileSettings *files, const char *format, AlCharacters characters,
                           AlPlace place);
void al_file_settings_clear(AlFileSettings *files);

#endif
