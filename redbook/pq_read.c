/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "redbook/ddp_read.h"
#include "redbook/error.h"
#include "redbook/isrc.h"
#include "redbook/msf.h"
#include "redbook/record.h"
#include "redbook/upc.h"

#define RECORD_BYTES 64
#define TRACK_OFFSET 4
#define INDEX_OFFSET 6
#define HOURS_OFFSET 8
#define MINUTES_OFFSET 10
#define FLAGS_OFFSET 16
#define ISRC_OFFSET 20
#define UPC_OFFSET 32

/* What has been read of the disc. */
typedef struct {
  RbDisc *disc;
  RbFindings *findings;
  guint lead_outs;
} Reader;

static gboolean
refuse(const RbRecord *record, GError **error, const char *what, const char *found)
{
  g_set_error(error, RB_ERROR, RB_ERROR_FORMAT, "%s: \"%s\" is not %s", record->name, found, what);
  return FALSE;
}

static gboolean
read_time(const RbRecord *record, gint32 *sector, GError **error)
{
  gint64 part[3];

  for (gsize i = 0; i < 3; i++) {
    if (!rb_record_number(record, MINUTES_OFFSET + 2 * i, 2, &part[i], error))
      return FALSE;
  }
  *sector = part[0] < 0 || part[1] < 0 || part[2] < 0
                ? -1
                : rb_msf_to_sector((guint)part[0], (guint)part[1], (guint)part[2]);
  if (*sector < 0) {
    g_autofree char *found = rb_record_text(record, MINUTES_OFFSET, 6);

    return refuse(record, error, "a time of six digits, 000000 to 995974", found);
  }
  return TRUE;
}

/* Flags of a packet; they must be the same all over a track. */
static void
read_flags(Reader *reader, const RbRecord *record, RbTrack *track)
{
  g_autofree char *text = rb_record_text(record, FLAGS_OFFSET, 2);
  int nibble = text[0] != '\0' ? g_ascii_xdigit_value(text[0]) : -1;
  RbFlags flags;

  if (strlen(text) != 2 || nibble < 0 || strchr("1S", text[1]) == NULL) {
    rb_findings_add(reader->findings, "R27", RB_SEVERITY_ERROR, record->name,
                    "\"%s\" are not flags; expected a hexadecimal digit, and 1 or S.", text);
    return;
  }
  flags = (RbFlags)nibble | (text[1] == 'S' ? RB_FLAG_SCMS : 0);
  if (track->indexes->len > 0 && track->flags != flags)
    rb_findings_add(reader->findings, "R27", RB_SEVERITY_ERROR, record->name,
                    "The flags are \"%s\", other than before in this track.", text);
  else
    track->flags = flags;
}

/* The ISRC of a track is the first that stands on one of its packets. */
static void
read_isrc(Reader *reader, const RbRecord *record, RbTrack *track)
{
  g_autofree char *text = rb_record_text(record, ISRC_OFFSET, RB_ISRC_LENGTH);
  g_autoptr(GError) error = NULL;
  g_autofree char *isrc = NULL;

  if (rb_isrc_is_blank(text))
    return;
  isrc = rb_isrc_normalise(text, &error);
  if (isrc == NULL)
    rb_findings_add_error(reader->findings, "R20", RB_SEVERITY_ERROR, record->name, error);
  else if (track->isrc == NULL)
    track->isrc = g_steal_pointer(&isrc);
  else if (strcmp(track->isrc, isrc) != 0)
    rb_findings_add(reader->findings, "R24", RB_SEVERITY_ERROR, record->name,
                    "The ISRC is %s, before it was %s.", isrc, track->isrc);
}

/* On the first packet, where it belongs, or on any. */
static void
read_upc(Reader *reader, const RbRecord *record)
{
  g_autofree char *text = rb_record_text(record, UPC_OFFSET, RB_UPC_LENGTH);
  g_autoptr(GError) error = NULL;
  g_autofree char *upc = NULL;

  if (rb_upc_is_blank(text))
    return;
  upc = rb_upc_normalise(text, &error);
  if (upc == NULL)
    rb_findings_add_error(reader->findings, "R23", RB_SEVERITY_ERROR, record->name, error);
  else if (reader->disc->upc == NULL)
    reader->disc->upc = g_steal_pointer(&upc);
  else if (strcmp(reader->disc->upc, upc) != 0)
    rb_findings_add(reader->findings, "R24", RB_SEVERITY_ERROR, record->name,
                    "The UPC is %s, before it was %s.", upc, reader->disc->upc);
}

