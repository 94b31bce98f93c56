/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/draft/draft_folder.h"

#include <glib/gstdio.h>
#include <string.h>

#include "album/draft/draft_print.h"
#include "album/project/project.h"
#include "redbook/language.h"
#include "tests/support/sound_file.h"
#include "tests/support/tagged.h"

static void
write_file(const char *folder, const char *name, const char *const *comments)
{
  g_autofree char *path = g_build_filename(folder, name, NULL);

  test_tagged_write(path, 0, comments);
}

/* The project that the draft becomes; it has no diagnostics. */
static AlProject *
make_project(const char *folder, RbFindings *findings)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AlDraft) draft = al_draft_from_folder(folder, folder, findings, &error);
  g_autofree char *text = NULL;
  g_autofree char *path = g_build_filename(folder, "album.yaml", NULL);
  g_autofree char *told = NULL;
  AlProject *project;

  g_assert_no_error(error);
  text = al_draft_print(draft, findings);
  g_assert_true(g_file_set_contents(path, text, -1, NULL));
  project = al_project_read(path, &error);
  g_assert_no_error(error);
  told = al_diagnostics_format(project->diagnostics);
  g_assert_cmpstr(told, ==, "");
  return project;
}

static const char *
text_of(const AlProject *project, guint track, RbTextField field)
{
  return track == 0 ? project->album.texts.field[field]
                    : al_project_track(project, track)->texts.field[field];
}

static void
test_tags(void)
{
  static const char *const first[] = {"TITLE=Harbour: Lights",    "ARTIST=The Lanterns",
                                      "ALBUM=Night Ferry",        "ISRC=FR-ABC-26-00001",
                                      "COMPOSER=A. Varga",        "BARCODE=4006381333931",
                                      "DATE=2026-11-20T12:00:00", "TRACKNUMBER=1",
                                      "LABEL=Harbour Records",    "GENRE=Rock",
                                      "CATALOGNUMBER=NF-012",     "COPYRIGHT=2026 Harbour",
                                      "LYRICIST=M. Vale",         NULL};
  static const char *const second[] = {
      "TITLE=Fog",         "ARTIST=Mara", "ALBUM=Night Ferry", "ALBUMARTIST=The Lanterns",
      "COMPOSER=A. Varga", "ISRC=none",   "TRACKNUMBER=2",     NULL};
  char *folder = test_folder_new();
  g_autoptr(RbFindings) findings = rb_findings_new();

  write_file(folder, "b.flac", first);
  write_file(folder, "a.flac", second);
  g_autofree char *cover = g_build_filename(folder, "cover.png", NULL);
  g_assert_true(g_file_set_contents(cover, "png", -1, NULL));
  g_autoptr(AlProject) project = make_project(folder, findings);
  const AlAlbum *album = &project->album;

  g_assert_cmpstr(text_of(project, 0, RB_TEXT_TITLE), ==, "Night Ferry");
  g_assert_cmpstr(text_of(project, 0, RB_TEXT_PERFORMER), ==, "The Lanterns");
  g_assert_cmpstr(text_of(project, 0, RB_TEXT_COMPOSER), ==, "A. Varga");
  g_assert_cmpstr(text_of(project, 1, RB_TEXT_TITLE), ==, "Harbour: Lights");
  g_assert_cmpstr(text_of(project, 1, RB_TEXT_PERFORMER), ==, NULL);
  g_assert_cmpstr(text_of(project, 1, RB_TEXT_SONGWRITER), ==, "M. Vale");
  g_assert_cmpstr(text_of(project, 2, RB_TEXT_PERFORMER), ==, "Mara");
  g_assert_cmpstr(al_project_track(project, 1)->isrc, ==, "FRABC2600001");
  g_assert_null(al_project_track(project, 2)->isrc);
  g_assert_cmpstr(album->upc, ==, "4006381333931");
  g_assert_cmpstr(album->date, ==, "2026-11-20");
  g_assert_cmpstr(album->label, ==, "Harbour Records");
  g_assert_cmpstr(album->genre, ==, "Rock");
  g_assert_cmpstr(album->catalog, ==, "NF-012");
  g_assert_cmpstr(album->copyright, ==, "2026 Harbour");
  g_assert_true(g_str_has_suffix(album->cover, "cover.png"));
  g_assert_cmpuint(rb_findings_count(findings), ==, 1);
  g_assert_cmpstr(rb_findings_get(findings, 0)->id, ==, "N04");
  test_folder_remove(folder);
}

