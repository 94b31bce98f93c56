/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/ddp.h"

#include "redbook/record.h"

#define RECORD_BYTES 128
#define NAME_WIDTH 17

/* Four digits say how long the pause is that stands in the image. Hidden audio can be longer; then
 * only the two seconds that any disc has are stated, and the PQ descriptor tells the rest. */
#define LONGEST_STATED_PAUSE 9999

/* A packet of the map. DDPMS has one for each stream:
 *
 *   0      4      6       14       22      30     38      42     46     50    54
 *   +------+------+-------+--------+-------+------+-------+------+------+-----+---
 *   |"VVVM"| kind | poin- | length | start | what | mode, | pre- | pause| post|
 *   |      |      | ter   |        |       |      | store | gap  |      | gap |
 *   +------+------+-------+--------+-------+------+-------+------+------+-----+---
 *   54      55      57      59     71      74     91                          128
 *   +-------+-------+-------+------+-------+------+---------------------------+
 *   | me-   | track | index | ISRC | width | file | session, gaps, offset,    |
 *   | dium  |       |       |      | of -> | name | padding: all spaces       |
 *   +-------+-------+-------+------+-------+------+---------------------------+
 *
 * Lengths are sectors for audio and bytes for subcode. */
typedef struct {
  const char *kind; /* "D0" main data, "S0" subcode */
  gsize length;
  const char *start;
  const char *what;
  char mode[5]; /* "DA" audio, 7 whole sectors, scrambled or not */
  guint pause;  /* 0: not stated */
  const char *track;
  const char *name;
} Packet;

static void
append_packet(GByteArray *map, const RbDdpStyle *style, const Packet *packet)
{
  g_autoptr(GByteArray) record = g_byte_array_new();

  rb_record_append_text(record, 4, "VVVM");
  rb_record_append_text(record, 2, packet->kind);
  rb_record_append_text(record, 8, NULL);
  rb_record_append_number(record, 8, style->fill, (guint)packet->length);
  rb_record_append_text(record, 8, packet->start);
  rb_record_append_text(record, 8, packet->what);
  rb_record_append_text(record, 4, packet->mode);
  rb_record_append_text(record, 4, NULL);
  if (packet->pause > 0)
    rb_record_append_number(record, 4, ' ', packet->pause);
  else
    rb_record_append_text(record, 4, NULL);
  rb_record_append_text(record, 4, NULL);
  rb_record_append_text(record, 1, NULL);
  rb_record_append_text(record, 2, packet->track);
  rb_record_append_text(record, 2, NULL);
  rb_record_append_text(record, 12, NULL);
  rb_record_append_number(record, 3, style->fill, NAME_WIDTH);
  rb_record_append_text(record, NAME_WIDTH, packet->name);
  rb_record_append_text(record, RECORD_BYTES - record->len, NULL);
  g_byte_array_append(map, record->data, record->len);
}

GByteArray *
rb_ddp_map_encode(const RbDisc *disc, const RbDdpStyle *style, gsize cdtext_bytes, gsize pq_bytes)
{
  GByteArray *map = g_byte_array_new();
  gint32 first = rb_track_index(rb_disc_track(disc, 1), 1);
  Packet cdtext = {.kind = "S0",
                   .length = cdtext_bytes,
                   .what = "CDTEXT",
                   .track = "00",
                   .name = style->cdtext_name};
  Packet pq = {.kind = "S0", .length = pq_bytes, .what = "PQ DESCR", .name = style->pq_name};
  Packet audio = {.kind = "D0",
                  .length = (gsize)disc->lead_out_sector,
                  .start = style->states_start ? "00000000" : NULL,
                  .mode = {'D', 'A', '7', style->scrambled, '\0'},
                  .pause = first > LONGEST_STATED_PAUSE ? RB_FIRST_PAUSE_SECTORS : (guint)first,
                  .name = style->audio_name};

  if (cdtext_bytes > 0)
    append_packet(map, style, &cdtext);
  append_packet(map, style, &pq);
  append_packet(map, style, &audio);
  return map;
}
