/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/eq.h"

#include <math.h>
#include <string.h>

#include "album/error.h"
#include "tests/support/step_text.h"
#include "tests/support/stream.h"

#define RATE 44100
#define FRAMES 8192

static double
gain_db(const char *text, guint channel, double hz)
{
  g_autofree double *impulse = signal_impulse(FRAMES, 1000);
  g_autofree double *out = step_apply(text, impulse, FRAMES, RATE, 588);
  double real, imaginary;

  signal_response(out, FRAMES, channel, 1000, hz / RATE, &real, &imaginary);
  return 20.0 * log10(hypot(real, imaginary));
}

static void
test_bands_add_up(void)
{
  const char *text = "eq; bell=1000 gain=3 q=1; bell=1000 gain=2 q=2; high-shelf=9000 gain=-4";

  g_assert_cmpfloat_with_epsilon(gain_db(text, 0, 1000.0), 5.0, 0.02);
  g_assert_cmpfloat_with_epsilon(gain_db(text, 1, 1000.0), 5.0, 0.02);
  g_assert_cmpfloat_with_epsilon(gain_db(text, 0, 19900.0), -4.0, 0.5);
}

static void
test_channels(void)
{
  static const char *const phases[] = {"eq phase=minimum; ", "eq phase=linear; "};

  for (gsize i = 0; i < G_N_ELEMENTS(phases); i++) {
    g_autofree char *left = g_strconcat(phases[i], "bell=1000 gain=6 on=left", NULL);
    g_autofree char *right = g_strconcat(phases[i], "bell=1000 gain=6 on=right", NULL);
    g_autofree char *mid = g_strconcat(phases[i], "bell=1000 gain=6 on=mid", NULL);
    g_autofree char *side = g_strconcat(phases[i], "bell=1000 gain=6 on=side", NULL);

    g_assert_cmpfloat_with_epsilon(gain_db(left, 0, 1000.0), 6.0, 0.03);
    g_assert_cmpfloat_with_epsilon(gain_db(left, 1, 1000.0), 0.0, 1e-9);
    g_assert_cmpfloat_with_epsilon(gain_db(right, 0, 1000.0), 0.0, 1e-9);
    g_assert_cmpfloat_with_epsilon(gain_db(right, 1, 1000.0), 6.0, 0.03);
    g_assert_cmpfloat_with_epsilon(gain_db(mid, 1, 1000.0), 6.0, 0.03);
    g_assert_cmpfloat_with_epsilon(gain_db(side, 1, 1000.0), 0.0, 1e-9);
  }
}

static void
test_frequency_beyond_the_rate(void)
{
  g_autoptr(AlStep) step = step_from_text("eq; bell=500 gain=1; bell=16000 gain=1");
  g_autofree double *silence = signal_silence(10);
  g_autoptr(AlSource) input = stream_new(silence, 10, 32000);
  g_autoptr(GPtrArray) steps = g_ptr_array_new();
  g_autoptr(GError) error = NULL;

  g_ptr_array_add(steps, step);
  g_assert_null(al_chain_new(steps, input, NULL, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_PROJECT);
  g_assert_nonnull(strstr(error->message, "step 1 (eq): band 2: 16000 Hz"));
}

static void
test_report(void)
{
  const char *text = "eq; bell=1000 gain=1; bell=1000 threshold=-20 ratio=2 range=12 attack=0.001 "
                     "release=0.01; bell=8000 threshold=-20 ratio=2";
  g_autofree double *sine = signal_sine(48000, 48000, 1000.0, 0.5);
  g_autoptr(AlSource) input = NULL;
  g_autoptr(AlChain) chain = NULL;
  g_autofree double *out = NULL;
  AlStepReport report;

  memset(sine, 0, 48000 * sizeof *sine); /* the first half is silent */
  input = stream_new(sine, 48000, 48000);
  chain = chain_from_text(text, input);
  out = stream_read_all(al_chain_source(chain), 4096);
  report = al_chain_report(chain, 0);
  /* -6.02 + 1 dBFS is 14.98 dB over the threshold */
  g_assert_cmpfloat_with_epsilon(report.max_reduction_db, 7.49, 0.1);
  g_assert_cmpfloat_with_epsilon(report.mean_reduction_db, 7.49, 0.2);
  g_assert_cmpfloat_with_epsilon(report.working_share, 0.5, 0.01);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/eq/bands_add_up", test_bands_add_up);
  g_test_add_func("/eq/channels", test_channels);
  g_test_add_func("/eq/frequency_beyond_the_rate", test_frequency_beyond_the_rate);
  g_test_add_func("/eq/report", test_report);
  return g_test_run();
}
