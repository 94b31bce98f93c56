/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_COMPARISON_SIDE_H
#define AL_COMPARISON_SIDE_H

/* One of the two masters that are compared: a disc in any form, a file of audio, or a folder of
 * such files, which are taken in natural order (natural_order.h). */

#include "album/disc/disc_form.h"
#include "album/disc/recording.h"

typedef struct {
  char *path;
  AlDiscForm *disc;      /* NULL where these are files */
  GPtrArray *recordings; /* of AlRecording: one of a disc, from 00:00:00 to its end; or the files */
} AlComparisonSide;

/* What is odd about a disc goes to the findings. NULL with an error where nothing of the kind is
 * there or it cannot be read; also for a folder with a CUE or TOC in it, since that holds the same
 * audio in several forms. */
AlComparisonSide *al_comparison_side_open(const char *path, RbFindings *findings, GError **error);

void al_comparison_side_free(AlComparisonSide *side);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlComparisonSide, al_comparison_side_free)

/* Recording `i`. */
const AlRecording *al_comparison_side_get(const AlComparisonSide *side, guint i);

#endif
