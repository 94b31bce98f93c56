/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_SCAN_H
#define AL_SCAN_H

/* What can be known of audio by reading it through once, so that it is known before anything is
 * written. Several scans may run at once on threads of their own. */

#include <gio/gio.h>

#include "album/audio/source.h"

typedef struct {
  gint64 frames;
  double peak[2];                /* left, right: the largest magnitude; full scale is 1 */
  double mean[2];                /* the DC offset */
  gint64 over_full_scale[2];     /* samples of a magnitude above 1 */
  gint64 leading_silence_frames; /* exact zeros in both channels; all of it where nothing else */
  gint64 trailing_silence_frames;
  gboolean on_16_bit_grid; /* every sample is one that 16 bits can hold */
} AlScan;

/* Reads `source` to its end. FALSE with the source's error, or AL_ERROR_CANCELLED. */
gboolean al_scan(AlSource *source, AlScan *scan, GCancellable *cancellable, GError **error);

/* Reads a whole mix: whatever is wrong with it (see mix.h) is an error here. */
gboolean al_mix_scan(const char *path, AlScan *scan, GCancellable *cancellable, GError **error);

#endif
