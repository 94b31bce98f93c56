/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "src/interrupt.h"

#include <signal.h>

static sigset_t watched;

/* A thread may do what a signal handler must not. */
static gpointer
wait_for_signals(gpointer cancellable)
{
  int number;

  while (sigwait(&watched, &number) == 0)
    g_cancellable_cancel(cancellable);
  return NULL;
}

GCancellable *
interrupt_watch(void)
{
  GCancellable *cancellable = g_cancellable_new();

  sigemptyset(&watched);
  sigaddset(&watched, SIGINT);
  sigaddset(&watched, SIGTERM);
  sigaddset(&watched, SIGHUP);
  pthread_sigmask(SIG_BLOCK, &watched, NULL);
  /* A file beyond the size limit or a closed pipe is then an error that can be told. */
  signal(SIGXFSZ, SIG_IGN);
  signal(SIGPIPE, SIG_IGN);
  g_thread_unref(g_thread_new("signals", wait_for_signals, cancellable));
  return cancellable;
}
