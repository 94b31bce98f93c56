/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_PQ_READER_H
#define RB_PQ_READER_H

/* The reader of the PQ descriptor, for pq_read.c (the packets and their order) and pq_fields.c
 * (what stands in a packet beside its place and time).
 *
 *    0    4  6  8  10 12 14 16 18 20           32            45
 *    VVVS 01 01    00 02 00 01    ISRC (12)    UPC (13)      text (19) */

#include "redbook/disc.h"
#include "redbook/finding.h"
#include "redbook/record.h"

#define RB_PQ_TRACK_OFFSET 4
#define RB_PQ_INDEX_OFFSET 6

/* What has been read of the disc. */
typedef struct {
  RbDisc *disc;
  RbFindings *findings;
  guint lead_ins;
  guint lead_outs;
  guint odd_flags_track; /* the last whose flags were told to change */
  guint said;            /* what is told once, in pq_fields.c */
} RbPqReader;

/* A packet's fields, each with its findings: R27 flags, which must be the same all over a track;
 * R20, R24 the ISRC, which is the first that stands on one of the track's packets; R23, R24 the
 * UPC, on the first packet or on any; R80 and R88 what says nothing about the disc. The track's
 * index is added behind these. */
void rb_pq_read_flags(RbPqReader *reader, const RbRecord *record, RbTrack *track);
void rb_pq_read_isrc(RbPqReader *reader, const RbRecord *record, RbTrack *track);
void rb_pq_read_upc(RbPqReader *reader, const RbRecord *record);
void rb_pq_check_reserved(RbPqReader *reader, const RbRecord *record);

/* R80: lead-in and lead-out have this index, and no flags, whatever the tracks have. */
void rb_pq_check_edge(RbPqReader *reader, const RbRecord *record, const char *index);

#endif
