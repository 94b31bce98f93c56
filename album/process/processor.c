/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/processor.h"

#include <string.h>

static gboolean
fill_block(AlProcessor *processor, GError **error)
{
  gssize got = al_source_read(processor->input, processor->block, processor->block_frames, error);

  if (got < 0)
    return FALSE;
  processor->taken_frames += got;
  if ((gsize)got < processor->block_frames)
    processor->end_frames = MIN(processor->end_frames, processor->taken_frames);
  memset(processor->block + 2 * got, 0,
         2 * sizeof(double) * (processor->block_frames - (gsize)got));
  processor->class->process(processor, processor->block);
  processor->used_frames = MIN(processor->drop_frames, processor->block_frames);
  processor->drop_frames -= processor->used_frames;
  return TRUE;
}

static gssize
processor_read(AlSource *source, double *block, gsize frames, GError **error)
{
  AlProcessor *processor = (AlProcessor *)source;
  gsize count;

  if (processor->given_frames == processor->end_frames)
    return 0;
  while (processor->used_frames == processor->block_frames)
    if (!fill_block(processor, error))
      return -1;
  count = MIN(frames, processor->block_frames - processor->used_frames);
  count = (gsize)MIN((gint64)count, processor->end_frames - processor->given_frames);
  memcpy(block, processor->block + 2 * processor->used_frames, 2 * sizeof(double) * count);
  processor->used_frames += count;
  processor->given_frames += (gint64)count;
  return (gssize)count;
}

static void
processor_free(AlSource *source)
{
  AlProcessor *processor = (AlProcessor *)source;

  g_clear_pointer(&processor->block, g_free);
  processor->class->free(processor);
}

static const AlSourceClass processor_class = {processor_read, processor_free};

void
al_processor_init(AlProcessor *processor, const AlProcessorClass *class, AlSource *input,
                  gsize block_frames, gsize delay_frames)
{
  if (block_frames == 0)
    block_frames = AL_PROCESSOR_FRAMES;
  *processor = (AlProcessor){
      .source = {.class = &processor_class, .rate = input->rate, .frames = input->frames},
      .class = class,
      .input = input,
      .block_frames = block_frames,
      .drop_frames = delay_frames,
      .end_frames = input->frames,
      .used_frames = block_frames,
      .block = g_new0(double, 2 * block_frames),
  };
}
