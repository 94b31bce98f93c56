/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/eq_linear.h"

#include <math.h>

#include "tests/support/stream.h"

#define FRAMES 20001
#define MIDDLE 10000

static GArray *
bands_of(AlEqChannel channel)
{
  AlEqBand band = {.form = AL_EQ_BELL, .channel = channel, .hz = 500.0, .gain_db = 6.0, .q = 2.0};
  GArray *bands = g_array_new(FALSE, FALSE, sizeof(AlEqBand));

  g_array_append_val(bands, band);
  return bands;
}

static void
test_nothing_to_do(void)
{
  g_autoptr(GArray) bands = bands_of(AL_EQ_LEFT);
  g_autofree double *silence = signal_silence(10);
  g_autoptr(AlSource) input = stream_new(silence, 10, 44100);

  g_assert_true(al_eq_linear_new(input, bands, TRUE) == input);
}

/* An impulse comes out symmetric about itself: every frequency is delayed by nothing. */
static void
test_no_delay_at_any_frequency(void)
{
  g_autoptr(GArray) bands = bands_of(AL_EQ_STEREO);
  g_autofree double *impulse = signal_impulse(FRAMES, MIDDLE);
  g_autoptr(AlSource) input = stream_new(impulse, FRAMES, 44100);
  g_autoptr(AlSource) linear = al_eq_linear_new(input, bands, FALSE);
  g_autofree double *out = stream_read_all(linear, 588);

  for (gsize i = 1; i <= MIDDLE; i++)
    g_assert_cmpfloat_with_epsilon(out[2 * (MIDDLE + i)], out[2 * (MIDDLE - i)], 1e-14);
  g_assert_cmpfloat(fabs(out[2 * MIDDLE + 200]), >, 1e-5);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/eq_linear/nothing_to_do", test_nothing_to_do);
  g_test_add_func("/eq_linear/no_delay", test_no_delay_at_any_frequency);
  return g_test_run();
}
