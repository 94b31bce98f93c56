/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_SIGNALS_H
#define TESTS_SIGNALS_H

/* Signals and the slow reference that the tests of measuring and limiting share: stereo,
 * interleaved, in memory, and as a source. */

#include <math.h>
#include <string.h>

#include "album/audio/source.h"

typedef struct {
  double *samples; /* 2 * frames */
  gsize frames;
} Signal;

static inline Signal
signal_new(gsize frames)
{
  return (Signal){g_new0(double, 2 * frames), frames};
}

static inline void
signal_clear(Signal *signal)
{
  g_clear_pointer(&signal->samples, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Signal, signal_clear)

/* Adds a tone to both channels, of `frames` frames from `first` on. */
static inline void
signal_add_tone(Signal *signal, gsize first, gsize frames, double cycles_per_frame, double phase,
                double amplitude)
{
  for (gsize n = 0; n < frames && first + n < signal->frames; n++) {
    double value = amplitude * sin(2 * G_PI * cycles_per_frame * (double)n + phase);

    signal->samples[2 * (first + n)] += value;
    signal->samples[2 * (first + n) + 1] += value;
  }
}

/* Raised-cosine ramps at both ends. */
static inline void
signal_fade(Signal *signal, gsize frames)
{
  for (gsize n = 0; n < frames; n++) {
    double gain = 0.5 - 0.5 * cos(G_PI * (double)n / (double)frames);

    for (gsize channel = 0; channel < 2; channel++) {
      signal->samples[2 * n + channel] *= gain;
      signal->samples[2 * (signal->frames - 1 - n) + channel] *= gain;
    }
  }
}

typedef struct {
  AlSource source;
  const Signal *signal;
  gsize position;
} SignalSource;

static inline gssize
signal_source_read(AlSource *source, double *block, gsize frames, GError **error)
{
  SignalSource *self = (SignalSource *)source;
  gsize given = MIN(frames, self->signal->frames - self->position);

  (void)error;
  for (gsize n = 0; n < 2 * given; n++)
    block[n] = self->signal->samples[2 * self->position + n];
  self->position += given;
  return (gssize)given;
}

static inline void
signal_source_free(AlSource *source)
{
  (void)source;
}

static inline SignalSource
signal_source(const Signal *signal, int rate)
{
  static const AlSourceClass class = {.read = signal_source_read, .free = signal_source_free};

  return (SignalSource){
      .source = {.class = &class, .rate = rate, .frames = (gint64)signal->frames},
      .signal = signal,
  };
}

static inline double
reference_bessel(double x)
{
  double sum = 0, term = 1;

  for (int k = 1; k < 80; k++) {
    sum += term;
    term *= x * x / (4.0 * k * k);
  }
  return sum;
}

/* The true peak of a signal in dBTP, slowly: a Kaiser-windowed sinc of `taps` taps at every 32nd of
 * a frame, in double precision, wherever a sample beside it is above `lowest`. */
static inline double
reference_peak(const Signal *signal, int taps, double beta, double lowest)
{
  enum { STEPS = 32 };
  int half = taps / 2;
  g_autofree double *filter = g_new(double, STEPS *taps);
  double peak = 0;

  for (int step = 0; step < STEPS; step++) {
    double *phase = filter + step * taps, sum = 0;

    for (int k = 0; k < taps; k++) {
      double distance = (double)step / STEPS - (k - half + 1), ratio = distance / half;

      phase[k] = distance == 0 ? 1 : sin(G_PI * distance) / (G_PI * distance);
      phase[k] *= fabs(ratio) < 1
                      ? reference_bessel(beta * sqrt(1 - ratio * ratio)) / reference_bessel(beta)
                      : 0;
      sum += phase[k];
    }
    for (int k = 0; k < taps; k++)
      phase[k] /= sum;
  }
  for (int channel = 0; channel < 2; channel++) {
    gsize length = signal->frames + 2 * (gsize)taps;
    g_autofree double *x = g_new0(double, length);

    for (gsize n = 0; n < signal->frames; n++)
      x[n + (gsize)taps] = signal->samples[2 * n + (gsize)channel];
    for (gsize n = (gsize)half; n + (gsize)half < length; n++) {
      const double *first = x + n - half + 1;

      if (fabs(x[n]) < lowest && fabs(x[n + 1]) < lowest)
        continue;
      for (int step = 0; step < STEPS; step++) {
        double value = 0;

        for (int k = 0; k < taps; k++)
          value += filter[step * taps + k] * first[k];
        peak = MAX(peak, fabs(value));
      }
    }
  }
  return peak > 0 ? 20 * log10(peak) : -HUGE_VAL;
}

#endif
