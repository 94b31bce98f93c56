/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_PROGRAMS_H
#define AL_PROGRAMS_H

/* The finished programs of a render, each made once, however many deliverables are cut from it. */

#include "album/audio/float_store.h"
#include "album/deliver/finished.h"

typedef struct {
  AlFinish finish;
  AlFinished *finished;
  AlFloatStore *store; /* its samples: integers of `finish.bits` divided by full scale, exactly */
} AlProgram;

AlPrograms *al_programs_new(void);
void al_programs_free(AlPrograms *programs);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlPrograms, al_programs_free)

/* The program that is finished like this, in the programs of `rendering`, which own it; made on
 * first use. NULL with an error. */
const AlProgram *al_programs_get(const AlRendering *rendering, const AlFinish *finish,
                                 GError **error);

/* How many bytes it will take on the disk. */
guint64 al_programs_bytes(const AlTimeline *timeline, int rate);

#endif
