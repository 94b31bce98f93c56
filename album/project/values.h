/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_VALUES_H
#define AL_VALUES_H

/* Readers of single values, for the tables of schema.h. Each names the type of the member that it
 * fills, and what the row's `detail` is. Text that is replaced is freed. */

#include "album/project/quantity.h"
#include "album/project/schema.h"

/* char *: any text that is not empty and has no control characters. */
void al_value_text(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                   gpointer member);

/* char *: as above, in ASCII. */
void al_value_ascii(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                    gpointer member);

/* char *: a day, a month or a year of the calendar: 2026-11-20, 2026-11, 2026. */
void al_value_date(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                   gpointer member);

/* char *: the path of a file that is there, from the working directory. */
void al_value_file(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                   gpointer member);

/* A word and the value that stands for it. */
typedef struct {
  const char *word; /* NULL ends a list of them */
  int value;
} AlChoice;

/* int-sized enum; `detail` is a list of AlChoice. */
void al_value_choice(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                     gpointer member);

/* int-sized flags, the sum of a list of words, each once; `detail` is a list of AlChoice. */
void al_value_choices(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                      gpointer member);

/* int-sized flags: yes sets and no clears the bits that `detail` (an AlChoice) names. */
void al_value_flag(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                   gpointer member);

/* What a quantity may be, in its unit; the texts are for messages. */
typedef struct {
  double smallest, largest;
  const char *too_small, *too_large;
} AlRange;

/* AlDuration; `detail` is an AlRange, NULL: any. */
void al_value_duration(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                       gpointer member);

/* What the readers are made of, for readers of other shapes. Each tells what is wrong. */

/* The value of a word in a list of AlChoice. */
gboolean al_value_find_choice(AlReader *reader, const AlYamlNode *value, const AlChoice *choices,
                              int *chosen);

/* A number with its unit, inside `range` (NULL: any). */
gboolean al_value_quantity(AlReader *reader, const AlYamlNode *value, AlQuantity quantity,
                           const AlRange *range, double *number);

/* The number of a track, from 1: digits alone. Whether there is such a track is not seen here. */
gboolean al_value_track_number(AlReader *reader, const AlYamlNode *value, guint *number);

/* Whether a block of CD-TEXT in this charset can hold the text. */
gboolean al_value_fits(AlReader *reader, const AlYamlNode *value, RbCharset charset);

/* Whether it is text that is not empty and has no control characters. */
gboolean al_value_is_text(AlReader *reader, const AlYamlNode *value);

#endif
