/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/audio.h"

#include <math.h>
#include <string.h>

typedef struct {
  AlSource source;
  const double *block;
  gsize at;
} ArraySource;

static gssize
array_read(AlSource *source, double *block, gsize frames, GError **error)
{
  ArraySource *array = (ArraySource *)source;
  gsize count = MIN(frames, (gsize)source->frames - array->at);

  (void)error;
  memcpy(block, array->block + 2 * array->at, 2 * sizeof(double) * count);
  array->at += count;
  return (gssize)count;
}

static void
array_free(AlSource *source)
{
  g_free(source);
}

static const AlSourceClass array_class = {array_read, array_free};

AlSource *
test_array_source_new(const double *block, gsize frames, int rate)
{
  ArraySource *array = g_new0(ArraySource, 1);

  array->source.class = &array_class;
  array->source.rate = rate;
  array->source.frames = (gint64)frames;
  array->block = block;
  return &array->source;
}

double *
test_read_all(AlSource *source, gsize block_frames)
{
  double *all = test_silence((gsize)source->frames);
  double *block = test_silence(block_frames);
  gsize at = 0;

  for (;;) {
    gssize got = al_source_read(source, block, block_frames, NULL);

    g_assert_cmpint(got, >=, 0);
    g_assert_cmpuint(at + (gsize)got, <=, (gsize)source->frames);
    memcpy(all + 2 * at, block, 2 * sizeof(double) * (gsize)got);
    at += (gsize)got;
    if ((gsize)got < block_frames)
      break;
  }
  g_assert_cmpuint(at, ==, (gsize)source->frames);
  g_free(block);
  return all;
}

double *
test_silence(gsize frames)
{
  return g_new0(double, 2 * frames);
}

void
test_add_tone(double *block, gsize frames, double amplitude, double hz, double phase, int rate)
{
  for (gsize i = 0; i < frames; i++) {
    double value = amplitude * sin(2 * G_PI * hz * (double)i / rate + phase);

    block[2 * i] += value;
    block[2 * i + 1] += value;
  }
}

void
test_add_noise(double *block, gsize frames, double amplitude, guint32 seed)
{
  GRand *random = g_rand_new_with_seed(seed);

  for (gsize i = 0; i < 2 * frames; i++)
    block[i] += g_rand_double_range(random, -amplitude, amplitude);
  g_rand_free(random);
}

/* F. J. Harris, "On the use of windows for harmonic analysis", 1978: four terms, -92 dB. */
static double
window_at(gsize i, gsize frames)
{
  double angle = 2 * G_PI * ((double)i + 0.5) / (double)frames;

  return 0.35875 - 0.48829 * cos(angle) + 0.14128 * cos(2 * angle) - 0.01168 * cos(3 * angle);
}

double
test_tone_amplitude(const double *block, gsize frames, guint channel, double hz, int rate)
{
  double real = 0, imaginary = 0, sum = 0;

  for (gsize i = 0; i < frames; i++) {
    double weight = window_at(i, frames);
    double angle = 2 * G_PI * hz * (double)i / rate;

    real += weight * block[2 * i + channel] * cos(angle);
    imaginary += weight * block[2 * i + channel] * sin(angle);
    sum += weight;
  }
  return 2 * hypot(real, imaginary) / sum;
}

double
test_rms(const double *block, gsize frames, guint channel)
{
  double sum = 0;

  for (gsize i = 0; i < frames; i++)
    sum += block[2 * i + channel] * block[2 * i + channel];
  return sqrt(sum / (double)frames);
}
