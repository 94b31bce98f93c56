/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The oversampler as figures: flatness, images on the way up, aliases on the way down. */
#include "album/filter/oversample.h"
#include "tests/support/stream.h"
#include "tests/support/tone.h"

#include <math.h>
#include <string.h>

#define RATE 44100
#define BLOCK 128
#define FRAMES (BLOCK * 100)
#define SETTLED (BLOCK * 4)

static double
to_db(double amplitude)
{
  return 20 * log10(amplitude + 1e-15);
}

/* A tone up: where the band is repeated around every multiple of the rate, nothing may stand. */
static double
worst_image_db(guint factor, double hz)
{
  g_autoptr(AlOversampler) oversampler = al_oversampler_new(factor, 0, BLOCK);
  g_autofree double *samples = signal_sine(FRAMES, RATE, hz, 1);
  g_autofree double *high = signal_silence(FRAMES * factor);
  double worst = 0;

  for (gsize i = 0; i < FRAMES; i += BLOCK)
    memcpy(high + 2 * i * factor, al_oversampler_up(oversampler, samples + 2 * i),
           2 * sizeof(double) * BLOCK * factor);
  for (int multiple = 1; multiple <= (int)factor / 2; multiple++)
    for (int side = -1; side <= 1; side += 2) {
      double image_hz = (double)multiple * RATE + side * hz;

      if (image_hz < RATE * (int)factor / 2.0)
        worst = MAX(worst,
                    signal_tone_amplitude(high + 2 * SETTLED * factor, (FRAMES - SETTLED) * factor,
                                          0, image_hz, RATE * (int)factor));
    }
  return to_db(worst);
}

/* A tone that stands in the high rate, brought down. */
static double *
brought_down(guint factor, double hz)
{
  g_autoptr(AlOversampler) oversampler = al_oversampler_new(factor, 0, BLOCK);
  g_autofree double *tone = signal_sine(FRAMES * factor, RATE * (int)factor, hz, 1);
  double *samples = signal_silence(FRAMES);

  for (gsize i = 0; i < FRAMES; i += BLOCK) {
    double *high = al_oversampler_up(oversampler, samples + 2 * i);

    memcpy(high, tone + 2 * i * factor, 2 * sizeof(double) * BLOCK * factor);
    al_oversampler_down(oversampler, samples + 2 * i);
  }
  return samples;
}

static void
test_images(void)
{
  const double tones[] = {997, 10000, 15000, 19000, 20000};

  for (guint factor = 2; factor <= 8; factor *= 2)
    for (gsize i = 0; i < G_N_ELEMENTS(tones); i++) {
      double db = worst_image_db(factor, tones[i]);

      g_test_message("%ux: %5.0f Hz has images of at most %.1f dB", factor, tones[i], db);
      g_assert_cmpfloat(db, <, -110);
    }
}

static void
test_aliases(void)
{
  for (guint factor = 2; factor <= 8; factor *= 2) {
    double worst_db = -HUGE_VAL;

    for (double hz = RATE - 20000.0; hz < RATE * (int)factor / 2.0; hz += 2137) {
      g_autofree double *samples = brought_down(factor, hz);

      worst_db = MAX(worst_db, to_db(signal_rms(samples + 2 * SETTLED, FRAMES - SETTLED, 0)));
    }
    g_test_message("%ux: from 24.1 kHz on, at most %.1f dB come down", factor, worst_db);
    g_assert_cmpfloat(worst_db, <, -110);
  }
}

static void
test_flatness(void)
{
  const double tones[] = {97, 997, 10000, 15000, 19000, 20000};

  for (guint factor = 2; factor <= 8; factor *= 2)
    for (gsize i = 0; i < G_N_ELEMENTS(tones); i++) {
      g_autofree double *samples = brought_down(factor, tones[i]);
      double db =
          to_db(signal_tone_amplitude(samples + 2 * SETTLED, FRAMES - SETTLED, 0, tones[i], RATE));

      g_test_message("%ux: %5.0f Hz comes down at %+.5f dB", factor, tones[i], db);
      g_assert_cmpfloat(fabs(db), <, 0.001);
    }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/measure/oversample/images", test_images);
  g_test_add_func("/measure/oversample/aliases", test_aliases);
  g_test_add_func("/measure/oversample/flatness", test_flatness);
  return g_test_run();
}
