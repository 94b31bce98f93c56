/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_CONVERT_H
#define AL_CONVERT_H

/* A disc from one form to another, without loss: every sample, and every mark, code and text that
 * the new form can hold. What it cannot hold is a finding (fit.h). What was written is read back
 * and proven before it appears, whole or not at all, where nothing was before. */

#include "album/convert/target.h"
#include "album/convert/track_cut.h"
#include "album/encode/encoding.h"
#include "album/job.h"
#include "redbook/finding.h"

typedef struct {
  const char *in;  /* as al_one_disc_open() takes it */
  const char *out; /* a folder; or a file with or without its ending, the other lies beside it */
  AlTargetKind target;
  gboolean portable;  /* of a CUE: say only what every reader takes */
  AlCodec codec;      /* of tracks; one without loss */
  AlGaps gaps;        /* of tracks */
} AlConversion;

/* Converts. The paths that were written (GPtrArray of char *; of a folder its own), or NULL with an
 * error: there is something in the place, the disc breaks a rule without which no form can be
 * written, a file cannot be read or written, or the job was interrupted. */
GPtrArray *al_convert(const AlConversion *conversion, const AlJob *job, RbFindings *findings,
                      GError **error);

#endif
