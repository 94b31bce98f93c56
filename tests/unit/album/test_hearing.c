/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/match/hearing.h"

#include <math.h>

#include "album/error.h"
#include "album/measure/loudness_steps.h"
#include "tests/support/signal.h"
#include "tests/support/two_tracks.h"

#define SECONDS 5

/* Two tracks of a 1 kHz tone in both channels, at -20 and -10 LUFS. */
typedef struct {
  TestTwoTracks two;
  AlTimeline *timeline;
  int rate;
  guint broken; /* the track that cannot be opened; 0: none */
} Album;

static const AlJob job = {.threads = 2};

static void
album_init(Album *album, int rate, double crossfade_seconds)
{
  const gint64 frames[] = {0, SECONDS * (gint64)rate, SECONDS * (gint64)rate};

  *album = (Album){.rate = rate};
  test_two_tracks_init(&album->two, 0);
  album->two.tracks[1].transition.crossfade.seconds = crossfade_seconds;
  album->timeline = al_timeline_new(&album->two.project, rate, frames);
}

static void
album_clear(Album *album)
{
  al_timeline_free(album->timeline);
  test_two_tracks_clear(&album->two);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Album, album_clear)

static AlSource *
open_tone(guint number, gpointer data, GError **error)
{
  const Album *album = data;
  gint64 frames = SECONDS * (gint64)album->rate;
  g_autofree double *tone = test_sine(1000, pow(10, number == 1 ? -1 : -0.5), album->rate, frames);

  if (number != album->broken)
    return test_source_new(tone, frames, album->rate);
  g_set_error(error, AL_ERROR, AL_ERROR_AUDIO, "the mix cannot be read");
  return NULL;
}

static AlMatching
matching_of(Album *album)
{
  return (AlMatching){.project = &album->two.project,
                      .timeline = album->timeline,
                      .open = open_tone,
                      .data = album};
}

static void
expect(const AlForecast *heard, double seconds, double lufs)
{
  g_auto(AlForecasted) forecasted = {0};

  g_assert_nonnull(heard);
  al_forecast_run(heard, 0, NULL, &forecasted);
  g_assert_cmpfloat_with_epsilon((double)forecasted.steps.count / 100, seconds, 0.011);
  g_assert_cmpfloat_with_epsilon(al_loudness_steps_integrated(&forecasted.steps, 1), lufs, 0.1);
}

/* Each track at its own level, whatever the rate. */
static void
test_all(void)
{
  static const int rates[] = {44100, 48000, 96000, 176400};

  for (gsize i = 0; i < G_N_ELEMENTS(rates); i++) {
    g_auto(Album) album;
    g_autoptr(GPtrArray) heard = NULL;
    AlMatching matching;

    album_init(&album, rates[i], 0);
    matching = matching_of(&album);
    heard = al_hear_all(&matching, &job, NULL);
    g_assert_nonnull(heard);
    g_assert_cmpuint(heard->len, ==, 2);
    expect(heard->pdata[0], SECONDS, -20);
    expect(heard->pdata[1], SECONDS, -10);
  }
}

/* Up to where the next track begins; the end of the track before counts, as loud as it is said. */
static void
test_crossfade(void)
{
  g_auto(Album) album;
  g_autoptr(AlForecast) first = NULL, soft = NULL, loud = NULL;
  AlMatching matching;

  album_init(&album, 44100, 4);
  matching = matching_of(&album);
  first = al_hear(&matching, 1, 6, 0, &job, NULL);
  expect(first, SECONDS - 4, -14);
  /* Faded in over 4 s, then 1 s more: behind the gate 10 lg 0.68 is left of the power. */
  soft = al_hear(&matching, 2, 0, -100, &job, NULL);
  expect(soft, SECONDS, -11.7);
  /* Faded out over 4 s: 10 lg 0.56. */
  loud = al_hear(&matching, 2, -100, 10, &job, NULL);
  expect(loud, SECONDS, -12.5);
}

static void
test_errors(void)
{
  g_auto(Album) album;
  g_autoptr(GError) error = NULL, cancelled = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new();
  const AlJob interrupted = {.threads = 1, .cancellable = cancellable};
  AlMatching matching;

  album_init(&album, 44100, 0);
  matching = matching_of(&album);
  album.broken = 2;
  g_assert_null(al_hear_all(&matching, &job, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_AUDIO);
  g_cancellable_cancel(cancellable);
  g_assert_null(al_hear(&matching, 1, 0, 0, &interrupted, &cancelled));
  g_assert_error(cancelled, AL_ERROR, AL_ERROR_CANCELLED);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/hearing/all", test_all);
  g_test_add_func("/hearing/crossfade", test_crossfade);
  g_test_add_func("/hearing/errors", test_errors);
  return g_test_run();
}
