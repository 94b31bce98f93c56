/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_READ_SETTING_H
#define AL_READ_SETTING_H

/* The settings of a step, by the tables of parameters in process/step.h. */

#include "album/chain/step.h"
#include "album/project/schema.h"

/* A parameter and the struct that its setting is in. */
typedef struct {
  const AlParameter *parameter;
  gpointer settings;
  gboolean meant; /* it was written, rightly, wrongly or misspelt */
} AlSetting;

/* An array of AlSetting to which all parameters of a table were added. */
GArray *al_settings_new(void);
void al_settings_add(GArray *settings, const AlParameter *table, gpointer base);
void al_settings_add_one(GArray *settings, const AlParameter *parameter, gpointer base);

/* Reads one setting: one of the parameter's words, or a quantity in its unit and range. */
void al_read_setting(AlReader *reader, const AlYamlNode *value, AlSetting *setting);

/* Reads a mapping from parameters to values. `what` names it for messages; `other` is a key that
 * is right too, and read elsewhere (NULL: none). */
void al_read_settings(AlReader *reader, const AlYamlNode *map, const char *what, const char *other,
                      GArray *settings);

/* Tells of required settings that were not meant by anything written at `place`. */
void al_require_settings(AlReader *reader, AlPlace place, const GArray *settings);

#endif
