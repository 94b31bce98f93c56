/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_SERVICES_H
#define AL_SERVICES_H

/* The streaming services and what they do with loudness: the data of services.yaml, which explains
 * every key. Nothing about a service stands in code. service_verdict.h says what they would do with
 * a record. */

#include <math.h>

#include "album/project/schema.h"

/* A reference that a service does not have, a peak that nobody advises. */
#define AL_SERVICE_NONE (-HUGE_VAL)

typedef enum {
  AL_SERVICE_BY_ALBUM,
  AL_SERVICE_BY_LOUDEST_TRACK,
  AL_SERVICE_BY_TRACK,
} AlServiceBy;

typedef enum {
  AL_SERVICE_DOES_NOTHING,
  AL_SERVICE_DOES_DOWN,
  AL_SERVICE_DOES_UP_TO_PEAKS,
  AL_SERVICE_DOES_UP_LIMITED,
} AlServiceDoes;

typedef enum {
  AL_EVIDENCE_PUBLISHED, /* by the service */
  AL_EVIDENCE_MEASURED,  /* by others */
  AL_EVIDENCE_INDUSTRY_CITED,
} AlEvidence;

typedef struct {
  char *name;
  char *mode;            /* NULL: it has only one */
  double reference_lufs; /* or AL_SERVICE_NONE, as the next two */
  double headroom_dbtp;
  double peak_advice_dbtp;
  AlServiceBy by;
  AlServiceDoes does;
  char *date; /* 2023, 2023-10 or 2023-10-31 */
  AlEvidence evidence;
  char *source;
  char *note; /* NULL: none */
} AlService;

/* Reads a file of services, `name` for messages. A list of AlService; NULL with an error that shows
 * all that is wrong, each with its place. */
GPtrArray *al_services_parse(const char *name, const char *text, gsize length, GError **error);

/* Those that the program comes with. */
GPtrArray *al_services_shipped(void);

/* AlEvidence, for tables of schema.h. */
void al_read_evidence(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                      gpointer member);

/* "published", "measured", "industry-cited". */
const char *al_evidence_name(AlEvidence evidence);

#endif
