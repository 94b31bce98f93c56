/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef INTERRUPT_H
#define INTERRUPT_H

/* Interrupting: SIGINT, SIGTERM and SIGHUP cancel the work, which then tidies up behind itself. */

#include <gio/gio.h>

/* Call once, before any other thread is started. The cancellable lives as long as the program. */
GCancellable *interrupt_watch(void);

#endif
