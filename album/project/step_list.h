/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_STEP_LIST_H
#define AL_STEP_LIST_H

/* The steps of a chain as they are read from a project file, each with its place. */

#include "album/chain/step.h"
#include "album/project/diagnostics.h"

typedef struct {
  GPtrArray *steps; /* of AlStep, as chain.h takes them */
  GArray *places;   /* of AlPlace, one for each: where the step is written */
} AlStepList;

void al_step_list_init(AlStepList *list);
void al_step_list_clear(AlStepList *list);

/* Appends a step, which the list then owns. */
void al_step_list_add(AlStepList *list, AlStep *step, AlPlace place);

/* Appends copies of the steps of another list. */
void al_step_list_append(AlStepList *list, const AlStepList *other);

AlPlace al_step_list_place(const AlStepList *list, guint i);

#endif
