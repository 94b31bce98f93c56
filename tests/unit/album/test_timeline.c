/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/sequence/timeline.h"

#include <string.h>

static const int rates[] = {44100, 48000, 88200, 96000, 176400, 192000};

static void
track_free(gpointer data)
{
  AlTrack *track = data;

  g_array_unref(track->indexes);
  g_free(track);
}

/* A project of `count` tracks with the usual two seconds between them, and no file behind it. */
static AlProject *
project_new(guint count)
{
  AlProject *project = g_new0(AlProject, 1);

  project->diagnostics = al_diagnostics_new("album.yaml", "tracks:\n");
  project->tracks = g_ptr_array_new_with_free_func(track_free);
  for (guint i = 0; i < count; i++) {
    AlTrack *track = g_new0(AlTrack, 1);

    track->transition.gap.seconds = 2;
    track->indexes = g_array_new(FALSE, FALSE, sizeof(AlDuration));
    g_ptr_array_add(project->tracks, track);
  }
  return project;
}

static void
project_free(AlProject *project)
{
  al_diagnostics_free(project->diagnostics);
  g_ptr_array_unref(project->tracks);
  g_free(project);
}

static AlTrack *
track_of(AlProject *project, guint number)
{
  return g_ptr_array_index(project->tracks, number - 1);
}

static void
add_index(AlProject *project, guint number, double seconds)
{
  AlDuration index = {.seconds = seconds, .place = {.line = 1, .column = 1}};

  g_array_append_val(track_of(project, number)->indexes, index);
}

static void
expect_diagnostic(const AlProject *project, const char *words)
{
  g_autofree char *text = al_diagnostics_format(project->diagnostics);

  g_assert_cmpuint(al_diagnostics_count(project->diagnostics), ==, 1);
  if (strstr(text, words) == NULL)
    g_error("\"%s\" is not in:\n%s", words, text);
}

/* After a gap audio starts on a sector, and the gap is as long as asked, at every rate. */
static void
test_gaps(void)
{
  for (guint i = 0; i < G_N_ELEMENTS(rates); i++) {
    gint64 per_sector = rates[i] / 75;
    const gint64 frames[] = {0, 400 * per_sector + 1, 500 * per_sector};
    AlProject *project = project_new(2);
    g_autoptr(AlTimeline) timeline = al_timeline_new(project, rates[i], frames);
    const AlSlot *first = al_timeline_slot(timeline, 1), *second = al_timeline_slot(timeline, 2);

    g_assert_cmpint(first->pause_sector, ==, 0);
    g_assert_cmpint(first->start_sector, ==, 150);
    g_assert_cmpint(second->pause_sector, ==, 150 + 401);
    g_assert_cmpint(second->start_sector, ==, 150 + 401 + 150);
    g_assert_cmpint(second->first_frame, ==, second->start_sector * per_sector);
    g_assert_cmpint(second->moved_frames, ==, 0);
    g_assert_cmpint(timeline->lead_out_sector, ==, 150 + 401 + 150 + 500);
    g_assert_cmpint(timeline->frames, ==, timeline->lead_out_sector * per_sector);
    project_free(project);
  }
}

/* Without a gap audio is contiguous to the frame, and the mark is the last sector at or before. */
static void
test_joins(void)
{
  for (guint i = 0; i < G_N_ELEMENTS(rates); i++) {
    gint64 per_sector = rates[i] / 75;

    for (gint64 over = 0; over < per_sector; over += 97) {
      const gint64 frames[] = {0, 400 * per_sector + over, 500 * per_sector};
      AlProject *project = project_new(2);

      track_of(project, 2)->transition.gap.seconds = 0;
      g_autoptr(AlTimeline) timeline = al_timeline_new(project, rates[i], frames);
      const AlSlot *second = al_timeline_slot(timeline, 2);

      g_assert_cmpint(second->first_frame, ==, 150 * per_sector + frames[1]);
      g_assert_cmpint(second->pause_sector, ==, -1);
      g_assert_cmpint(second->start_sector, ==, 550);
      g_assert_cmpint(second->moved_frames, ==, over);
      project_free(project);
    }
  }
}

static void
test_crossfade_overlaps(void)
{
  const gint64 frames[] = {0, 441000, 441000};
  AlProject *project = project_new(2);

  track_of(project, 2)->transition.crossfade.seconds = 3;
  g_autoptr(AlTimeline) timeline = al_timeline_new(project, 44100, frames);
  const AlSlot *second = al_timeline_slot(timeline, 2);

  g_assert_cmpint(second->overlap_frames, ==, 132300);
  g_assert_cmpint(second->first_frame, ==, 150 * 588 + 441000 - 132300);
  g_assert_cmpint(timeline->lead_out_sector, ==, 150 + 750 + 750 - 225);
  g_assert_cmpuint(al_diagnostics_count(project->diagnostics), ==, 0);
  project_free(project);
}

/* A pause that sounds moves nothing: it is a mark in the track before. */
static void
test_pause_with_sound(void)
{
  const gint64 frames[] = {0, 400 * 588 + 100, 441000, 441000};
  AlProject *project = project_new(3);

  track_of(project, 2)->transition.gap.seconds = 0;
  track_of(project, 2)->transition.pause.seconds = 2.504;
  track_of(project, 3)->transition.crossfade.seconds = 3;
  track_of(project, 3)->transition.pause.seconds = 1;
  g_autoptr(AlTimeline) timeline = al_timeline_new(project, 44100, frames);
  const AlSlot *second = al_timeline_slot(timeline, 2), *third = al_timeline_slot(timeline, 3);

  g_assert_cmpint(second->first_frame, ==, 150 * 588 + frames[1]);
  g_assert_cmpint(second->start_sector, ==, 550);
  g_assert_cmpint(second->pause_sector, ==, 550 - 188);
  g_assert_cmpint(third->pause_sector, ==, third->start_sector - 75);
  g_assert_cmpuint(al_diagnostics_count(project->diagnostics), ==, 0);
  project_free(project);
}

