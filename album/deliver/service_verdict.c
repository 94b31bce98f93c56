/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/service_verdict.h"

/* What shows as 0.0 dB is left alone. */
#define LEAST_GAIN_DB 0.05

/* The gain that a service gives to what it measured, where it has a loudness. */
static double
find_gain(const AlService *service, const AlServiceMeasured *measured, gboolean *stopped)
{
  double wanted = service->reference_lufs - measured->integrated_lufs;
  double room = service->headroom_dbtp - measured->true_peak_dbtp;

  if (!isfinite(measured->integrated_lufs))
    return AL_SERVICE_NONE;
  if (service->does == AL_SERVICE_DOES_NOTHING ||
      (service->does == AL_SERVICE_DOES_DOWN && wanted > 0))
    return 0;
  if (service->does != AL_SERVICE_DOES_UP_TO_PEAKS || wanted <= 0 || wanted <= room)
    return wanted;
  *stopped = TRUE;
  return MAX(room, 0);
}

/* The track with the highest loudness, at the highest peak of all. */
static AlServiceMeasured
find_loudest(const AlServiceMeasured *album, const AlServiceMeasured *tracks, guint count)
{
  AlServiceMeasured loudest = *album;

  loudest.integrated_lufs = tracks[0].integrated_lufs;
  for (guint i = 1; i < count; i++)
    loudest.integrated_lufs = MAX(loudest.integrated_lufs, tracks[i].integrated_lufs);
  return loudest;
}

static void
verdict_free(gpointer data)
{
  AlServiceVerdict *verdict = data;

  g_free(verdict->gains_db);
  g_free(verdict);
}

static AlServiceVerdict *
judge(const AlService *service, const AlServiceMeasured *album, const AlServiceMeasured *tracks,
      guint count)
{
  AlServiceVerdict *verdict = g_new0(AlServiceVerdict, 1);
  AlServiceMeasured whole =
      service->by == AL_SERVICE_BY_LOUDEST_TRACK ? find_loudest(album, tracks, count) : *album;

  verdict->service = service;
  verdict->tracks = count;
  verdict->gains_db = g_new(double, count);
  for (guint i = 0; i < count; i++)
    verdict->gains_db[i] =
        find_gain(service, service->by == AL_SERVICE_BY_TRACK ? &tracks[i] : &whole,
                  &verdict->stopped_by_peaks);
  return verdict;
}

GPtrArray *
al_services_judge(const GPtrArray *services, const AlServiceMeasured *album,
                  const AlServiceMeasured *tracks, guint count)
{
  GPtrArray *verdicts = g_ptr_array_new_with_free_func(verdict_free);

  g_assert(count > 0);
  for (guint i = 0; i < services->len; i++)
    g_ptr_array_add(verdicts, judge(g_ptr_array_index(services, i), album, tracks, count));
  return verdicts;
}

/* The tracks that go one way: those with a gain above `above` and below `below`. */
typedef struct {
  guint count;
  double least_db, most_db; /* magnitudes */
} Group;

static Group
find_group(const AlServiceVerdict *verdict, double above, double below)
{
  Group group = {0};

  for (guint i = 0; i < verdict->tracks; i++) {
    double gain = verdict->gains_db[i], size = fabs(gain);

    if (!(gain > above && gain <= below))
      continue;
    group.least_db = group.count == 0 ? size : MIN(group.least_db, size);
    group.most_db = MAX(group.most_db, size);
    group.count++;
  }
  return group;
}

/* "the album", "the track", "3 of 12 tracks", and in a later clause just "3". */
static char *
name_group(const AlServiceVerdict *verdict, const Group *group, gboolean first)
{
  if (verdict->tracks == 1)
    return g_strdup("the track");
  if (verdict->service->by != AL_SERVICE_BY_TRACK)
    return g_strdup("the album");
  if (group->count == verdict->tracks)
    return g_strdup_printf("all %u tracks", verdict->tracks);
  return first ? g_strdup_printf("%u of %u tracks", group->count, verdict->tracks)
               : g_strdup_printf("%u", group->count);
}

/* "3.2 dB", "1.0 to 3.2 dB". */
static char *
name_gain(const Group *group)
{
  char least[G_ASCII_DTOSTR_BUF_SIZE], most[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd(least, sizeof least, "%.1f", group->least_db);
  g_ascii_formatd(most, sizeof most, "%.1f", group->most_db);
  return g_str_equal(least, most) ? g_strdup_printf("%s dB", most)
                                  : g_strdup_printf("%s to %s dB", least, most);
}

static void
begin_clause(GString *text)
{
  if (text->len > 0)
    g_string_append(text, "; ");
}

static void
tell_quieter(GString *text, const AlServiceVerdict *verdict, const Group *group)
{
  g_autofree char *what = name_group(verdict, group, text->len == 0), *gain = name_gain(group);

  if (group->count == 0)
    return;
  begin_clause(text);
  g_string_append_printf(text, "plays %s %s quieter", what, gain);
}

static void
tell_louder(GString *text, const AlServiceVerdict *verdict, const Group *group)
{
  g_autofree char *what = name_group(verdict, group, text->len == 0), *gain = name_gain(group);

  if (group->count == 0)
    return;
  begin_clause(text);
  g_string_append_printf(text, "raises %s by %s", what, gain);
  if (verdict->service->does == AL_SERVICE_DOES_UP_LIMITED)
    g_string_append(text, ", through a limiter");
  else if (verdict->stopped_by_peaks)
    g_string_append(text, ", as far as peaks allow");
}

static void
tell_alone(GString *text, const AlServiceVerdict *verdict, const Group *group, gboolean no_room)
{
  g_autofree char *what = name_group(verdict, group, text->len == 0);

  if (group->count == 0)
    return;
  begin_clause(text);
  g_string_append_printf(text, "leaves %s alone%s", what,
                         no_room ? ", as peaks leave no room" : "");
}

char *
al_service_verdict_action(const AlServiceVerdict *verdict)
{
  Group quieter = find_group(verdict, AL_SERVICE_NONE, -LEAST_GAIN_DB);
  Group louder = find_group(verdict, LEAST_GAIN_DB, HUGE_VAL);
  Group alone = find_group(verdict, -LEAST_GAIN_DB, LEAST_GAIN_DB);
  GString *text = g_string_new(NULL);

  if (verdict->service->does == AL_SERVICE_DOES_NOTHING) {
    g_string_append(text, "plays music as it comes");
  } else {
    tell_quieter(text, verdict, &quieter);
    tell_louder(text, verdict, &louder);
    tell_alone(text, verdict, &alone, verdict->stopped_by_peaks && louder.count == 0);
  }
  if (text->len == 0)
    g_string_append(text, "has no loudness to go by");
  return g_string_free(text, FALSE);
}

char *
al_service_verdict_name(const AlServiceVerdict *verdict)
{
  const AlService *service = verdict->service;

  return service->mode != NULL ? g_strdup_printf("%s (%s)", service->name, service->mode)
                               : g_strdup(service->name);
}

char *
al_service_verdict_text(const AlServiceVerdict *verdict)
{
  g_autofree char *name = al_service_verdict_name(verdict);
  g_autofree char *action = al_service_verdict_action(verdict);

  return g_strdup_printf("%s: %s (%s, %s)", name, action,
                         al_evidence_name(verdict->service->evidence), verdict->service->date);
}
