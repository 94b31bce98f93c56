/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_SERVICE_VERDICT_H
#define AL_SERVICE_VERDICT_H

/* What a streaming service would do with a record: by how much it would play it louder or quieter.
 * It says what happens, not whether that is good. */

#include "album/deliver/services.h"

/* What a service measures of a track, or of the album. Not finite: there is no value. */
typedef struct {
  double integrated_lufs;
  double true_peak_dbtp;
} AlServiceMeasured;

typedef struct {
  const AlService *service; /* not owned */
  guint tracks;
  double *gains_db;          /* of each track; -HUGE_VAL for one that has no loudness */
  gboolean stopped_by_peaks; /* some gain is smaller than the reference asks for */
} AlServiceVerdict;

/* A list of AlServiceVerdict, one for each of `services` (from al_services_parse(), which must live
 * as long), of an album of `count` (at least one) tracks. */
GPtrArray *al_services_judge(const GPtrArray *services, const AlServiceMeasured *album,
                             const AlServiceMeasured *tracks, guint count);

/* "Spotify (Normal): plays the album 3.2 dB quieter (published, 2026)"; the caller frees it. */
char *al_service_verdict_text(const AlServiceVerdict *verdict);

/* "Spotify (Normal)", and "plays the album 3.2 dB quieter", each alone, for tables. */
char *al_service_verdict_name(const AlServiceVerdict *verdict);
char *al_service_verdict_action(const AlServiceVerdict *verdict);

#endif
