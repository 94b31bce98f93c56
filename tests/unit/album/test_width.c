/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/width.h"

#include <math.h>

#include "tests/support/step_text.h"
#include "tests/support/stream.h"

#define FRAMES 200

/* The result for one frame (left, right) held for a while, where nothing depends on frequency. */
static void
assert_frame(const char *text, double left, double right, double expected_left,
             double expected_right)
{
  double samples[2 * FRAMES];
  g_autofree double *out = NULL;

  for (gsize i = 0; i < FRAMES; i++) {
    samples[2 * i] = left;
    samples[2 * i + 1] = right;
  }
  out = step_apply(text, samples, FRAMES, 48000, 64);
  g_assert_cmpfloat_with_epsilon(out[100], expected_left, 1e-12);
  g_assert_cmpfloat_with_epsilon(out[101], expected_right, 1e-12);
}

static void
test_side(void)
{
  double doubled = 20.0 * log10(2.0);
  g_autofree char *wider = g_strdup_printf("width side=%.15f", doubled);

  assert_frame(wider, 0.5, 0.5, 0.5, 0.5);
  assert_frame(wider, 0.5, -0.5, 1.0, -1.0);
  assert_frame(wider, 0.4, 0.2, 0.5, 0.1);
}

static void
test_channels(void)
{
  assert_frame("width swap=yes", 0.1, 0.7, 0.7, 0.1);
  assert_frame("width mono=yes", 0.1, 0.7, 0.4, 0.4);
  assert_frame("width polarity=left", 0.1, 0.7, -0.1, 0.7);
  assert_frame("width polarity=right", 0.1, 0.7, 0.1, -0.7);
  assert_frame("width polarity=both", 0.1, 0.7, -0.1, -0.7);
  /* polarity first: it mends a channel that was wired wrongly, then mono is right */
  assert_frame("width polarity=right mono=yes", 0.3, -0.3, 0.3, 0.3);
  assert_frame("width polarity=left swap=yes", 0.1, 0.7, 0.7, -0.1);
}

static void
test_balance_and_rotation(void)
{
  double up = pow(10.0, 6.0 / 40.0);

  assert_frame("width balance=6", 0.5, 0.5, 0.5 / up, 0.5 * up);
  assert_frame("width rotation=45", 0.5, 0.5, 0.0, M_SQRT1_2);
  assert_frame("width rotation=-45", 0.5, 0.5, M_SQRT1_2, 0.0);
  assert_frame("width rotation=90", 0.5, 0.0, 0.0, 0.5);
  assert_frame("width side=-60 rotation=45", 0.5, 0.5, 0.0, M_SQRT1_2);
}

static void
test_idle(void)
{
  g_autoptr(AlStep) none = step_from_text("width low-below=100 high-above=900 mono-slope=48");
  g_autoptr(AlStep) bass = step_from_text("width mono-below=100");

  g_assert_true(al_step_is_idle(none));
  g_assert_false(al_step_is_idle(bass));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/width/side", test_side);
  g_test_add_func("/width/channels", test_channels);
  g_test_add_func("/width/balance_and_rotation", test_balance_and_rotation);
  g_test_add_func("/width/idle", test_idle);
  return g_test_run();
}
