/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/source_rules.h"

#include <string.h>

#include "tests/support/signal.h"

/* Stands for a different size every time. */
#define MIXED_SIZES 0

static const gsize block_sizes[] = {1, 7, 588, 4096, MIXED_SIZES};

static void
free_owned(GPtrArray *owned)
{
  for (guint i = owned->len; i-- > 0;)
    al_source_free(owned->pdata[i]);
  g_ptr_array_free(owned, TRUE);
}

/* Reads to the end in blocks of one size into `samples`, holding every call to the rules. */
static void
read_in_blocks(AlSource *source, gsize block_size, double *samples)
{
  g_autoptr(GRand) random = g_rand_new_with_seed(1);
  gint64 done = 0;

  while (done < source->frames) {
    gsize size = block_size == MIXED_SIZES ? (gsize)g_rand_int_range(random, 1, 5000) : block_size;
    g_autofree double *block = g_new(double, 2 * size);
    g_autoptr(GError) error = NULL;
    gssize got = al_source_read(source, block, size, &error);

    g_assert_no_error(error);
    g_assert_cmpint(got, ==, MIN((gint64)size, source->frames - done));
    memcpy(samples + 2 * done, block, (gsize)(2 * got) * sizeof *samples);
    done += got;
  }
  for (int i = 0; i < 2; i++)
    g_assert_cmpint(al_source_read(source, samples, 1, NULL), ==, 0);
}

void
test_source_rules(TestMakeSource make, gconstpointer data)
{
  gint64 expected_frames = 0;
  g_autofree double *expected = NULL;

  for (guint i = 0; i < G_N_ELEMENTS(block_sizes); i++) {
    GPtrArray *owned = g_ptr_array_new();
    AlSource *source = make(owned, data);
    g_autofree double *samples = NULL;

    g_ptr_array_add(owned, source);
    if (expected == NULL) {
      expected = test_read_all(source, &expected_frames);
    } else {
      samples = g_new(double, 2 * source->frames + 2);
      read_in_blocks(source, block_sizes[i], samples);
      g_assert_cmpmem(samples, (gsize)(2 * source->frames) * sizeof *samples, expected,
                      (gsize)(2 * expected_frames) * sizeof *expected);
    }
    free_owned(owned);
  }
}

typedef struct {
  TestMakeStage make;
  gconstpointer data;
  int rate;
  gint64 frames;
} Stage;

static AlSource *
make_stage_over_noise(GPtrArray *owned, gconstpointer data)
{
  const Stage *stage = data;
  g_autofree double *noise = test_noise(0.9, 7, stage->frames);
  AlSource *input = test_source_new(noise, stage->frames, stage->rate);

  g_ptr_array_add(owned, input);
  return stage->make(input, stage->data);
}

static void
check_failure(const Stage *stage, gint64 failing_frame)
{
  g_autofree double *noise = test_noise(0.9, 7, stage->frames);
  g_autoptr(AlSource) input =
      test_source_new_failing(noise, stage->frames, stage->rate, failing_frame);
  g_autoptr(AlSource) source = stage->make(input, stage->data);
  g_autoptr(GError) error = NULL;
  double block[2 * 588];
  gssize got;

  while ((got = al_source_read(source, block, 588, &error)) > 0)
    g_assert_no_error(error);
  g_assert_cmpint(got, ==, -1);
  g_assert_nonnull(error);
  g_clear_error(&error);
  g_assert_cmpint(al_source_read(source, block, 588, &error), ==, -1);
  g_assert_no_error(error);
}

static void
check_free_half_read(const Stage *stage)
{
  for (gsize frames = 0; frames < 10000; frames += 4999) {
    g_autofree double *noise = test_noise(0.9, 7, stage->frames);
    g_autofree double *block = g_new(double, 2 * 10000);
    g_autoptr(AlSource) input = test_source_new(noise, stage->frames, stage->rate);
    g_autoptr(AlSource) source = stage->make(input, stage->data);

    if (frames > 0)
      g_assert_cmpint(al_source_read(source, block, frames, NULL), ==, (gssize)frames);
  }
}

void
test_stage_rules(TestMakeStage make, gconstpointer data, int input_rate)
{
  static const gint64 lengths[] = {0, 1, 588, 4096, 4097, 50000};

  for (guint i = 0; i < G_N_ELEMENTS(lengths); i++) {
    Stage stage = {make, data, input_rate, lengths[i]};

    test_source_rules(make_stage_over_noise, &stage);
  }
  check_failure(&(Stage){make, data, input_rate, 50000}, 0);
  check_failure(&(Stage){make, data, input_rate, 50000}, 49999);
  check_free_half_read(&(Stage){make, data, input_rate, 50000});
}
