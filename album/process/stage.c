/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/stage.h"

static gssize
stage_read(AlSource *source, double *block, gsize frames, GError **error)
{
  AlStage *stage = (AlStage *)source;
  gssize got = al_source_read(stage->input, block, frames, error);
  gsize left = got > 0 ? (gsize)got : 0;

  while (left > 0) {
    gsize piece = MIN(left, (gsize)(AL_STAGE_PIECE - stage->place % AL_STAGE_PIECE));

    stage->class->work(stage, block, piece);
    stage->place += (gint64)piece;
    block += 2 * piece;
    left -= piece;
    if (stage->place % AL_STAGE_PIECE == 0 && stage->class->settle != NULL)
      stage->class->settle(stage);
  }
  return got;
}

static void
stage_free(AlSource *source)
{
  AlStage *stage = (AlStage *)source;

  if (stage->class->clear != NULL)
    stage->class->clear(stage);
  g_free(stage);
}

void
al_stage_init(AlStage *stage, const AlStageClass *class, AlSource *input)
{
  static const AlSourceClass source_class = {stage_read, stage_free};

  stage->source = (AlSource){.class = &source_class, .rate = input->rate, .frames = input->frames};
  stage->class = class;
  stage->input = input;
}
