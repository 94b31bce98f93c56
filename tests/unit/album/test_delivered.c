/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/delivered.h"

#include <math.h>
#include <string.h>

#define RATE 44100

static const char yaml[] =
    "segue: 1\nalbum: {title: T}\n"
    "tracks: [{file: /dev/null}, {file: /dev/null, gap: 3 s}, {file: /dev/null, gap: 0 s}]\n"
    "deliver: {streaming: {}}\n";

typedef struct {
  AlProject *project;
  AlTimeline *timeline;
  AlDelivered *delivered;
} Fixture;

/* The second track ends half a sector behind one, where the third begins. */
static void
set_up(Fixture *fixture, gconstpointer data)
{
  static const gint64 frames[] = {0, 10 * RATE, 5 * RATE + 294, 4 * RATE};

  (void)data;
  fixture->project = al_project_parse("album.yaml", yaml, strlen(yaml));
  fixture->timeline = al_timeline_new(fixture->project, RATE, frames);
  fixture->delivered =
      al_delivered_new(al_project_deliverable(fixture->project, 0), fixture->timeline);
}

static void
tear_down(Fixture *fixture, gconstpointer data)
{
  (void)data;
  al_delivered_free(fixture->delivered);
  al_timeline_free(fixture->timeline);
  al_project_free(fixture->project);
}

static void
test_tracks(Fixture *fixture, gconstpointer data)
{
  static const gint32 lengths[] = {10 * 75, 5 * 75, 4 * 75 + 1};
  static const gint32 gaps[] = {2 * 75, 3 * 75, 0};
  static const gint64 moved[] = {0, 0, 294};

  (void)data;
  g_assert_cmpuint(fixture->delivered->tracks->len, ==, 3);
  for (guint number = 1; number <= 3; number++) {
    const AlDeliveredTrack *track = al_delivered_track(fixture->delivered, number);

    g_assert_cmpuint(track->number, ==, number);
    g_assert_cmpint(track->length_sectors, ==, lengths[number - 1]);
    g_assert_cmpint(track->gap_sectors, ==, gaps[number - 1]);
    g_assert_cmpint(track->moved_frames, ==, moved[number - 1]);
    g_assert_true(track->loudness.integrated_lufs == -HUGE_VAL);
  }
  g_assert_cmpint(al_delivered_track(fixture->delivered, 2)->start_sector -
                      al_delivered_track(fixture->delivered, 1)->start_sector,
                  ==, 13 * 75);
}

/* A file has one place, that of its first mention, and its last audio. */
static void
test_files(Fixture *fixture, gconstpointer data)
{
  const AlDeliveredAudio audio = {.codec = "wav", .frames = 7};
  const AlDeliveredFile *file;

  (void)data;
  al_delivered_add_file(fixture->delivered, "a", NULL);
  al_delivered_add_file(fixture->delivered, "b", NULL);
  al_delivered_add_file(fixture->delivered, "a", &audio);
  al_delivered_add_file(fixture->delivered, "a", NULL);
  g_assert_cmpuint(fixture->delivered->files->len, ==, 2);
  file = g_ptr_array_index(fixture->delivered->files, 0);
  g_assert_cmpstr(file->name, ==, "a");
  g_assert_cmpint(file->audio.frames, ==, 7);
  file = g_ptr_array_index(fixture->delivered->files, 1);
  g_assert_null(file->audio.codec);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add("/delivered/tracks", Fixture, NULL, set_up, test_tracks, tear_down);
  g_test_add("/delivered/files", Fixture, NULL, set_up, test_files, tear_down);
  return g_test_run();
}
