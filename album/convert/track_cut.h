/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_TRACK_CUT_H
#define AL_TRACK_CUT_H

/* Where a disc is cut into one file per track.
 *
 *   sector  150        INDEX 01          INDEX 00   INDEX 01              lead-out
 *            | hidden   | track 1         | pause    | track 2             |
 *   end      [ 0       )[ 1                         )[ 2                   )
 *   start    [ 0       )[ 1              )[ 2                              )
 *   leave-out[ 0       )[ 1              )           [ 2                   )
 *
 * The first two seconds are no one's: they are silent on every disc. Hidden audio, what lies
 * between them and track 1, is track 0. With `end` and `start` the files, joined, are the disc. */

#include "redbook/disc.h"
#include "redbook/finding.h"
#include "redbook/image.h"

/* Where the pauses go. */
typedef enum {
  AL_GAPS_END,   /* to the end of the track before, as players and rippers have it */
  AL_GAPS_START, /* to the start of the track */
  AL_GAPS_LEAVE_OUT,
} AlGaps;

/* "end", "start", "leave-out"; FALSE where there is none of that name. */
gboolean al_gaps_find(const char *name, AlGaps *gaps);

typedef struct {
  guint number; /* 0: hidden audio */
  gint32 first_sector;
  gint32 sectors;
} AlTrackCut;

/* GArray of AlTrackCut, in order. The marks of the disc keep the rules R03 to R08, R13. */
GArray *al_track_cuts_new(const RbDisc *disc, AlGaps gaps);

/* A finding (C09, warning) for each pause between the cuts that is not silent. FALSE with an error
 * where the image cannot be read. */
gboolean al_track_cuts_judge(const GArray *cuts, RbImage *image, RbFindings *findings,
                             GError **error);

#endif
