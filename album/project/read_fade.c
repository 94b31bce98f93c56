/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/read_fade.h"

#include <string.h>

#include "album/project/values.h"

static const char expected[] =
    "expected a time and a curve such as 4 s cosine; curves are cosine, linear, exponential and "
    "s-curve";

/* By AlCurve. */
static const char *const curves[] = {"cosine", "linear", "exponential", "s-curve", NULL};

const char *
al_curve_name(AlCurve curve)
{
  return curves[curve];
}

static gboolean
find_curve(const char *word, AlCurve *curve)
{
  for (guint i = 0; curves[i] != NULL; i++) {
    if (strcmp(curves[i], word) == 0) {
      *curve = (AlCurve)i;
      return TRUE;
    }
  }
  return FALSE;
}

/* Cuts the word of the curve from behind the time and returns it, NULL where there is none. A last
 * word is that of a curve when it is one, or when the words before it are a time by themselves. */
static const char *
split(char *text)
{
  char *space = strrchr(text, ' ');
  double seconds;
  AlCurve curve;

  if (space == NULL)
    return NULL;
  *space = '\0';
  if (find_curve(space + 1, &curve) ||
      al_quantity_parse(AL_QUANTITY_DURATION, text, &seconds, NULL))
    return space + 1;
  *space = ' ';
  return NULL;
}

static gboolean
parse_fade(AlReader *reader, const AlYamlNode *value, AlFade *fade)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *time = g_strdup(value->text);
  const char *word = split(time);

  g_strchomp(time);
  if (word != NULL && !find_curve(word, &fade->curve)) {
    g_autofree char *suggestion = al_schema_suggest(word, curves);

    al_schema_tell(reader, value, suggestion != NULL ? suggestion : expected,
                   "the curve is not known");
    return FALSE;
  }
  if (!al_quantity_parse(AL_QUANTITY_DURATION, time, &fade->seconds, &error)) {
    al_diagnostics_add(reader->diagnostics, value->place, expected, "%s", error->message);
    return FALSE;
  }
  return TRUE;
}

void
al_read_fade(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  const AlRange *range = key->detail;
  AlFade fade = {.curve = AL_CURVE_COSINE, .place = value->place};

  if (!al_schema_expect(reader, value, AL_YAML_TEXT, "a time and a curve") ||
      !parse_fade(reader, value, &fade))
    return;
  if (fade.seconds < range->smallest)
    al_schema_tell(reader, value, NULL, range->too_small);
  else if (fade.seconds > range->largest)
    al_schema_tell(reader, value, NULL, range->too_large);
  else
    *(AlFade *)member = fade;
}
