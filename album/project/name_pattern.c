/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/name_pattern.h"

#include <string.h>

#include "album/project/device_name.h"
#include "redbook/charset.h"

/* By AlNameField. */
static const char *const words[AL_NAME_COUNT] = {"track", "title",   "artist",
                                                 "album", "catalog", "isrc"};

/* Reserved by one of the common file systems. */
#define RESERVED "\"*/:<>?\\|"

/* What stands between the parts of a name and says nothing at its ends. */
#define SEPARATORS " -_."

/* Before what Windows takes for a device. */
#define DEVICE_MARK "_"

/* No single text takes all the room. */
#define MOST_VALUE_BYTES 120

/* The field whose word begins behind the brace at `brace`, and the end of it. */
static gboolean
find_field(const char *brace, AlNameField *field, const char **end)
{
  const char *close = strchr(brace, '}');

  for (int i = 0; close != NULL && i < AL_NAME_COUNT; i++) {
    if (strlen(words[i]) == (gsize)(close - brace - 1) &&
        strncmp(words[i], brace + 1, strlen(words[i])) == 0) {
      *field = (AlNameField)i;
      *end = close + 1;
      return TRUE;
    }
  }
  return FALSE;
}

const char *
al_name_pattern_fault(const char *pattern)
{
  gboolean any = FALSE;
  AlNameField field;

  for (const char *c = pattern; *c != '\0';) {
    if (*c == '{') {
      if (!find_field(c, &field, &c))
        return "expected {track}, {title}, {artist}, {album}, {catalog} or {isrc} in braces";
      any = TRUE;
    } else if (strchr(RESERVED "}", *c) != NULL) {
      return "file names cannot have any of / \\ : * ? \" < > | and single braces";
    } else {
      c++;
    }
  }
  return any ? NULL : "every track would have this name: put {track} or {title} into it";
}

static void
cut_bytes(char *text, gsize most)
{
  if (strlen(text) > most)
    *g_utf8_find_prev_char(text, text + most + 1) = '\0';
}

static gboolean
says_something(const char *text)
{
  for (; *text != '\0'; text = g_utf8_find_next_char(text, NULL))
    if (g_unichar_isalnum(g_utf8_get_char(text)) || g_utf8_get_char(text) > 0x2000)
      return TRUE;
  return FALSE;
}

/* Is it neither seen nor part of what is, but turns the direction of a name, or makes two names
 * that look the same? The joiners inside pictures and letters are not among these. */
static gboolean
is_invisible(gunichar character)
{
  return character == 0xAD || character == 0x200B || character == 0xFEFF ||
         (character >= 0x200E && character <= 0x200F) ||
         (character >= 0x2028 && character <= 0x202E) ||
         (character >= 0x2060 && character <= 0x206F);
}

/* Unicode keeps letters of any script and pictures; what is reserved becomes an underscore. */
static char *
as_unicode(const char *text)
{
  g_autofree char *normal = g_utf8_normalize(text, -1, G_NORMALIZE_NFC);
  GString *clean = g_string_new(NULL);

  for (const char *c = normal; c != NULL && *c != '\0'; c = g_utf8_find_next_char(c, NULL)) {
    gunichar character = g_utf8_get_char(c);

    if (is_invisible(character))
      continue;
    if (g_unichar_iscntrl(character) || (character < 0x80 && strchr(RESERVED, (int)character)))
      g_string_append_c(clean, '_');
    else
      g_string_append_unichar(clean, character);
  }
  return g_string_free(clean, FALSE);
}

/* Everything but letters, digits, hyphen and underscore becomes a hyphen, one for a row of them. */
static void
make_plain(char *text)
{
  char *to = text;

  for (const char *c = text; *c != '\0'; c++) {
    if (g_ascii_isalnum(*c) || *c == '_')
      *to++ = *c;
    else if (to > text && to[-1] != '-')
      *to++ = '-';
  }
  *to = '\0';
}

static char *
clean(const char *text, AlCharacters characters, gsize most_bytes)
{
  char *name = characters == AL_CHARACTERS_UNICODE
                   ? as_unicode(text)
                   : rb_charset_transliterate(RB_CHARSET_ASCII, text);

  if (!says_something(name))
    name[0] = '\0';
  for (char *c = name; *c != '\0'; c++)
    if (strchr(RESERVED, *c) != NULL || g_ascii_iscntrl(*c))
      *c = '_';
  cut_bytes(name, most_bytes);
  return g_strstrip(name);
}

/* A row of spaces and underscores becomes one: an underscore, where there is one among them. */
static void
close_up(char *text)
{
  char *to = text;

  for (const char *c = text; *c != '\0'; c++) {
    gboolean joins = to > text && strchr(" _", to[-1]) != NULL && strchr(" _", *c) != NULL;

    if (!joins)
      *to++ = *c;
    else if (*c == '_')
      to[-1] = '_';
  }
  *to = '\0';
}

/* Takes away what begins or ends a name and is no part of it: a point would hide it, or be lost on
 * Windows. */
static void
trim(char *name)
{
  gsize from = strspn(name, SEPARATORS), length;

  memmove(name, name + from, strlen(name + from) + 1);
  for (length = strlen(name); length > 0 && strchr(SEPARATORS, name[length - 1]) != NULL;)
    name[--length] = '\0';
}

char *
al_name_pattern_expand(const char *pattern, const char *const *values, AlCharacters characters)
{
  g_autoptr(GString) name = g_string_new(NULL);
  g_autofree char *whole = NULL;
  AlNameField field;

  for (const char *c = pattern; *c != '\0';) {
    if (*c == '{' && find_field(c, &field, &c)) {
      g_autofree char *value =
          values[field] != NULL ? clean(values[field], characters, MOST_VALUE_BYTES) : NULL;

      g_string_append(name, value != NULL ? value : "");
    } else {
      g_string_append_c(name, *c++);
    }
  }
  whole = clean(name->str, characters, AL_NAME_PATTERN_BYTES - strlen(DEVICE_MARK));
  close_up(whole);
  if (characters == AL_CHARACTERS_PLAIN)
    make_plain(whole);
  trim(whole);
  if (al_device_name_is(whole))
    return g_strconcat(DEVICE_MARK, whole, NULL);
  return whole[0] != '\0' ? g_steal_pointer(&whole) : g_strdup("Untitled");
}

char *
al_name_of_title(const char *title)
{
  const char *const values[AL_NAME_COUNT] = {[AL_NAME_TITLE] = title};

  return al_name_pattern_expand("{title}", values, AL_CHARACTERS_ASCII);
}
