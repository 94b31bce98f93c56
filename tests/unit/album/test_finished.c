/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/finished.h"

#include <math.h>

#include "album/error.h"
#include "tests/support/rendering.h"

#define RATE 48000

/* Counts what it takes. */
typedef struct {
  gint64 frames; /* in the last pass */
  guint passes;
  guint most_passes; /* then it fails; 0: never */
} Counting;

static gboolean
count(AlSource *audio, gpointer data, GError **error)
{
  Counting *counting = data;
  double block[2 * AL_BLOCK_FRAMES];
  gssize got;

  counting->passes++;
  counting->frames = 0;
  while ((got = al_source_read(audio, block, AL_BLOCK_FRAMES, error)) > 0)
    counting->frames += got;
  if (counting->passes != counting->most_passes)
    return got == 0;
  g_set_error(error, AL_ERROR, AL_ERROR_WRITE, "the tape is full");
  return FALSE;
}

static AlFinish
finish_of(const TestRendering *test)
{
  return (AlFinish){.rate = RATE,
                    .bits = 16,
                    .dither = AL_DITHER_TPDF,
                    .level = &al_project_deliverable(test->project, 0)->level};
}

static double
lufs_of(const AlFinished *finished, guint region)
{
  AlMeasurement *const *list = al_region_measurement_list(finished->regions->measured);

  return al_measurement_get(list[region])->loudness.integrated_lufs;
}

/* Tracks meet their target, and regions lie where the timeline has them, at the rate asked for. */
static void
test_made(void)
{
  TestRendering test;
  Counting counting = {0};
  const AlTaker taker = {count, &counting};
  g_autoptr(AlFinished) finished = NULL;
  g_autoptr(GError) error = NULL;
  AlFinish finish;

  test_rendering_init(&test, "master: {loudness: tracks}\n"
                             "deliver: {streaming: {loudness: -18 LUFS, ceiling: -1 dBTP}}\n");
  finish = finish_of(&test);
  finished = al_finished_new(&test.rendering, &finish, &taker, &error);
  g_assert_no_error(error);
  g_assert_cmpint(finished->rate, ==, RATE);
  g_assert_cmpint(finished->starts[0], ==, 0);
  g_assert_cmpint(finished->starts[2] - finished->starts[1], ==, 4 * RATE);
  g_assert_cmpint(finished->starts[3] - finished->starts[2], ==, 2 * RATE);
  g_assert_cmpint(counting.frames, ==, finished->starts[3]);
  g_assert_cmpuint(counting.passes, ==, finished->passes);
  for (guint number = 1; number <= 2; number++)
    g_assert_cmpfloat_with_epsilon(lufs_of(finished, number), -18, AL_MATCH_ACCURACY_LU);
  test_rendering_clear(&test);
}

static void
test_failing_taker(void)
{
  TestRendering test;
  Counting counting = {.most_passes = 1};
  const AlTaker taker = {count, &counting};
  g_autoptr(GError) error = NULL;
  AlFinish finish;

  test_rendering_init(&test, "deliver: {streaming: {}}\n");
  finish = finish_of(&test);
  g_assert_null(al_finished_new(&test.rendering, &finish, &taker, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_WRITE);
  g_assert_cmpuint(counting.passes, ==, 1);
  test_rendering_clear(&test);
}

/* What makes other samples is another finish; the same level elsewhere is none. */
static void
test_equal(void)
{
  static const AlShaping shaping = {.mono_below_hz = 100};
  const AlDeliveredLevel level = {.has_target = TRUE, .target_lufs = -14}, same = level;
  const AlDeliveredLevel louder = {.has_target = TRUE, .target_lufs = -13};
  const AlFinish finish = {.rate = 48000, .bits = 24, .dither = AL_DITHER_TPDF, .level = &level};
  AlFinish others[] = {finish, finish, finish, finish, finish};

  others[0].rate = 44100;
  others[1].bits = 16;
  others[2].dither = AL_DITHER_NONE;
  others[3].shaping = &shaping;
  others[4].level = &louder;
  for (guint i = 0; i < G_N_ELEMENTS(others); i++) {
    g_assert_false(al_finish_equal(&finish, &others[i]));
    others[i] = finish;
    others[i].level = &same;
    g_assert_true(al_finish_equal(&finish, &others[i]));
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/finished/made", test_made);
  g_test_add_func("/finished/failing taker", test_failing_taker);
  g_test_add_func("/finished/equal", test_equal);
  return g_test_run();
}
