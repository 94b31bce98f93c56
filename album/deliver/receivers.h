/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_RECEIVERS_H
#define AL_RECEIVERS_H

/* Those who take files for streaming, and what they want of them: the data of receivers.yaml, which
 * explains every key. Nothing about a receiver stands in code. receiver_check.h holds files against
 * it. */

#include "album/project/schema.h"

/* Whose limits count for all. */
#define AL_RECEIVER_ANY "any"

/* What its files must be; 0 and empty arrays: anything. */
typedef struct {
  guint codecs;  /* bit n: AlCodec n */
  GArray *rates; /* of int */
  guint bits;    /* bit 16 and bit 24 */
  gboolean no_metadata;
  gboolean plain_names;
  double most_megabytes;
} AlReceiverFiles;

/* What its audio must be. */
typedef struct {
  double shortest_seconds;     /* of a track; 0: any */
  double most_silence_seconds; /* at its head, at its tail; HUGE_VAL: any */
  double highest_dbfs;         /* of samples; HUGE_VAL: any */
} AlReceiverAudio;

typedef struct {
  char *name;
  AlReceiverFiles files;
  AlReceiverAudio audio;
  char *date;
  int evidence; /* AlEvidence */
  char *source;
} AlReceiver;

/* Reads a file of receivers, `name` for messages. A list of AlReceiver; NULL with an error that
 * shows all that is wrong, each with its place. */
GPtrArray *al_receivers_parse(const char *name, const char *text, gsize length, GError **error);

/* Those that the program comes with. */
GPtrArray *al_receivers_shipped(void);

/* By name; NULL where there is none of it. */
const AlReceiver *al_receivers_find(const GPtrArray *receivers, const char *name);

#endif
