/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_MARKERS_H
#define AL_MARKERS_H

/* Faults as labels for an audio editor. */

#include "album/check/mix_faults.h"

typedef struct {
  double seconds, length_seconds; /* a length of 0 is a point */
  char *text;
} AlMarker;

/* An empty array of AlMarker that frees its texts. */
GArray *al_markers_new(void);

/* Appends a marker for each spot that has a time of each check that crosses a limit: "Q01 clipping,
 * left". The times, in the file of the mix, move by `offset_seconds`; `prefix` ("track 3") stands
 * before the texts (NULL: nothing). */
void al_markers_add(GArray *markers, const AlMixFaults *faults, const AlCheckSettings *settings,
                    double offset_seconds, const char *prefix);

/* Sorts by time and writes them: a table of markers and regions of REAPER (Region/Marker Manager,
 * import) where the path ends in .csv, else a label track of Audacity (File, Import, Labels):
 *
 *   62.500000 <tab> 62.510000 <tab> Q18 dropouts
 *
 * What was in the file is replaced when all is written. FALSE with an error. */
gboolean al_markers_write(GArray *markers, const char *path, GError **error);

#endif
