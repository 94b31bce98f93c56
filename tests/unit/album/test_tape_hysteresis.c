/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/tape_hysteresis.h"

#include "tests/support/slow_tape.h"
#include "tests/support/stream.h"

#define FRAMES 4000
#define DELAY AL_TAPE_HYSTERESIS_DELAY_FRAMES

/* The magnetisation of frame n at [n], for a field on the left; caller frees. */
static double *
magnetise(const double *field)
{
  g_autofree double *block = g_new0(double, 2 * (FRAMES + DELAY));
  double *m = g_new(double, FRAMES);
  AlTapeHysteresis state = {0};

  for (int i = 0; i < FRAMES; i++)
    block[2 * i] = field[i];
  for (int i = FRAMES; i < FRAMES + DELAY; i++)
    block[2 * i] = field[FRAMES - 1];
  al_tape_hysteresis_process(&state, block, FRAMES + DELAY);
  for (int i = 0; i < FRAMES; i++)
    m[i] = block[2 * (i + DELAY)];
  return m;
}

static double *
sine(double offset, double amplitude, double period)
{
  double *field = g_new(double, FRAMES);

  for (int i = 0; i < FRAMES; i++)
    field[i] = offset * MIN(i / 500.0, 1) + amplitude * sin(2 * G_PI * i / period);
  return field;
}

/* The work of the field from one frame to another, integral of H dM. */
static double
work_between(const double *field, const double *m, int from, int to)
{
  double work = 0;

  for (int i = from; i < to; i++)
    work += (field[i] + field[i + 1]) / 2 * (m[i + 1] - m[i]);
  return work;
}

/* Straight from frame to frame cuts the turns off, which tells in short periods; and the continued
 * fraction of L is off by up to 0.026 at the largest amplitude. */
static void
test_against_the_slow_way(void)
{
  const struct {
    double amplitude, period, tolerance;
  } cases[] = {
      {0.02, 200, 1e-6}, {0.1, 200, 1e-5},  {0.3, 200, 1e-4},  {0.7, 200, 1e-3},
      {1.5, 200, 3e-2},  {0.1, 24.3, 2e-3}, {0.3, 24.3, 5e-3},
  };

  for (gsize c = 0; c < G_N_ELEMENTS(cases); c++) {
    g_autofree double *field = sine(0, cases[c].amplitude, cases[c].period);
    g_autofree double *m = magnetise(field);
    SlowTape slow = {0};
    double worst = 0;

    for (int i = 0; i < FRAMES; i++)
      worst = MAX(worst, fabs(m[i] - slow_tape_go(&slow, field[i])));
    g_test_message("amplitude %.2f, period %.1f: off by %.1e", cases[c].amplitude, cases[c].period,
                   worst);
    g_assert_cmpfloat(worst, <, cases[c].tolerance);
  }
}

/* A field that comes and goes leaves something behind; a stronger one the other way turns it. */
static void
test_remembers(void)
{
  AlTapeHysteresis state = {0};
  double block[2 * FRAMES] = {0};

  for (int i = 0; i < 1000; i++) {
    block[2 * i] = sin(G_PI * i / 1000);
    block[2 * (i + 2000)] = -2 * sin(G_PI * i / 1000);
  }
  al_tape_hysteresis_process(&state, block, FRAMES);
  g_assert_cmpfloat(block[2 * 1500], >, 0.04);
  g_assert_cmpfloat(block[2 * 3500], <, -0.04);
  g_assert_cmpfloat(block[2 * 1500 + 1], ==, 0);
}

static void
test_saturates(void)
{
  g_autofree double *field = g_new(double, FRAMES);
  g_autofree double *m = NULL;

  for (int i = 0; i < FRAMES; i++)
    field[i] = 1000.0 * i / FRAMES;
  m = magnetise(field);
  for (int i = 1; i < FRAMES; i++)
    g_assert_cmpfloat(m[i], >=, m[i - 1]);
  g_assert_cmpfloat_with_epsilon(m[FRAMES - 1], 0.826, 1e-3);
}

/* About a field of 0.15: once the loop has settled it closes after a period, takes energy, and lies
 * within the loop of a larger field. */
static void
test_minor_loops(void)
{
  const int period = 200, from = FRAMES - 2 * period;
  g_autofree double *small_field = sine(0.15, 0.1, period);
  g_autofree double *small = magnetise(small_field);
  g_autofree double *large_field = sine(0, 0.6, period);
  g_autofree double *large = magnetise(large_field);
  double small_loss = work_between(small_field, small, from, from + period);
  double large_loss = work_between(large_field, large, from, from + period);

  for (int i = 0; i < period; i++)
    g_assert_cmpfloat_with_epsilon(small[from + i], small[from + period + i], 1e-6);
  g_test_message("a small loop takes %.5f, a large one %.5f", small_loss, large_loss);
  g_assert_cmpfloat(small_loss, >, 1e-4);
  g_assert_cmpfloat(large_loss, >, 10 * small_loss);
  for (int i = 0; i < period; i++)
    for (int k = 0; k < period; k++)
      if (fabs(small_field[from + i] - large_field[from + k]) < 2e-3) {
        gboolean rises = large_field[from + k + 1] > large_field[from + k];

        if (rises)
          g_assert_cmpfloat(small[from + i], >, large[from + k] - 5e-3);
        else
          g_assert_cmpfloat(small[from + i], <, large[from + k] + 5e-3);
      }
}

/* Whatever the field does, it has never got back more than it gave. */
static void
test_gives_no_energy(void)
{
  for (guint32 seed = 1; seed <= 20; seed++) {
    g_autofree double *noise = signal_noise(FRAMES, seed, 1);
    g_autofree double *field = g_new0(double, FRAMES);
    g_autofree double *m = NULL;
    double work = 0, slow = 0;

    for (int i = 1; i < FRAMES; i++) {
      slow += 0.05 * (noise[2 * i] - slow);
      field[i] = field[i - 1] + 0.05 * (slow * seed / 4 - field[i - 1]);
    }
    m = magnetise(field);
    for (int i = 0; i + 1 < FRAMES; i++) {
      work += work_between(field, m, i, i + 1);
      g_assert_cmpfloat(work, >, -1e-9);
    }
    g_assert_cmpfloat(work, >, 1e-5);
  }
}

/* How far the field goes counts, not how fast. */
static void
test_does_not_depend_on_the_rate(void)
{
  g_autofree double *fast_field = sine(0, 0.3, 100), *slow_field = sine(0, 0.3, 200);
  g_autofree double *fast = magnetise(fast_field), *slow = magnetise(slow_field);

  for (int i = 1000; i < FRAMES / 2; i++)
    g_assert_cmpfloat_with_epsilon(fast[i], slow[2 * i], 1e-3);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/tape_hysteresis/against_the_slow_way", test_against_the_slow_way);
  g_test_add_func("/tape_hysteresis/remembers", test_remembers);
  g_test_add_func("/tape_hysteresis/saturates", test_saturates);
  g_test_add_func("/tape_hysteresis/minor_loops", test_minor_loops);
  g_test_add_func("/tape_hysteresis/gives_no_energy", test_gives_no_energy);
  g_test_add_func("/tape_hysteresis/does_not_depend_on_the_rate", test_does_not_depend_on_the_rate);
  return g_test_run();
}
