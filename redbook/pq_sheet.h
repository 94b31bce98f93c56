/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_PQ_SHEET_H
#define RB_PQ_SHEET_H

/* The PQ sheet: the disc on paper, for the plant, the label and the archive.
 *
 * No standard fixes its columns; these are what DDP carries and what mastering programs print
 * (reference: delivery sheets of Pyramix, REAPER, AudioDistillery). A row for each index and one
 * for the lead-out:
 *
 *   Trk Idx Title Performer Start Pause Length Sector ISRC Flags Note
 *
 * Start is absolute (00:00:00 is the first of the pause before track 1), Pause is how long an INDEX
 * 00 lasts, Length is from INDEX 01 to where the track ends (rb_disc_track_end). Flags are CP
 * (copy permitted), PRE, 4CH, SCMS, DATA. Notes tell hidden audio.
 *
 * UTF-8, columns aligned for fixed-width fonts in which East Asian characters are two wide. The
 * same disc gives the same text: there is no clock in it. */

#include <glib.h>

#include "redbook/disc.h"

/* What a sheet says beside the disc; each may be NULL. */
typedef struct {
  const char *label;
  const char *catalog; /* NULL: the catalogue number of the first text block */
  const char *date;
  const char *master_id;
  const char *image_md5;
} RbPqSheetHead;

/* The sheet's text. Title and performers are those of the first text block. A time that no MM:SS:FF
 * can say (R03, R13) stays empty. Transfer full. */
char *rb_pq_sheet_print(const RbDisc *disc, const RbPqSheetHead *head);

#endif
