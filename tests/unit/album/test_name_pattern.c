/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/name_pattern.h"

#include <string.h>

static const struct {
  const char *pattern, *title;
  AlCharacters characters;
  const char *expected;
} names[] = {
    {"{track} {title}", "Harbour Lights", AL_CHARACTERS_ASCII, "07 Harbour Lights"},
    {"{track} {title}", "Harbour Lights", AL_CHARACTERS_PLAIN, "07-Harbour-Lights"},
    {"{track} {title}", "Fog: Part One", AL_CHARACTERS_ASCII, "07 Fog_Part One"},
    {"{track} {title}", "Où est l’été?", AL_CHARACTERS_ASCII, "07 Ou est l'ete"},
    {"{track} {title}", "Où est l’été?", AL_CHARACTERS_UNICODE, "07 Où est l’été"},
    {"{track} {title}", "夜のフェリー", AL_CHARACTERS_UNICODE, "07 夜のフェリー"},
    {"{track} {title}", "夜のフェリー", AL_CHARACTERS_ASCII, "07"},
    {"{track} {title}", "🎵", AL_CHARACTERS_UNICODE, "07 🎵"},
    {"{track} {title}", "🎵", AL_CHARACTERS_PLAIN, "07"},
    {"{track} {title}", "AC/DC \"Live\" <1|2> \\ *", AL_CHARACTERS_UNICODE, "07 AC_DC_Live_1_2"},
    {"{track} {title}", NULL, AL_CHARACTERS_ASCII, "07"},
    {"{track} - {title}", NULL, AL_CHARACTERS_ASCII, "07"},
    {"{title}", "...and then", AL_CHARACTERS_ASCII, "and then"},
    {"{title}", "Con", AL_CHARACTERS_ASCII, "_Con"},
    {"{title}", "aux .", AL_CHARACTERS_UNICODE, "_aux"},
    {"{title}", "lpt1", AL_CHARACTERS_PLAIN, "_lpt1"},
    {"{track} {title}", "con", AL_CHARACTERS_ASCII, "07 con"},
    {"{title}", "\u202Eflac.exe\uFEFF", AL_CHARACTERS_UNICODE, "flac.exe"},
    {"{title}", "👩\u200D🎤", AL_CHARACTERS_UNICODE, "👩\u200D🎤"},
    {"{title}", "夜", AL_CHARACTERS_ASCII, "Untitled"},
    {"{title}", "..", AL_CHARACTERS_UNICODE, "Untitled"},
    {"{artist}_{album}_{catalog}_{isrc}_{track}", "", AL_CHARACTERS_PLAIN,
     "The-Lanterns_Night-Ferry_NF-012_FRABC2600001_07"},
};

static char *
expand(const char *pattern, const char *title, AlCharacters characters)
{
  const char *const values[AL_NAME_COUNT] = {[AL_NAME_TRACK] = "07",
                                             [AL_NAME_TITLE] = title,
                                             [AL_NAME_ARTIST] = "The Lanterns",
                                             [AL_NAME_ALBUM] = "Night Ferry",
                                             [AL_NAME_CATALOG] = "NF-012",
                                             [AL_NAME_ISRC] = "FRABC2600001"};

  g_assert_null(al_name_pattern_fault(pattern));
  return al_name_pattern_expand(pattern, values, characters);
}

static void
test_names(void)
{
  for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autofree char *name = expand(names[i].pattern, names[i].title, names[i].characters);

    g_assert_cmpstr(name, ==, names[i].expected);
  }
}

static void
test_name_of_title(void)
{
  static const struct {
    const char *title, *name;
  } rows[] = {
      {"Night Ferry", "Night Ferry"},
      {"AC/DC: \"Live\"?", "AC_DC_Live"},
      {"Mötley Ágætis", "Motley Agaetis"},
      {".hidden", "hidden"},
      {"  Wait for it... ", "Wait for it"},
      {"tab\there", "tab here"},
      {"nul.point", "_nul.point"},
      {"夜", "Untitled"},
      {"", "Untitled"},
      {NULL, "Untitled"},
  };

  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree char *name = al_name_of_title(rows[i].title);

    g_assert_cmpstr(name, ==, rows[i].name);
  }
}

/* However long the texts are, a file system takes the name, and no character is cut in two. */
static void
test_long(void)
{
  static const char *const letters[] = {"x", "é", "夜", "🎵"};

  for (guint i = 0; i < G_N_ELEMENTS(letters); i++) {
    g_autoptr(GString) title = g_string_new(NULL);
    g_autofree char *name = NULL;

    for (int k = 0; k < 300; k++)
      g_string_append(title, letters[i]);
    name = expand("{track} {title} {title} {title}", title->str, AL_CHARACTERS_UNICODE);
    g_assert_cmpuint(strlen(name), <=, AL_NAME_PATTERN_BYTES);
    g_assert_cmpuint(strlen(name), >, AL_NAME_PATTERN_BYTES / 2);
    g_assert_true(g_utf8_validate(name, -1, NULL));
  }
}

static void
test_faults(void)
{
  static const struct {
    const char *pattern, *words;
  } faults[] = {{"Side A", "every track would have this name"},
                {"", "every track would have this name"},
                {"{track} {tilte}", "expected {track}, {title}"},
                {"{track} {", "expected {track}, {title}"},
                {"{track}}", "single braces"},
                {"{album}/{track}", "cannot have any of /"}};

  for (guint i = 0; i < G_N_ELEMENTS(faults); i++) {
    const char *fault = al_name_pattern_fault(faults[i].pattern);

    g_assert_nonnull(fault);
    g_assert_nonnull(strstr(fault, faults[i].words));
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/name_pattern/names", test_names);
  g_test_add_func("/name_pattern/name of title", test_name_of_title);
  g_test_add_func("/name_pattern/long", test_long);
  g_test_add_func("/name_pattern/faults", test_faults);
  return g_test_run();
}
