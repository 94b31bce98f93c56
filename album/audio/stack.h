/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_STACK_H
#define AL_STACK_H

/* A stack: sources that read from each other, as one source that owns them all. */

#include "album/audio/source.h"

/* A stack of one; takes over `bottom`. */
AlSource *al_stack_new(AlSource *bottom);

/* What the next source is to read from. */
AlSource *al_stack_top(AlSource *stack);

/* Puts `source`, which reads from the top, on top; takes it over. NULL does nothing, so that a
 * constructor's result can be passed as it is. FALSE if it was NULL. */
gboolean al_stack_push(AlSource *stack, AlSource *source);

#endif
