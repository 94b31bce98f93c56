/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/track_names.h"

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

static void
test_check(void)
{
  g_autoptr(AlProject) different = make_project("");
  g_autoptr(AlProject) same = make_project("names: \"{title}\"");
  g_autofree char *told = NULL;

  al_track_names_check(different, al_project_deliverable(different, 0));
  g_assert_cmpuint(al_diagnostics_count(different->diagnostics), ==, 0);
  al_track_names_check(same, al_project_deliverable(same, 0));
  g_assert_cmpuint(al_diagnostics_count(same->diagnostics), ==, 1);
  told = al_diagnostics_format(same->diagnostics);
  g_assert_nonnull(strstr(told, "the files of tracks 1 and 3 in download would have the same name: "
                                "\"ONE\""));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/track_names/names", test_names);
  g_test_add_func("/track_names/performer of the album", test_performer_of_the_album);
  g_test_add_func("/track_names/check", test_check);
  return g_test_run();
}
