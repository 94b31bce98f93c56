/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_RECORDS_H
#define AL_RECORDS_H

/* What fits on a side, and how loud: the data of records.yaml, which explains every key. */

#include "album/project/schema.h"

typedef struct {
  double level_db; /* against a reference cut */
  double seconds;  /* up to which a side can have it */
} AlRecordLevel;

typedef struct {
  AlRecordForm form;
  int speed; /* 33 or 45; 0: a cassette */
  double ideal_seconds;
  double longest_seconds;
  double head_seconds; /* of silence, with which the file of a side begins */
  GArray *levels;      /* of AlRecordLevel, by rising length; empty: length does not matter to it */
  char *date;
  int evidence; /* AlEvidence */
  char *source;
} AlRecord;

/* Reads a file of records, `name` for messages. A list of AlRecord; NULL with an error that shows
 * all that is wrong, each with its place. */
GPtrArray *al_records_parse(const char *name, const char *text, gsize length, GError **error);

/* Those that the program comes with: one for each form and speed. */
GPtrArray *al_records_shipped(void);

/* NULL where there is none. */
const AlRecord *al_records_find(const GPtrArray *records, AlRecordForm form, int speed);

/* The level that a side of this length can have; of what is longer than all, that of the longest.
 * FALSE where the record has no levels. */
gboolean al_record_level(const AlRecord *record, double seconds, double *level_db);

#endif
