/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/tone_curve.h"

#include <string.h>

#include "album/error.h"
#include "album/project/values.h"
#include "album/project/yaml.h"

#define FORMAT "1"

/* Below this there is nothing, and no level is told. */
#define LEAST_DB (-150)

/* Three lanes of thirty bands need less than two thousand. */
#define MAX_BYTES (64 * 1024)

static const char *const lane_names[AL_TONE_LANES] = {"stereo", "mid", "side"};

char *
al_tone_curve_format(const AlToneTarget *target)
{
  GString *text = g_string_new("segue-curve: " FORMAT "\n");

  for (AlToneLane lane = 0; lane < AL_TONE_LANES; lane++) {
    const char *separator = "";

    g_string_append_printf(text, "%s: {", lane_names[lane]);
    for (guint band = 0; band < AL_TONE_BANDS; band++) {
      char level[G_ASCII_DTOSTR_BUF_SIZE];

      if (target->level_db[lane][band] < LEAST_DB)
        continue;
      g_ascii_formatd(level, sizeof level, "%.2f", target->level_db[lane][band]);
      g_string_append_printf(text, "%s%s: %s dB", separator, al_tone_band_name(band), level);
      separator = ", ";
    }
    g_string_append(text, "}\n");
  }
  return g_string_free(text, FALSE);
}

static void
read_version(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  (void)key;
  (void)member;
  if (al_schema_expect(reader, value, AL_YAML_TEXT, "the version of the format, 1") &&
      strcmp(value->text, FORMAT) != 0)
    al_schema_tell(reader, value, "expected 1", "this is not a version of the format");
}

static void
read_level(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  double level_db;

  (void)key;
  if (al_value_quantity(reader, value, AL_QUANTITY_DB, NULL, &level_db))
    *(double *)member = level_db;
}

static void
read_lane(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  AlSchemaKey bands[AL_TONE_BANDS + 1] = {{.key = NULL}};

  for (guint band = 0; band < AL_TONE_BANDS; band++)
    bands[band] = (AlSchemaKey){
        .key = al_tone_band_name(band), .read = read_level, .offset = band * sizeof(double)};
  if (al_schema_read(reader, value, key->key, bands, member) && value->items->len == 0)
    al_schema_tell(reader, value, "such as {1k: -12 dB, 2k: -14.5 dB}", "no band is given");
}

static const AlSchemaKey keys[] = {
    {.key = "segue-curve",
     .read = read_version,
     .required = TRUE,
     .example = "segue-curve: " FORMAT},
    {.key = "stereo",
     .read = read_lane,
     .offset = G_STRUCT_OFFSET(AlToneTarget, level_db[AL_TONE_STEREO]),
     .required = TRUE},
    {.key = "mid",
     .read = read_lane,
     .offset = G_STRUCT_OFFSET(AlToneTarget, level_db[AL_TONE_MID])},
    {.key = "side",
     .read = read_lane,
     .offset = G_STRUCT_OFFSET(AlToneTarget, level_db[AL_TONE_SIDE])},
    {.key = NULL},
};

static void
parse(const char *text, gsize length, AlDiagnostics *diagnostics, AlToneTarget *target)
{
  g_autoptr(AlYamlNode) root = al_yaml_parse(text, length, diagnostics);
  AlReader reader = {.diagnostics = diagnostics};

  for (AlToneLane lane = 0; lane < AL_TONE_LANES; lane++)
    for (guint band = 0; band < AL_TONE_BANDS; band++)
      target->level_db[lane][band] = AL_TONE_NONE;
  if (root != NULL)
    al_schema_read(&reader, root, "a curve", keys, target);
}

gboolean
al_tone_curve_read(const char *path, AlToneTarget *target, GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *valid = NULL;
  g_autoptr(AlDiagnostics) diagnostics = NULL;
  const AlDiagnostic *first;
  gsize length;

  if (!g_file_get_contents(path, &text, &length, error))
    return FALSE;
  if (length > MAX_BYTES) {
    g_set_error(error, AL_ERROR, AL_ERROR_PROJECT, "%s is too large for a curve", path);
    return FALSE;
  }
  valid = g_utf8_make_valid(text, (gssize)length);
  diagnostics = al_diagnostics_new(path, valid);
  parse(text, length, diagnostics, target);
  if (al_diagnostics_count(diagnostics) == 0)
    return TRUE;
  first = al_diagnostics_get(diagnostics, 0);
  g_set_error(error, AL_ERROR, AL_ERROR_PROJECT,
              "this is not a curve that segue saved: %s:%u:%u: %s", path, first->place.line,
              first->place.column, first->message);
  return FALSE;
}
