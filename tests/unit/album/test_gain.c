/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/gain.h"

#include "tests/support/stream.h"

static void
test_gain(void)
{
  g_autofree double *noise = signal_noise(100, 1, 1.0);
  g_autoptr(AlSource) input = stream_new(noise, 100, 44100);
  const AlGainSettings settings = {.gain_db = -20.0};
  g_autoptr(AlSource) gain = al_gain_new(input, &settings);
  g_autofree double *out = stream_read_all(gain, 100);

  for (gsize i = 0; i < 200; i++)
    g_assert_cmpfloat_with_epsilon(out[i], 0.1 * noise[i], 1e-15);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/gain/gain", test_gain);
  return g_test_run();
}
