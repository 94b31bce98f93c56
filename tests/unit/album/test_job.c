/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/job.h"

#include "album/error.h"

static gboolean
square(guint i, gpointer data, GError **error)
{
  (void)error;
  ((guint *)data)[i] = i * i;
  return TRUE;
}

static void
test_each_piece_is_done(void)
{
  for (guint threads = 1; threads <= 4; threads++) {
    const AlJob job = {.threads = threads};
    guint results[100] = {0};
    g_autoptr(GError) error = NULL;

    g_assert_true(al_job_each(&job, "squares", 100, square, results, &error));
    g_assert_no_error(error);
    for (guint i = 0; i < 100; i++)
      g_assert_cmpuint(results[i], ==, i * i);
  }
}

static gboolean
fail_at_odd(guint i, gpointer data, GError **error)
{
  g_atomic_int_inc((gint *)data);
  if (i % 2 == 0)
    return TRUE;
  g_set_error(error, AL_ERROR, AL_ERROR_AUDIO, "piece %u", i);
  return FALSE;
}

/* The error told does not depend on which thread was first, and no piece is left out. */
static void
test_lowest_error_is_told(void)
{
  const AlJob job = {.threads = 4};
  g_autoptr(GError) error = NULL;
  gint begun = 0;

  g_assert_false(al_job_each(&job, "pieces", 50, fail_at_odd, &begun, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_AUDIO);
  g_assert_cmpstr(error->message, ==, "piece 1");
  g_assert_cmpint(begun, ==, 50);
}

static void
test_interrupted(void)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new();
  const AlJob job = {.threads = 2, .cancellable = cancellable};
  g_autoptr(GError) error = NULL;
  guint results[10] = {0};

  g_cancellable_cancel(cancellable);
  g_assert_false(al_job_each(&job, "squares", 10, square, results, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_CANCELLED);
  g_assert_cmpuint(results[3], ==, 0);
}

static void
keep_share(const char *stage, double share, gpointer data)
{
  g_assert_cmpstr(stage, ==, "squares");
  *(double *)data = share;
}

static void
test_progress_ends_at_one(void)
{
  double share = 0;
  const AlJob job = {.threads = 3, .progress = keep_share, .data = &share};
  guint results[7];

  g_assert_true(al_job_each(&job, "squares", 7, square, results, NULL));
  g_assert_cmpfloat(share, ==, 1);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/job/each_piece_is_done", test_each_piece_is_done);
  g_test_add_func("/job/lowest_error_is_told", test_lowest_error_is_told);
  g_test_add_func("/job/interrupted", test_interrupted);
  g_test_add_func("/job/progress_ends_at_one", test_progress_ends_at_one);
  return g_test_run();
}
