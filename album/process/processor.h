/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_PROCESSOR_H
#define AL_PROCESSOR_H

/* What every processor here is built on: it turns "process a block in place, with a delay" into a
 * source that keeps the rules of album/audio/source.h.
 *
 *   input    | block 0  | block 1  | block 2..0|0000000000|     whole blocks, zeros after the end
 *   process  |....block 0 .. block 1 .. block 2 ..|             comes out D frames late
 *   output        |0123...                        |             the first D frames are dropped
 *
 * The process function is always called with whole blocks from the start of the stream, so what it
 * does cannot depend on what the reader asks for. */

#include "album/audio/source.h"

/* Frames in a block where a processor has no reason for another size. */
#define AL_PROCESSOR_FRAMES 512

typedef struct AlProcessor AlProcessor;

typedef struct {
  /* Processes block_frames frames in place. */
  void (*process)(AlProcessor *processor, double *block);
  /* Frees what the processor owns beside its AlProcessor, and itself. */
  void (*free)(AlProcessor *processor);
} AlProcessorClass;

/* The first member of the struct of a processor. */
struct AlProcessor {
  AlSource source;
  const AlProcessorClass *class;
  AlSource *input; /* not owned */
  gsize block_frames;
  gsize used_frames;   /* of `block`, dropped or given out */
  gsize drop_frames;   /* still to be dropped */
  gint64 taken_frames; /* read from the input */
  gint64 given_frames; /* given out */
  gint64 end_frames;   /* where the input ends, as far as is known */
  double *block;
};

/* Makes it a source that reads from `input`, `block_frames` at a time (0: AL_PROCESSOR_FRAMES), and
 * drops the first `delay_frames` frames of what comes out. It ends where the input ends. */
void al_processor_init(AlProcessor *processor, const AlProcessorClass *class, AlSource *input,
                       gsize block_frames, gsize delay_frames);

#endif