static void
test_pause_too_long(void)
{
  const gint64 frames[] = {0, 441000, 441000};
  AlProject *project = project_new(2);

  track_of(project, 2)->transition.gap.seconds = 0;
  track_of(project, 2)->transition.pause.seconds = 10;
  al_timeline_free(al_timeline_new(project, 44100, frames));
  expect_diagnostic(project, "the pause takes 10.000 s, and track 1 has only 10.000 s");
  project_free(project);
}

/* Hidden audio lies behind the two silent seconds and makes the pause as long as it needs. */
static void
test_hidden_audio(void)
{
  const gint64 frames[] = {588 * 100 + 1, 441000};
  AlProject *project = project_new(1);
  g_autoptr(AlTimeline) timeline = al_timeline_new(project, 44100, frames);

  g_assert_cmpint(timeline->hidden_frame, ==, 150 * 588);
  g_assert_cmpint(timeline->hidden_frames, ==, 588 * 100 + 1);
  g_assert_cmpint(al_timeline_slot(timeline, 1)->pause_sector, ==, 0);
  g_assert_cmpint(al_timeline_slot(timeline, 1)->start_sector, ==, 150 + 101);
  project_free(project);
}

static void
test_indexes(void)
{
  const gint64 frames[] = {0, 441000, 441000};
  AlProject *project = project_new(2);

  add_index(project, 1, 2);
  add_index(project, 1, 4.019); /* 301.4 sectors: rounds down */
  g_autoptr(AlTimeline) timeline = al_timeline_new(project, 44100, frames);
  GArray *sectors = al_timeline_slot(timeline, 1)->index_sectors;

  g_assert_cmpint(g_array_index(sectors, gint32, 0), ==, 300);
  g_assert_cmpint(g_array_index(sectors, gint32, 1), ==, 451);
  g_assert_cmpuint(al_diagnostics_count(project->diagnostics), ==, 0);
  project_free(project);
}

typedef struct {
  const char *name;
  double crossfade, fade_in, fade_out, fade_out_before, index;
  const char *words;
} Misfit;

static const Misfit misfits[] = {
    {"crossfade_too_long", 11, 0, 0, 0, 0,
     "crossfade takes 11.000 s, and track 2 has only 10.000 s"},
    {"crossfade_and_fade_in", 3, 1, 0, 0, 0, "track 2 has a fade-in and a crossfade"},
    {"crossfade_and_fade_out", 3, 0, 0, 1, 0, "track 1 has a fade-out, and track 2"},
    {"fades_overlap", 0, 6, 5, 0, 0, "the fades of track 2 overlap: they take 11.000 s"},
    {"index_beyond", 0, 0, 0, 0, 10, "INDEX 02 lies beyond track 2, which is 10.00 s long"},
    {"index_too_early", 0, 0, 0, 0, 0.01, "INDEX 02 of track 2 is not after the index before it"},
};

static void
test_misfit(gconstpointer data)
{
  const Misfit *misfit = data;
  const gint64 frames[] = {0, 4410000, 441000};
  AlProject *project = project_new(2);
  AlTransition *transition = &track_of(project, 2)->transition;

  transition->crossfade.seconds = misfit->crossfade;
  transition->fade_in.seconds = misfit->fade_in;
  transition->fade_out.seconds = misfit->fade_out;
  track_of(project, 1)->transition.fade_out.seconds = misfit->fade_out_before;
  if (misfit->index > 0)
    add_index(project, 2, misfit->index);
  al_timeline_free(al_timeline_new(project, 44100, frames));
  expect_diagnostic(project, misfit->words);
  project_free(project);
}

/* Three tracks at once are not a crossfade. */
static void
test_crossfades_must_not_meet(void)
{
  const gint64 frames[] = {0, 441000, 44100 * 5, 441000};
  AlProject *project = project_new(3);

  track_of(project, 2)->transition.crossfade.seconds = 3;
  track_of(project, 3)->transition.crossfade.seconds = 3;
  al_timeline_free(al_timeline_new(project, 44100, frames));
  expect_diagnostic(project, "track 2 has only 2.000 s after its own crossfade");
  project_free(project);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/timeline/gaps", test_gaps);
  g_test_add_func("/timeline/joins", test_joins);
  g_test_add_func("/timeline/crossfade_overlaps", test_crossfade_overlaps);
  g_test_add_func("/timeline/hidden_audio", test_hidden_audio);
  g_test_add_func("/timeline/indexes", test_indexes);
  for (guint i = 0; i < G_N_ELEMENTS(misfits); i++) {
    g_autofree char *path = g_strconcat("/timeline/misfit/", misfits[i].name, NULL);

    g_test_add_data_func(path, &misfits[i], test_misfit);
  }
  g_test_add_func("/timeline/pause_with_sound", test_pause_with_sound);
  g_test_add_func("/timeline/pause_too_long", test_pause_too_long);
  g_test_add_func("/timeline/crossfades_must_not_meet", test_crossfades_must_not_meet);
  return g_test_run();
}
