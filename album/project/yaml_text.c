/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/yaml_text.h"

#include <string.h>

/* Characters that every reader takes as they are, wherever they stand. What Unicode calls printable
 * leaves out the controls, line ends, byte order mark and noncharacters that YAML 1.2.2 (5.1)
 * forbids or treats in its own way. */
static gboolean
is_ordinary(gunichar character)
{
  return g_unichar_isprint(character) && (character == ' ' || !g_unichar_isspace(character));
}

/* Nothing at its start that is an indicator, no blank at its end, and neither ": " nor " #" within:
 * YAML 1.2.2, 7.3.3. */
static gboolean
is_plain(const char *text)
{
  gsize length = strlen(text);

  if (length == 0 || !g_unichar_isalnum(g_utf8_get_char(text)) || text[length - 1] == ' ' ||
      text[length - 1] == ':' || strstr(text, ": ") != NULL || strstr(text, " #") != NULL)
    return FALSE;
  for (; *text != '\0'; text = g_utf8_find_next_char(text, NULL))
    if (!is_ordinary(g_utf8_get_char(text)))
      return FALSE;
  return TRUE;
}

static void
append_quoted(GString *quoted, gunichar character)
{
  if (character == '"' || character == '\\')
    g_string_append_printf(quoted, "\\%c", (char)character);
  else if (is_ordinary(character))
    g_string_append_unichar(quoted, character);
  else if (character <= 0xff)
    g_string_append_printf(quoted, "\\x%02x", character);
  else if (character <= 0xffff)
    g_string_append_printf(quoted, "\\u%04x", character);
  else
    g_string_append_printf(quoted, "\\U%08x", character);
}

char *
al_yaml_text(const char *text)
{
  GString *quoted;

  if (is_plain(text))
    return g_strdup(text);
  quoted = g_string_new("\"");
  for (; *text != '\0'; text = g_utf8_find_next_char(text, NULL))
    append_quoted(quoted, g_utf8_get_char(text));
  g_string_append_c(quoted, '"');
  return g_string_free(quoted, FALSE);
}

char *
al_yaml_comment(const char *text)
{
  g_autofree char *valid = g_utf8_make_valid(text, -1);
  GString *comment = g_string_new(NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_find_next_char(at, NULL)) {
    gunichar character = g_utf8_get_char(at);

    g_string_append_unichar(comment, is_ordinary(character) ? character : ' ');
  }
  return g_string_free(comment, FALSE);
}
