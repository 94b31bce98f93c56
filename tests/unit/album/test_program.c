/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/sequence/program.h"

#include <math.h>

#include "tests/support/signal.h"
#include "tests/support/two_tracks.h"

#define RATE 44100
#define SECTOR 588

/* A project of two tracks of 20 and 10 sectors; track n is the constant n, so that its gain can be
 * read off. */
typedef struct {
  TestTwoTracks two;
  gint64 frames[3];
  AlTimeline *timeline;
} Album;

static void
set_up(Album *album, gconstpointer data)
{
  (void)data;
  *album = (Album){.frames = {0, 20 * SECTOR, 10 * SECTOR}};
  test_two_tracks_init(&album->two, 2);
}

static void
tear_down(Album *album, gconstpointer data)
{
  (void)data;
  al_timeline_free(album->timeline);
  test_two_tracks_clear(&album->two);
}

static AlSource *
open_constant(guint number, gpointer data, GError **error)
{
  const Album *album = data;
  gint64 frames = album->frames[number];
  g_autofree double *samples = g_new(double, 2 * (gsize)frames);

  (void)error;
  for (gint64 i = 0; i < 2 * frames; i++)
    samples[i] = number == 0 ? 0.5 : number;
  return test_source_new(samples, frames, RATE);
}

/* The left channel of the program; frees with g_free(). */
static double *
play(Album *album)
{
  g_autoptr(AlSource) program = NULL;
  g_autofree double *both = NULL;
  double *left;
  gint64 frames;

  album->timeline = al_timeline_new(&album->two.project, RATE, album->frames);
  g_assert_cmpuint(al_diagnostics_count(album->two.project.diagnostics), ==, 0);
  program = al_program_new(&(AlProgramPart){.timeline = album->timeline,
                                            .project = &album->two.project,
                                            .open = open_constant,
                                            .data = album});
  both = test_read_all(program, &frames);
  g_assert_cmpint(frames, ==, album->timeline->frames);
  left = g_new(double, (gsize)frames);
  for (gint64 i = 0; i < frames; i++) {
    g_assert_cmpfloat(both[2 * i], ==, both[2 * i + 1]);
    left[i] = both[2 * i];
  }
  return left;
}

static void
expect_constant(const double *left, gint64 from, gint64 to, double value)
{
  for (gint64 i = from; i < to; i++)
    g_assert_cmpfloat(left[i], ==, value);
}

static void
test_gap(Album *album, gconstpointer data)
{
  g_autofree double *left = play(album);

  (void)data;
  expect_constant(left, 0, 150 * SECTOR, 0);
  expect_constant(left, 150 * SECTOR, 170 * SECTOR, 1);
  expect_constant(left, 170 * SECTOR, 320 * SECTOR, 0);
  expect_constant(left, 320 * SECTOR, 330 * SECTOR, 2);
}

static void
test_join(Album *album, gconstpointer data)
{
  g_autofree double *left = NULL;
  gint64 join = 150 * SECTOR + (album->frames[1] -= 100);

  (void)data;
  album->two.tracks[1].transition.gap.seconds = 0;
  left = play(album);
  expect_constant(left, 150 * SECTOR, join, 1);
  expect_constant(left, join, join + album->frames[2], 2);
  expect_constant(left, join + album->frames[2], album->timeline->frames, 0);
}

/* Equal power: the squares of the two gains add up to one. */
static void
test_crossfade(Album *album, gconstpointer data)
{
  g_autofree double *left = NULL;
  gint64 overlap = 5 * SECTOR, first = 165 * SECTOR;

  (void)data;
  album->two.tracks[1].transition.crossfade.seconds = 5 / 75.0;
  left = play(album);
  expect_constant(left, 150 * SECTOR, first, 1);
  for (gint64 i = 0; i < overlap; i++) {
    double angle = G_PI / 2 * ((double)i + 0.5) / (double)overlap;

    g_assert_cmpfloat_with_epsilon(left[first + i], cos(angle) + 2 * sin(angle), 1e-12);
  }
  expect_constant(left, first + overlap, first + 10 * SECTOR, 2);
}

static void
test_fades(Album *album, gconstpointer data)
{
  AlTransition *transition = &album->two.tracks[0].transition;
  g_autofree double *left = NULL;
  const double *track;
  gint64 in = 2 * SECTOR, out = 4 * SECTOR;

  (void)data;
  transition->fade_in = (AlFade){.seconds = 2 / 75.0, .curve = AL_CURVE_LINEAR};
  transition->fade_out = (AlFade){.seconds = 4 / 75.0, .curve = AL_CURVE_COSINE};
  left = play(album);
  track = left + 150 * SECTOR;
  for (gint64 i = 0; i < in; i++)
    g_assert_cmpfloat_with_epsilon(track[i], ((double)i + 0.5) / (double)in, 1e-12);
  expect_constant(track, in, 16 * SECTOR, 1);
  for (gint64 i = 0; i < out; i++) {
    double gain = 0.5 + 0.5 * cos(G_PI * ((double)i + 0.5) / (double)out);

    g_assert_cmpfloat_with_epsilon(track[16 * SECTOR + i], gain, 1e-12);
  }
}

static void
test_hidden(Album *album, gconstpointer data)
{
  g_autofree double *left = NULL;

  (void)data;
  album->frames[0] = 3 * SECTOR - 10;
  left = play(album);
  expect_constant(left, 0, 150 * SECTOR, 0);
  expect_constant(left, 150 * SECTOR, 153 * SECTOR - 10, 0.5);
  expect_constant(left, 153 * SECTOR - 10, 153 * SECTOR, 0);
  expect_constant(left, 153 * SECTOR, 173 * SECTOR, 1);
}

/* Any part of the program is what the whole has there, crossfades included. */
static void
test_parts(Album *album, gconstpointer data)
{
  static const double gains[] = {1, 0.5, 2};
  AlProgramPart part = {
      .project = &album->two.project, .open = open_constant, .data = album, .gains = gains};
  g_autofree double *whole = NULL;
  gint64 frames;

  (void)data;
  album->two.tracks[0].transition.fade_in = (AlFade){.seconds = 3 / 75.0};
  album->two.tracks[1].transition.crossfade.seconds = 5 / 75.0;
  part.timeline = album->timeline = al_timeline_new(&album->two.project, RATE, album->frames);
  {
    g_autoptr(AlSource) program = al_program_new(&part);

    whole = test_read_all(program, &frames);
  }
  g_assert_cmpfloat(whole[2 * 160 * SECTOR], ==, 0.5);
  g_assert_cmpfloat(whole[2 * 172 * SECTOR], ==, 4);
  for (gint64 first = 148 * SECTOR; first < frames; first += 977) {
    g_autoptr(AlSource) program = NULL;
    g_autofree double *some = NULL;
    gint64 got;

    part.first_frame = first;
    part.frames = MIN(1234, frames - first);
    program = al_program_new(&part);
    some = test_read_all(program, &got);
    g_assert_cmpint(got, ==, part.frames);
    g_assert_cmpmem(some, (gsize)got * 2 * sizeof(double), whole + 2 * first,
                    (gsize)got * 2 * sizeof(double));
  }
}

static void
add(const char *path, void (*test)(Album *, gconstpointer))
{
  g_test_add(path, Album, NULL, set_up, test, tear_down);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  add("/program/gap", test_gap);
  add("/program/join", test_join);
  add("/program/crossfade", test_crossfade);
  add("/program/fades", test_fades);
  add("/program/hidden", test_hidden);
  add("/program/parts", test_parts);
  return g_test_run();
}
