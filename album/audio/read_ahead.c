/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/audio/read_ahead.h"

#include <string.h>

/* Enough to even out a block that takes longer, and no more than half a megabyte. */
#define RING_BLOCKS 8

/* Who waits, for a block or for room, is woken when there are just so many: to wake a thread takes
 * longer than to hand over a block, and so does to try where none waits. */
#define HANDED_OVER_BLOCKS (RING_BLOCKS / 2)

typedef struct {
  double samples[2 * AL_BLOCK_FRAMES];
  gssize frames; /* as al_source_read() gave them: 0 or -1 in the last block */
  GError *error;
} Block;

/*  ring:  | free | filled ... filled | being filled | free |      The reader owns the filled blocks
 *                  first                                          and the thread the others. */
typedef struct {
  AlSource source;
  AlSource *input;
  GThread *thread;
  gsize given_frames; /* of the first block; the reader's alone */

  GMutex lock;  /* over what follows */
  GCond change; /* one of the two waits at most */
  guint first, filled;
  gboolean stop;
  Block *ring;
} ReadAhead;

/* The next block to fill; NULL when the reader has gone. */
static Block *
wait_for_room(ReadAhead *ahead)
{
  Block *block = NULL;

  g_mutex_lock(&ahead->lock);
  while (ahead->filled == RING_BLOCKS && !ahead->stop)
    g_cond_wait(&ahead->change, &ahead->lock);
  if (!ahead->stop)
    block = &ahead->ring[(ahead->first + ahead->filled) % RING_BLOCKS];
  g_mutex_unlock(&ahead->lock);
  return block;
}

static gpointer
run_input(gpointer data)
{
  ReadAhead *ahead = data;
  gboolean more = TRUE;
  Block *block;

  while (more && (block = wait_for_room(ahead)) != NULL) {
    block->frames = al_source_read(ahead->input, block->samples, AL_BLOCK_FRAMES, &block->error);
    more = block->frames > 0;
    g_mutex_lock(&ahead->lock);
    ahead->filled++;
    if (ahead->filled == HANDED_OVER_BLOCKS || !more)
      g_cond_signal(&ahead->change);
    g_mutex_unlock(&ahead->lock);
  }
  return NULL;
}

static Block *
wait_for_block(ReadAhead *ahead)
{
  Block *block;

  g_mutex_lock(&ahead->lock);
  while (ahead->filled == 0)
    g_cond_wait(&ahead->change, &ahead->lock);
  block = &ahead->ring[ahead->first];
  g_mutex_unlock(&ahead->lock);
  return block;
}

static void
give_back_block(ReadAhead *ahead)
{
  ahead->given_frames = 0;
  g_mutex_lock(&ahead->lock);
  ahead->first = (ahead->first + 1) % RING_BLOCKS;
  ahead->filled--;
  if (RING_BLOCKS - ahead->filled == HANDED_OVER_BLOCKS)
    g_cond_signal(&ahead->change);
  g_mutex_unlock(&ahead->lock);
}

/* The last block, which holds the end or the failure, stays where it is: no other will come. */
static gssize
read_ahead_read(AlSource *source, double *block, gsize frames, GError **error)
{
  ReadAhead *ahead = (ReadAhead *)source;
  Block *first = wait_for_block(ahead);
  gsize count;

  if (first->frames <= 0) {
    if (first->error != NULL)
      g_propagate_error(error, g_steal_pointer(&first->error));
    return first->frames;
  }
  count = MIN(frames, (gsize)first->frames - ahead->given_frames);
  memcpy(block, first->samples + 2 * ahead->given_frames, 2 * count * sizeof *block);
  ahead->given_frames += count;
  if (ahead->given_frames == (gsize)first->frames)
    give_back_block(ahead);
  return (gssize)count;
}

static void
read_ahead_free(AlSource *source)
{
  ReadAhead *ahead = (ReadAhead *)source;

  g_mutex_lock(&ahead->lock);
  ahead->stop = TRUE;
  g_cond_signal(&ahead->change);
  g_mutex_unlock(&ahead->lock);
  g_thread_join(ahead->thread);

  for (guint i = 0; i < RING_BLOCKS; i++)
    g_clear_error(&ahead->ring[i].error);
  g_free(ahead->ring);
  g_mutex_clear(&ahead->lock);
  g_cond_clear(&ahead->change);
  g_free(ahead);
}

static const AlSourceClass read_ahead_class = {read_ahead_read, read_ahead_free};

AlSource *
al_read_ahead_new(AlSource *input)
{
  ReadAhead *ahead = g_new0(ReadAhead, 1);

  ahead->source.class = &read_ahead_class;
  ahead->source.rate = input->rate;
  ahead->source.frames = input->frames;
  ahead->input = input;
  ahead->ring = g_new0(Block, RING_BLOCKS);
  g_mutex_init(&ahead->lock);
  g_cond_init(&ahead->change);
  ahead->thread = g_thread_new("read-ahead", run_input, ahead);
  return &ahead->source;
}
