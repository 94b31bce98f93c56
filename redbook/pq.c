/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/ddp.h"
#include "redbook/error.h"
#include "redbook/isrc.h"
#include "redbook/msf.h"
#include "redbook/record.h"
#include "redbook/upc.h"

#define TRACK_LEAD_IN "00"
#define TRACK_LEAD_OUT "AA"
#define NO_FLAGS "01"

/* A packet of the PQ descriptor: a point of time and what begins there.
 *
 *   0      4       6       8    10              16      18   20     32    45        64
 *   +------+-------+-------+----+----+----+----+-------+----+------+-----+---------+
 *   |"VVVS"| track | index |    | MM | SS | FF | flags |    | ISRC | UPC | comment |
 *   +------+-------+-------+----+----+----+----+-------+----+------+-----+---------+
 *
 * The lead-in is track 00, the lead-out AA. Times count from the start of the image. */
typedef struct {
  const char *track;
  guint index;
  gint32 sector;
  const char *flags;
  const char *isrc;
  const char *upc;
} Packet;

static void
append_packet(GByteArray *pq, const Packet *packet)
{
  RbMsf msf = rb_msf_from_sector(packet->sector);

  rb_record_append_text(pq, 4, "VVVS");
  rb_record_append_text(pq, 2, packet->track);
  rb_record_append_number(pq, 2, '0', packet->index);
  rb_record_append_text(pq, 2, NULL);
  rb_record_append_number(pq, 2, '0', msf.minutes);
  rb_record_append_number(pq, 2, '0', msf.seconds);
  rb_record_append_number(pq, 2, '0', msf.sectors);
  rb_record_append_text(pq, 2, packet->flags);
  rb_record_append_text(pq, 2, NULL);
  rb_record_append_text(pq, 12, packet->isrc);
  rb_record_append_text(pq, 13, packet->upc);
  rb_record_append_text(pq, 19, NULL);
}

static gboolean
is_disc_time(gint32 sector)
{
  return sector >= 0 && sector < RB_MAX_SECTORS;
}

static gboolean
check_flags(const RbTrack *track, guint number, GError **error)
{
  RbFlags known = RB_FLAG_PRE_EMPHASIS | RB_FLAG_COPY_PERMITTED | RB_FLAG_SCMS;
  RbFlags conflict = RB_FLAG_COPY_PERMITTED | RB_FLAG_SCMS;

  if ((track->flags & ~known) == 0 && (track->flags & conflict) != conflict)
    return TRUE;
  g_set_error(error, RB_ERROR, RB_ERROR_CODE,
              "track %u has flags that DDP cannot hold: there are pre-emphasis, and copy permitted "
              "or SCMS",
              number);
  return FALSE;
}

static gboolean
check_track(const RbTrack *track, guint number, GError **error)
{
  if (track->isrc != NULL && !rb_isrc_is_valid(track->isrc)) {
    g_set_error(error, RB_ERROR, RB_ERROR_CODE, "track %u: \"%s\" is not an ISRC", number,
                track->isrc);
    return FALSE;
  }
  for (guint i = 0; i < track->indexes->len; i++) {
    const RbIndex *mark = &g_array_index(track->indexes, RbIndex, i);

    if (!is_disc_time(mark->sector) || mark->number > RB_MAX_INDEX) {
      g_set_error(error, RB_ERROR, RB_ERROR_FORMAT,
                  "track %u, index %u is at sector %d, which no disc has", number, mark->number,
                  mark->sector);
      return FALSE;
    }
  }
  if (rb_track_index(track, 1) < 0) {
    g_set_error(error, RB_ERROR, RB_ERROR_FORMAT, "track %u has no INDEX 01", number);
    return FALSE;
  }
  return check_flags(track, number, error);
}

static gboolean
check(const RbDisc *disc, GError **error)
{
  if (disc->tracks->len < 1 || disc->tracks->len > RB_MAX_TRACKS) {
    g_set_error(error, RB_ERROR, RB_ERROR_FORMAT, "a disc has 1 to %d tracks, this one %u",
                RB_MAX_TRACKS, disc->tracks->len);
    return FALSE;
  }
  if (disc->upc != NULL && !rb_upc_is_valid(disc->upc)) {
    g_set_error(error, RB_ERROR, RB_ERROR_CODE, "\"%s\" is not an EAN of 13 digits", disc->upc);
    return FALSE;
  }
  if (!is_disc_time(disc->lead_out_sector)) {
    g_set_error(error, RB_ERROR, RB_ERROR_FORMAT, "the lead-out is at sector %d, which no disc has",
                disc->lead_out_sector);
    return FALSE;
  }
  for (guint i = 1; i <= disc->tracks->len; i++) {
    if (!check_track(rb_disc_track(disc, i), i, error))
      return FALSE;
  }
  return TRUE;
}

/* The Q channel's control nibble, then its mode 1; SCMS stands in the place of the mode. */
static void
format_flags(const RbTrack *track, char flags[3])
{
  guint nibble = track->flags & (RB_FLAG_PRE_EMPHASIS | RB_FLAG_COPY_PERMITTED);

  flags[0] = (char)('0' + nibble);
  flags[1] = (track->flags & RB_FLAG_SCMS) != 0 ? 'S' : '1';
  flags[2] = '\0';
}

static void
append_track(GByteArray *pq, const RbTrack *track, guint number, gboolean isrc_on_index_1)
{
  char name[16];
  char flags[3];
  Packet packet = {.track = name, .flags = flags, .isrc = track->isrc};

  g_snprintf(name, sizeof name, "%02u", number);
  format_flags(track, flags);
  if (number == 1 && rb_track_index(track, 0) < 0) {
    append_packet(pq, &packet);
    packet.isrc = NULL;
  }
  for (guint i = 0; i < track->indexes->len; i++) {
    const RbIndex *mark = &g_array_index(track->indexes, RbIndex, i);

    packet.index = mark->number;
    packet.sector = mark->sector;
    if (mark->number == 1 && isrc_on_index_1)
      packet.isrc = track->isrc;
    append_packet(pq, &packet);
    packet.isrc = NULL;
  }
}

GByteArray *
rb_pq_encode(const RbDisc *disc, gboolean isrc_on_index_1, GError **error)
{
  Packet lead_in = {.track = TRACK_LEAD_IN, .flags = NO_FLAGS, .upc = disc->upc};
  Packet lead_out = {
      .track = TRACK_LEAD_OUT, .index = 1, .sector = disc->lead_out_sector, .flags = NO_FLAGS};
  GByteArray *pq;

  if (!check(disc, error))
    return NULL;
  pq = g_byte_array_new();
  append_packet(pq, &lead_in);
  for (guint i = 1; i <= disc->tracks->len; i++)
    append_track(pq, rb_disc_track(disc, i), i, isrc_on_index_1);
  /* Why twice, nobody tells; all writers that plants know do it. */
  append_packet(pq, &lead_out);
  append_packet(pq, &lead_out);
  return pq;
}
