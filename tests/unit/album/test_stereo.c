/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/check/stereo.h"

#include <math.h>

#include "tests/support/stream.h"

#define RATE 44100
#define FRAMES (3 * RATE)

/* Both channels from the noises of one stereo signal: left = a, right = b * a' + c * b'. */
static AlStereo *
listen(double left, double right, double other, double offset)
{
  g_autofree double *samples = signal_noise(FRAMES, 1, 0.2);
  AlStereo *stereo = al_stereo_new(RATE);

  for (gsize n = 0; n < FRAMES; n++) {
    double a = samples[2 * n], b = samples[2 * n + 1];

    samples[2 * n] = left * a;
    samples[2 * n + 1] = right * a + other * b + offset;
  }
  al_stereo_feed(stereo, samples, FRAMES);
  al_stereo_finish(stereo);
  return stereo;
}

static void
test_wide(void)
{
  g_autoptr(AlStereo) stereo = listen(1, 0, 1, 0);

  g_assert_cmpfloat_with_epsilon(al_stereo_correlation(stereo)->figure, 0, 0.01);
  g_assert_cmpfloat_with_epsilon(al_stereo_imbalance(stereo)->figure, 0, 0.1);
  g_assert_cmpfloat_with_epsilon(al_stereo_dual_mono(stereo)->figure, 0, 0.1);
  g_assert_cmpfloat(al_stereo_phase(stereo)->figure, ==, 0);
  g_assert_cmpfloat(al_stereo_dc(stereo)->figure, <, 0.1);
}

static void
test_mono(void)
{
  g_autoptr(AlStereo) same = listen(1, 1, 0, 0), nearly = listen(1, 1, 0.001, 0);

  g_assert_cmpfloat(al_stereo_dual_mono(same)->figure, <, -120);
  g_assert_cmpfloat_with_epsilon(al_stereo_dual_mono(nearly)->figure, -63, 0.5);
}

static void
test_leaning(void)
{
  g_autoptr(AlStereo) stereo = listen(0.5, 1, 0, 0);

  g_assert_cmpfloat_with_epsilon(al_stereo_imbalance(stereo)->figure, 6.02, 0.01);
  g_assert_cmpuint(al_faults_get(al_stereo_imbalance(stereo), 0)->channels, ==, AL_FAULT_RIGHT);
}

static void
test_inverted(void)
{
  g_autoptr(AlStereo) stereo = listen(1, -1, 0, 0);

  g_assert_cmpfloat_with_epsilon(al_stereo_correlation(stereo)->figure, -1, 1e-6);
  g_assert_cmpfloat(al_stereo_phase(stereo)->figure, ==, 3);
}

static void
test_dead(void)
{
  g_autoptr(AlStereo) stereo = listen(1, 0, 0, 0);

  g_assert_cmpfloat(al_stereo_dead_channel(stereo)->figure, <, -200);
  g_assert_cmpuint(al_faults_get(al_stereo_dead_channel(stereo), 0)->channels, ==, AL_FAULT_RIGHT);
  g_assert_true(isnan(al_stereo_imbalance(stereo)->figure));
  g_assert_true(isnan(al_stereo_correlation(stereo)->figure));
}

static void
test_offset(void)
{
  g_autoptr(AlStereo) stereo = listen(1, 1, 0, -0.01);

  g_assert_cmpfloat_with_epsilon(al_stereo_dc(stereo)->figure, 1, 0.1);
  g_assert_cmpuint(al_faults_get(al_stereo_dc(stereo), 0)->channels, ==, AL_FAULT_RIGHT);
}

static void
test_nothing(void)
{
  g_autoptr(AlStereo) stereo = al_stereo_new(RATE);

  al_stereo_finish(stereo);
  g_assert_true(isnan(al_stereo_dead_channel(stereo)->figure));
  g_assert_true(isnan(al_stereo_dc(stereo)->figure));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/stereo/wide", test_wide);
  g_test_add_func("/stereo/mono", test_mono);
  g_test_add_func("/stereo/leaning", test_leaning);
  g_test_add_func("/stereo/inverted", test_inverted);
  g_test_add_func("/stereo/dead", test_dead);
  g_test_add_func("/stereo/offset", test_offset);
  g_test_add_func("/stereo/nothing", test_nothing);
  return g_test_run();
}
