/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/read_tone.h"

#include <string.h>

#include "album/project/tone_curve.h"
#include "album/project/values.h"

/* A share of 100, as 0 to 1. */
static void
read_match(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  static const AlRange shares = {0, 100, "a match is at least 0 %", "a match is at most 100 %"};
  double percent;

  (void)key;
  if (al_value_quantity(reader, value, AL_QUANTITY_PERCENT, &shares, &percent))
    *(double *)member = percent / 100;
}

static void
read_limit(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  static const AlRange limits = {0, 24, "a limit is at least 0 dB",
                                 "a limit is at most 24 dB; limit: off is none"};

  (void)key;
  if (value->kind == AL_YAML_TEXT && strcmp(value->text, "off") == 0)
    *(double *)member = HUGE_VAL;
  else
    al_value_quantity(reader, value, AL_QUANTITY_DB, &limits, member);
}

static void
read_dead_zone(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  static const AlRange zones = {0, 12, "a dead zone is at least 0 dB",
                                "a dead zone is at most 12 dB"};

  (void)key;
  al_value_quantity(reader, value, AL_QUANTITY_DB, &zones, member);
}

static void
read_detail(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  static const AlRange details = {0.33, 4, "the finest detail is 0.33 oct, a third of an octave",
                                  "the broadest detail is 4 oct"};

  (void)key;
  al_value_quantity(reader, value, AL_QUANTITY_OCTAVES, &details, member);
}

/* [100 Hz, 8 kHz] */
static void
read_range(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  static const AlRange audible = {20, 20000, "a range begins at 20 Hz or above",
                                  "a range ends at 20 kHz or below"};
  AlToneSettings *settings = member;
  double low_hz, high_hz;

  (void)key;
  if (!al_schema_expect(reader, value, AL_YAML_LIST, "two frequencies such as [100 Hz, 8 kHz]"))
    return;
  if (value->items->len != 2) {
    al_schema_tell(reader, value, "such as [100 Hz, 8 kHz]", "a range has two frequencies");
    return;
  }
  if (!al_value_quantity(reader, al_yaml_item(value, 0), AL_QUANTITY_FREQUENCY, &audible,
                         &low_hz) ||
      !al_value_quantity(reader, al_yaml_item(value, 1), AL_QUANTITY_FREQUENCY, &audible, &high_hz))
    return;
  if (high_hz < 2 * low_hz) {
    al_schema_tell(reader, value, NULL, "a range is at least an octave wide, the lower end first");
    return;
  }
  settings->low_hz = low_hz;
  settings->high_hz = high_hz;
}

static void
read_weight(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  static const AlRange weights = {0.01, 100, "a weight is at least 0.01",
                                  "a weight is at most 100"};

  (void)key;
  al_value_quantity(reader, value, AL_QUANTITY_NUMBER, &weights, member);
}

static gboolean
is_curve(const char *path)
{
  return g_str_has_suffix(path, ".yaml") || g_str_has_suffix(path, ".yml");
}

/* A path: what lies there is a curve by its name, else audio, which is looked at with the mixes. */
static void
read_reference_file(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                    gpointer member)
{
  AlToneReference *reference = member;
  g_autoptr(GError) error = NULL;

  reference->place = value->place;
  al_value_file(reader, value, key, &reference->path);
  if (reference->path == NULL || !is_curve(reference->path))
    return;
  reference->is_curve = TRUE;
  if (!al_tone_curve_read(reference->path, &reference->curve, &error))
    al_diagnostics_add(reader->diagnostics, value->place, NULL, "%s", error->message);
}

static const AlSchemaKey reference_keys[] = {
    {.key = "file", .read = read_reference_file, .required = TRUE},
    {.key = "weight", .read = read_weight, .offset = offsetof(AlToneReference, weight)},
    {.key = NULL},
};

static void
add_reference(AlReader *reader, const AlYamlNode *value, AlTone *tone)
{
  AlToneReference reference = {.weight = 1};

  if (value->kind == AL_YAML_TEXT)
    read_reference_file(reader, value, NULL, &reference);
  else
    al_schema_read(reader, value, "a reference", reference_keys, &reference);
  g_array_append_val(tone->references, reference);
}

/* "track 3"; FALSE where it is something else. */
static gboolean
read_track(AlReader *reader, const AlYamlNode *value, AlTone *tone)
{
  AlYamlNode number = *value;

  if (!g_str_has_prefix(value->text, "track "))
    return FALSE;
  number.text = value->text + strlen("track ");
  tone->toward = AL_TONE_TOWARD_TRACK;
  al_value_track_number(reader, &number, &tone->track);
  return TRUE;
}

