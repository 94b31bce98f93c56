/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/yaml_syntax.h"

#include <string.h>

typedef struct {
  const char *theirs; /* part of libfyaml's message */
  const char *ours;
  const char *hint;
  gboolean at_opening; /* the place is that of what was left open */
} Words;

static const Words words[] = {
    {"nested block mapping on the same line", "a second colon on the line",
     "put text that has a colon and a space in it in quotes", FALSE},
    {"multiline plain key", "the line after this one does not fit",
     "align it with the key it belongs beside, or put text that has a colon in it in quotes",
     FALSE},
    {"plain scalar cannot start with", "text cannot begin with this character",
     "put the text in quotes", FALSE},
    {"without closing quote", "the quote is not closed", NULL, FALSE},
    {"without a closing bracket", "the list is not closed", "expected a \"]\"", TRUE},
    {"without a closing brace", "the mapping is not closed", "expected a \"}\"", TRUE},
    {"wrongly indented double-quoted", "the quote is not closed",
     "close it, or indent the lines on which the text goes on", FALSE},
    {"wrongly indented single-quoted", "the quote is not closed",
     "close it, or indent the lines on which the text goes on", FALSE},
    {"wrongly indented flow sequence", "the list is not closed", "expected a \"]\"", TRUE},
    {"wrongly indented flow mapping", "the mapping is not closed", "expected a \"}\"", TRUE},
    {"mismatched flow", "this is not the bracket that has to be closed next", NULL, FALSE},
    {"invalid trailing content after double-quoted", "text goes on behind the quote",
     "put all of the text in quotes, and \\\" for quotes in it", FALSE},
    {"invalid trailing content after single-quoted", "text goes on behind the quote",
     "put all of the text in double quotes", FALSE},
    {"invalid value after mapping", "text goes on behind a bracket",
     "put text that begins with a bracket in quotes", FALSE},
    {"missing comma in flow mapping", "the mapping is not closed, or a comma is missing in it",
     "expected a \",\" or a \"}\"", TRUE},
    {"missing comma in flow sequence", "the list is not closed, or a comma is missing in it",
     "expected a \",\" or a \"]\"", TRUE},
    {"did not find expected '-' indicator", "this line is no entry of the list",
     "indent it like what it belongs to, or begin it with \"- \"", FALSE},
    {"block scalar no linebreak", "text cannot begin with this character", "put the text in quotes",
     FALSE},
    {"in sequence while in mapping", "the list does not begin with a hyphen",
     "begin each entry with \"- \"", FALSE},
    {"tab character", "a tab in the indentation", "indent with spaces", FALSE},
};

/* The start of a line (from 1), NULL past the end. */
static const char *
find_line(const char *text, gsize length, guint line)
{
  const char *end = text + length;

  while (line > 1 && text != NULL && text < end) {
    text = memchr(text, '\n', end - text);
    if (text != NULL)
      text++;
    line--;
  }
  return text < end ? text : NULL;
}

/* A tab in the indentation of a line gives libfyaml errors of many kinds. */
static gboolean
find_tab(const char *text, gsize length, AlPlace *place)
{
  const char *end = text + length;
  const char *line = find_line(text, length, place->line);
  const char *at = line;

  while (at != NULL && at < end && *at == ' ')
    at++;
  if (at == NULL || at >= end || *at != '\t')
    return FALSE;
  place->column = (guint)(at - line) + 1;
  return TRUE;
}

static gboolean
tell_tab(AlDiagnostics *diagnostics, const char *text, gsize length, AlPlace place)
{
  AlPlace below = {.line = place.line + 1};

  if (!find_tab(text, length, &place)) {
    if (!find_tab(text, length, &below))
      return FALSE;
    place = below;
  }
  al_diagnostics_add(diagnostics, place, "indent with spaces", "a tab in the indentation");
  return TRUE;
}

/* "<memory>:2:4: error: words" */
static gboolean
split_report(const char *report, AlPlace *place, const char **message)
{
  static const char mark[] = ": error: ";
  const char *found = strstr(report, mark);
  g_autofree char *before = NULL;
  char *column, *line;

  if (found == NULL)
    return FALSE;
  *message = found + strlen(mark);
  before = g_strndup(report, found - report);
  column = strrchr(before, ':');
  if (column == NULL)
    return FALSE;
  *column++ = '\0';
  line = strrchr(before, ':');
  if (line == NULL)
    return FALSE;
  place->line = (guint)g_ascii_strtoull(line + 1, NULL, 10);
  place->column = (guint)g_ascii_strtoull(column, NULL, 10);
  return place->line > 0 && place->column > 0;
}

void
al_yaml_syntax_tell(AlDiagnostics *diagnostics, const char *report, const char *text, gsize length,
                    AlPlace open)
{
  AlPlace place;
  const char *message;

  if (!split_report(report, &place, &message)) {
    al_diagnostics_add(diagnostics, open, NULL, "from here on this is not YAML");
    return;
  }
  if (tell_tab(diagnostics, text, length, place))
    return;
  for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
    if (strstr(message, words[i].theirs) != NULL) {
      al_diagnostics_add(diagnostics, words[i].at_opening ? open : place, words[i].hint, "%s",
                         words[i].ours);
      return;
    }
  }
  al_diagnostics_add(diagnostics, place, NULL, "this is not YAML: %.*s",
                     (int)strcspn(message, "\n"), message);
}
