/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/draft/draft.h"

static void
test_tracks(void)
{
  g_autoptr(AlDraft) draft = al_draft_new("here");

  g_assert_cmpstr(draft->origin, ==, "here");
  al_draft_add_track(draft)->gap_sectors = 75;
  al_draft_add_track(draft);
  g_assert_cmpuint(draft->disc->tracks->len, ==, 2);
  g_assert_cmpint(al_draft_track(draft, 1)->gap_sectors, ==, 75);
  g_assert_cmpint(al_draft_track(draft, 2)->gap_sectors, ==, -1);
  g_assert_cmpint(al_draft_track(draft, 2)->mix.end_frame, ==, -1);
}

static void
test_paths(void)
{
  static const struct {
    const char *folder, *path, *written;
  } rows[] = {
      {"/albums/ferry", "/albums/ferry/mixes/1.wav", "mixes/1.wav"},
      {"/albums/ferry", "/albums/ferry/../tide/1.wav", "/albums/tide/1.wav"},
      {"/albums/ferry", "/albums/ferry 2/1.wav", "/albums/ferry 2/1.wav"},
      {".", "1.wav", "1.wav"},
      {"a", "a/./1.wav", "1.wav"},
      {"/a", "/a/\xff.wav", "\xef\xbf\xbd.wav"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree char *written = al_draft_path(rows[i].folder, rows[i].path);

    g_assert_cmpstr(written, ==, rows[i].written);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/draft/tracks", test_tracks);
  g_test_add_func("/draft/paths", test_paths);
  return g_test_run();
}
