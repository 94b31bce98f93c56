/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/job.h"

#include "album/error.h"

typedef struct {
  const AlJob *job;
  const char *stage;
  AlPiece piece;
  gpointer data;
  guint count, done;
  GError **errors; /* one per piece */
  GMutex lock;     /* of `done` and of the progress shown */
} Pool;

void
al_job_progress(const AlJob *job, const char *stage, double share)
{
  if (job->progress != NULL)
    job->progress(stage, share, job->data);
}

gboolean
al_job_cancelled(const AlJob *job, GError **error)
{
  return al_error_cancelled(job->cancellable, error);
}

static void
do_piece(gpointer number, gpointer data)
{
  Pool *pool = data;
  guint i = GPOINTER_TO_UINT(number) - 1;

  if (!al_job_cancelled(pool->job, &pool->errors[i]))
    pool->piece(i, pool->data, &pool->errors[i]);
  g_mutex_lock(&pool->lock);
  pool->done++;
  al_job_progress(pool->job, pool->stage, (double)pool->done / pool->count);
  g_mutex_unlock(&pool->lock);
}

static gboolean
first_error(Pool *pool, GError **error)
{
  gboolean failed = FALSE;

  for (guint i = 0; i < pool->count; i++) {
    if (pool->errors[i] != NULL && !failed) {
      g_propagate_error(error, pool->errors[i]);
      failed = TRUE;
    } else {
      g_clear_error(&pool->errors[i]);
    }
  }
  return failed;
}

gboolean
al_job_each(const AlJob *job, const char *stage, guint count, AlPiece piece, gpointer data,
            GError **error)
{
  g_autofree GError **errors = g_new0(GError *, count);
  Pool pool = {
      .job = job, .stage = stage, .piece = piece, .data = data, .count = count, .errors = errors};
  GThreadPool *threads;

  g_mutex_init(&pool.lock);
  threads = g_thread_pool_new(do_piece, &pool, (gint)MAX(job->threads, 1), TRUE, NULL);
  for (guint i = 0; i < count; i++)
    g_thread_pool_push(threads, GUINT_TO_POINTER(i + 1), NULL);
  g_thread_pool_free(threads, FALSE, TRUE);
  g_mutex_clear(&pool.lock);
  return !first_error(&pool, error);
}
