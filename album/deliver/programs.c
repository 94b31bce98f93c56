/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/programs.h"

struct AlPrograms {
  GPtrArray *made; /* of AlProgram */
};

/* Where the audio goes that is being finished. */
typedef struct {
  const AlRendering *rendering;
  AlFloatStore *store;
} Taking;

static void
program_free(gpointer data)
{
  AlProgram *program = data;

  al_finished_free(program->finished);
  al_float_store_free(program->store);
  g_free(program);
}

AlPrograms *
al_programs_new(void)
{
  AlPrograms *programs = g_new0(AlPrograms, 1);

  programs->made = g_ptr_array_new_with_free_func(program_free);
  return programs;
}

void
al_programs_free(AlPrograms *programs)
{
  if (programs == NULL)
    return;
  g_ptr_array_unref(programs->made);
  g_free(programs);
}

/* Floats have 24 bits of mantissa, so they hold the integers exactly. */
static gboolean
take(AlSource *audio, gpointer data, GError **error)
{
  Taking *taking = data;

  g_clear_pointer(&taking->store, al_float_store_free);
  taking->store = al_float_store_new(audio, al_staging_work_folder(taking->rendering->staging),
                                     taking->rendering->job->cancellable, error);
  return taking->store != NULL;
}

const AlProgram *
al_programs_get(const AlRendering *rendering, const AlFinish *finish, GError **error)
{
  GPtrArray *made = rendering->programs->made;
  Taking taking = {.rendering = rendering};
  const AlTaker taker = {.take = take, .data = &taking};
  AlProgram *program;

  for (guint i = 0; i < made->len; i++)
    if (al_finish_equal(&((const AlProgram *)g_ptr_array_index(made, i))->finish, finish))
      return g_ptr_array_index(made, i);
  program = g_new0(AlProgram, 1);
  program->finish = *finish;
  program->finished = al_finished_new(rendering, finish, &taker, error);
  program->store = taking.store;
  if (program->finished == NULL) {
    program_free(program);
    return NULL;
  }
  g_ptr_array_add(made, program);
  return program;
}

guint64
al_programs_bytes(const AlTimeline *timeline, int rate)
{
  return (guint64)(timeline->frames * rate / timeline->rate) * 2 * sizeof(float);
}
