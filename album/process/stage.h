/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_STAGE_H
#define AL_STAGE_H

/* A source that works on the audio of another one in place: the base of every processor without a
 * delay. The processor's struct begins with an AlStage, is made with g_new0() and then is a source;
 * al_source_free() frees it. */

#include "album/audio/source.h"

/* The work is cut where the place in the stream is a multiple of this, whatever sizes are read. So
 * what is done "now and then" falls on the same frames always. */
#define AL_STAGE_PIECE 256

typedef struct AlStage AlStage;

typedef struct {
  /* Changes up to AL_STAGE_PIECE interleaved frames. */
  void (*work)(AlStage *stage, double *block, gsize frames);
  /* Called at each multiple of AL_STAGE_PIECE: the place to flush tiny filter states. NULL: none.
   */
  void (*settle)(AlStage *stage);
  /* Frees what the struct holds, not the struct. NULL: it holds nothing. */
  void (*clear)(AlStage *stage);
} AlStageClass;

struct AlStage {
  AlSource source;
  const AlStageClass *class;
  AlSource *input;
  gint64 place; /* frames done */
};

/* `input` is not owned. */
void al_stage_init(AlStage *stage, const AlStageClass *class, AlSource *input);

#endif
