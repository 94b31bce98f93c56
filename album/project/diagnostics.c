/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/diagnostics.h"

/* More than this many are counted, not shown: a file of another kind can be wrong in every line. */
#define SHOWN 200

/* A message keeps this many characters: what it quotes from the file stands last. */
#define MESSAGE_CHARACTERS 300

/* Of a longer source line, a part around the column is shown. */
#define LINE_CHARACTERS 120

/* In place of what a terminal would act on. */
#define REPLACEMENT 0xfffd
#define LINE_BREAK 0x21b5

struct AlDiagnostics {
  char *path;
  char **lines;
  guint n_lines;
  GPtrArray *list; /* of AlDiagnostic */
};

static void
diagnostic_free(gpointer data)
{
  AlDiagnostic *diagnostic = data;

  g_free(diagnostic->message);
  g_free(diagnostic->hint);
  g_free(diagnostic);
}

/* The line breaks of YAML: LF, CR LF, CR. */
static char **
split_lines(const char *text)
{
  g_autoptr(GString) unix_text = g_string_new(text);

  g_string_replace(unix_text, "\r\n", "\n", 0);
  g_strdelimit(unix_text->str, "\r", '\n');
  return g_strsplit(unix_text->str, "\n", -1);
}

AlDiagnostics *
al_diagnostics_new(const char *path, const char *text)
{
  AlDiagnostics *diagnostics = g_new(AlDiagnostics, 1);
  g_autofree char *valid = g_utf8_make_valid(text, -1);

  diagnostics->path = g_strdup(path);
  diagnostics->lines = split_lines(g_str_has_prefix(valid, "\xef\xbb\xbf") ? valid + 3 : valid);
  diagnostics->n_lines = g_strv_length(diagnostics->lines);
  diagnostics->list = g_ptr_array_new_with_free_func(diagnostic_free);
  return diagnostics;
}

void
al_diagnostics_free(AlDiagnostics *diagnostics)
{
  if (diagnostics == NULL)
    return;
  g_free(diagnostics->path);
  g_strfreev(diagnostics->lines);
  g_ptr_array_unref(diagnostics->list);
  g_free(diagnostics);
}

/* What a terminal shows for a character: itself, unless it would act on it. */
static gunichar
shown(gunichar character)
{
  return character != '\t' && g_unichar_iscntrl(character) ? REPLACEMENT : character;
}

/* One line, short enough to read, that does nothing to a terminal. */
static char *
tame(const char *message)
{
  g_autofree char *valid = g_utf8_make_valid(message, -1);
  GString *line = g_string_new(NULL);
  gsize characters = 0;

  for (const char *at = valid; *at != '\0'; at = g_utf8_find_next_char(at, NULL)) {
    if (characters++ == MESSAGE_CHARACTERS) {
      g_string_append(line, "…");
      break;
    }
    g_string_append_unichar(line, *at == '\n' ? LINE_BREAK : shown(g_utf8_get_char(at)));
  }
  return g_string_free(line, FALSE);
}

void
al_diagnostics_add(AlDiagnostics *diagnostics, AlPlace place, const char *hint, const char *format,
                   ...)
{
  AlDiagnostic *diagnostic = g_new(AlDiagnostic, 1);
  g_autofree char *message = NULL;
  va_list arguments;

  va_start(arguments, format);
  message = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  diagnostic->place = place;
  diagnostic->message = tame(message);
  diagnostic->hint = hint != NULL ? tame(hint) : NULL;
  g_ptr_array_add(diagnostics->list, diagnostic);
}

guint
al_diagnostics_count(const AlDiagnostics *diagnostics)
{
  return diagnostics->list->len;
}

/* Writes characters `first` to `last` (from 1) of a line. */
static void
append_part(GString *out, const char *line, glong first, glong last)
{
  glong column = 1;

  for (const char *at = line; *at != '\0' && column <= last;
       at = g_utf8_find_next_char(at, NULL), column++) {
    if (column >= first)
      g_string_append_unichar(out, shown(g_utf8_get_char(at)));
  }
}

/* Writes what moves the caret below the character at `column`: a tab for a tab, two spaces for a
 * character of double width, nothing for a combining one. */
static void
append_padding(GString *out, const char *line, glong first, glong column)
{
  const char *at = g_utf8_offset_to_pointer(line, first - 1);

  for (glong i = first; i < column && *at != '\0'; i++, at = g_utf8_find_next_char(at, NULL)) {
    gunichar character = shown(g_utf8_get_char(at));

    if (character == '\t')
      g_string_append_c(out, '\t');
    else if (g_unichar_iswide(character))
      g_string_append(out, "  ");
    else if (!g_unichar_iszerowidth(character))
      g_string_append_c(out, ' ');
  }
}

static void
append_source(GString *out, const AlDiagnostics *diagnostics, AlPlace place)
{
  const char *line;
  glong length, first, last;

  if (place.line > diagnostics->n_lines || diagnostics->lines[place.line - 1][0] == '\0')
    return;
  line = diagnostics->lines[place.line - 1];
  length = g_utf8_strlen(line, -1);
  first = length > LINE_CHARACTERS ? (glong)place.column - LINE_CHARACTERS / 2 : 1;
  first = CLAMP(first, 1, length);
  last = MIN(first + LINE_CHARACTERS - 1, length);
  g_string_append_printf(out, "%5u | %s", place.line, first > 1 ? "…" : "");
  append_part(out, line, first, last);
  g_string_append_printf(out, "%s\n      | %s", last < length ? "…" : "", first > 1 ? " " : "");
  append_padding(out, line, first, place.column);
  g_string_append(out, "^\n");
}

static gint
by_place(gconstpointer a, gconstpointer b)
{
  AlPlace left = (*(const AlDiagnostic *const *)a)->place;
  AlPlace right = (*(const AlDiagnostic *const *)b)->place;

  if (left.line != right.line)
    return left.line < right.line ? -1 : 1;
  return (left.column > right.column) - (left.column < right.column);
}

static void
append_diagnostic(GString *out, const AlDiagnostics *diagnostics, const AlDiagnostic *diagnostic)
{
  AlPlace place = diagnostic->place;

  g_string_append(out, diagnostics->path);
  if (place.line > 0)
    g_string_append_printf(out, ":%u:%u", place.line, place.column);
  g_string_append_printf(out, ": error: %s\n", diagnostic->message);
  if (place.line > 0)
    append_source(out, diagnostics, place);
  if (diagnostic->hint != NULL)
    g_string_append_printf(out, "   %s\n", diagnostic->hint);
}

const AlDiagnostic *
al_diagnostics_get(const AlDiagnostics *diagnostics, guint i)
{
  g_assert(i < diagnostics->list->len);
  g_ptr_array_sort(diagnostics->list, by_place);
  return g_ptr_array_index(diagnostics->list, i);
}

char *
al_diagnostics_format(const AlDiagnostics *diagnostics)
{
  GString *out = g_string_new(NULL);

  g_ptr_array_sort(diagnostics->list, by_place);
  for (guint i = 0; i < MIN(diagnostics->list->len, SHOWN); i++)
    append_diagnostic(out, diagnostics, g_ptr_array_index(diagnostics->list, i));
  if (diagnostics->list->len > SHOWN)
    g_string_append_printf(out, "%s: and %u more errors\n", diagnostics->path,
                           diagnostics->list->len - SHOWN);
  return g_string_free(out, FALSE);
}
