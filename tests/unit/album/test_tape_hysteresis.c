/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/tape_hysteresis.h"

#include <math.h>

#define FRAMES 4000
#define PERIOD 200

/* The equation as it is printed, with a quotient for each of its parts and libm. */
static double
slope_of(double m, double field, double direction)
{
  const double ms = 1, a = 0.22, alpha = 1.6e-3, k = 0.12, c = 0.3;
  double q = (field + alpha * m) / a;
  double l = fabs(q) < 1e-3 ? q / 3 : 1 / tanh(q) - 1 / q;
  double l_slope = fabs(q) < 1e-3 ? 1.0 / 3 : 1 / (q * q) - pow(sinh(q), -2);
  double missing = ms * l - m;
  double d = direction * missing > 0 ? 1 : 0;

  return ((1 - c) * d * missing / ((1 - c) * direction * k - alpha * missing) +
          c * ms / a * l_slope) /
         (1 - alpha * c * ms / a * l_slope);
}

/* In 400 small steps for each frame, along the sine itself. */
static void
test_against_the_slow_way(void)
{
  const double amplitudes[] = {0.05, 0.3, 1.5};
  const int steps = 400;

  for (gsize a = 0; a < G_N_ELEMENTS(amplitudes); a++) {
    AlTapeHysteresis state = {0};
    double block[2 * FRAMES];
    double m = 0, field = 0;

    for (int i = 0; i < FRAMES; i++)
      block[2 * i] = block[2 * i + 1] = amplitudes[a] * sin(2 * G_PI * i / PERIOD);
    al_tape_hysteresis_process(&state, block, FRAMES);
    for (int i = 0; i < FRAMES - AL_TAPE_HYSTERESIS_DELAY_FRAMES; i++) {
      g_assert_cmpfloat_with_epsilon(block[2 * (i + AL_TAPE_HYSTERESIS_DELAY_FRAMES)], m, 1e-3);
      for (int step = 1; step <= steps; step++) {
        double next = amplitudes[a] * sin(2 * G_PI * (i + (double)step / steps) / PERIOD);

        m += (next - field) * slope_of(m, (field + next) / 2, next < field ? -1 : 1);
        field = next;
      }
    }
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
  g_assert_cmpfloat(block[2 * 1500], >, 0.1);
  g_assert_cmpfloat(block[2 * 3500], <, -0.1);
  g_assert_cmpfloat(block[2 * 1500 + 1], ==, 0);
}

static void
test_saturates(void)
{
  AlTapeHysteresis state = {0};
  double block[2 * FRAMES];

  for (int i = 0; i < FRAMES; i++)
    block[2 * i] = block[2 * i + 1] = 1000.0 * i / FRAMES;
  al_tape_hysteresis_process(&state, block, FRAMES);
  g_assert_cmpfloat(block[2 * FRAMES - 1], <=, 1);
  g_assert_cmpfloat(block[2 * FRAMES - 1], >, 0.99);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/tape_hysteresis/against_the_slow_way", test_against_the_slow_way);
  g_test_add_func("/tape_hysteresis/remembers", test_remembers);
  g_test_add_func("/tape_hysteresis/saturates", test_saturates);
  return g_test_run();
}
