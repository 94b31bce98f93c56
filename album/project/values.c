/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/values.h"

#include <string.h>

#include "album/project/utf8.h"
#include "redbook/charset.h"

/* The place of the first character that is not for texts, NULL where there is none. */
static const char *
find_control(const char *text)
{
  for (; *text != '\0'; text = g_utf8_find_next_char(text, NULL))
    if (!al_utf8_is_for_text(g_utf8_get_char(text)))
      return text;
  return NULL;
}

/* Nothing that anybody could see. */
static gboolean
is_blank(const char *text)
{
  for (; *text != '\0'; text = g_utf8_find_next_char(text, NULL)) {
    gunichar character = g_utf8_get_char(text);

    if (!g_unichar_isspace(character) && !g_unichar_iszerowidth(character))
      return FALSE;
  }
  return TRUE;
}

gboolean
al_value_is_text(AlReader *reader, const AlYamlNode *value)
{
  const char *control;

  if (!al_schema_expect(reader, value, AL_YAML_TEXT, "text"))
    return FALSE;
  if (is_blank(value->text)) {
    al_schema_tell(reader, value, "leave the key out where there is no text", "the text is empty");
    return FALSE;
  }
  control = find_control(value->text);
  if (control == NULL)
    return TRUE;
  al_diagnostics_add(reader->diagnostics, al_yaml_place_of(value, control),
                     "write the text on one line, without tabs",
                     *control == '\n' ? "a line break in the text: \"%s\""
                                      : "a control character in the text: \"%s\"",
                     value->text);
  return FALSE;
}

static void
set_text(gpointer member, const char *text)
{
  char **place = member;

  g_free(*place);
  *place = g_strdup(text);
}

void
al_value_text(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  (void)key;
  if (al_value_is_text(reader, value))
    set_text(member, value->text);
}

void
al_value_ascii(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  (void)key;
  if (al_value_is_text(reader, value) && al_value_fits(reader, value, RB_CHARSET_ASCII))
    set_text(member, value->text);
}

/* What to write where a text does not fit, of which `instead` would. Where that is question marks
 * alone, the text is in a script of its own. */
static char *
suggest(RbCharset charset, const char *instead)
{
  if (instead[strspn(instead, "? ")] != '\0')
    return g_strdup_printf("it holds %s here; this would fit: \"%s\"", rb_charset_name(charset),
                           instead);
  return g_strdup_printf(
      "it holds %s here: write it in Latin letters%s", rb_charset_name(charset),
      charset == RB_CHARSET_ISO_8859_1 ? ", and Japanese into translations: {ja: {...}}" : "");
}

gboolean
al_value_fits(AlReader *reader, const AlYamlNode *value, RbCharset charset)
{
  const char *bad = rb_charset_find_unencodable(charset, value->text);
  g_autofree char *instead = NULL;
  g_autofree char *hint = NULL;

  if (bad == NULL)
    return TRUE;
  instead = rb_charset_transliterate(charset, value->text);
  hint = suggest(charset, instead);
  al_diagnostics_add(reader->diagnostics, al_yaml_place_of(value, bad), hint,
                     "CD-TEXT cannot hold \"%.*s\": \"%s\"",
                     (int)(g_utf8_find_next_char(bad, NULL) - bad), bad, value->text);
  return FALSE;
}

/* Whether these are `count` digits and then `after`. */
static gboolean
has_digits(const char *text, gsize count, char after)
{
  return strspn(text, "0123456789") == count && text[count] == after;
}

/* yyyy, yyyy-mm or yyyy-mm-dd, of a day that is in the calendar. */
static gboolean
is_date(const char *text)
{
  guint64 year = g_ascii_strtoull(text, NULL, 10), month = 1, day = 1;

  if (has_digits(text, 4, '\0'))
    return year > 0;
  if (!has_digits(text, 4, '-'))
    return FALSE;
  month = g_ascii_strtoull(text + 5, NULL, 10);
  if (has_digits(text + 5, 2, '-') && has_digits(text + 8, 2, '\0'))
    day = g_ascii_strtoull(text + 8, NULL, 10);
  else if (!has_digits(text + 5, 2, '\0'))
    return FALSE;
  return g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year);
}

void
al_value_date(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  if (!al_value_is_text(reader, value))
    return;
  if (is_date(value->text))
    al_value_text(reader, value, key, member);
  else
    al_schema_tell(reader, value, "expected a date such as 2026, 2026-11 or 2026-11-20",
                   "this is not a date");
}

