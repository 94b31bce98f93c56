/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_DDP_READ_H
#define RB_DDP_READ_H

/* Reads DDP filesets: ours and those of other programs, which differ in names, padding and in what
 * they leave out. It shares no layout with the writer (ddp.h).
 *
 * Taken as they come: names in upper or lower case, numbers padded with spaces or zeros, reserved
 * fields with zeros, one lead-out or two, streams in any order, an image that begins at 00:02:00,
 * line ends or a zero behind the last record. What can be read but should not be so is a finding:
 * R80 the form of the set, R20 and R23 a code, R24 codes that differ, R27 flags. Nothing in a file
 * is believed before it is bounded. */

#include <glib.h>

#include "redbook/disc.h"
#include "redbook/finding.h"

/* Where the audio is. Raw, 16 bit, little-endian, left then right. */
typedef struct {
  char *path;
  gint32 first_sector; /* the disc's sector that the file begins with: 0, or 150 */
  gint32 sectors;      /* whole sectors that are there */
} RbDdpAudio;

void rb_ddp_audio_clear(RbDdpAudio *audio);

/* The disc of the set in `folder`, and its audio, which is not read. NULL with RB_ERROR_FILE where
 * a file is missing or cannot be read, RB_ERROR_FORMAT where one is not what it should be; the
 * message names file and place. `audio` must be empty and is filled on success only. */
RbDisc *rb_ddp_read(const char *folder, RbDdpAudio *audio, RbFindings *findings, GError **error);

/* The parts of rb_ddp_read(), for themselves. */

/* DDPID. */
typedef struct {
  char *upc; /* 13 digits, NULL where there is none */
  char *master_id;
} RbDdpId;

void rb_ddp_id_clear(RbDdpId *id);
gboolean rb_ddp_id_decode(const guint8 *bytes, gsize length, RbDdpId *id, RbFindings *findings,
                          GError **error);

/* DDPMS: a stream that it names. */
typedef struct {
  char *name;    /* of its file, without folders; NULL where there is no such stream */
  gint64 length; /* sectors of audio, bytes of others; -1 where it is not stated */
  gint64 start;  /* first sector of audio, 0 where it is not stated */
} RbDdpStream;

typedef struct {
  RbDdpStream audio;
  RbDdpStream pq;
  RbDdpStream cdtext;   /* may be without a name */
  gint64 pause_sectors; /* from the start of the image to INDEX 01; -1 where it is not stated */
} RbDdpMap;

void rb_ddp_map_clear(RbDdpMap *map);
gboolean rb_ddp_map_decode(const guint8 *bytes, gsize length, RbDdpMap *map, RbFindings *findings,
                           GError **error);

/* The PQ descriptor. Refused: tracks that do not count up from 1, times that are none, a missing
 * lead-out. Anything else comes as it stands, for the rules to judge. */
RbDisc *rb_pq_decode(const guint8 *bytes, gsize length, RbFindings *findings, GError **error);

#endif
