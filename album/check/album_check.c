/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/check/album_check.h"

#include <string.h>

#include "album/check/check_text.h"

typedef struct {
  const AlJob *job;
  AlAlbumCheck *check;
} Work;

static const AlExcerpt *
excerpt_of(const AlProject *project, guint number)
{
  return number == 0 ? &al_project_track(project, 1)->hidden
                     : &al_project_track(project, number)->mix;
}

/* Whether two tracks go into each other, so that the edges between them are meant. */
static gboolean
joins_next(const AlProject *project, guint number)
{
  const AlTransition *next = number > 0 && number < project->tracks->len
                                 ? &al_project_track(project, number + 1)->transition
                                 : NULL;

  return next != NULL && (next->crossfade.seconds > 0 || next->gap.seconds == 0);
}

static AlMixPart
part_of(const AlProject *project, guint number)
{
  const AlExcerpt *excerpt = excerpt_of(project, number);
  const AlTransition *transition =
      number > 0 ? &al_project_track(project, number)->transition : NULL;

  return (AlMixPart){
      .path = excerpt->path,
      .start = excerpt->start,
      .end = excerpt->end,
      .start_is_meant = excerpt->start > 0 || (number > 1 && joins_next(project, number - 1)) ||
                        (transition != NULL && transition->fade_in.seconds > 0),
      .end_is_meant = excerpt->end >= 0 || joins_next(project, number) ||
                      (transition != NULL && transition->fade_out.seconds > 0),
  };
}

static gboolean
check_mix(guint i, gpointer data, GError **error)
{
  const Work *work = data;
  const AlProject *project = work->check->project;
  const AlMixPart part = part_of(project, i);

  if (part.path != NULL)
    work->check->mixes->pdata[i] =
        al_mix_check(&part, &project->checks, work->job->cancellable, NULL);
  return !al_job_cancelled(work->job, error);
}

AlAlbumCheck *
al_album_check_new(const AlProject *project, const AlJob *job, GError **error)
{
  g_autoptr(AlAlbumCheck) check = g_new0(AlAlbumCheck, 1);
  Work work = {.job = job, .check = check};

  check->project = project;
  check->mixes = g_ptr_array_new_with_free_func((GDestroyNotify)al_mix_faults_free);
  g_ptr_array_set_size(check->mixes, (gint)project->tracks->len + 1);
  if (!al_job_each(job, "Listening to the mixes", check->mixes->len, check_mix, &work, error))
    return NULL;
  return g_steal_pointer(&check);
}

void
al_album_check_free(AlAlbumCheck *check)
{
  if (check == NULL)
    return;
  g_ptr_array_unref(check->mixes);
  g_free(check);
}

const AlMixFaults *
al_album_check_mix(const AlAlbumCheck *check, guint number)
{
  return g_ptr_array_index(check->mixes, number);
}

/* "48000 Hz (tracks 1, 3), 44100 Hz (track 2)" */
static char *
list_rates(const AlAlbumCheck *check, GHashTable *tracks_by_rate)
{
  g_autoptr(GString) list = g_string_new(NULL);

  for (guint i = 1; i < check->mixes->len; i++) {
    const AlMixFaults *mix = al_album_check_mix(check, i);
    GString *tracks =
        mix != NULL ? g_hash_table_lookup(tracks_by_rate, GINT_TO_POINTER(mix->info.rate)) : NULL;

    if (tracks == NULL)
      continue;
    g_string_append_printf(list, "%s%d Hz (track%s%s)", list->len > 0 ? ", " : "", mix->info.rate,
                           strchr(tracks->str, ',') != NULL ? "s" : "", tracks->str);
    g_hash_table_remove(tracks_by_rate, GINT_TO_POINTER(mix->info.rate));
  }
  return g_string_free(g_steal_pointer(&list), FALSE);
}

static void
free_string(gpointer data)
{
  g_string_free(data, TRUE);
}

/* The tracks of each rate: " 1, 3". */
static GHashTable *
sort_by_rate(const AlAlbumCheck *check)
{
  GHashTable *by_rate = g_hash_table_new_full(NULL, NULL, NULL, free_string);

  for (guint i = 1; i < check->mixes->len; i++) {
    const AlMixFaults *mix = al_album_check_mix(check, i);
    GString *tracks;

    if (mix == NULL)
      continue;
    tracks = g_hash_table_lookup(by_rate, GINT_TO_POINTER(mix->info.rate));
    if (tracks == NULL) {
      tracks = g_string_new(NULL);
      g_hash_table_insert(by_rate, GINT_TO_POINTER(mix->info.rate), tracks);
    }
    g_string_append_printf(tracks, "%s %u", tracks->len > 0 ? "," : "", i);
  }
  return by_rate;
}

static void
judge_rates(const AlAlbumCheck *check, RbFindings *findings)
{
  const AlCheckText *words = &al_check_texts[AL_CHECK_RATES];
  g_autoptr(GHashTable) by_rate = sort_by_rate(check);
  guint count = g_hash_table_size(by_rate);
  g_autofree char *rates = list_rates(check, by_rate);
  RbSeverity severity;

  if (al_check_judge(&check->project->checks, AL_CHECK_RATES, count, &severity))
    rb_findings_add(findings, al_check_kinds[AL_CHECK_RATES].id, severity, "", "%s%u%s: %s. %s %s",
                    words->before, count, words->behind, rates, words->meaning, words->request);
}

void
al_album_check_judge(const AlAlbumCheck *check, RbFindings *findings)
{
  for (guint i = 0; i < check->mixes->len; i++) {
    const AlMixFaults *mix = al_album_check_mix(check, i);
    g_autofree char *place = i == 0 ? g_strdup("hidden audio") : g_strdup_printf("track %u", i);

    if (mix != NULL)
      al_mix_faults_judge(mix, &check->project->checks, place, findings);
  }
  judge_rates(check, findings);
}
