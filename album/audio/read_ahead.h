/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_READ_AHEAD_H
#define AL_READ_AHEAD_H

/* A source that runs its input on a thread of its own, some blocks ahead of the reader, so that two
 * halves of a long pipeline work at the same time. What comes out, errors included, is what the
 * input gives. */

#include "album/audio/source.h"

/* From here until it is freed, nobody else may touch `input` or what that reads from. It may be
 * freed at any time; the thread has ended when al_source_free() returns. */
AlSource *al_read_ahead_new(AlSource *input);

#endif
