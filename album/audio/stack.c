/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/audio/stack.h"

typedef struct {
  AlSource source;
  GPtrArray *sources; /* of AlSource, the bottom first */
} Stack;

static gssize
stack_read(AlSource *source, double *block, gsize frames, GError **error)
{
  return al_source_read(al_stack_top(source), block, frames, error);
}

/* From the top, so that no source outlives what it reads from. */
static void
stack_free(AlSource *source)
{
  Stack *stack = (Stack *)source;

  while (stack->sources->len > 0)
    al_source_free(g_ptr_array_steal_index(stack->sources, stack->sources->len - 1));
  g_ptr_array_unref(stack->sources);
  g_free(stack);
}

AlSource *
al_stack_new(AlSource *bottom)
{
  static const AlSourceClass class = {.read = stack_read, .free = stack_free};
  Stack *stack = g_new0(Stack, 1);

  stack->source.class = &class;
  stack->sources = g_ptr_array_new();
  al_stack_push(&stack->source, bottom);
  return &stack->source;
}

AlSource *
al_stack_top(AlSource *stack)
{
  GPtrArray *sources = ((Stack *)stack)->sources;

  return g_ptr_array_index(sources, sources->len - 1);
}

gboolean
al_stack_push(AlSource *stack, AlSource *source)
{
  if (source == NULL)
    return FALSE;
  g_ptr_array_add(((Stack *)stack)->sources, source);
  stack->rate = source->rate;
  stack->frames = source->frames;
  return TRUE;
}
