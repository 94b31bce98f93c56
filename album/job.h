/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_JOB_H
#define AL_JOB_H

/* A job: long work that runs on threads, shows how far it is, and can be interrupted.
 *
 * The number of threads never changes a result. */

#include <gio/gio.h>

typedef struct {
  guint threads;             /* at least 1 */
  GCancellable *cancellable; /* NULL: cannot be interrupted */
  /* Told that `share` (0 to 1) of a stage is done; from any thread, one call at a time. NULL: no
   * one looks. */
  void (*progress)(const char *stage, double share, gpointer data);
  gpointer data;
} AlJob;

void al_job_progress(const AlJob *job, const char *stage, double share);

/* TRUE with AL_ERROR_CANCELLED where the user has interrupted. */
gboolean al_job_cancelled(const AlJob *job, GError **error);

/* One of several pieces of work that do not depend on each other. */
typedef gboolean (*AlPiece)(guint i, gpointer data, GError **error);

/* Does pieces 0 to count - 1 on the job's threads. All are begun, also after one has failed, so
 * that each can tell its own trouble; FALSE with the error of the lowest failed number, or
 * interrupted. */
gboolean al_job_each(const AlJob *job, const char *stage, guint count, AlPiece piece, gpointer data,
                     GError **error);

#endif
