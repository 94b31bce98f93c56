/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Project files that are no YAML, or more of it than is read, each with everything that is said
 * about it. */
#include "album/project/yaml_syntax.h"

#include <string.h>

#include "album/project/project.h"

typedef struct {
  const char *name;
  const char *text;
  gsize length;
  const char *expected; /* "line:column: message" of each error, in order */
} Row;

#define TEXT(literal) literal, sizeof(literal) - 1

#define HEAD "segue: 1\nalbum: {title: A}\n"
#define TRACKS "tracks: [{file: /dev/null}]\n"
#define DELIVER "deliver: {cd: {}}\n"

static const Row rows[] = {
    {"a tab",
     TEXT(HEAD "tracks:\n"
               "\t- file: a.wav\n" DELIVER),
     "4:1: a tab in the indentation\n"},
    {"a tab in a continued line",
     TEXT("segue: 1\n"
          "album:\n"
          "  title: A\n"
          "  label: Harbour\n"
          "\tRecords: 1\n" TRACKS DELIVER),
     "5:1: a tab in the indentation\n"},
    {"a second colon",
     TEXT("segue: 1\n"
          "album:\n"
          "  title: A\n"
          "  label: Fog: Part One\n" TRACKS DELIVER),
     "4:13: a second colon on the line\n"},
    {"an open quote",
     TEXT("segue: 1\n"
          "album:\n"
          "  title: A\n"
          "  label: \"Fog\n" TRACKS DELIVER),
     "4:10: the quote is not closed\n"},
    {"an open bracket", TEXT(HEAD "tracks: [{file: a.wav}\n" DELIVER),
     "3:9: the list is not closed\n"},
    {"an open brace", TEXT(HEAD "tracks: [{file: a.wav]\n" DELIVER),
     "3:22: this is not the bracket that has to be closed next\n"},
    {"text behind a quote",
     TEXT("segue: 1\n"
          "album: {title: A}\n"
          "tracks:\n"
          "  - title: \"Heroes\" (live)\n" DELIVER),
     "4:21: text goes on behind the quote\n"},
    {"text behind a bracket", TEXT(HEAD "tracks:\n  - title: [Intro] A\n" DELIVER),
     "4:20: text goes on behind a bracket\n"},
    {"a brace that stays open", TEXT("segue: 1\nalbum: {title: A\n" TRACKS DELIVER),
     "2:8: the mapping is not closed, or a comma is missing in it\n"},
    {"a missing comma", TEXT(HEAD "tracks: [{file: a.wav} {file: b.wav}]\n" DELIVER),
     "3:9: the list is not closed, or a comma is missing in it\n"},
    {"a line one space off", TEXT(HEAD "tracks:\n  - file: a.wav\n   gap: 2 s\n" DELIVER),
     "5:4: this line is no entry of the list\n"},
    {"a text that begins with a sign", TEXT(HEAD "tracks:\n  - title: > A\n" DELIVER),
     "4:14: text cannot begin with this character\n"},
    {"a line that does not fit",
     TEXT("segue: 1\n"
          "album:\n"
          "  title: A\n"
          "  label: Fog\n"
          "    catalog: F\n" TRACKS DELIVER),
     "4:10: the line after this one does not fit\n"},
    {"a character that cannot begin text",
     TEXT("segue: 1\n"
          "album:\n"
          "  title: A\n"
          "  label: @home\n" TRACKS DELIVER),
     "4:10: text cannot begin with this character\n"},
    {"an alias", TEXT(HEAD "tracks: [{file: &f a.wav}, {file: *f}]\n" DELIVER),
     "3:18: anchors are not read\n"
     "3:36: aliases are not read\n"},
    {"a tag",
     TEXT("segue: 1\n"
          "album:\n"
          "  title: A\n"
          "  label: !!str Fog\n" TRACKS DELIVER),
     "4:10: tags are not read\n"},
    {"a second document",
     TEXT(HEAD TRACKS DELIVER "---\n"
                              "segue: 1\n"),
     "5:1: a second document begins here, and only one is read\n"},
    {"not UTF-8",
     TEXT("segue: 1\n"
          "album: {title: \303\251 caf\351}\n"
          "# \377\n"),
     "2:21: this is not UTF-8: byte 0xe9\n"
     "3:3: this is not UTF-8: byte 0xff\n"},
    {"UTF-16", TEXT("\377\376s\000e\000"), "1:1: this is not UTF-8: byte 0xff\n"},
    {"a NUL byte",
     TEXT("segue: 1\n"
          "album: {title: a\000b}\n"),
     "2:17: a NUL byte, which no text has\n"},
};

static void
test_row(gconstpointer data)
{
  const Row *row = data;
  g_autoptr(AlProject) project = al_project_parse("album.yaml", row->text, row->length);
  g_autoptr(GString) errors = g_string_new(NULL);

  for (guint i = 0; i < al_diagnostics_count(project->diagnostics); i++) {
    const AlDiagnostic *error = al_diagnostics_get(project->diagnostics, i);

    g_string_append_printf(errors, "%u:%u: %s\n", error->place.line, error->place.column,
                           error->message);
  }
  g_assert_cmpstr(errors->str, ==, row->expected);
}

/* Words of no YAML parser, and a way out. */
static void
test_hint(void)
{
  const char *text = HEAD "tracks:\n  - title: [Intro] A\n" DELIVER;
  g_autoptr(AlProject) project = al_project_parse("album.yaml", text, strlen(text));

  g_assert_cmpstr(al_diagnostics_get(project->diagnostics, 0)->hint, ==,
                  "put text that begins with a bracket in quotes");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree char *path = g_strconcat("/yaml_syntax/", rows[i].name, NULL);

    g_test_add_data_func(path, &rows[i], test_row);
  }
  g_test_add_func("/yaml_syntax/hint", test_hint);
  return g_test_run();
}
