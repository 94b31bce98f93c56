/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "album/audio/resample.h"
#include "album/error.h"
#include "tests/support/signal.h"

static double *
resample(const double *samples, gint64 frames, int rate, int new_rate, gint64 *new_frames,
         AlResamplerChoice choice)
{
  g_autoptr(AlSource) input = test_source_new(samples, frames, rate);
  g_autoptr(GError) error = NULL;
  g_autoptr(AlSource) source = al_resample_new(input, new_rate, *new_frames, choice, &error);

  g_assert_no_error(error);
  g_assert_cmpint(source->rate, ==, new_rate);
  return test_read_all(source, new_frames);
}

/* As long as the input, rounded up, or as asked for. */
static void
test_lengths(gconstpointer data)
{
  static const struct {
    gint64 frames;
    int rate, new_rate;
    gint64 asked, expected;
  } rows[] = {
      {0, 48000, 44100, AL_RESAMPLE_WHOLE, 0},
      {1, 48000, 44100, AL_RESAMPLE_WHOLE, 1},
      {160, 48000, 44100, AL_RESAMPLE_WHOLE, 147},
      {161, 48000, 44100, AL_RESAMPLE_WHOLE, 148},
      {48001, 96000, 44100, AL_RESAMPLE_WHOLE, 22051},
      {3, 8000, 384000, AL_RESAMPLE_WHOLE, 144},
      {1000, 44100, 48000, 0, 0},
      {1000, 44100, 48000, 12, 12},
      {1000, 44100, 48000, 50000, 50000},
  };

  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree double *noise = test_noise(0.5, 1, rows[i].frames);
    gint64 frames = rows[i].asked;
    g_autofree double *out = resample(noise, rows[i].frames, rows[i].rate, rows[i].new_rate,
                                      &frames, GPOINTER_TO_INT(data));

    g_assert_cmpint(frames, ==, rows[i].expected);
    for (gint64 k = 0; k < 2 * frames; k++)
      g_assert_cmpfloat(fabs(out[k]), <, 1.5);
  }
}

/* An impulse in the left channel at an instant that both rates have: the largest sample lies at
 * that instant, those around it are symmetrical, and the right channel stays silent. */
static void
check_impulse(AlResamplerChoice choice, gint64 at)
{
  const gint64 frames = 16000;
  g_autofree double *impulse = g_new0(double, 2 * frames);
  gint64 out_frames = AL_RESAMPLE_WHOLE, peak = at * 147 / 160;
  g_autofree double *out = NULL;

  impulse[2 * at] = 1;
  out = resample(impulse, frames, 48000, 44100, &out_frames, choice);
  for (gint64 i = 0; i < out_frames; i++) {
    g_assert_cmpfloat(fabs(out[2 * i]), <=, out[2 * peak]);
    g_assert_cmpfloat(out[2 * i + 1], ==, 0);
    if (i <= peak && 2 * peak - i < out_frames)
      g_assert_cmpfloat_with_epsilon(out[2 * i], out[2 * (2 * peak - i)], 1e-7);
  }
  g_assert_cmpfloat_with_epsilon(out[2 * peak], 44100 / 48000.0, 0.12); /* its bandwidth */
}

static void
test_no_delay(gconstpointer data)
{
  check_impulse(GPOINTER_TO_INT(data), 0);
  check_impulse(GPOINTER_TO_INT(data), 1600);
  check_impulse(GPOINTER_TO_INT(data), 8000);
}

/* The end of the input is followed by silence: nothing of what is still in the filter is lost, and
 * it is what comes out of the same audio with zeros behind it. */
static void
test_end(gconstpointer data)
{
  const gint64 frames = 20000, longer = 30000;
  g_autofree double *noise = test_noise(0.5, 1, longer);
  gint64 out_frames = 2 * longer, expected_frames = 2 * longer;
  g_autofree double *out = NULL;
  g_autofree double *expected = NULL;

  for (gint64 i = 2 * frames; i < 2 * longer; i++)
    noise[i] = 0;
  out = resample(noise, frames, 48000, 96000, &out_frames, GPOINTER_TO_INT(data));
  expected = resample(noise, longer, 48000, 96000, &expected_frames, GPOINTER_TO_INT(data));
  g_assert_cmpmem(out, (gsize)(2 * out_frames) * sizeof *out, expected,
                  (gsize)(2 * expected_frames) * sizeof *expected);
}

static void
test_constant(gconstpointer data)
{
  const gint64 frames = 20000;
  g_autofree double *samples = g_new(double, 2 * frames);
  gint64 out_frames = AL_RESAMPLE_WHOLE;
  g_autofree double *out = NULL;

  for (gint64 i = 0; i < frames; i++) {
    samples[2 * i] = 0.75;
    samples[2 * i + 1] = -1.5;
  }
  out = resample(samples, frames, 44100, 48000, &out_frames, GPOINTER_TO_INT(data));
  for (gint64 i = 5000; i < 15000; i++) {
    g_assert_cmpfloat_with_epsilon(out[2 * i], 0.75, 1e-6);
    g_assert_cmpfloat_with_epsilon(out[2 * i + 1], -1.5, 1e-6);
  }
}

static void
test_availability(void)
{
  g_autoptr(AlSource) input = test_source_new(NULL, 0, 48000);
  g_autoptr(GError) error = NULL;
  g_autoptr(AlSource) source =
      al_resample_new(input, 44100, AL_RESAMPLE_WHOLE, AL_RESAMPLER_SOXR, &error);

  g_assert_true(al_resampler_available(AL_RESAMPLER_DEFAULT));
  g_assert_true(al_resampler_available(AL_RESAMPLER_LIBSAMPLERATE));
  g_assert_cmpint(al_resampler_available(AL_RESAMPLER_SOXR), ==, source != NULL);
  if (source == NULL)
    g_assert_error(error, AL_ERROR, AL_ERROR_AUDIO);
}

static void
test_refused(void)
{
  g_autoptr(AlSource) input = test_source_new(NULL, 0, 384000);
  g_autoptr(GError) error = NULL;

  g_assert_null(
      al_resample_new(input, 1000, AL_RESAMPLE_WHOLE, AL_RESAMPLER_LIBSAMPLERATE, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_AUDIO);
}

static void
add_tests(const char *library, AlResamplerChoice choice)
{
  static const struct {
    const char *name;
    GTestDataFunc run;
  } tests[] = {{"lengths", test_lengths},
               {"no_delay", test_no_delay},
               {"end", test_end},
               {"constant", test_constant}};

  for (guint i = 0; i < G_N_ELEMENTS(tests); i++) {
    g_autofree char *path = g_strdup_printf("/resample/%s/%s", library, tests[i].name);

    g_test_add_data_func(path, GINT_TO_POINTER(choice), tests[i].run);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  if (al_resampler_available(AL_RESAMPLER_SOXR))
    add_tests("soxr", AL_RESAMPLER_SOXR);
  add_tests("libsamplerate", AL_RESAMPLER_LIBSAMPLERATE);
  g_test_add_func("/resample/availability", test_availability);
  g_test_add_func("/resample/refused", test_refused);
  return g_test_run();
}
