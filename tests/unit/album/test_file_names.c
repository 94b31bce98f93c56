/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/file_names.h"

#include <string.h>

/* An album of three tracks, of which the second has texts of its own, and a deliverable with these
 * settings. */
static AlProject *
make_project(const char *settings)
{
  g_autofree char *yaml =
      g_strdup_printf("segue: 1\nalbum: {title: \"Nuit: été\", performer: Band, catalog: NF-012}\n"
                      "tracks:\n"
                      "  - {file: /dev/null, title: One}\n"
                      "  - {file: /dev/null, title: \"Où?\", performer: Mara, "
                      "isrc: FR-ABC-26-00002}\n"
                      "  - {file: /dev/null, title: ONE}\n"
                      "deliver: {download: {%s}}\n",
                      settings);
  AlProject *project = al_project_parse("album.yaml", yaml, strlen(yaml));
  g_autofree char *wrong = al_diagnostics_format(project->diagnostics);

  g_assert_cmpstr(wrong, ==, "");
  return project;
}

static const struct {
  const char *settings;
  const char *second; /* the name of track 2 */
  const char *album;
} rows[] = {
    {"", "02 Où", "Nuit_été"},
    {"characters: ascii", "02 Ou", "Nuit_ete"},
    {"characters: plain", "02-Ou", "Nuit_ete"},
    {"names: \"{artist} - {title} ({isrc}) {catalog}\"", "Mara - Où_(FRABC2600002) NF-012",
     "Nuit_été"},
};

static void
test_names(void)
{
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autoptr(AlProject) project = make_project(rows[i].settings);
    const AlDeliverable *download = al_project_deliverable(project, 0);
    g_autofree char *second = al_track_name(project, download, 2);
    g_autofree char *album = al_album_name(project, download);

    g_assert_cmpstr(second, ==, rows[i].second);
    g_assert_cmpstr(album, ==, rows[i].album);
  }
}

/* The performer of the album stands for that of a track which has none. */
static void
test_performer_of_the_album(void)
{
  g_autoptr(AlProject) project = make_project("names: \"{artist}\"");
  g_autofree char *first = al_track_name(project, al_project_deliverable(project, 0), 1);

  g_assert_cmpstr(first, ==, "Band");
}

#define JAPANESE                                                                              \
  "segue: 1\n"                                                                                \
  "album: {title: 夜, performer: 灯, language: ja, translations: {fr: {title: Nuit}, "      \
  "en: {title: Night, performer: The Lanterns}}}\n"                                           \
  "tracks:\n"                                                                                 \
  "  - {file: /dev/null, title: 潮 🌊, translations: {en: {title: Tide}}}\n"               \
  "  - {file: /dev/null, title: 波, performer: 合唱}\n"                                    \
  "deliver: {streaming: {names: \"{track} {artist} {title}\"}, download: {}, vinyl: {names: " \
  "\"{artist} {album} {track}\"}}\n"

/* What ASCII cannot spell is in the first translation that it can, and else left out. */
static void
test_translations(void)
{
  g_autoptr(AlProject) project = al_project_parse("album.yaml", JAPANESE, strlen(JAPANESE));
  g_autofree char *wrong = al_diagnostics_format(project->diagnostics);
  const AlDeliverable *streaming = al_project_deliverable(project, 0);
  const AlDeliverable *download = al_project_deliverable(project, 1);
  g_autofree char *first = al_track_name(project, streaming, 1);
  g_autofree char *second = al_track_name(project, streaming, 2);
  g_autofree char *album = al_album_name(project, streaming);
  g_autofree char *side = al_side_name(project, al_project_deliverable(project, 2), 1);
  g_autofree char *whole_first = al_track_name(project, download, 1);
  g_autofree char *whole_album = al_album_name(project, download);

  g_assert_cmpstr(wrong, ==, "");
  g_assert_cmpstr(first, ==, "01 The Lanterns Tide");
  g_assert_cmpstr(second, ==, "02");
  g_assert_cmpstr(album, ==, "Nuit");
  g_assert_cmpstr(side, ==, "The Lanterns Nuit B");
  g_assert_cmpstr(whole_first, ==, "01 潮 🌊");
  g_assert_cmpstr(whole_album, ==, "夜");
}

static void
test_check(void)
{
  g_autoptr(AlProject) different = make_project("");
  g_autoptr(AlProject) same = make_project("names: \"{title}\"");
  g_autofree char *told = NULL;

  al_file_names_check(different, al_project_deliverable(different, 0));
  g_assert_cmpuint(al_diagnostics_count(different->diagnostics), ==, 0);
  al_file_names_check(same, al_project_deliverable(same, 0));
  g_assert_cmpuint(al_diagnostics_count(same->diagnostics), ==, 1);
  told = al_diagnostics_format(same->diagnostics);
  g_assert_nonnull(strstr(told, "the files of tracks 1 and 3 in download would have the same name: "
                                "\"ONE\""));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/file_names/names", test_names);
  g_test_add_func("/file_names/performer of the album", test_performer_of_the_album);
  g_test_add_func("/file_names/translations", test_translations);
  g_test_add_func("/file_names/check", test_check);
  return g_test_run();
}
