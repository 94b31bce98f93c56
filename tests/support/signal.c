/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/signal.h"

#include <math.h>

#include "album/error.h"

typedef struct {
  AlSource source;
  double *samples;
  gint64 next_frame;
  gint64 failing_frame;
} SampleSource;

static gssize
sample_source_read(AlSource *source, double *block, gsize frames, GError **error)
{
  SampleSource *samples = (SampleSource *)source;
  gint64 count = MIN((gint64)frames, source->frames - samples->next_frame);

  if (samples->next_frame + count > samples->failing_frame) {
    g_set_error(error, AL_ERROR, AL_ERROR_AUDIO, "made to fail");
    return -1;
  }
  for (gint64 i = 0; i < 2 * count; i++)
    block[i] = samples->samples[2 * samples->next_frame + i];
  samples->next_frame += count;
  return (gssize)count;
}

static void
sample_source_free(AlSource *source)
{
  g_free(((SampleSource *)source)->samples);
  g_free(source);
}

static const AlSourceClass sample_source_class = {sample_source_read, sample_source_free};

AlSource *
test_source_new_failing(const double *samples, gint64 frames, int rate, gint64 failing_frame)
{
  SampleSource *source = g_new0(SampleSource, 1);

  source->source.class = &sample_source_class;
  source->source.rate = rate;
  source->source.frames = frames;
  source->samples = g_memdup2(samples, (gsize)(2 * frames) * sizeof *samples);
  source->failing_frame = failing_frame;
  return &source->source;
}

AlSource *
test_source_new(const double *samples, gint64 frames, int rate)
{
  return test_source_new_failing(samples, frames, rate, G_MAXINT64);
}

double *
test_sine(double hz, double amplitude, int rate, gint64 frames)
{
  double *samples = g_new(double, 2 * frames + 1);

  for (gint64 i = 0; i < frames; i++)
    samples[2 * i] = samples[2 * i + 1] = amplitude * sin(2 * G_PI * hz * (double)i / rate);
  return samples;
}

double *
test_noise(double amplitude, guint32 seed, gint64 frames)
{
  g_autoptr(GRand) random = g_rand_new_with_seed(seed);
  double *samples = g_new(double, 2 * frames + 1);

  for (gint64 i = 0; i < 2 * frames; i++)
    samples[i] = g_rand_double_range(random, -amplitude, amplitude);
  return samples;
}

double *
test_read_all(AlSource *source, gint64 *frames)
{
  double *samples = g_new(double, 2 * source->frames + 2);
  g_autoptr(GError) error = NULL;
  gssize got = al_source_read(source, samples, (gsize)source->frames + 1, &error);

  g_assert_no_error(error);
  g_assert_cmpint(got, ==, source->frames);
  *frames = got;
  return samples;
}