#define UUID "2a3f5e10-7c44-4b1d-9e57-d0c9b8a7f63"

static void
test_musicbrainz(void)
{
  static const char *const first[] = {"MUSICBRAINZ_ALBUMID=" UUID "0",
                                      "MUSICBRAINZ_ALBUMARTISTID=" UUID "2",
                                      "MUSICBRAINZ_TRACKID=2A3F5E10-7C44-4B1D-9E57-D0C9B8A7F633",
                                      "MUSICBRAINZ_ARTISTID=" UUID "2",
                                      "MUSICBRAINZ_ARTISTID=" UUID "5",
                                      "DISCNUMBER=1/2",
                                      NULL};
  static const char *const second[] = {"MUSICBRAINZ_RELEASEGROUPID=" UUID "1",
                                       "MUSICBRAINZ_TRACKID=none",
                                       "MUSICBRAINZ_RELEASETRACKID=" UUID "4",
                                       "MUSICBRAINZ_ARTISTID=" UUID "2",
                                       "DISCNUMBER=1",
                                       NULL};
  char *folder = test_folder_new();
  g_autoptr(RbFindings) findings = rb_findings_new();

  write_file(folder, "1.flac", first);
  write_file(folder, "2.flac", second);
  g_autoptr(AlProject) project = make_project(folder, findings);
  const AlMusicBrainz *album = &project->album.musicbrainz;
  const AlMusicBrainz *one = &al_project_track(project, 1)->musicbrainz;
  const AlMusicBrainz *two = &al_project_track(project, 2)->musicbrainz;

  g_assert_cmpstr(album->release, ==, UUID "0");
  g_assert_cmpstr(album->release_group, ==, UUID "1");
  g_assert_cmpstr(album->artist, ==, UUID "2");
  g_assert_cmpstr(one->recording, ==, UUID "3");
  g_assert_cmpstr(one->artist, ==, UUID "2 " UUID "5");
  g_assert_null(two->recording);
  g_assert_cmpstr(two->track, ==, UUID "4");
  g_assert_null(two->artist);
  g_assert_cmpuint(rb_findings_count(findings), ==, 1);
  g_assert_cmpstr(rb_findings_get(findings, 0)->id, ==, "N04");
  g_assert_cmpstr(rb_findings_get(findings, 0)->place, ==, "track 2");
  g_assert_cmpuint(project->album.disc.number, ==, 1);
  g_assert_cmpuint(project->album.disc.count, ==, 2);
  test_folder_remove(folder);
}

/* A file of artists without end costs no more time than one of some ninety. */
static void
test_many_artists(void)
{
  g_autoptr(GPtrArray) comments = g_ptr_array_new_with_free_func(g_free);
  char *folder = test_folder_new();
  g_autoptr(RbFindings) findings = rb_findings_new();

  for (guint i = 0; i < 5000; i++)
    g_ptr_array_add(comments,
                    g_strdup_printf("MUSICBRAINZ_ARTISTID=2a3f5e10-7c44-4b1d-9e57-%012x", i));
  g_ptr_array_add(comments, NULL);
  write_file(folder, "1.flac", (const char *const *)comments->pdata);
  g_autoptr(AlProject) project = make_project(folder, findings);
  const char *artists = al_project_track(project, 1)->musicbrainz.artist;

  g_assert_true(g_str_has_prefix(artists, "2a3f5e10-7c44-4b1d-9e57-000000000000 2a3f5e10"));
  g_assert_cmpuint(strlen(artists), <, 3600);
  test_folder_remove(folder);
}

