/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_DDP_SET_H
#define TESTS_DDP_SET_H

/* DDP filesets as other programs write them, laid out here once more from what is known of their
 * files, without a writer of ours but for the packs of CD-TEXT.
 *
 * All hold one disc: track 1 with its pause, track 2 with INDEX 02, track 3 with a pause; codes,
 * titles and performers in English. PQ packets, in their order, at sector:
 *
 *   0 lead-in | 1 1.0 0 | 2 1.1 150 | 3 2.1 500 | 4 2.2 600 | 5 3.0 850 | 6 3.1 925 | 7 AA 1300 | 8
 * AA */

#include <glib.h>

#include "redbook/disc.h"

#define DDP_SET_SECTORS 1300

/* What writers name their files. */
typedef struct {
  const char *pq, *cdtext, *audio;
  const char *md5; /* of the list of checksums */
  const char *crc; /* NULL: none */
} DdpSetNames;

/* How they fill the fields; NULL: blank. */
typedef struct {
  const char *upc;     /* in DDPID */
  const char *start;   /* of the audio, 8 characters */
  const char *hours;   /* 2 characters */
  const char *storage; /* SSM and SCR */
  const char *text;    /* user text from byte 93 on */
  char fill;           /* before lengths */
} DdpSetFields;

typedef struct {
  const char *name;
  DdpSetNames names;
  DdpSetFields fields;
  gboolean single_lead_out;
  gboolean codes_everywhere; /* the UPC on every packet, the ISRC on all of a track */
  gboolean trailing_bytes;   /* a zero behind CD-TEXT, a line end behind PQ */
  gboolean audio_from_150;   /* the image begins at 00:02:00 */
  gboolean audio_per_track;  /* a stream for each track */
} DdpSetStyle;

/* As cue2ddp 1.1, Sonoris, HOFA and others; ends with a name of NULL. The second one is the plain
 * way, in which tests seed defects. */
extern const DdpSetStyle ddp_set_styles[];

typedef struct {
  char *folder;
  const DdpSetStyle *style;
  GHashTable *files; /* from name to GByteArray: what ddp_set_write() writes */
  RbDisc *disc;      /* what the set holds */
} DdpSet;

/* A set without its lists of checksums, in memory; its folder is there, and empty. */
DdpSet *ddp_set_new(const DdpSetStyle *style);

/* Removes the folder, too. */
void ddp_set_free(DdpSet *set);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdpSet, ddp_set_free)

GByteArray *ddp_set_file(const DdpSet *set, const char *name);

/* Lists the checksums of all files, in the style's form. */
void ddp_set_add_sums(DdpSet *set);

void ddp_set_write(const DdpSet *set);

#endif
