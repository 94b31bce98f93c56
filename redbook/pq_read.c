/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "redbook/ddp_read.h"
#include "redbook/error.h"
#include "redbook/msf.h"
#include "redbook/pq_reader.h"

#define RECORD_BYTES 64
#define MINUTES_OFFSET 10

/* Most writers repeat the lead-out. */
#define USUAL_LEAD_OUTS 2

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

static gboolean
read_lead_in(RbPqReader *reader, const RbRecord *record, GError **error)
{
  gint32 sector;

  if (!read_time(record, &sector, error))
    return FALSE;
  rb_pq_check_edge(reader, record, "00");
  if (reader->lead_ins++ > 0 || sector != 0 || reader->disc->tracks->len > 0)
    rb_findings_add(reader->findings, "R80", RB_SEVERITY_WARNING, record->name,
                    "The lead-in (track 00) stands once, first, at 00:00:00.");
  return TRUE;
}

static gboolean
read_lead_out(RbPqReader *reader, const RbRecord *record, GError **error)
{
  gint32 sector;

  if (!read_time(record, &sector, error))
    return FALSE;
  rb_pq_check_edge(reader, record, "01");
  if (reader->lead_outs++ == 0)
    reader->disc->lead_out_sector = sector;
  else if (sector != reader->disc->lead_out_sector)
    rb_findings_add(reader->findings, "R80", RB_SEVERITY_ERROR, record->name,
                    "The lead-out stands here again, at another time.");
  return TRUE;
}

/* The track that a packet belongs to: the one before, or the next. */
static RbTrack *
find_track(RbPqReader *reader, const RbRecord *record, GError **error)
{
  g_autofree char *text = rb_record_text(record, RB_PQ_TRACK_OFFSET, 2);
  guint tracks = reader->disc->tracks->len;
  gint64 number;

  if (!rb_record_number(record, RB_PQ_TRACK_OFFSET, 2, &number, error))
    return NULL;
  if (reader->lead_outs > 0 || number < 1 || (number != tracks && number != tracks + 1)) {
    refuse(record, error, "the track that is due here", text);
    return NULL;
  }
  return number == tracks ? rb_disc_track(reader->disc, tracks) : rb_disc_add_track(reader->disc);
}

static gboolean
read_mark(RbPqReader *reader, const RbRecord *record, GError **error)
{
  RbTrack *track = find_track(reader, record, error);
  gint64 index;
  gint32 sector;

  if (track == NULL || !rb_record_number(record, RB_PQ_INDEX_OFFSET, 2, &index, error) ||
      !read_time(record, &sector, error))
    return FALSE;
  if (index < 0)
    return refuse(record, error, "an index, 00 to 99", "");
  rb_pq_read_flags(reader, record, track);
  rb_pq_read_isrc(reader, record, track);
  rb_track_add_index(track, (guint8)index, sector);
  return TRUE;
}

static gboolean
read_packet(RbPqReader *reader, const RbRecord *record, GError **error)
{
  if (!rb_record_is(record, 0, 4, "VVVS")) {
    g_autofree char *found = rb_record_text(record, 0, 4);

    return refuse(record, error, "the start of a packet, \"VVVS\"", found);
  }
  rb_pq_check_reserved(reader, record);
  rb_pq_read_upc(reader, record);
  if (rb_record_is(record, RB_PQ_TRACK_OFFSET, 2, "AA"))
    return read_lead_out(reader, record, error);
  if (rb_record_is(record, RB_PQ_TRACK_OFFSET, 2, "00"))
    return read_lead_in(reader, record, error);
  return read_mark(reader, record, error);
}

static void
check_edges(const RbPqReader *reader)
{
  if (reader->lead_ins == 0)
    rb_findings_add(reader->findings, "R80", RB_SEVERITY_WARNING, "PQ descriptor",
                    "There is no packet for the lead-in (track 00).");
  if (reader->lead_outs == 1)
    rb_findings_add(reader->findings, "R88", RB_SEVERITY_NOTE, "PQ descriptor",
                    "The lead-out stands once; most programs write it twice.");
  if (reader->lead_outs > USUAL_LEAD_OUTS)
    rb_findings_add(reader->findings, "R80", RB_SEVERITY_WARNING, "PQ descriptor",
                    "The lead-out stands %u times, expected once or twice.", reader->lead_outs);
}

RbDisc *
rb_pq_decode(const guint8 *bytes, gsize length, RbFindings *findings, GError **error)
{
  g_autoptr(RbDisc) disc = rb_disc_new();
  RbPqReader reader = {.disc = disc, .findings = findings};
  gsize whole = rb_record_whole(bytes, length, RECORD_BYTES, "PQ descriptor", findings);

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
  check_edges(&reader);
  return g_steal_pointer(&disc);
}