static gboolean
read_lead_out(Reader *reader, const RbRecord *record, GError **error)
{
  gint32 sector;

  if (!read_time(record, &sector, error))
    return FALSE;
  if (reader->lead_outs++ == 0)
    reader->disc->lead_out_sector = sector;
  else if (sector != reader->disc->lead_out_sector)
    rb_findings_add(reader->findings, "R80", RB_SEVERITY_ERROR, record->name,
                    "The lead-out stands here again, at another time.");
  return TRUE;
}

/* The track that a packet belongs to: the one before, or the next. */
static RbTrack *
find_track(Reader *reader, const RbRecord *record, GError **error)
{
  g_autofree char *text = rb_record_text(record, TRACK_OFFSET, 2);
  guint tracks = reader->disc->tracks->len;
  gint64 number;

  if (!rb_record_number(record, TRACK_OFFSET, 2, &number, error))
    return NULL;
  if (reader->lead_outs > 0 || number < 1 || (number != tracks && number != tracks + 1)) {
    refuse(record, error, "the track that is due here", text);
    return NULL;
  }
  return number == tracks ? rb_disc_track(reader->disc, tracks) : rb_disc_add_track(reader->disc);
}

static gboolean
read_mark(Reader *reader, const RbRecord *record, GError **error)
{
  RbTrack *track = find_track(reader, record, error);
  gint64 index;
  gint32 sector;

  if (track == NULL || !rb_record_number(record, INDEX_OFFSET, 2, &index, error) ||
      !read_time(record, &sector, error))
    return FALSE;
  if (index < 0)
    return refuse(record, error, "an index, 00 to 99", "");
  read_flags(reader, record, track);
  read_isrc(reader, record, track);
  rb_track_add_index(track, (guint8)index, sector);
  return TRUE;
}

static gboolean
read_packet(Reader *reader, const RbRecord *record, GError **error)
{
  if (!rb_record_is(record, 0, 4, "VVVS")) {
    g_autofree char *found = rb_record_text(record, 0, 4);

    return refuse(record, error, "the start of a packet, \"VVVS\"", found);
  }
  if (!rb_record_is(record, HOURS_OFFSET, 2, "") && !rb_record_is(record, HOURS_OFFSET, 2, "00"))
    rb_findings_add(reader->findings, "R80", RB_SEVERITY_WARNING, record->name,
                    "Bytes 8 and 9 are reserved, and are not blank.");
  read_upc(reader, record);
  if (rb_record_is(record, TRACK_OFFSET, 2, "AA"))
    return read_lead_out(reader, record, error);
  if (rb_record_is(record, TRACK_OFFSET, 2, "00"))
    return TRUE;
  return read_mark(reader, record, error);
}

/* Bytes without the line ends that some put behind the last packet. */
static gsize
packets(const guint8 *bytes, gsize length)
{
  while (length % RECORD_BYTES != 0 && memchr("\r\n\x1a", bytes[length - 1], 4) != NULL)
    length--;
  return length;
}

RbDisc *
rb_pq_decode(const guint8 *bytes, gsize length, RbFindings *findings, GError **error)
{
  g_autoptr(RbDisc) disc = rb_disc_new();
  Reader reader = {.disc = disc, .findings = findings};
  gsize whole = packets(bytes, length);

  if (whole % RECORD_BYTES != 0) {
    g_set_error(error, RB_ERROR, RB_ERROR_FORMAT,
                "the PQ descriptor has %" G_GSIZE_FORMAT " bytes, expected a multiple of %d",
                length, RECORD_BYTES);
    return NULL;
  }
  for (gsize i = 0; i < whole / RECORD_BYTES; i++) {
    g_autofree char *name = g_strdup_printf("PQ descriptor, packet %" G_GSIZE_FORMAT, i + 1);
    RbRecord record = {.bytes = bytes + i * RECORD_BYTES, .length = RECORD_BYTES, .name = name};

    if (!read_packet(&reader, &record, error))
      return NULL;
  }
  if (disc->tracks->len == 0 || reader.lead_outs == 0) {
    g_set_error(error, RB_ERROR, RB_ERROR_FORMAT, "the PQ descriptor has no %s",
                disc->tracks->len == 0 ? "tracks" : "lead-out (AA)");
    return NULL;
  }
  return g_steal_pointer(&disc);
}
