/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/chain/dynamics_step.h"

#include <string.h>

#include "album/error.h"
#include "album/process/compressor.h"
#include "tests/support/step_text.h"
#include "tests/support/stream.h"

static void
test_automatic_release(void)
{
  AlDynamicsSettings written = {.ballistics = {.release_seconds = AL_AUTO}};

  g_assert_cmpint(al_dynamics_step_settings(&written).ballistics.smoothing, ==,
                  AL_SMOOTHING_AUTOMATIC);
  written.ballistics.release_seconds = 0.3;
  g_assert_cmpint(al_dynamics_step_settings(&written).ballistics.smoothing, ==,
                  AL_SMOOTHING_BRANCHING);
  g_assert_cmpfloat(al_dynamics_step_settings(&written).ballistics.release_seconds, ==, 0.3);
  g_assert_cmpfloat(al_dynamics_step_make_up_db(AL_AUTO), ==, 0.0);
  g_assert_cmpfloat(al_dynamics_step_make_up_db(-2.0), ==, -2.0);
}

/* The table's defaults are the module's: one of them would be forgotten otherwise. */
static void
test_defaults_are_those_of_the_module(void)
{
  g_autoptr(AlStep) step = step_from_text("compressor");
  const AlCompressorSettings *settings = step->settings;
  const AlCompressorSettings *expected = &al_compressor_defaults;
  AlDynamicsSettings dynamics = al_dynamics_step_settings(&settings->dynamics);

  g_assert_cmpmem(&dynamics.curve, sizeof dynamics.curve, &expected->dynamics.curve,
                  sizeof dynamics.curve);
  g_assert_cmpint(dynamics.ballistics.smoothing, ==, expected->dynamics.ballistics.smoothing);
  g_assert_cmpfloat(dynamics.ballistics.attack_seconds, ==,
                    expected->dynamics.ballistics.attack_seconds);
  g_assert_cmpint(dynamics.detector, ==, expected->dynamics.detector);
  g_assert_cmpfloat(dynamics.link, ==, expected->dynamics.link);
  g_assert_cmpfloat(settings->high_pass_hz, ==, expected->high_pass_hz);
  g_assert_cmpfloat(settings->mix, ==, expected->mix);
  g_assert_cmpfloat(settings->make_up_db, ==, expected->make_up_db);
}

static void
test_report(void)
{
  g_autofree double *sine = signal_sine(48000, 48000, 1000.0, 0.5);
  g_autoptr(AlSource) input = stream_new(sine, 48000, 48000);
  g_autoptr(AlChain) chain =
      chain_from_text("compressor threshold=-20 ratio=2 detector=peak", input);
  g_autofree double *out = stream_read_all(al_chain_source(chain), 4096);
  AlStepReport report = al_chain_report(chain, 0);

  g_assert_cmpfloat(out[2 * 40000 + 1], ==, out[2 * 40000]);
  g_assert_cmpfloat_with_epsilon(report.max_reduction_db, 6.99, 0.1);
  g_assert_cmpfloat(report.working_share, >, 0.95);
}

static void
test_idle(void)
{
  g_autoptr(AlStep) flat = step_from_text("compressor ratio=1 make-up=auto");
  g_autoptr(AlStep) bands = step_from_text("multiband; to=200 ratio=1; ratio=1");
  g_autoptr(AlStep) louder = step_from_text("multiband; to=200 ratio=1 make-up=1; ratio=1");

  g_assert_true(al_step_is_idle(flat));
  g_assert_true(al_step_is_idle(bands));
  g_assert_false(al_step_is_idle(louder));
}

static void
assert_refused(const char *text, const char *words)
{
  g_autoptr(AlStep) step = step_from_text(text);
  g_autofree double *silence = signal_silence(10);
  g_autoptr(AlSource) input = stream_new(silence, 10, 44100);
  g_autoptr(GPtrArray) steps = g_ptr_array_new();
  g_autoptr(GError) error = NULL;

  g_ptr_array_add(steps, step);
  g_assert_null(al_chain_new(steps, input, NULL, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_PROJECT);
  g_assert_nonnull(strstr(error->message, words));
}

static void
test_settings_that_do_not_go_together(void)
{
  assert_refused("multiband; to=500 ratio=2; to=300; ratio=2", "band 2");
  assert_refused("multiband; to=500; to=900", "band 2");
  assert_refused("multiband; ratio=2; ratio=2", "band 1");
  assert_refused("multiband; ratio=2", "1 bands");
  assert_refused("deesser frequency=9000 upper=6000", "6000 Hz");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/dynamics_step/automatic_release", test_automatic_release);
  g_test_add_func("/dynamics_step/defaults", test_defaults_are_those_of_the_module);
  g_test_add_func("/dynamics_step/report", test_report);
  g_test_add_func("/dynamics_step/idle", test_idle);
  g_test_add_func("/dynamics_step/refused", test_settings_that_do_not_go_together);
  return g_test_run();
}
