/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_PROGRAMS_H
#define AL_PROGRAMS_H

/* The finished programs of a render, each made once, however many deliverables are cut from it. */

#include "album/audio/float_store.h"
#include "album/deliver/finished.h"

typedef struct {
  AlFinish finish;        /* its level is the one below */
  AlDeliveredLevel level; /* a copy, as whoever wants a program may go on to another level */
  AlFinished *finished;
  AlFloatStore *store; /* its samples: integers of `finish.bits` divided by full scale, exactly;
                          NULL of what was only taken */
} AlProgram;

AlPrograms *al_programs_new(void);
void al_programs_free(AlPrograms *programs);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlPrograms, al_programs_free)

/* The program that is finished like this, in the programs of `rendering`, which own it; made on
 * first use. NULL with an error. */
const AlProgram *al_programs_get(const AlRendering *rendering, const AlFinish *finish,
                                 GError **error);

/* Hands the samples of such a program to `taker`: those that are there, or as they are made, and
 * then they are not kept. NULL with an error; what became of them is owned by the programs. */
const AlFinished *al_programs_take(const AlRendering *rendering, const AlFinish *finish,
                                   const AlTaker *taker, GError **error);

/* Forgets all programs of this level, which nobody uses any more. */
void al_programs_forget(AlPrograms *programs, const AlDeliveredLevel *level);

/* How many bytes one will take on the disk. */
guint64 al_program_bytes(const AlTimeline *timeline, int rate);

/* And all that are wanted, `finishes` (of AlFinish): what is finished alike is there once. */
guint64 al_programs_bytes(const AlTimeline *timeline, const GArray *finishes);

#endif