/* "pink", "pink 4.5 dB/oct"; FALSE where it is something else. */
static gboolean
read_slope(AlReader *reader, const AlYamlNode *value, AlTone *tone)
{
  static const AlRange slopes = {0, 12, "a slope is at least 0 dB/oct",
                                 "a slope is at most 12 dB/oct"};
  AlYamlNode slope = *value;

  if (strcmp(value->text, "pink") != 0 && !g_str_has_prefix(value->text, "pink "))
    return FALSE;
  tone->toward = AL_TONE_TOWARD_SLOPE;
  slope.text = value->text + strlen("pink");
  if (slope.text[0] == ' ')
    slope.text++;
  if (slope.text[0] != '\0')
    al_value_quantity(reader, &slope, AL_QUANTITY_SLOPE, &slopes, &tone->slope_db_per_octave);
  return TRUE;
}

static void
read_toward(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  AlTone *tone = member;

  (void)key;
  tone->toward_place = value->place;
  tone->slope_db_per_octave = 3;
  al_tone_clear_references(tone);
  if (value->kind == AL_YAML_TEXT && strcmp(value->text, "album") == 0) {
    tone->toward = AL_TONE_TOWARD_ALBUM;
    return;
  }
  if (value->kind == AL_YAML_TEXT &&
      (read_track(reader, value, tone) || read_slope(reader, value, tone)))
    return;
  tone->toward = AL_TONE_TOWARD_FILES;
  if (value->kind != AL_YAML_LIST) {
    add_reference(reader, value, tone);
    return;
  }
  if (value->items->len == 0)
    al_schema_tell(reader, value, NULL, "the list is empty");
  for (guint i = 0; i < value->items->len; i++)
    add_reference(reader, al_yaml_item(value, i), tone);
}

static const AlChoice answers[] = {{"yes", TRUE}, {"no", FALSE}, {NULL, 0}};
static const AlChoice phases[] = {{"minimum", FALSE}, {"linear", TRUE}, {NULL, 0}};

static const AlSchemaKey keys[] = {
    {.key = "match", .read = read_match, .offset = offsetof(AlTone, settings.strength)},
    {.key = "toward", .read = read_toward},
    {.key = "limit", .read = read_limit, .offset = offsetof(AlTone, settings.limit_db)},
    {.key = "detail", .read = read_detail, .offset = offsetof(AlTone, settings.detail_octaves)},
    {.key = "range", .read = read_range, .offset = offsetof(AlTone, settings)},
    {.key = "dead-zone", .read = read_dead_zone, .offset = offsetof(AlTone, settings.dead_zone_db)},
    {.key = "side",
     .read = al_value_choice,
     .offset = offsetof(AlTone, settings.side),
     .detail = answers},
    {.key = "side-limit", .read = read_limit, .offset = offsetof(AlTone, settings.side_limit_db)},
    {.key = "phase",
     .read = al_value_choice,
     .offset = offsetof(AlTone, settings.linear_phase),
     .detail = phases},
    {.key = NULL},
};

/* Without a correction of its own the side channel has no limit of its own. */
static void
check_side(AlReader *reader, const AlYamlNode *value, const AlTone *tone)
{
  const AlYamlNode *limit = al_yaml_get(value, "side-limit");

  if (limit != NULL && limit->kind != AL_YAML_EMPTY && !tone->settings.side)
    al_diagnostics_add(reader->diagnostics, limit->place, "write side: yes beside it",
                       "mid and side are corrected as one, so that side-limit has no meaning");
}

void
al_read_tone(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  static const AlChoice off[] = {{"off", FALSE}, {NULL, 0}};
  AlTone *tone = member;
  int ignored;

  (void)key;
  if (value->kind == AL_YAML_TEXT) {
    if (al_value_find_choice(reader, value, off, &ignored))
      tone->on = FALSE;
    return;
  }
  tone->on = TRUE;
  if (al_schema_read(reader, value, "tone", keys, tone))
    check_side(reader, value, tone);
}

void
al_check_tone(AlDiagnostics *diagnostics, const AlTone *tone, guint tracks)
{
  if (tone->toward_place.line > 0 && tone->toward == AL_TONE_TOWARD_TRACK && tone->track > tracks)
    al_diagnostics_add(diagnostics, tone->toward_place, NULL, "there is no track %u", tone->track);
}
