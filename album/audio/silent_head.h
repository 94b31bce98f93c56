/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_SILENT_HEAD_H
#define AL_SILENT_HEAD_H

/* Silence before audio: zeros, then the input as it is.
 *
 *   input              |## audio ##|
 *   what comes  |......|## audio ##|
 *               frames
 */

#include "album/audio/source.h"

/* `frames` (0 or more) of silence before what is left of `input`. */
AlSource *al_silent_head_new(AlSource *input, gint64 frames);

#endif
