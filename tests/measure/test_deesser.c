/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The de-esser on bursts of noise over a voice, at levels over 30 dB. */
#include "album/filter/section.h"
#include "album/process/deesser.h"
#include "tests/support/stream.h"
#include "tests/support/tone.h"

#include <math.h>

#define RATE 48000
#define FRAMES (2 * RATE)
#define PERIOD (RATE / 4) /* a burst in each */
#define BURST (RATE / 10)
#define FADE (RATE / 200)

/* Harmonics of 150 Hz up to 3 kHz, falling by 6 dB an octave. */
static void
add_voice(double *samples, double level)
{
  for (int harmonic = 1; harmonic <= 20; harmonic++)
    signal_add_tone(samples, FRAMES, level / harmonic, 150 * harmonic, 1.7 * harmonic * harmonic,
                    RATE);
}

/* Noise between 6 and 9 kHz, out of tones of any phase, in bursts with short flanks. */
static void
add_bursts(double *samples, double level, guint32 seed)
{
  GRand *random = g_rand_new_with_seed(seed);
  g_autofree double *noise = signal_silence(FRAMES);

  for (double hz = 6000; hz <= 9000; hz += 17)
    signal_add_tone(noise, FRAMES, level / sqrt(177), hz, g_rand_double_range(random, 0, 2 * G_PI),
                    RATE);
  g_rand_free(random);
  for (gsize i = 0; i < FRAMES; i++) {
    gsize place = i % PERIOD;
    double fade =
        place < PERIOD / 2 || place >= PERIOD / 2 + BURST
            ? 0
            : MIN(MIN(place - PERIOD / 2, PERIOD / 2 + BURST - place), FADE) / (double)FADE;

    samples[2 * i] += fade * noise[2 * i];
    samples[2 * i + 1] += fade * noise[2 * i + 1];
  }
}

/* What lies above or below 4 kHz, 48 dB/octave. */
static double *
part_of(const double *samples, gboolean above)
{
  double *part = signal_silence(FRAMES);

  for (gsize i = 0; i < 2 * FRAMES; i++)
    part[i] = samples[i];
  for (guint i = 0; i < al_prototype_butterworth_sections(8); i++) {
    double q = al_prototype_butterworth_q(8, i);
    AlPrototype pass = above ? al_prototype_high_pass(4200, q) : al_prototype_low_pass(4200, q);
    AlSection section = al_section_bilinear(&pass, RATE);

    al_section_process(&section, part, FRAMES);
  }
  return part;
}

/* The level of the bursts, without their flanks, or of all there is. */
static double
level_db(const double *samples, gboolean bursts)
{
  g_autofree double *part = part_of(samples, bursts);
  double sum = 0;
  gsize count = 0;

  for (gsize i = PERIOD; i < FRAMES; i++) {
    gsize place = i % PERIOD;

    if (bursts && (place < PERIOD / 2 + FADE || place >= PERIOD / 2 + BURST - FADE))
      continue;
    sum += part[2 * i] * part[2 * i];
    count++;
  }
  return 10 * log10(sum / (double)count);
}

static void
test_bursts_over_a_voice(void)
{
  const double ranges_db[] = {3, 6, 9};

  for (double level = -6; level >= -36; level -= 10)
    for (gsize i = 0; i < G_N_ELEMENTS(ranges_db); i++) {
      AlDeesserSettings settings = {5000, 0, -22, ranges_db[i], 0.001, 0.06, AL_PART_STEREO};
      g_autofree double *samples = signal_silence(FRAMES);
      g_autoptr(AlSource) input = stream_new(samples, FRAMES, RATE);
      g_autoptr(AlSource) deesser = al_deesser_new(input, &settings);
      g_autofree double *out = NULL;
      double bursts_db, voice_db;

      add_voice(samples, 0.5 * pow(10, level / 20));
      add_bursts(samples, 0.3 * pow(10, level / 20), 5);
      out = stream_read_all(deesser, 588);
      bursts_db = level_db(out, TRUE) - level_db(samples, TRUE);
      voice_db = level_db(out, FALSE) - level_db(samples, FALSE);
      g_test_message("%3.0f dBFS, range %.0f dB: bursts %+.2f dB, voice %+.4f dB", level,
                     ranges_db[i], bursts_db, voice_db);
      g_assert_cmpfloat_with_epsilon(bursts_db, -ranges_db[i], 0.5);
      g_assert_cmpfloat_with_epsilon(voice_db, 0, 0.1);
    }
}

static void
test_voice_alone(void)
{
  AlDeesserSettings settings = {5000, 0, -22, 6, 0.001, 0.06, AL_PART_STEREO};

  for (double level = -6; level >= -36; level -= 10) {
    g_autofree double *samples = signal_silence(FRAMES);
    g_autoptr(AlSource) input = stream_new(samples, FRAMES, RATE);
    g_autoptr(AlSource) deesser = al_deesser_new(input, &settings);
    g_autofree double *out = NULL;

    add_voice(samples, 0.5 * pow(10, level / 20));
    out = stream_read_all(deesser, 588);
    /* Where it begins and ends without a fade, there is a click. */
    for (gsize i = 3 * RATE; i < 2 * FRAMES - RATE / 10; i++)
      g_assert_cmpfloat(out[i], ==, samples[i]);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/measure/deesser/bursts_over_a_voice", test_bursts_over_a_voice);
  g_test_add_func("/measure/deesser/voice_alone", test_voice_alone);
  return g_test_run();
}
