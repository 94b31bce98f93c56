/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_DDP_H
#define RB_DDP_H

/* DDP 2.00 filesets for audio CDs, the way masters go to a pressing plant. This is the writer; the
 * reader is ddp_read.h.
 *
 *     DDPID        what this is, and the UPC                          ddp_id.c
 *     DDPMS        the map: which streams there are, in which files   ddp_map.c
 *     CDTEXT.BIN   packs of CD-TEXT, where the disc has texts         cdtext.h
 *     PQDESCR      tracks, indexes, codes and flags                   pq.c
 *     IMAGE.DAT    the audio: 16 bit, little-endian, left then right, from sector 0 on, which is
 *                  the first of the pause before track 1, to the lead-out
 *
 * Layouts come from public material on the files of cue2ddp, Sonoris and HOFA, and are proven by
 * the MD5 of files that cue2ddp 1.1 made. */

#include <glib.h>

#include "redbook/disc.h"

/* What writers of DDP do in different ways, where readers take all. */
typedef struct {
  const char *pq_name; /* file names: at most 17 characters, ASCII, upper case */
  const char *cdtext_name;
  const char *audio_name;
  char fill;                /* before lengths: '0' or ' ' */
  gboolean states_start;    /* the audio starts at sector "00000000", or nothing is said */
  char scrambled;           /* '0' or '1' */
  gboolean isrc_on_index_1; /* the ISRC on INDEX 01 too, where the track has INDEX 00 */
  gboolean cdtext_codes;    /* UPC and ISRCs in CD-TEXT too */
} RbDdpStyle;

/* As Sonoris and HOFA write: what Segue writes. */
extern const RbDdpStyle rb_ddp_style_usual;

/* As cue2ddp 1.1 writes. */
extern const RbDdpStyle rb_ddp_style_cue2ddp;

/* A file of the set, without the audio. */
typedef struct {
  char *name;
  GByteArray *bytes;
} RbDdpFile;

/* All files but the audio, in the order in which checksum files list them: GPtrArray of RbDdpFile.
 * The audio belongs in a file style->audio_name of disc->lead_out_sector sectors.
 *
 * `master_id` is a free text for people (NULL: none), at most 48 characters of ASCII. NULL with
 * RB_ERROR_CODE, RB_ERROR_TEXT or RB_ERROR_FORMAT where the disc cannot be written as DDP: what
 * the functions below refuse. A disc that the rules pass can always be written. */
GPtrArray *rb_ddp_encode(const RbDisc *disc, const RbDdpStyle *style, const char *master_id,
                         GError **error);

/* The parts of rb_ddp_encode(), for themselves. */

/* DDPID: 128 bytes. Refuses a UPC that is not 13 digits with the right check digit, and a master id
 * that does not fit. */
GByteArray *rb_ddp_id_encode(const RbDisc *disc, const char *master_id, GError **error);

/* DDPMS: 128 bytes per stream. `cdtext_bytes` is 0 where there is none. Refuses nothing: the disc
 * is one that rb_pq_encode() takes. */
GByteArray *rb_ddp_map_encode(const RbDisc *disc, const RbDdpStyle *style, gsize cdtext_bytes,
                              gsize pq_bytes);

/* The PQ descriptor: 64 bytes per packet. Track 1 gets its INDEX 00 at sector 0 where it has none.
 * Refuses more than 99 tracks or none, tracks without INDEX 01, times past 99:59:74, codes of
 * another form, and flags that no reader knows: data, four channels, copy permitted with SCMS. */
GByteArray *rb_pq_encode(const RbDisc *disc, gboolean isrc_on_index_1, GError **error);

#endif
