/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/encode/gain_tags.h"

#include <locale.h>

static const struct {
  double lufs;
  const char *replaygain;
  const char *r128;
} loudnesses[] = {
    {-18, "0.00 dB", "-1280"},    {-23, "5.00 dB", "0"},       {-10.11, "-7.89 dB", "-3300"},
    {-9.5, "-8.50 dB", "-3456"},  {-30.5, "12.50 dB", "1920"}, {-17.999, "0.00 dB", "-1280"},
    {-300, "282.00 dB", "32767"},
};

static void
test_gains(void)
{
  for (guint i = 0; i < G_N_ELEMENTS(loudnesses); i++) {
    g_autofree char *replaygain = al_gain_tags_replaygain(loudnesses[i].lufs);
    g_autofree char *r128 = al_gain_tags_r128(loudnesses[i].lufs);

    g_assert_cmpstr(replaygain, ==, loudnesses[i].replaygain);
    g_assert_cmpstr(r128, ==, loudnesses[i].r128);
  }
}

static void
test_peaks(void)
{
  g_autofree char *full = al_gain_tags_peak(0);
  g_autofree char *below = al_gain_tags_peak(-1);
  g_autofree char *above = al_gain_tags_peak(0.5);

  g_assert_cmpstr(full, ==, "1.000000");
  g_assert_cmpstr(below, ==, "0.891251");
  g_assert_cmpstr(above, ==, "1.059254");
}

int
main(int argc, char **argv)
{
  setlocale(LC_ALL, "");
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/gain_tags/gains", test_gains);
  g_test_add_func("/gain_tags/peaks", test_peaks);
  return g_test_run();
}