/* What the tags of two files say together. */
static void
test_disc_numbers(void)
{
  static const struct {
    const char *first, *total, *second;
    guint number, count;
  } rows[] = {
      {"DISCNUMBER=2", "DISCTOTAL=3", "DISCNUMBER=2", 2, 3},
      {"DISCNUMBER=02", "TOTALDISCS=2", "DISCNUMBER=2", 2, 2},
      {"DISCNUMBER=1", "X=", "DISCNUMBER=2", 0, 0}, /* two discs in one folder */
      {"DISCNUMBER=2/1", "X=", "DISCNUMBER=2", 2, 0},
      {"DISCNUMBER=5000", "DISCTOTAL=5000", "DISCNUMBER=5000", 0, 0},
      {"DISCNUMBER=1/99999999999999999999", "X=", "DISCNUMBER=1", 1, 0},
  };
  char *folder = test_folder_new();

  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    const char *const first[] = {rows[i].first, rows[i].total, NULL};
    const char *const second[] = {rows[i].second, NULL};
    g_autoptr(RbFindings) findings = rb_findings_new();

    write_file(folder, "1.flac", first);
    write_file(folder, "2.flac", second);
    g_autoptr(AlProject) project = make_project(folder, findings);

    g_assert_cmpuint(project->album.disc.number, ==, rows[i].number);
    g_assert_cmpuint(project->album.disc.count, ==, rows[i].count);
  }
  test_folder_remove(folder);
}

static void
test_names(void)
{
  char *folder = test_folder_new();
  g_autofree char *mixes = g_build_filename(folder, "mixes", NULL);
  g_autofree char *name = g_path_get_basename(folder);
  g_autoptr(RbFindings) findings = rb_findings_new();

  g_assert_cmpint(g_mkdir(mixes, 0700), ==, 0);
  write_file(mixes, "10 - The Lanterns - #1: Tide.flac", NULL);
  write_file(mixes, "2 - The Lanterns - Fog.flac", NULL);
  g_autoptr(AlProject) project = make_project(folder, findings);

  g_assert_cmpstr(text_of(project, 0, RB_TEXT_TITLE), ==, name);
  g_assert_cmpstr(text_of(project, 0, RB_TEXT_PERFORMER), ==, "The Lanterns");
  g_assert_cmpstr(text_of(project, 1, RB_TEXT_TITLE), ==, "Fog");
  g_assert_cmpstr(text_of(project, 2, RB_TEXT_TITLE), ==, "#1: Tide");
  g_assert_cmpfloat(al_project_track(project, 2)->transition.gap.seconds, ==, 2);
  test_folder_remove(folder);
}

static void
test_japanese(void)
{
  static const char *const comments[] = {"TITLE=霧", "ALBUM=夜のフェリー", NULL};
  char *folder = test_folder_new();
  g_autoptr(RbFindings) findings = rb_findings_new();

  write_file(folder, "霧.flac", comments);
  g_autoptr(AlProject) project = make_project(folder, findings);

  g_assert_cmpstr(project->album.language, ==, "ja");
  g_assert_cmpstr(text_of(project, 1, RB_TEXT_TITLE), ==, "霧");
  g_assert_cmpuint(rb_findings_count(findings), ==, 0);
  test_folder_remove(folder);
}

static void
test_dates(void)
{
  static const struct {
    const char *tag, *date;
  } rows[] = {
      {"DATE=2026", "2026"},          {"DATE=2026-11", "2026-11"}, {"DATE=2026-13-01", "2026"},
      {"DATE=2026-02-30", "2026-02"}, {"DATE=20. 11. 2026", NULL}, {"DATE=-5", NULL},
      {"YEAR=1999", "1999"},
  };
  char *folder = test_folder_new();

  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    const char *const comments[] = {rows[i].tag, NULL};
    g_autoptr(RbFindings) findings = rb_findings_new();

    write_file(folder, "1.flac", comments);
    g_autoptr(AlProject) project = make_project(folder, findings);

    g_assert_cmpstr(project->album.date, ==, rows[i].date);
  }
  test_folder_remove(folder);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/draft_folder/tags", test_tags);
  g_test_add_func("/draft_folder/musicbrainz", test_musicbrainz);
  g_test_add_func("/draft_folder/many_artists", test_many_artists);
  g_test_add_func("/draft_folder/disc_numbers", test_disc_numbers);
  g_test_add_func("/draft_folder/names", test_names);
  g_test_add_func("/draft_folder/japanese", test_japanese);
  g_test_add_func("/draft_folder/dates", test_dates);
  return g_test_run();
}
