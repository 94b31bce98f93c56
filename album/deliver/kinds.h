/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_KINDS_H
#define AL_KINDS_H

/* What the kinds of deliverables have in common, as a table. */

#include "album/deliver/delivered.h"
#include "redbook/finding.h"

typedef struct {
  /* Lays it out before anything is written. What makes it impossible goes to the project's
   * diagnostics, what breaks a rule of its receivers to the findings. */
  void (*plan)(const AlRendering *rendering, AlDelivered *delivered, RbFindings *findings);

  /* How many bytes its files will take, at the most. */
  guint64 (*bytes)(const AlRendering *rendering, const AlDelivered *delivered);

  /* Writes its files into the staging folder and proves them; fills `delivered`. */
  gboolean (*make)(const AlRendering *rendering, AlDelivered *delivered, RbFindings *findings,
                   GError **error);
} AlKindOperations;

const AlKindOperations *al_kind_operations(AlKind kind);

#endif
