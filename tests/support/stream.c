/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/stream.h"

#include <math.h>
#include <string.h>

typedef struct {
  AlSource source;
  const double *samples;
  gint64 place;
} Stream;

static gssize
stream_read(AlSource *source, double *block, gsize frames, GError **error)
{
  Stream *stream = (Stream *)source;
  gsize got = MIN(frames, (gsize)(source->frames - stream->place));

  (void)error;
  memcpy(block, stream->samples + 2 * stream->place, got * 2 * sizeof(double));
  stream->place += (gint64)got;
  return (gssize)got;
}

static void
stream_free(AlSource *source)
{
  g_free(source);
}

AlSource *
stream_new(const double *samples, gint64 frames, int rate)
{
  static const AlSourceClass class = {stream_read, stream_free};
  Stream *stream = g_new0(Stream, 1);

  stream->source = (AlSource){.class = &class, .rate = rate, .frames = frames};
  stream->samples = samples;
  return &stream->source;
}

double *
stream_read_all(AlSource *source, gsize block_frames)
{
  gsize total = (gsize)source->frames;
  double *samples = g_new(double, 2 * (total + block_frames));
  gsize done = 0;
  gssize got;

  do {
    g_autoptr(GError) error = NULL;

    got = al_source_read(source, samples + 2 * done, block_frames, &error);
    g_assert_no_error(error);
    g_assert_cmpint(got, >=, 0);
    done += (gsize)got;
    g_assert_cmpuint(done, <=, total);
    g_assert_true((gsize)got == block_frames || done == total);
  } while (got > 0);
  g_assert_cmpuint(done, ==, total);
  return samples;
}

double *
signal_silence(gsize frames)
{
  return g_new0(double, 2 * frames);
}

double *
signal_impulse(gsize frames, gsize at)
{
  double *samples = signal_silence(frames);

  samples[2 * at] = samples[2 * at + 1] = 1.0;
  return samples;
}

double *
signal_sine(gsize frames, int rate, double hz, double amplitude)
{
  double *samples = g_new(double, 2 * frames);

  for (gsize i = 0; i < frames; i++)
    samples[2 * i] = samples[2 * i + 1] = amplitude * sin(2.0 * G_PI * hz * (double)i / rate);
  return samples;
}

double *
signal_noise(gsize frames, guint32 seed, double amplitude)
{
  g_autoptr(GRand) random = g_rand_new_with_seed(seed);
  double *samples = g_new(double, 2 * frames);

  for (gsize i = 0; i < 2 * frames; i++)
    samples[i] = g_rand_double_range(random, -amplitude, amplitude);
  return samples;
}

double *
signal_music(gsize frames, int rate, guint32 seed)
{
  static const double partials[] = {55.0, 110.0, 164.8, 440.0, 1244.5, 3520.0, 9000.0};
  double *samples = signal_noise(frames, seed, 0.01);

  for (gsize i = 0; i < frames; i++) {
    double beat = fmod((double)i / rate, 0.5);

    for (gsize k = 0; k < G_N_ELEMENTS(partials); k++) {
      double phase = 2.0 * G_PI * partials[k] * (double)i / rate;
      double level = 0.12 * exp(-beat * (2.0 + (double)k));
      double pan = 0.5 + 0.4 * sin((double)k);

      samples[2 * i] += level * pan * sin(phase);
      samples[2 * i + 1] += level * (1.0 - pan) * sin(phase + 0.2 * (double)k);
    }
  }
  return samples;
}

double
signal_amplitude(const double *samples, gsize from, gsize to, guint channel, double hz_per_rate)
{
  double real = 0.0, imaginary = 0.0, total = 0.0;

  for (gsize i = from; i < to; i++) {
    double window = 0.5 - 0.5 * cos(2.0 * G_PI * (double)(i - from) / (double)(to - from));
    double phase = 2.0 * G_PI * hz_per_rate * (double)i;

    real += window * samples[2 * i + channel] * cos(phase);
    imaginary += window * samples[2 * i + channel] * sin(phase);
    total += window;
  }
  return 2.0 * hypot(real, imaginary) / total;
}

void
signal_response(const double *samples, gsize frames, guint channel, gsize at, double hz_per_rate,
                double *real, double *imaginary)
{
  *real = *imaginary = 0.0;
  for (gsize i = 0; i < frames; i++) {
    double phase = 2.0 * G_PI * hz_per_rate * ((double)i - (double)at);

    *real += samples[2 * i + channel] * cos(phase);
    *imaginary -= samples[2 * i + channel] * sin(phase);
  }
}
