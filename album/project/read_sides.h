/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_READ_SIDES_H
#define AL_READ_SIDES_H

/* The sides of records and cassettes. The section `tracks` is read before. */

#include "album/project/schema.h"

/* Rows in a table for struct `type`, whose member `sides` is AlSideSettings. */
#define AL_SIDES_ROW(type, name, reader, member_)                        \
  {                                                                      \
    .key = name, .read = reader, .offset = offsetof(type, sides.member_) \
  }
#define AL_SIDES_ROWS(type)                                                        \
  AL_SIDES_ROW(type, "sides", al_read_sides, sides),                               \
      AL_SIDES_ROW(type, "mono-below", al_read_mono_below, shaping.mono_below_hz), \
      AL_SIDES_ROW(type, "high-pass", al_read_high_pass, shaping.high_pass_hz),    \
      AL_SIDES_ROW(type, "low-pass", al_read_low_pass, shaping.low_pass_hz)

/* GArray of AlSideTracks: lists of the numbers of tracks, all of them in their order. */
void al_read_sides(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                   gpointer member);

/* double, in Hz. */
void al_read_mono_below(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                        gpointer member);
void al_read_high_pass(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                       gpointer member);
void al_read_low_pass(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                      gpointer member);

/* AlRecordForm: 7 in, 10 in, 12 in or cassette. */
void al_read_record_form(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                         gpointer member);

/* AlRecordForm, without cassettes. */
void al_read_record_size(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                         gpointer member);

/* int: 33 or 45. */
void al_read_record_speed(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                          gpointer member);

/* "12 in", "cassette": as project files name it. */
const char *al_record_form_name(AlRecordForm form);

void al_side_settings_init(AlSideSettings *sides, AlRecordForm form, int speed);
void al_side_settings_clear(AlSideSettings *sides);

#endif
