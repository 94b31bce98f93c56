/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_DDP_READ_H
#define RB_DDP_READ_H

/* Reads DDP filesets: ours and those of other programs, which differ in names, padding and in what
 * they leave out. It shares no layout with the writer (ddp.h). DDP 2.00, and 1.00 and 1.01 as far
 * as they differ in layout only. Nothing in a file is believed before it is bounded.
 *
 * | id  | severity | what                                                                       |
 * |-----|----------|----------------------------------------------------------------------------|
 * | R80 | error,   | the form of the set: records, marks, fields                                |
 * |     | warning  |                                                                            |
 * | R86 | error,   | lengths and times that DDPMS, the PQ descriptor and the files state        |
 * |     | warning  | differently                                                                |
 * | R87 | error,   | a file that is missing, or CD-TEXT that DDPMS does not name                |
 * |     | warning  |                                                                            |
 * | R88 | note     | what other programs write in another way, and readers take: reserved       |
 * |     |          | fields with zeros, one lead-out, ISRCs on INDEX 01, audio in several       |
 * |     |          | streams or from 00:02:00 on, a user text, names in lower case, streams of  |
 * |     |          | other kinds, line ends behind the last record                              |
 *
 * And R20 and R23 a code, R24 codes that differ, R27 flags; of CD-TEXT what cdtext.h says. */

#include <glib.h>

#include "redbook/disc.h"
#include "redbook/finding.h"

/* Where a piece of the audio is. Raw, 16 bit, little-endian, left then right. */
typedef struct {
  char *path;
  gint32 first_sector; /* the disc's sector that the file begins with */
  gint32 sectors;      /* whole sectors that are there */
} RbDdpAudio;

/* An empty GArray of RbDdpAudio. */
GArray *rb_ddp_audio_new(void);

/* The disc of the set in `folder`, and its audio, which is not read. NULL with RB_ERROR_FILE where
 * a file is missing or cannot be read, RB_ERROR_FORMAT where one is not what it should be; the
 * message names file and place. CD-TEXT that cannot be read is a finding. On success the pieces of
 * the audio, usually one, are appended to `audio` in the order of the disc. */
RbDisc *rb_ddp_read(const char *folder, GArray *audio, RbFindings *findings, GError **error);

/* The parts of rb_ddp_read(), for themselves. */

/* DDPID. */
typedef struct {
  char *upc;          /* 13 digits, NULL where there is none, or none that is right */
  gboolean wrong_upc; /* there is one that is none: R23 says so */
  char *master_id;
  char *user_text; /* "" where there is none */
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
  GArray *audio; /* of RbDdpStream, in the order of the map; at least one */
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
