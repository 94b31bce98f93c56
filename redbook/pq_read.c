/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "redbook/ddp_read.h"
#include "redbook/error.h"
#include "redbook/isrc.h"
#include "redbook/msf.h"
#include "redbook/record.h"
#include "redbook/upc.h"

/*  0    4  6  8  10 12 14 16 18 20           32            45
 *  VVVS 01 01    00 02 00 01    ISRC (12)    UPC (13)      text (19)   */
#define RECORD_BYTES 64
#define TRACK_OFFSET 4
#define INDEX_OFFSET 6
#define HOURS_OFFSET 8
#define MINUTES_OFFSET 10
#define FLAGS_OFFSET 16
#define RESERVED_OFFSET 18
#define ISRC_OFFSET 20
#define UPC_OFFSET 32
#define TEXT_OFFSET 45
#define TEXT_WIDTH 19

/* Most writers repeat the lead-out. */
#define USUAL_LEAD_OUTS 2

/* What is told once, however many packets have it. */
typedef enum {
  SAID_HOURS = 1 << 0,
  SAID_RESERVED = 1 << 1,
  SAID_TEXT = 1 << 2,
  SAID_UPC = 1 << 3,
  SAID_ISRC = 1 << 4,
} Said;

/* What has been read of the disc. */
typedef struct {
  RbDisc *disc;
  RbFindings *findings;
  guint lead_ins;
  guint lead_outs;
  guint odd_flags_track; /* the last whose flags were told to change */
  guint said;            /* bits of Said */
} Reader;

/* Tells something about a packet, the first time that it is seen. */
static void
say_once(Reader *reader, Said what, const char *id, RbSeverity severity, const char *name,
         const char *text)
{
  if ((reader->said & what) == 0)
    rb_findings_add(reader->findings, id, severity, name, "%s", text);
  reader->said |= what;
}

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
  if (track->indexes->len == 0)
    track->flags = flags;
  if (track->flags == flags || reader->odd_flags_track == reader->disc->tracks->len)
    return;
  reader->odd_flags_track = reader->disc->tracks->len;
  rb_findings_add(reader->findings, "R27", RB_SEVERITY_ERROR, record->name,
                  "The flags are \"%s\", other than before in this track.", text);
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
  if (track->indexes->len > 0)
    say_once(reader, SAID_ISRC, "R88", RB_SEVERITY_NOTE, record->name,
             "An ISRC stands on another packet than the first of its track.");
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
  if (!rb_record_is(record, TRACK_OFFSET, 2, "00"))
    say_once(reader, SAID_UPC, "R88", RB_SEVERITY_NOTE, record->name,
             "The UPC stands on another packet than the lead-in's.");
  upc = rb_upc_normalise(text, &error);
  if (upc == NULL)
    rb_findings_add_error(reader->findings, "R23", RB_SEVERITY_ERROR, record->name, error);
  else if (reader->disc->upc == NULL)
    reader->disc->upc = g_steal_pointer(&upc);
  else if (strcmp(reader->disc->upc, upc) != 0)
    rb_findings_add(reader->findings, "R24", RB_SEVERITY_ERROR, record->name,
                    "The UPC is %s, before it was %s.", upc, reader->disc->upc);
}

/* Lead-in and lead-out have no flags, whatever the tracks have. */
static void
check_edge(Reader *reader, const RbRecord *record, const char *index)
{
  if (!rb_record_is(record, INDEX_OFFSET, 2, index) || !rb_record_is(record, FLAGS_OFFSET, 2, "01"))
    rb_findings_add(reader->findings, "R80", RB_SEVERITY_WARNING, record->name,
                    "Expected index %s and flags 01 here.", index);
}

static gboolean
read_lead_in(Reader *reader, const RbRecord *record, GError **error)
{
  gint32 sector;

  if (!read_time(record, &sector, error))
    return FALSE;
  check_edge(reader, record, "00");
  if (reader->lead_ins++ > 0 || sector != 0 || reader->disc->tracks->len > 0)
    rb_findings_add(reader->findings, "R80", RB_SEVERITY_WARNING, record->name,
                    "The lead-in (track 00) stands once, first, at 00:00:00.");
  return TRUE;
}

static gboolean
read_lead_out(Reader *reader, const RbRecord *record, GError **error)
{
  gint32 sector;

  if (!read_time(record, &sector, error))
    return FALSE;
  check_edge(reader, record, "01");
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

/* Fields that say nothing about the disc. */
static void
check_reserved(Reader *reader, const RbRecord *record)
{
  if (rb_record_is(record, HOURS_OFFSET, 2, "00"))
    say_once(reader, SAID_HOURS, "R88", RB_SEVERITY_NOTE, record->name,
             "Bytes 8 and 9 are 00, as hours; other readers may take them for minutes.");
  else if (!rb_record_is(record, HOURS_OFFSET, 2, ""))
    say_once(reader, SAID_RESERVED, "R80", RB_SEVERITY_WARNING, record->name,
             "Bytes 8 and 9 are reserved, and are not blank.");
  if (!rb_record_is(record, RESERVED_OFFSET, 2, ""))
    say_once(reader, SAID_RESERVED, "R80", RB_SEVERITY_WARNING, record->name,
             "Bytes 18 and 19 are reserved, and are not blank.");
  if (!rb_record_is(record, TEXT_OFFSET, TEXT_WIDTH, ""))
    say_once(reader, SAID_TEXT, "R88", RB_SEVERITY_NOTE, record->name,
             "It has a comment, which is not on the disc.");
}

static gboolean
read_packet(Reader *reader, const RbRecord *record, GError **error)
{
  if (!rb_record_is(record, 0, 4, "VVVS")) {
    g_autofree char *found = rb_record_text(record, 0, 4);

    return refuse(record, error, "the start of a packet, \"VVVS\"", found);
  }
  check_reserved(reader, record);
  read_upc(reader, record);
  if (rb_record_is(record, TRACK_OFFSET, 2, "AA"))
    return read_lead_out(reader, record, error);
  if (rb_record_is(record, TRACK_OFFSET, 2, "00"))
    return read_lead_in(reader, record, error);
  return read_mark(reader, record, error);
}

static void
check_edges(const Reader *reader)
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
  Reader reader = {.disc = disc, .findings = findings};
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
