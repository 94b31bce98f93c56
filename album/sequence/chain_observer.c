/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/sequence/chain_observer.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sndfile.h>

#include "album/error.h"

/* A place in the chain: the input, or behind a step. */
typedef struct {
  gboolean heard; /* steps that are left out are not */
  AlLoudness *loudness;
  AlBalance *balance;
  char *path; /* NULL: not dumped */
  SNDFILE *file;
} Place;

struct AlChainObserver {
  guint count; /* 1 + steps */
  Place *places;
  int rate;
};

static gboolean
fail(const Place *place, GError **error)
{
  g_set_error(error, AL_ERROR, AL_ERROR_WRITE, "cannot write %s: %s", place->path,
              errno != 0 ? g_strerror(errno) : sf_strerror(place->file));
  return FALSE;
}

static gboolean
open_file(AlChainObserver *observer, Place *place, GError **error)
{
  SF_INFO info = {
      .samplerate = observer->rate, .channels = 2, .format = SF_FORMAT_WAV | SF_FORMAT_FLOAT};

  errno = 0;
  place->file = sf_open(place->path, SFM_WRITE, &info);
  if (place->file == NULL)
    return fail(place, error);
  /* The chunk of peaks has the time of day in it. */
  sf_command(place->file, SFC_SET_ADD_PEAK_CHUNK, NULL, SF_FALSE);
  return TRUE;
}

static gboolean
make_folder(const char *folder, GError **error)
{
  if (g_mkdir_with_parents(folder, 0777) == 0)
    return TRUE;
  g_set_error(error, AL_ERROR, AL_ERROR_WRITE, "cannot make the folder %s: %s", folder,
              g_strerror(errno));
  return FALSE;
}

AlChainObserver *
al_chain_observer_new(const GPtrArray *steps, int rate, const char *dump_folder, GError **error)
{
  g_autoptr(AlChainObserver) observer = g_new0(AlChainObserver, 1);

  observer->rate = rate;
  observer->count = steps->len + 1;
  observer->places = g_new0(Place, observer->count);
  for (guint i = 0; i < observer->count; i++) {
    Place *place = &observer->places[i];
    const char *name = i == 0 ? "mix" : ((AlStep *)g_ptr_array_index(steps, i - 1))->kind->name;
    g_autofree char *file = g_strdup_printf("%02u %s.wav", i, name);

    place->loudness = al_loudness_new_stereo(rate);
    place->balance = al_balance_new(rate);
    place->path = dump_folder != NULL ? g_build_filename(dump_folder, file, NULL) : NULL;
  }
  if (dump_folder != NULL && !make_folder(dump_folder, error))
    return NULL;
  return g_steal_pointer(&observer);
}

void
al_chain_observer_free(AlChainObserver *observer)
{
  if (observer == NULL)
    return;
  for (guint i = 0; i < observer->count; i++) {
    al_loudness_free(observer->places[i].loudness);
    al_balance_free(observer->places[i].balance);
    if (observer->places[i].file != NULL)
      sf_close(observer->places[i].file);
    g_free(observer->places[i].path);
  }
  g_free(observer->places);
  g_free(observer);
}

static gboolean
hear(gpointer data, guint number, const double *block, gsize frames, GError **error)
{
  AlChainObserver *observer = data;
  Place *place = &observer->places[number];

  place->heard = TRUE;
  al_loudness_feed(place->loudness, block, frames);
  al_balance_feed(place->balance, block, frames);
  if (place->path == NULL)
    return TRUE;
  if (place->file == NULL && !open_file(observer, place, error))
    return FALSE;
  errno = 0;
  return sf_writef_double(place->file, block, (sf_count_t)frames) == (sf_count_t)frames ||
         fail(place, error);
}

AlTap
al_chain_observer_tap(AlChainObserver *observer)
{
  return (AlTap){.hear = hear, .data = observer};
}

static gboolean
close_file(Place *place, GError **error)
{
  errno = 0;
  if (place->file == NULL || sf_close(g_steal_pointer(&place->file)) == 0)
    return TRUE;
  g_set_error(error, AL_ERROR, AL_ERROR_WRITE, "cannot complete %s: %s", place->path,
              g_strerror(errno));
  return FALSE;
}

/* -HUGE_VAL where either is silent. */
static double
change(double before, double after)
{
  return before > AL_LOUDNESS_NONE && after > AL_LOUDNESS_NONE ? after - before : AL_LOUDNESS_NONE;
}

static AlStepDone
compare(const Place *before, const Place *after, const AlChain *chain, guint step)
{
  AlStepDone done = {.kind = al_chain_kind(chain, step), .report = al_chain_report(chain, step)};

  done.loudness_change_lu =
      change(al_loudness_integrated(before->loudness), al_loudness_integrated(after->loudness));
  for (AlBalancePart part = 0; part < AL_BALANCE_PARTS; part++) {
    double moved =
        change(al_balance_db(before->balance, part), al_balance_db(after->balance, part));

    done.balance_change_db[part] =
        done.loudness_change_lu > AL_LOUDNESS_NONE ? moved - done.loudness_change_lu : moved;
  }
  return done;
}

GArray *
al_chain_observer_finish(AlChainObserver *observer, const AlChain *chain, GError **error)
{
  g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(AlStepDone));
  const Place *before = &observer->places[0];

  for (guint i = 0; i < observer->count; i++) {
    al_loudness_finish(observer->places[i].loudness);
    if (!close_file(&observer->places[i], error))
      return NULL;
  }
  for (guint i = 1; i < observer->count; i++) {
    const Place *after = observer->places[i].heard ? &observer->places[i] : before;
    AlStepDone done = compare(before, after, chain, i - 1);

    g_array_append_val(all, done);
    before = after;
  }
  return g_steal_pointer(&all);
}
