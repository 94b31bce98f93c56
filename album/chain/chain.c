/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/chain/chain.h"

#include "album/process/tee.h"

/* A step of the chain and the source that is its processor; NULL where it is left out. */
typedef struct {
  const AlStepKind *kind;
  AlSource *processor;
} Link;

struct AlChain {
  GPtrArray *sources; /* all that the chain owns, each reading from one before it */
  GArray *links;      /* of Link */
  AlSource *last;
};

/* A source that lets a tap hear what passes. */
typedef struct {
  AlSource source;
  AlSource *input;
  AlTap tap;
  guint place;
} Ear;

static gssize
ear_read(AlSource *source, double *block, gsize frames, GError **error)
{
  Ear *ear = (Ear *)source;
  gssize got = al_source_read(ear->input, block, frames, error);

  if (got > 0 && !ear->tap.hear(ear->tap.data, ear->place, block, (gsize)got, error))
    return -1;
  return got;
}

static void
ear_free(AlSource *source)
{
  g_free(source);
}

static AlSource *
ear_new(AlSource *input, const AlTap *tap, guint place)
{
  static const AlSourceClass class = {ear_read, ear_free};
  Ear *ear = g_new0(Ear, 1);

  ear->source = (AlSource){.class = &class, .rate = input->rate, .frames = input->frames};
  ear->input = input;
  ear->tap = *tap;
  ear->place = place;
  return &ear->source;
}

/* Makes `source` the chain's end; the chain owns it. */
static void
extend(AlChain *chain, AlSource *source)
{
  g_ptr_array_add(chain->sources, source);
  chain->last = source;
}

static gboolean
add_processor(AlChain *chain, const AlStep *step, AlSource **processor, GError **error)
{
  AlTee *tee = NULL;

  if (step->mix < 1.0) {
    tee = al_tee_new(chain->last);
    extend(chain, (AlSource *)tee);
  }
  *processor = step->kind->create(step->settings, chain->last, error);
  if (*processor == NULL) {
    g_prefix_error(error, "step %u (%s): ", chain->links->len + 1, step->kind->name);
    return FALSE;
  }
  extend(chain, *processor);
  if (tee != NULL)
    extend(chain, al_blend_new(tee, *processor, step->mix));
  return TRUE;
}

static gboolean
add_step(AlChain *chain, const AlStep *step, const AlTap *tap, GError **error)
{
  Link link = {.kind = step->kind};

  if (!al_step_is_idle(step)) {
    if (!add_processor(chain, step, &link.processor, error))
      return FALSE;
    if (tap != NULL)
      extend(chain, ear_new(chain->last, tap, chain->links->len + 1));
  }
  g_array_append_val(chain->links, link);
  return TRUE;
}

static void
free_source(gpointer source)
{
  al_source_free(source);
}

AlChain *
al_chain_new(const GPtrArray *steps, AlSource *input, const AlTap *tap, GError **error)
{
  g_autoptr(AlChain) chain = g_new0(AlChain, 1);

  chain->sources = g_ptr_array_new_with_free_func(free_source);
  chain->links = g_array_new(FALSE, FALSE, sizeof(Link));
  chain->last = input;
  if (tap != NULL)
    extend(chain, ear_new(input, tap, 0));
  for (guint i = 0; i < steps->len; i++)
    if (!add_step(chain, g_ptr_array_index(steps, i), tap, error))
      return NULL;
  return g_steal_pointer(&chain);
}

void
al_chain_free(AlChain *chain)
{
  if (chain == NULL)
    return;
  g_ptr_array_unref(chain->sources);
  g_array_unref(chain->links);
  g_free(chain);
}

AlSource *
al_chain_source(AlChain *chain)
{
  return chain->last;
}

guint
al_chain_steps(const AlChain *chain)
{
  return chain->links->len;
}

const AlStepKind *
al_chain_kind(const AlChain *chain, guint i)
{
  g_assert(i < chain->links->len);
  return g_array_index(chain->links, Link, i).kind;
}

AlStepReport
al_chain_report(const AlChain *chain, guint i)
{
  AlStepReport report = {0};
  const Link *link;

  g_assert(i < chain->links->len);
  link = &g_array_index(chain->links, Link, i);
  report.left_out = link->processor == NULL;
  if (link->processor != NULL && link->kind->report != NULL)
    link->kind->report(link->processor, &report);
  return report;
}
