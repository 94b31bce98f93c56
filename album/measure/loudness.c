/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/measure/loudness.h"

#include <ebur128.h>

#define STEPS_PER_SECOND AL_LOUDNESS_STEPS_PER_SECOND
#define STEP_MILLISECONDS (1000 / STEPS_PER_SECOND)

struct AlLoudness {
  ebur128_state *state;
  guint channels;
  int rate;
  guint64 fed;                          /* frames */
  GArray *steps;                        /* energies of the whole ones that were fed */
  double max_momentary, max_short_term; /* as energies */
  GArray *series_lufs;                  /* NULL until the audio has ended */
};

/* The first state fills tables that all share: no second thread may be at it. */
static ebur128_state *
new_state(guint channels, int rate)
{
  static GMutex mutex;
  ebur128_state *state;

  g_mutex_lock(&mutex);
  state = ebur128_init(channels, (unsigned long)rate, EBUR128_MODE_M);
  g_mutex_unlock(&mutex);
  g_assert(state != NULL);
  return state;
}

static int
library_channel(AlChannel channel)
{
  static const int channels[] = {
      [AL_CHANNEL_LEFT] = EBUR128_LEFT,
      [AL_CHANNEL_RIGHT] = EBUR128_RIGHT,
      [AL_CHANNEL_CENTRE] = EBUR128_CENTER,
      [AL_CHANNEL_LEFT_SURROUND] = EBUR128_LEFT_SURROUND,
      [AL_CHANNEL_RIGHT_SURROUND] = EBUR128_RIGHT_SURROUND,
      [AL_CHANNEL_MONO] = EBUR128_DUAL_MONO,
  };

  g_assert((gsize)channel < G_N_ELEMENTS(channels));
  return channels[channel];
}

AlLoudness *
al_loudness_new(int rate, const AlChannel *map, guint channels)
{
  AlLoudness *meter = g_new0(AlLoudness, 1);

  g_assert(rate >= AL_LOUDNESS_MIN_RATE && rate <= AL_LOUDNESS_MAX_RATE);
  g_assert(channels >= 1 && channels <= AL_LOUDNESS_MAX_CHANNELS);
  meter->state = new_state(channels, rate);
  meter->channels = channels;
  meter->rate = rate;
  for (guint i = 0; i < channels; i++)
    ebur128_set_channel(meter->state, i, library_channel(map[i]));
  meter->steps = g_array_new(FALSE, FALSE, sizeof(double));
  return meter;
}

AlLoudness *
al_loudness_new_stereo(int rate)
{
  static const AlChannel map[] = {AL_CHANNEL_LEFT, AL_CHANNEL_RIGHT};

  return al_loudness_new(rate, map, G_N_ELEMENTS(map));
}

void
al_loudness_free(AlLoudness *meter)
{
  if (meter == NULL)
    return;
  ebur128_destroy(&meter->state);
  g_array_unref(meter->steps);
  g_clear_pointer(&meter->series_lufs, g_array_unref);
  g_free(meter);
}

/* The mean energy of the last `count` steps; silence before the first. */
static double
mean_energy(const AlLoudness *meter, guint count)
{
  const double *steps = (const double *)(const void *)meter->steps->data;
  guint newest = meter->steps->len;
  double sum = 0;

  for (guint i = 1; i <= MIN(count, newest); i++)
    sum += steps[newest - i];
  return sum / count;
}

static void
enter_step(AlLoudness *meter, double energy)
{
  g_array_append_val(meter->steps, energy);
  meter->max_momentary = MAX(meter->max_momentary, mean_energy(meter, AL_LOUDNESS_MOMENTARY_STEPS));
  meter->max_short_term =
      MAX(meter->max_short_term, mean_energy(meter, AL_LOUDNESS_SHORT_TERM_STEPS));
}

/* The frame with which a step ends; where 10 ms are no whole number of frames, steps differ by one
 * frame. */
static guint64
step_end(const AlLoudness *meter, guint64 step)
{
  return (step + 1) * (guint64)meter->rate / STEPS_PER_SECOND;
}

void
al_loudness_feed(AlLoudness *meter, const double *samples, gsize frames)
{
  while (frames > 0) {
    guint64 left = step_end(meter, meter->steps->len) - meter->fed;
    gsize taken = (gsize)MIN((guint64)frames, left);

    ebur128_add_frames_double(meter->state, samples, taken);
    meter->fed += taken;
    samples += taken * meter->channels;
    frames -= taken;
    if (taken == left) {
      double lufs = AL_LOUDNESS_NONE;

      ebur128_loudness_window(meter->state, STEP_MILLISECONDS, &lufs);
      enter_step(meter, al_loudness_energy(lufs));
    }
  }
}

void
al_loudness_finish(AlLoudness *meter)
{
  const AlLoudnessSteps steps = al_loudness_steps(meter);

  meter->series_lufs = al_loudness_steps_series(&steps);
  for (guint i = 0; i < meter->series_lufs->len; i++) {
    double *value = &g_array_index(meter->series_lufs, double, i);

    *value = al_loudness_of_energy(*value);
  }
}

double
al_loudness_momentary(const AlLoudness *meter)
{
  return al_loudness_of_energy(mean_energy(meter, AL_LOUDNESS_MOMENTARY_STEPS));
}

double
al_loudness_short_term(const AlLoudness *meter)
{
  return al_loudness_of_energy(mean_energy(meter, AL_LOUDNESS_SHORT_TERM_STEPS));
}

double
al_loudness_integrated(const AlLoudness *meter)
{
  const AlLoudnessSteps steps = al_loudness_steps(meter);

  return al_loudness_steps_integrated(&steps, 1);
}

double
al_loudness_max_momentary(const AlLoudness *meter)
{
  return al_loudness_of_energy(meter->max_momentary);
}

double
al_loudness_max_short_term(const AlLoudness *meter)
{
  return al_loudness_of_energy(meter->max_short_term);
}

double
al_loudness_range(const AlLoudness *meter)
{
  const AlLoudnessSteps steps = al_loudness_steps(meter);

  return al_loudness_steps_range(&steps, 1);
}

double
al_loudness_loud_sections(const AlLoudness *meter)
{
  const AlLoudnessSteps steps = al_loudness_steps(meter);

  return al_loudness_steps_loud_sections(&steps, 1);
}

const double *
al_loudness_series(const AlLoudness *meter, gsize *count)
{
  *count = meter->series_lufs->len;
  return (const double *)(const void *)meter->series_lufs->data;
}

AlLoudnessSteps
al_loudness_steps(const AlLoudness *meter)
{
  return (AlLoudnessSteps){.energies = (const double *)(const void *)meter->steps->data,
                           .count = meter->steps->len};
}

static AlLoudnessSteps *
list_steps(AlLoudness *const *meters, gsize count)
{
  AlLoudnessSteps *steps = g_new(AlLoudnessSteps, count);

  for (gsize i = 0; i < count; i++)
    steps[i] = al_loudness_steps(meters[i]);
  return steps;
}

double
al_loudness_album_integrated(AlLoudness *const *meters, gsize count)
{
  g_autofree AlLoudnessSteps *steps = list_steps(meters, count);

  return al_loudness_steps_integrated(steps, count);
}

double
al_loudness_album_range(AlLoudness *const *meters, gsize count)
{
  g_autofree AlLoudnessSteps *steps = list_steps(meters, count);

  return al_loudness_steps_range(steps, count);
}

double
al_loudness_album_loud_sections(AlLoudness *const *meters, gsize count)
{
  g_autofree AlLoudnessSteps *steps = list_steps(meters, count);

  return al_loudness_steps_loud_sections(steps, count);
}
