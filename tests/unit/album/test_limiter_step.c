/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/limiter/limiter.h"

#include <string.h>

#include "tests/support/step_text.h"
#include "tests/support/stream.h"

#define RATE 48000

static void
test_defaults_are_those_of_the_module(void)
{
  g_autoptr(AlStep) step = step_from_text("limiter");
  const AlLimiterSettings *settings = step->settings;
  AlLimiterSettings expected;

  al_limiter_settings_init(&expected);
  g_assert_cmpfloat(settings->ceiling_dbtp, ==, expected.ceiling_dbtp);
  g_assert_cmpfloat(settings->margin, ==, expected.margin);
  g_assert_cmpfloat(settings->look_ahead_seconds, ==, expected.look_ahead_seconds);
  g_assert_cmpfloat(settings->release_seconds, ==, expected.release_seconds);
  g_assert_cmpfloat(settings->link, ==, expected.link);
}

static void
test_automatic_release(void)
{
  g_autoptr(AlStep) automatic = step_from_text("limiter release=auto");
  g_autoptr(AlStep) fixed = step_from_text("limiter release=0.08");

  g_assert_cmpfloat(((AlLimiterSettings *)automatic->settings)->release_seconds, ==, 0.0);
  g_assert_cmpfloat(((AlLimiterSettings *)fixed->settings)->release_seconds, ==, 0.08);
}

/* Half a second at 0.5, which is 6 dB over the ceiling, and half a second of silence. The time in
 * which it recovers counts, but adds little to mean times share. */
static void
test_report(void)
{
  g_autofree double *sine = signal_sine(RATE, RATE, 1000.0, 0.5);
  g_autoptr(AlSource) input = stream_new(sine, RATE, RATE);
  g_autoptr(AlChain) chain = chain_from_text("limiter ceiling=-12.04 release=0.01", input);
  g_autofree double *out = NULL;
  AlStepReport report;

  memset(sine + RATE, 0, RATE * sizeof *sine);
  out = stream_read_all(al_chain_source(chain), 4096);
  report = al_chain_report(chain, 0);
  for (gsize i = 0; i < (gsize)2 * RATE; i++)
    g_assert_cmpfloat(ABS(out[i]), <, 0.25);
  g_assert_cmpfloat_with_epsilon(report.max_reduction_db, 6.02, 0.1);
  g_assert_cmpfloat_with_epsilon(report.mean_reduction_db * report.working_share, 3.05, 0.1);
  g_assert_cmpfloat_with_epsilon(report.working_share, 0.5, 0.1);
  g_assert_false(report.left_out);
}

static void
test_keeps_the_bits_below_the_ceiling(void)
{
  g_autofree double *sine = signal_sine(RATE, RATE, 1000.0, 0.5);
  g_autofree double *out = step_apply("limiter ceiling=-3", sine, RATE, RATE, 4096);

  g_assert_cmpmem(out, 2 * RATE * sizeof *out, sine, 2 * RATE * sizeof *sine);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/limiter_step/defaults", test_defaults_are_those_of_the_module);
  g_test_add_func("/limiter_step/automatic_release", test_automatic_release);
  g_test_add_func("/limiter_step/report", test_report);
  g_test_add_func("/limiter_step/keeps_the_bits", test_keeps_the_bits_below_the_ceiling);
  return g_test_run();
}
