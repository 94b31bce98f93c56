/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/measure/balance.h"

#include <math.h>

#include "tests/support/signal.h"

#define RATE 48000
#define FRAMES (2 * RATE)

static AlBalance *
balance_of(double hz, double amplitude)
{
  AlBalance *balance = al_balance_new(RATE);
  g_autofree double *sine = test_sine(hz, amplitude, RATE, FRAMES);

  for (gsize at = 0; at < FRAMES; at += 1000)
    al_balance_feed(balance, sine + 2 * at, 1000);
  return balance;
}

/* A tone counts in its own part, with its level. */
static void
test_tones(void)
{
  static const struct {
    double hz;
    AlBalancePart part;
  } rows[] = {{60, AL_BALANCE_LOW},      {200, AL_BALANCE_LOW},    {300, AL_BALANCE_MIDDLE},
              {3900, AL_BALANCE_MIDDLE}, {4100, AL_BALANCE_HIGH}, {15000, AL_BALANCE_HIGH}};

  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autoptr(AlBalance) balance = balance_of(rows[i].hz, 0.1);

    g_assert_cmpfloat_with_epsilon(al_balance_db(balance, rows[i].part), -20, 0.05);
    for (AlBalancePart part = 0; part < AL_BALANCE_PARTS; part++)
      if (part != rows[i].part)
        g_assert_cmpfloat(al_balance_db(balance, part), <, -55);
  }
}

static void
test_silence(void)
{
  g_autoptr(AlBalance) balance = balance_of(1000, 0);

  g_assert_true(al_balance_db(balance, AL_BALANCE_MIDDLE) == -HUGE_VAL);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/balance/tones", test_tones);
  g_test_add_func("/balance/silence", test_silence);
  return g_test_run();
}
