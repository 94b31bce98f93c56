/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/pq_reader.h"

#include <string.h>

#include "redbook/isrc.h"
#include "redbook/upc.h"

#define HOURS_OFFSET 8
#define FLAGS_OFFSET 16
#define RESERVED_OFFSET 18
#define ISRC_OFFSET 20
#define UPC_OFFSET 32
#define TEXT_OFFSET 45
#define TEXT_WIDTH 19

/* What is told once, however many packets have it. */
typedef enum {
  SAID_HOURS = 1 << 0,
  SAID_RESERVED = 1 << 1,
  SAID_TEXT = 1 << 2,
  SAID_UPC = 1 << 3,
  SAID_ISRC = 1 << 4,
} Said;

/* Tells something about a packet, the first time that it is seen. */
static void
say_once(RbPqReader *reader, Said what, const char *id, RbSeverity severity, const char *name,
         const char *text)
{
  if ((reader->said & what) == 0)
    rb_findings_add(reader->findings, id, severity, name, "%s", text);
  reader->said |= what;
}

void
rb_pq_read_flags(RbPqReader *reader, const RbRecord *record, RbTrack *track)
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

void
rb_pq_read_isrc(RbPqReader *reader, const RbRecord *record, RbTrack *track)
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

void
rb_pq_read_upc(RbPqReader *reader, const RbRecord *record)
{
  g_autofree char *text = rb_record_text(record, UPC_OFFSET, RB_UPC_LENGTH);
  g_autoptr(GError) error = NULL;
  g_autofree char *upc = NULL;

  if (rb_upc_is_blank(text))
    return;
  if (!rb_record_is(record, RB_PQ_TRACK_OFFSET, 2, "00"))
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

void
rb_pq_check_edge(RbPqReader *reader, const RbRecord *record, const char *index)
{
  if (!rb_record_is(record, RB_PQ_INDEX_OFFSET, 2, index) ||
      !rb_record_is(record, FLAGS_OFFSET, 2, "01"))
    rb_findings_add(reader->findings, "R80", RB_SEVERITY_WARNING, record->name,
                    "Expected index %s and flags 01 here.", index);
}

void
rb_pq_check_reserved(RbPqReader *reader, const RbRecord *record)
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
