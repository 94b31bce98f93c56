/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/ballistics.h"

#include <math.h>

#define RATE 48000

/* Frames until a demand of `from` then `to` dB has gone 63 % of its way. */
static double
seconds_to_63(AlBallistics *ballistics, double from_db, double to_db)
{
  double goal = to_db + (from_db - to_db) * exp(-1);

  for (int frame = 1; frame <= 10 * RATE; frame++) {
    double value = to_db;

    al_ballistics_process(ballistics, &value, 1, 1);
    if (to_db > from_db ? value >= goal : value <= goal)
      return (double)frame / RATE;
  }
  return HUGE_VAL;
}

static void
hold_at(AlBallistics *ballistics, double reduction_db, double seconds)
{
  for (int frame = 0; frame < seconds * RATE; frame++) {
    double value = reduction_db;

    al_ballistics_process(ballistics, &value, 1, 1);
  }
}

static void
test_branching_times(void)
{
  const AlBallisticsSettings cases[] = {
      {AL_SMOOTHING_BRANCHING, 0.001, 0.05},
      {AL_SMOOTHING_BRANCHING, 0.03, 0.2},
      {AL_SMOOTHING_BRANCHING, 0.1, 0.02},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    AlBallistics ballistics;

    al_ballistics_init(&ballistics, &cases[i], RATE);
    g_assert_cmpfloat(fabs(seconds_to_63(&ballistics, 0, 10) / cases[i].attack_seconds - 1), <,
                      0.03);
    hold_at(&ballistics, 10, 3);
    g_assert_cmpfloat(fabs(seconds_to_63(&ballistics, 10, 0) / cases[i].release_seconds - 1), <,
                      0.03);
  }
}

static void
test_decoupled_release_includes_the_attack(void)
{
  const AlBallisticsSettings settings = {AL_SMOOTHING_DECOUPLED, 0.03, 0.2};
  AlBallistics ballistics;

  al_ballistics_init(&ballistics, &settings, RATE);
  g_assert_cmpfloat(fabs(seconds_to_63(&ballistics, 0, 10) / 0.03 - 1), <, 0.03);
  hold_at(&ballistics, 10, 3);
  g_assert_cmpfloat(fabs(seconds_to_63(&ballistics, 10, 0) / 0.23 - 1), <, 0.03);
}

/* A peak of 20 ms lets go like the fast smoother, two seconds of loudness like the slow one. */
static void
test_automatic_follows_the_programme(void)
{
  const AlBallisticsSettings settings = {AL_SMOOTHING_AUTOMATIC, 0.001, 99};
  AlBallistics ballistics;

  al_ballistics_init(&ballistics, &settings, RATE);
  hold_at(&ballistics, 10, 0.02);
  g_assert_cmpfloat(fabs(seconds_to_63(&ballistics, 10, 0) / 0.1 - 1), <, 0.03);

  al_ballistics_init(&ballistics, &settings, RATE);
  hold_at(&ballistics, 10, 2);
  g_assert_cmpfloat(fabs(seconds_to_63(&ballistics, 10, 0) / 1.2 - 1), <, 0.03);
}

static void
test_comes_to_rest(void)
{
  for (AlSmoothing smoothing = 0; smoothing <= AL_SMOOTHING_AUTOMATIC; smoothing++) {
    const AlBallisticsSettings settings = {smoothing, 0.01, 0.1};
    AlBallistics ballistics;
    double value = 0;

    al_ballistics_init(&ballistics, &settings, RATE);
    hold_at(&ballistics, 10, 1);
    hold_at(&ballistics, 0, 25);
    al_ballistics_process(&ballistics, &value, 1, 1);
    g_assert_cmpfloat(value, ==, 0);
  }
}

static void
test_stride(void)
{
  const AlBallisticsSettings settings = {AL_SMOOTHING_BRANCHING, 0.01, 0.1};
  AlBallistics one, other;
  double planar[4] = {3, 5, 0, 1};
  double interleaved[8] = {3, -1, 5, -1, 0, -1, 1, -1};

  al_ballistics_init(&one, &settings, RATE);
  al_ballistics_init(&other, &settings, RATE);
  al_ballistics_process(&one, planar, 4, 1);
  al_ballistics_process(&other, interleaved, 4, 2);
  for (gsize i = 0; i < 4; i++) {
    g_assert_cmpfloat(planar[i], ==, interleaved[2 * i]);
    g_assert_cmpfloat(interleaved[2 * i + 1], ==, -1);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/ballistics/branching_times", test_branching_times);
  g_test_add_func("/ballistics/decoupled_release_includes_the_attack",
                  test_decoupled_release_includes_the_attack);
  g_test_add_func("/ballistics/automatic_follows_the_programme",
                  test_automatic_follows_the_programme);
  g_test_add_func("/ballistics/comes_to_rest", test_comes_to_rest);
  g_test_add_func("/ballistics/stride", test_stride);
  return g_test_run();
}
