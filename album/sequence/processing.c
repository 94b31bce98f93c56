/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/sequence/processing.h"

gboolean
al_processing_is_idle(const GPtrArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    if (!al_step_is_idle(g_ptr_array_index(steps, i)))
      return FALSE;
  return TRUE;
}

static gboolean
measure_loudness(AlSource *source, double *lufs, GError **error)
{
  g_autoptr(AlLoudness) meter = al_loudness_new_stereo(source->rate);
  g_autofree double *block = g_new(double, 2 * AL_BLOCK_FRAMES);
  gssize got;

  while ((got = al_source_read(source, block, AL_BLOCK_FRAMES, error)) > 0)
    al_loudness_feed(meter, block, (gsize)got);
  al_loudness_finish(meter);
  *lufs = al_loudness_integrated(meter);
  return got == 0;
}

/* The steps with a measured figure for every automatic make-up. */
static GPtrArray *
complete_steps(const AlProcessing *processing, GError **error)
{
  g_autoptr(GPtrArray) steps = g_ptr_array_new_with_free_func((GDestroyNotify)al_step_free);

  for (guint i = 0; i < processing->steps->len; i++)
    g_ptr_array_add(steps, al_step_copy(g_ptr_array_index(processing->steps, i)));
  return al_chain_find_make_up(steps, &processing->mix, measure_loudness, error)
             ? g_steal_pointer(&steps)
             : NULL;
}

AlFloatStore *
al_processing_run(const AlProcessing *processing, GArray **done, GError **error)
{
  g_autoptr(GPtrArray) steps = complete_steps(processing, error);
  g_autoptr(AlSource) mix =
      steps != NULL ? processing->mix.open(processing->mix.data, error) : NULL;
  g_autoptr(AlChainObserver) observer = NULL;
  g_autoptr(AlChain) chain = NULL;
  g_autoptr(AlFloatStore) store = NULL;
  AlTap tap;

  if (mix == NULL)
    return NULL;
  observer = al_chain_observer_new(steps, mix->rate, processing->dump_folder, error);
  if (observer == NULL)
    return NULL;
  tap = al_chain_observer_tap(observer);
  chain = al_chain_new(steps, mix, &tap, error);
  if (chain == NULL)
    return NULL;
  store = al_float_store_new(al_chain_source(chain), processing->work_folder,
                             processing->cancellable, error);
  *done = store != NULL ? al_chain_observer_finish(observer, chain, error) : NULL;
  return *done != NULL ? g_steal_pointer(&store) : NULL;
}

/* A chain and its mix as one source. */
typedef struct {
  AlSource source;
  AlSource *mix;
  AlChain *chain;
} Played;

static gssize
played_read(AlSource *source, double *block, gsize frames, GError **error)
{
  return al_source_read(al_chain_source(((Played *)source)->chain), block, frames, error);
}

static void
played_free(AlSource *source)
{
  Played *played = (Played *)source;

  al_chain_free(played->chain);
  al_source_free(played->mix);
  g_free(played);
}

AlSource *
al_processing_open(const AlProcessing *processing, GError **error)
{
  static const AlSourceClass class = {played_read, played_free};
  g_autoptr(GPtrArray) steps = complete_steps(processing, error);
  g_autoptr(AlSource) mix =
      steps != NULL ? processing->mix.open(processing->mix.data, error) : NULL;
  AlChain *chain = mix != NULL ? al_chain_new(steps, mix, NULL, error) : NULL;
  Played *played;

  if (chain == NULL)
    return NULL;
  played = g_new0(Played, 1);
  played->source = (AlSource){.class = &class, .rate = mix->rate, .frames = mix->frames};
  played->mix = g_steal_pointer(&mix);
  played->chain = chain;
  return &played->source;
}

gboolean
al_processing_check(const AlProcessing *processing, GError **error)
{
  g_autoptr(AlSource) mix = processing->mix.open(processing->mix.data, error);
  g_autoptr(AlChain) chain = mix != NULL ? al_chain_new(processing->steps, mix, NULL, error) : NULL;

  return chain != NULL;
}
