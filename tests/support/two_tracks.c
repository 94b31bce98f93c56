/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/two_tracks.h"

void
test_two_tracks_init(TestTwoTracks *two, double gap_seconds)
{
  *two = (TestTwoTracks){0};
  two->project.diagnostics = al_diagnostics_new("album.yaml", "");
  two->project.tracks = g_ptr_array_new();
  for (guint i = 0; i < G_N_ELEMENTS(two->tracks); i++) {
    two->tracks[i].transition.gap.seconds = gap_seconds;
    two->tracks[i].indexes = g_array_new(FALSE, FALSE, sizeof(AlDuration));
    g_ptr_array_add(two->project.tracks, &two->tracks[i]);
  }
}

void
test_two_tracks_clear(TestTwoTracks *two)
{
  al_diagnostics_free(two->project.diagnostics);
  for (guint i = 0; i < G_N_ELEMENTS(two->tracks); i++)
    g_array_unref(two->tracks[i].indexes);
  g_ptr_array_unref(two->project.tracks);
}
