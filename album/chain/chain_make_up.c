/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/chain/chain_make_up.h"

#include "album/chain/chain.h"

/* What the search was asked for. */
typedef struct {
  GPtrArray *steps;
  const AlOpener *opener;
  AlLoudnessFunc measure;
} Search;

/* The chain's first steps over audio of their own. */
typedef struct {
  AlSource *input;
  AlChain *chain;
} Run;

static gboolean
run_start(Run *run, const Search *search, guint count, GError **error)
{
  g_autoptr(GPtrArray) first = g_ptr_array_new();

  for (guint i = 0; i < count; i++)
    g_ptr_array_add(first, g_ptr_array_index(search->steps, i));
  run->input = search->opener->open(search->opener->data, error);
  if (run->input == NULL)
    return FALSE;
  run->chain = al_chain_new(first, run->input, NULL, error);
  return run->chain != NULL;
}

static void
run_clear(Run *run)
{
  al_chain_free(run->chain);
  al_source_free(run->input);
}

/* The make-up of the last of the first `count` steps, whose own one is 0 for now. */
static gboolean
measure_last(const Search *search, guint count, double *make_up_db, GError **error)
{
  Run before = {NULL, NULL}, after = {NULL, NULL};
  gboolean done;

  done = run_start(&before, search, count - 1, error) && run_start(&after, search, count, error) &&
         al_make_up_measure(al_chain_source(before.chain), al_chain_source(after.chain),
                            search->measure, make_up_db, error);
  run_clear(&after);
  run_clear(&before);
  return done;
}

/* The parameter of the step that is still to be found; NULL where there is none. */
static const AlParameter *
unknown_make_up(const AlStep *step)
{
  const AlParameter *parameter;

  if (step->kind->make_up == NULL || al_step_is_idle(step))
    return NULL;
  parameter = al_parameter_find(step->kind->parameters, step->kind->make_up);
  return al_parameter_get(parameter, step->settings) == AL_AUTO ? parameter : NULL;
}

gboolean
al_chain_find_make_up(GPtrArray *steps, const AlOpener *opener, AlLoudnessFunc measure,
                      GError **error)
{
  const Search search = {steps, opener, measure};

  for (guint i = 0; i < steps->len; i++) {
    AlStep *step = g_ptr_array_index(steps, i);
    const AlParameter *parameter = unknown_make_up(step);
    double mix = step->mix;
    double make_up_db = 0.0;
    gboolean done;

    if (parameter == NULL)
      continue;
    step->mix = 1.0;
    done = measure_last(&search, i + 1, &make_up_db, error);
    step->mix = mix;
    if (!done)
      return FALSE;
    al_parameter_set(parameter, step->settings, make_up_db);
  }
  return TRUE;
}
