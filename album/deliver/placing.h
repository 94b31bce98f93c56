/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_PLACING_H
#define AL_PLACING_H

/* The end of a render: what was staged gets its manifest, its label copy and its SHA256SUMS, and
 * takes the place of the old masters. */

#include "album/deliver/rendering.h"

typedef struct {
  const AlRendering *rendering;
  const GPtrArray *delivered; /* of AlDelivered */
  const char *place;
  gboolean some; /* not all deliverables of the project were to be made: those of others stay */
} AlPlacing;

/* `staging` is that of the rendering. A deliverable that failed keeps its old files. FALSE with an
 * error where a sheet cannot be written, the user has interrupted, or nothing can be moved; the
 * place is then as it was. */
gboolean al_placing_run(const AlPlacing *placing, AlStaging *staging, GError **error);

#endif
