/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_TONE_CURVE_H
#define AL_TONE_CURVE_H

/* A balance kept in a file, for the next record of a series. YAML as the project file is, with the
 * levels of the bands that are known, each lane relative to its loudness:
 *
 *   segue-curve: 1
 *   stereo: {25: -3.21 dB, 31.5: -1.04 dB, ..., 20k: -44.90 dB}
 *   mid: {...}
 *   side: {...} */

#include "album/tone/tone_target.h"

/* The text of such a file; the caller frees it. */
char *al_tone_curve_format(const AlToneTarget *target);

/* Reads one. FALSE with AL_ERROR_PROJECT, whose message tells the first error with its place. */
gboolean al_tone_curve_read(const char *path, AlToneTarget *target, GError **error);

#endif
