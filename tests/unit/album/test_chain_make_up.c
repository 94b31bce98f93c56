/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/chain/chain_make_up.h"

#include <math.h>

#include "album/error.h"
#include "album/process/compressor.h"
#include "tests/support/step_text.h"
#include "tests/support/stream.h"

#define RATE 48000
#define FRAMES (2 * RATE)

static AlSource *
open_samples(gpointer data, GError **error)
{
  (void)error;
  return stream_new(data, FRAMES, RATE);
}

static AlSource *
open_nothing(gpointer data, GError **error)
{
  (void)data;
  g_set_error(error, AL_ERROR, AL_ERROR_AUDIO, "no such file");
  return NULL;
}

/* Power stands in for loudness: a gain shifts both alike. */
static gboolean
measure_power(AlSource *source, double *lufs, GError **error)
{
  double block[2 * 512];
  double sum = 0.0;
  gssize got;

  while ((got = al_source_read(source, block, 512, error)) > 0)
    for (gssize i = 0; i < 2 * got; i++)
      sum += block[i] * block[i];
  *lufs = 10.0 * log10(sum);
  return got == 0;
}

static void
free_step(gpointer step)
{
  al_step_free(step);
}

static GPtrArray *
example_steps(void)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func(free_step);

  g_ptr_array_add(steps, step_from_text("gain gain=6"));
  g_ptr_array_add(steps, step_from_text("tape drive=9"));
  g_ptr_array_add(steps, step_from_text("compressor threshold=-40 ratio=4 make-up=auto"));
  g_ptr_array_add(steps, step_from_text("compressor threshold=-40 make-up=3"));
  return steps;
}

static double
make_up_of(const GPtrArray *steps, guint i)
{
  const AlStep *step = g_ptr_array_index(steps, i);
  const AlParameter *parameter = al_parameter_find(step->kind->parameters, step->kind->make_up);

  return al_parameter_get(parameter, step->settings);
}

/* Power after each step of the example, place by place. */
static gboolean
add_power(gpointer data, guint place, const double *block, gsize frames, GError **error)
{
  double *sums = data;

  (void)error;
  for (gsize i = 0; i < 2 * frames; i++)
    sums[place] += block[i] * block[i];
  return TRUE;
}

static void
test_as_loud_after_as_before(void)
{
  g_autofree double *music = signal_music(FRAMES, RATE, 1);
  g_autoptr(GPtrArray) steps = example_steps();
  AlOpener opener = {open_samples, music};
  double sums[5] = {0};
  AlTap tap = {add_power, sums};
  g_autoptr(AlSource) input = stream_new(music, FRAMES, RATE);
  g_autoptr(AlChain) chain = NULL;
  g_autofree double *out = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true(make_up_of(steps, 1) == AL_AUTO);
  g_assert_true(al_chain_find_make_up(steps, &opener, measure_power, &error));
  g_assert_no_error(error);
  g_assert_cmpfloat(make_up_of(steps, 2), >, 3.0);
  g_assert_cmpfloat(make_up_of(steps, 3), ==, 3.0);

  chain = al_chain_new(steps, input, &tap, NULL);
  out = stream_read_all(al_chain_source(chain), 4096);
  g_assert_cmpfloat_with_epsilon(10.0 * log10(sums[2] / sums[1]), 0.0, 0.001);
  g_assert_cmpfloat_with_epsilon(10.0 * log10(sums[3] / sums[2]), 0.0, 0.001);
  g_assert_cmpfloat(fabs(10.0 * log10(sums[4] / sums[3])), >, 0.5);
}

static void
test_silence_needs_none(void)
{
  g_autofree double *silence = signal_silence(FRAMES);
  g_autoptr(GPtrArray) steps = example_steps();
  AlOpener opener = {open_samples, silence};

  g_assert_true(al_chain_find_make_up(steps, &opener, measure_power, NULL));
  g_assert_cmpfloat(make_up_of(steps, 2), ==, 0.0);
}

static void
test_an_error_is_told(void)
{
  g_autoptr(GPtrArray) steps = example_steps();
  AlOpener opener = {open_nothing, NULL};
  g_autoptr(GError) error = NULL;

  g_assert_false(al_chain_find_make_up(steps, &opener, measure_power, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_AUDIO);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/chain_make_up/as_loud", test_as_loud_after_as_before);
  g_test_add_func("/chain_make_up/silence", test_silence_needs_none);
  g_test_add_func("/chain_make_up/error", test_an_error_is_told);
  return g_test_run();
}
