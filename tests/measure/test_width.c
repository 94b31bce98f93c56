/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Mono bass: what becomes of the side, of left beside right, and of the mono sum. */

#include <math.h>
#include <string.h>

#include "tests/support/step_text.h"
#include "tests/support/stream.h"

#define RATE 44100
#define FRAMES 65536
#define MIDDLE (FRAMES / 2)

/* The answer to an impulse on the left channel alone. */
static double *
answer(const char *text)
{
  g_autofree double *impulse = signal_impulse(FRAMES, MIDDLE);

  impulse[2 * MIDDLE + 1] = 0.0;
  return step_apply(text, impulse, FRAMES, RATE, 588);
}

static double
side_db(const double *out, double hz)
{
  double left[2], right[2];

  signal_response(out, FRAMES, 0, MIDDLE, hz / RATE, &left[0], &left[1]);
  signal_response(out, FRAMES, 1, MIDDLE, hz / RATE, &right[0], &right[1]);
  return 20.0 * log10(hypot(left[0] - right[0], left[1] - right[1]));
}

/* The side at fractions of the corner, down to -60 dB, against Butterworth's formula. */
static void
test_side_slope(void)
{
  static const double corners[] = {60.0, 120.0, 300.0};
  double worst = 0.0;

  for (gsize f = 0; f < G_N_ELEMENTS(corners); f++)
    for (int slope = 6; slope <= 48; slope += 6) {
      g_autofree char *text =
          g_strdup_printf("width mono-below=%g mono-slope=%d", corners[f], slope);
      g_autofree double *out = answer(text);

      for (double x = 4.0; x > 0.1; x /= 1.5) {
        double expected = -10.0 * log10(1.0 + pow(x, -slope / 3.0));
        double error = fabs(side_db(out, x * corners[f]) - expected);

        if (expected > -60.0)
          worst = MAX(worst, error);
      }
    }
  g_test_message("side below the corner, error down to -60 dB: %.3f dB", worst);
  g_assert_cmpfloat(worst, <, 0.5);
}

/* The answers of both channels are symmetric about the impulse: neither has a phase shift. */
static void
test_left_and_right_stay_in_phase(void)
{
  g_autofree double *out =
      answer("width mono-below=120 side=2 high-side=3 low-side=-2 low-below=400");
  double worst = 0.0;

  for (gsize i = 1; i < MIDDLE; i++)
    for (gsize c = 0; c < 2; c++)
      worst = MAX(worst, fabs(out[2 * (MIDDLE + i) + c] - out[2 * (MIDDLE - i) + c]));
  g_test_message("asymmetry: %.1f dB", 20.0 * log10(worst + 1e-30));
  g_assert_cmpfloat(worst, <, 1e-14);
}

static void
test_mono_sum_stays(void)
{
  g_autofree double *music = signal_music(FRAMES, RATE, 1);
  g_autofree double *out =
      step_apply("width mono-below=150 side=3 high-side=6 low-side=-3", music, FRAMES, RATE, 588);
  double worst = 0.0, change = 0.0;

  for (gsize i = 0; i < FRAMES; i++) {
    worst = MAX(worst, fabs(out[2 * i] + out[2 * i + 1] - music[2 * i] - music[2 * i + 1]));
    change = MAX(change, fabs(out[2 * i] - music[2 * i]));
  }
  g_test_message("change of the mono sum: %.1f dBFS", 20.0 * log10(worst + 1e-30));
  g_assert_cmpfloat(worst, <, 1e-14);
  g_assert_cmpfloat(change, >, 0.01);
}

static void
test_shelves(void)
{
  g_autofree double *out = answer("width high-side=4 high-above=5000 low-side=-6 low-below=200");

  g_assert_cmpfloat_with_epsilon(side_db(out, 20.0), -6.0, 0.05);
  g_assert_cmpfloat_with_epsilon(side_db(out, 200.0), -3.0, 0.05);
  g_assert_cmpfloat_with_epsilon(side_db(out, 1000.0), 0.0, 0.05);
  g_assert_cmpfloat_with_epsilon(side_db(out, 5000.0), 2.0, 0.05);
  g_assert_cmpfloat_with_epsilon(side_db(out, 20000.0), 4.0, 0.05);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/measure/width/side_slope", test_side_slope);
  g_test_add_func("/measure/width/in_phase", test_left_and_right_stay_in_phase);
  g_test_add_func("/measure/width/mono_sum", test_mono_sum_stays);
  g_test_add_func("/measure/width/shelves", test_shelves);
  return g_test_run();
}
