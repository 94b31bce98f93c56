/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_MIX_CHECK_H
#define AL_MIX_CHECK_H

/* A mix, listened to by all checks in one pass: what they measured, and where. */

#include <gio/gio.h>

#include "album/check/mix_faults.h"

/* What is used of a mix, and what becomes of its edges. */
typedef struct {
  const char *path;
  double start, end;       /* seconds into the file; end < 0: to its end */
  gboolean start_is_meant; /* a sudden start is no fault: it is faded in, or joins what is before */
  gboolean end_is_meant;
} AlMixPart;

/* Reads a mix to its end. A check that does not apply (the channels of a mono file) has no figure;
 * consequences of a fault that is found (the phase of an inverted channel) are left out. NULL with
 * an error where it cannot be read, or was interrupted. */
AlMixFaults *al_mix_check(const AlMixPart *part, const AlCheckSettings *settings,
                          GCancellable *cancellable, GError **error);

#endif
