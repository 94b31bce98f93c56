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

/* One whose samples are there; NULL: none is. */
static const AlProgram *
find(const AlPrograms *programs, const AlFinish *finish)
{
  for (guint i = 0; i < programs->made->len; i++) {
    const AlProgram *program = g_ptr_array_index(programs->made, i);

    if (program->store != NULL && al_finish_equal(&program->finish, finish))
      return program;
  }
  return NULL;
}

static AlProgram *
make(const AlRendering *rendering, const AlFinish *finish, const AlTaker *taker, GError **error)
{
  AlProgram *program = g_new0(AlProgram, 1);

  program->level = *finish->level;
  program->finish = *finish;
  program->finish.level = &program->level;
  program->finished = al_finished_new(rendering, &program->finish, taker, error);
  if (program->finished == NULL) {
    program_free(program);
    return NULL;
  }
  g_ptr_array_add(rendering->programs->made, program);
  return program;
}

const AlProgram *
al_programs_get(const AlRendering *rendering, const AlFinish *finish, GError **error)
{
  const AlProgram *there = find(rendering->programs, finish);
  Taking taking = {.rendering = rendering};
  const AlTaker taker = {.take = take, .data = &taking};
  AlProgram *program;

  if (there != NULL)
    return there;
  program = make(rendering, finish, &taker, error);
  if (program == NULL)
    al_float_store_free(taking.store);
  else
    program->store = taking.store;
  return program;
}

const AlFinished *
al_programs_take(const AlRendering *rendering, const AlFinish *finish, const AlTaker *taker,
                 GError **error)
{
  const AlProgram *program = find(rendering->programs, finish);
  g_autoptr(AlSource) samples = NULL;

  if (program == NULL) {
    program = make(rendering, finish, taker, error);
    return program != NULL ? program->finished : NULL;
  }
  samples = al_float_store_open(program->store, 0);
  return taker->take(samples, taker->data, error) ? program->finished : NULL;
}

void
al_programs_forget(AlPrograms *programs, const AlDeliveredLevel *level)
{
  for (guint i = programs->made->len; i > 0; i--)
    if (al_delivered_level_equal(
            ((const AlProgram *)g_ptr_array_index(programs->made, i - 1))->finish.level, level))
      g_ptr_array_remove_index(programs->made, i - 1);
}

guint64
al_program_bytes(const AlTimeline *timeline, int rate)
{
  return (guint64)(timeline->frames * rate / timeline->rate) * 2 * sizeof(float);
}

static gboolean
is_first(const GArray *finishes, guint i)
{
  const AlFinish *finish = &g_array_index(finishes, AlFinish, i);

  for (guint before = 0; before < i; before++)
    if (al_finish_equal(&g_array_index(finishes, AlFinish, before), finish))
      return FALSE;
  return TRUE;
}

guint64
al_programs_bytes(const AlTimeline *timeline, const GArray *finishes)
{
  guint64 bytes = 0;

  for (guint i = 0; i < finishes->len; i++)
    if (is_first(finishes, i))
      bytes += al_program_bytes(timeline, g_array_index(finishes, AlFinish, i).rate);
  return bytes;
}
