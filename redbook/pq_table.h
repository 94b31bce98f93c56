/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_PQ_TABLE_H
#define RB_PQ_TABLE_H

/* What a PQ sheet says, as cells, for whatever it is printed in; pq_sheet.h has the meanings. */

#include "redbook/pq_sheet.h"

typedef enum {
  RB_PQ_TRACK,
  RB_PQ_INDEX,
  RB_PQ_TITLE,
  RB_PQ_PERFORMER,
  RB_PQ_START,
  RB_PQ_PAUSE,
  RB_PQ_LENGTH,
  RB_PQ_SECTOR,
  RB_PQ_ISRC,
  RB_PQ_FLAGS,
  RB_PQ_NOTE,
  RB_PQ_COLUMNS,
} RbPqColumn;

/* "Trk", "Idx", ...; NULL behind the last. */
extern const char *const rb_pq_headings[RB_PQ_COLUMNS + 1];

/* What the times of the sheet are, a sentence a line. */
extern const char rb_pq_legend[];

/* A row for each index and one for the lead-out: GPtrArray of GStrv of RB_PQ_COLUMNS cells. */
GPtrArray *rb_pq_rows(const RbDisc *disc);

/* The facts above the table: GPtrArray of GStrv of name and value. */
GPtrArray *rb_pq_facts(const RbDisc *disc, const RbPqSheetHead *head);

/* "MM:SS:FF", "" where no MM:SS:FF says it: a disc that was read may be as wrong as it likes. */
char *rb_pq_time(gint32 sectors);

/* "CP PRE", ... */
char *rb_pq_flags(RbFlags flags);

#endif
