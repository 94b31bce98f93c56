/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/read_level.h"

#include <string.h>

#include "album/project/values.h"


/* FALSE where levels are left alone: then `what` at `value` is told to have no meaning. */
static gboolean
is_matched(AlReader *reader, const AlYamlNode *value, const char *what)
{
  if (reader->project->master.loudness != AL_LOUDNESS_MODE_OFF)
    return TRUE;
  al_diagnostics_add(reader->diagnostics, value->place,
                     "write loudness: tracks or loudness: album into the section master",
                     "levels are left alone, so that %s has no meaning", what);
  return FALSE;
}

void
al_read_target(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  static const AlRange targets = {-60, 0, "a target is at least -60 LUFS",
                                  "a target is at most 0 LUFS"};
  AlDeliveredLevel *level = member;

  (void)key;
  if (!al_value_quantity(reader, value, AL_QUANTITY_LUFS, &targets, &level->target_lufs))
    return;
  level->has_target = TRUE;
  level->place = value->place;
  is_matched(reader, value, "a target");
}

/* Nothing is said of an anchor where the tracks could not be read. */
void
al_read_anchor(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  AlDeliveredLevel *level = member;
  guint tracks = reader->project->tracks->len;

  (void)key;
  if (!al_value_track_number(reader, value, &level->anchor))
    return;
  if (is_matched(reader, value, "an anchor") && tracks > 0 && level->anchor > tracks)
    al_diagnostics_add(reader->diagnostics, value->place, NULL, "there is no track %u",
                       level->anchor);
}

void
al_read_ceiling(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  static const AlRange ceilings = {-20, 0, "a ceiling is at least -20 dBTP",
                                   "a ceiling is at most 0 dBTP"};
  AlDeliveredLevel *level = member;

  (void)key;
  level->has_ceiling =
      al_value_quantity(reader, value, AL_QUANTITY_DBTP, &ceilings, &level->limiter.ceiling_dbtp);
}

void
al_read_max_reduction(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                      gpointer member)
{
  static const AlRange reductions = {0, 24, "a reduction is not negative",
                                     "a reduction is at most 24 dB"};
  AlDeliveredLevel *level = member;

  (void)key;
  al_value_quantity(reader, value, AL_QUANTITY_DB, &reductions, &level->max_reduction_db);
}

/* A time, or "auto", which stands for 0. */
static void
read_release(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  static const AlRange releases = {0.010, 5, "a release takes at least 10 ms, or is auto",
                                   "a release takes at most 5 s"};
  double *seconds = member;

  (void)key;
  if (value->kind == AL_YAML_TEXT && strcmp(value->text, "auto") == 0)
    *seconds = 0;
  else
    al_value_quantity(reader, value, AL_QUANTITY_DURATION, &releases, seconds);
}

static void
read_look_ahead(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  static const AlRange look_aheads = {AL_LIMITER_MIN_LOOK_AHEAD, AL_LIMITER_MAX_LOOK_AHEAD,
                                      "the look-ahead is at least 1 ms",
                                      "the look-ahead is at most 10 ms"};

  (void)key;
  al_value_quantity(reader, value, AL_QUANTITY_DURATION, &look_aheads, member);
}

static void
read_link(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  static const AlRange links = {0, 100, "a link is at least 0 %", "a link is at most 100 %"};
  double percent;

  (void)key;
  if (al_value_quantity(reader, value, AL_QUANTITY_PERCENT, &links, &percent))
    *(double *)member = percent / 100;
}

static const AlSchemaKey limiter_keys[] = {
    {.key = "release",
     .read = read_release,
     .offset = offsetof(AlLimiterSettings, release_seconds)},
    {.key = "look-ahead",
     .read = read_look_ahead,
     .offset = offsetof(AlLimiterSettings, look_ahead_seconds)},
    {.key = "link", .read = read_link, .offset = offsetof(AlLimiterSettings, link)},
    {.key = NULL},
};

void
al_read_limiter(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  AlDeliveredLevel *level = member;

  (void)key;
  al_schema_read(reader, value, "the settings of the limiter", limiter_keys, &level->limiter);
}

void
al_check_level(AlReader *reader, const AlYamlNode *settings)
{
  static const char *const of_limiter[] = {"max-reduction", "limiter"};

  if (al_yaml_get(settings, "ceiling") != NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS(of_limiter); i++) {
    const AlYamlNode *value = al_yaml_get(settings, of_limiter[i]);

    if (value != NULL && value->kind != AL_YAML_EMPTY)
      al_diagnostics_add(reader->diagnostics, value->place, "add one, such as ceiling: -1 dBTP",
                         "without a ceiling there is no limiter, so that %s has no meaning",
                         of_limiter[i]);
  }
}
