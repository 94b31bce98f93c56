/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/chain/chain.h"

#include <math.h>
#include <string.h>

#include "album/error.h"
#include "tests/support/step_text.h"
#include "tests/support/stream.h"

#define FRAMES 5000

static void
free_step(gpointer step)
{
  al_step_free(step);
}

static GPtrArray *
steps_from_texts(const char *const *texts)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func(free_step);

  for (; *texts != NULL; texts++)
    g_ptr_array_add(steps, step_from_text(*texts));
  return steps;
}

static void
test_idle_steps_leave_the_bits(void)
{
  static const char *const texts[] = {"gain gain=0", "gain gain=6 bypass=yes", NULL};
  g_autoptr(GPtrArray) steps = steps_from_texts(texts);
  g_autofree double *noise = signal_noise(FRAMES, 3, 1.0);
  g_autoptr(AlSource) input = stream_new(noise, FRAMES, 44100);
  g_autoptr(AlChain) chain = al_chain_new(steps, input, NULL, NULL);
  g_autofree double *out = NULL;

  g_assert_true(al_chain_source(chain) == input);
  out = stream_read_all(al_chain_source(chain), 588);
  g_assert_cmpmem(out, FRAMES * 16, noise, FRAMES * 16);
  g_assert_cmpuint(al_chain_steps(chain), ==, 2);
  g_assert_true(al_chain_report(chain, 0).left_out);
  g_assert_true(al_chain_report(chain, 1).left_out);
}

/* Sums per place what a tap hears. */
typedef struct {
  double sum[8];
  gsize frames[8];
} Heard;

static gboolean
hear(gpointer data, guint place, const double *block, gsize frames, GError **error)
{
  Heard *heard = data;

  (void)error;
  for (gsize i = 0; i < 2 * frames; i++)
    heard->sum[place] += fabs(block[i]);
  heard->frames[place] += frames;
  return TRUE;
}

static void
test_order_and_taps(void)
{
  static const char *const texts[] = {"gain gain=20", "gain gain=0", "gain gain=-40", NULL};
  g_autoptr(GPtrArray) steps = steps_from_texts(texts);
  g_autofree double *noise = signal_noise(FRAMES, 4, 0.5);
  g_autoptr(AlSource) input = stream_new(noise, FRAMES, 44100);
  Heard heard = {{0}, {0}};
  AlTap tap = {hear, &heard};
  g_autoptr(AlChain) chain = al_chain_new(steps, input, &tap, NULL);
  g_autofree double *out = stream_read_all(al_chain_source(chain), 100);

  g_assert_cmpuint(heard.frames[0], ==, FRAMES);
  g_assert_cmpuint(heard.frames[1], ==, FRAMES);
  g_assert_cmpuint(heard.frames[2], ==, 0);
  g_assert_cmpuint(heard.frames[3], ==, FRAMES);
  g_assert_cmpfloat_with_epsilon(heard.sum[1] / heard.sum[0], 10.0, 1e-9);
  g_assert_cmpfloat_with_epsilon(heard.sum[3] / heard.sum[0], 0.1, 1e-9);
  g_assert_cmpfloat_with_epsilon(out[0], 0.1 * noise[0], 1e-12);
  g_assert_true(al_chain_report(chain, 1).left_out);
  g_assert_false(al_chain_report(chain, 2).left_out);
}

static gboolean
refuse(gpointer data, guint place, const double *block, gsize frames, GError **error)
{
  (void)data;
  (void)place;
  (void)block;
  (void)frames;
  g_set_error(error, AL_ERROR, AL_ERROR_WRITE, "the disk is full");
  return FALSE;
}

static void
test_tap_can_fail(void)
{
  static const char *const texts[] = {"gain gain=20", NULL};
  g_autoptr(GPtrArray) steps = steps_from_texts(texts);
  g_autofree double *noise = signal_noise(FRAMES, 4, 0.5);
  g_autoptr(AlSource) input = stream_new(noise, FRAMES, 44100);
  AlTap tap = {refuse, NULL};
  g_autoptr(AlChain) chain = al_chain_new(steps, input, &tap, NULL);
  g_autoptr(GError) error = NULL;
  double block[20];

  g_assert_cmpint(al_source_read(al_chain_source(chain), block, 10, &error), ==, -1);
  g_assert_error(error, AL_ERROR, AL_ERROR_WRITE);
}

static void
test_mix(void)
{
  g_autofree double *noise = signal_noise(FRAMES, 5, 0.5);
  g_autoptr(GPtrArray) steps = g_ptr_array_new_with_free_func(free_step);
  g_autoptr(AlSource) input = stream_new(noise, FRAMES, 44100);
  g_autoptr(AlChain) chain = NULL;
  g_autofree double *out = NULL;
  AlStep *step = step_from_text("gain gain=20");

  step->mix = 0.5;
  g_ptr_array_add(steps, step);
  chain = al_chain_new(steps, input, NULL, NULL);
  out = stream_read_all(al_chain_source(chain), 588);
  for (gsize i = 0; i < 2 * FRAMES; i++)
    g_assert_cmpfloat_with_epsilon(out[i], 5.5 * noise[i], 1e-12);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/chain/idle_steps_leave_the_bits", test_idle_steps_leave_the_bits);
  g_test_add_func("/chain/order_and_taps", test_order_and_taps);
  g_test_add_func("/chain/tap_can_fail", test_tap_can_fail);
  g_test_add_func("/chain/mix", test_mix);
  return g_test_run();
}
