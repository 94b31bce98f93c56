/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/read_sides.h"

#include "album/project/values.h"

/* Sides have letters. */
#define MOST_SIDES 26

/* By AlRecordForm. */
static const AlChoice forms[] = {{"7 in", AL_RECORD_7_INCH},
                                 {"10 in", AL_RECORD_10_INCH},
                                 {"12 in", AL_RECORD_12_INCH},
                                 {"cassette", AL_RECORD_CASSETTE},
                                 {NULL, 0}};

const char *
al_record_form_name(AlRecordForm form)
{
  return forms[form].word;
}

void
al_read_record_form(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                    gpointer member)
{
  const AlSchemaKey named = {.key = key->key, .detail = forms};

  al_value_choice(reader, value, &named, member);
}

void
al_read_record_size(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                    gpointer member)
{
  AlChoice sizes[G_N_ELEMENTS(forms) - 1] = {{NULL, 0}};
  const AlSchemaKey named = {.key = key->key, .detail = sizes};

  for (int i = 0; i < AL_RECORD_CASSETTE; i++)
    sizes[i] = forms[i];
  al_value_choice(reader, value, &named, member);
}

void
al_read_record_speed(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                     gpointer member)
{
  static const AlChoice speeds[] = {{"33", 33}, {"45", 45}, {NULL, 0}};
  const AlSchemaKey named = {.key = key->key, .detail = speeds};

  al_value_choice(reader, value, &named, member);
}

/* One side, which goes on with track `next`; the number of the track after it. */
static guint
read_side(AlReader *reader, const AlYamlNode *value, guint next, GArray *sides)
{
  AlSideTracks side = {.first = next, .last = next, .place = value->place};

  if (!al_schema_expect(reader, value, AL_YAML_LIST, "a list of the tracks of a side"))
    return next;
  for (guint i = 0; i < value->items->len; i++) {
    const AlYamlNode *item = al_yaml_item(value, i);
    guint number;

    if (!al_value_track_number(reader, item, &number))
      continue;
    if (number != next)
      al_diagnostics_add(reader->diagnostics, item->place,
                         "sides have all tracks in the order of the album",
                         "expected track %u here, found %u", next, number);
    side.last = number;
    next = number + 1;
  }
  if (value->items->len == 0)
    al_schema_tell(reader, value, NULL, "the side is empty");
  g_array_append_val(sides, side);
  return next;
}

void
al_read_sides(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  GArray *sides = *(GArray **)member;
  guint tracks = reader->project->tracks->len, next = 1;
  guint before = al_diagnostics_count(reader->diagnostics);

  (void)key;
  if (!al_schema_expect(reader, value, AL_YAML_LIST, "a list of sides"))
    return;
  if (value->items->len > MOST_SIDES)
    al_schema_tell(reader, value, NULL, "there are at most 26 sides");
  for (guint i = 0; i < value->items->len; i++)
    next = read_side(reader, al_yaml_item(value, i), next, sides);
  if (al_diagnostics_count(reader->diagnostics) == before && tracks > 0 && next != tracks + 1)
    al_diagnostics_add(reader->diagnostics, value->place, NULL,
                       "the sides have %u tracks, and the album has %u", next - 1, tracks);
}

static void
read_hz(AlReader *reader, const AlYamlNode *value, const AlRange *range, gpointer member)
{
  al_value_quantity(reader, value, AL_QUANTITY_FREQUENCY, range, member);
}

void
al_read_mono_below(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                   gpointer member)
{
  static const AlRange range = {20, 500, "this is at least 20 Hz", "this is at most 500 Hz"};

  (void)key;
  read_hz(reader, value, &range, member);
}

void
al_read_high_pass(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                  gpointer member)
{
  static const AlRange range = {5, 200, "this is at least 5 Hz", "this is at most 200 Hz"};

  (void)key;
  read_hz(reader, value, &range, member);
}

void
al_read_low_pass(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  static const AlRange range = {8000, 20000, "this is at least 8 kHz", "this is at most 20 kHz"};

  (void)key;
  read_hz(reader, value, &range, member);
}

void
al_side_settings_init(AlSideSettings *sides, AlRecordForm form, int speed)
{
  *sides = (AlSideSettings){
      .sides = g_array_new(FALSE, FALSE, sizeof(AlSideTracks)), .form = form, .speed = speed};
}

void
al_side_settings_clear(AlSideSettings *sides)
{
  if (sides->sides != NULL)
    g_array_unref(sides->sides);
}