static char *
list_words(const AlChoice *choices)
{
  GString *list = g_string_new("expected ");

  for (const AlChoice *choice = choices; choice->word != NULL; choice++)
    g_string_append_printf(list, "%s%s",
                           choice == choices        ? ""
                           : choice[1].word == NULL ? " or "
                                                    : ", ",
                           choice->word);
  return g_string_free(list, FALSE);
}

static void
tell_unknown_word(AlReader *reader, const AlYamlNode *value, const AlChoice *choices)
{
  g_autoptr(GArray) known = g_array_new(TRUE, FALSE, sizeof(char *));
  g_autofree char *expected = list_words(choices);
  g_autofree char *suggestion = NULL;
  g_autofree char *hint = NULL;

  for (; choices->word != NULL; choices++)
    g_array_append_val(known, choices->word);
  suggestion = al_schema_suggest(value->text, (const char *const *)(gpointer)known->data);
  hint = g_strconcat(expected, suggestion != NULL ? "; " : NULL, suggestion, NULL);
  al_schema_tell(reader, value, hint, "the word is not known here");
}

gboolean
al_value_find_choice(AlReader *reader, const AlYamlNode *value, const AlChoice *choices,
                     int *chosen)
{
  if (!al_schema_expect(reader, value, AL_YAML_TEXT, "a word"))
    return FALSE;
  for (const AlChoice *choice = choices; choice->word != NULL; choice++) {
    if (strcmp(choice->word, value->text) == 0) {
      *chosen = choice->value;
      return TRUE;
    }
  }
  tell_unknown_word(reader, value, choices);
  return FALSE;
}

void
al_value_choice(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  al_value_find_choice(reader, value, key->detail, member);
}

void
al_value_choices(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  g_autofree char *words = list_words(key->detail);
  int sum = 0, chosen;

  if (value->kind == AL_YAML_TEXT) {
    al_schema_tell(reader, value, "write it in brackets: [one, another]",
                   "expected a list, found text");
    return;
  }
  if (!al_schema_expect(reader, value, AL_YAML_LIST, "a list"))
    return;
  if (value->items->len == 0)
    al_schema_tell(reader, value, words, "the list is empty");
  for (guint i = 0; i < value->items->len; i++) {
    const AlYamlNode *item = al_yaml_item(value, i);

    if (!al_value_find_choice(reader, item, key->detail, &chosen))
      continue;
    if (sum & chosen)
      al_schema_tell(reader, item, NULL, "this stands in the list twice");
    sum |= chosen;
  }
  if (sum != 0)
    *(int *)member = sum;
}

void
al_value_flag(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  static const AlChoice answers[] = {{"yes", TRUE}, {"no", FALSE}, {NULL, 0}};
  const AlChoice *bits = key->detail;
  int *flags = member;
  int answer;

  if (!al_value_find_choice(reader, value, answers, &answer))
    return;
  *flags = answer ? *flags | bits->value : *flags & ~bits->value;
}

gboolean
al_value_quantity(AlReader *reader, const AlYamlNode *value, AlQuantity quantity,
                  const AlRange *range, double *number)
{
  g_autoptr(GError) error = NULL;
  const char *expected = al_quantity_expected(quantity);

  if (!al_schema_expect(reader, value, AL_YAML_TEXT, expected + strlen("expected ")))
    return FALSE;
  if (!al_quantity_parse(quantity, value->text, number, &error)) {
    al_diagnostics_add(reader->diagnostics, value->place, expected, "%s", error->message);
    return FALSE;
  }
  if (range == NULL || (*number >= range->smallest && *number <= range->largest))
    return TRUE;
  al_schema_tell(reader, value, NULL,
                 *number < range->smallest ? range->too_small : range->too_large);
  return FALSE;
}

void
al_value_duration(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                  gpointer member)
{
  AlDuration *duration = member;
  double seconds;

  if (al_value_quantity(reader, value, AL_QUANTITY_DURATION, key->detail, &seconds))
    *duration = (AlDuration){.seconds = seconds, .place = value->place};
}

gboolean
al_value_track_number(AlReader *reader, const AlYamlNode *value, guint *number)
{
  guint64 parsed;

  if (!al_schema_expect(reader, value, AL_YAML_TEXT, "the number of a track"))
    return FALSE;
  if (!g_ascii_string_to_unsigned(value->text, 10, 1, G_MAXUINT, &parsed, NULL)) {
    al_schema_tell(reader, value, "expected a number such as 1; the first track is 1",
                   "this is not the number of a track");
    return FALSE;
  }
  *number = (guint)parsed;
  return TRUE;
}
