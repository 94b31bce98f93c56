/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/ddp_read.h"

#include <string.h>

#include "redbook/error.h"
#include "redbook/record.h"
#include "redbook/sector.h"

/*  0    4  6        14       22       30       38 40 41 42   46   50   54..71  74      91 92 104..
 *  VVVM D0 pointer  length   start    subcode  DA 7  0  PRE1 PRE2 PST  .. SIZ  name    new .. */
#define RECORD_BYTES 128
#define MARK_OFFSET 0
#define KIND_OFFSET 4
#define LENGTH_OFFSET 14
#define START_OFFSET 22
#define SUBCODE_OFFSET 30
#define MODE_OFFSET 38
#define STORAGE_OFFSET 40
#define PAUSE_OFFSET 46
#define NAME_OFFSET 74
#define NAME_WIDTH 17
#define SESSION_OFFSET 91
#define FILE_OFFSET_OFFSET 104
#define FILE_OFFSET_WIDTH 9

static void
stream_clear(gpointer data)
{
  RbDdpStream *stream = data;

  g_clear_pointer(&stream->name, g_free);
}

void
rb_ddp_map_clear(RbDdpMap *map)
{
  g_clear_pointer(&map->audio, g_array_unref);
  stream_clear(&map->pq);
  stream_clear(&map->cdtext);
}

/* A file beside DDPMS, and nowhere else. */
static gboolean
is_plain_name(const char *name)
{
  return name[0] != '\0' && name[0] != '.' && strpbrk(name, "/\\:?*") == NULL;
}

static gboolean
read_stream(const RbRecord *record, RbDdpStream *stream, GError **error)
{
  g_autofree char *name = rb_record_text(record, NAME_OFFSET, NAME_WIDTH);
  gint64 length, start;

  if (stream->name != NULL) {
    g_set_error(error, RB_ERROR, RB_ERROR_FORMAT, "%s names a second stream of this kind, \"%s\"",
                record->name, name);
    return FALSE;
  }
  if (!is_plain_name(name)) {
    g_set_error(error, RB_ERROR, RB_ERROR_FORMAT, "%s, byte %d: \"%s\" is not the name of a file",
                record->name, NAME_OFFSET, name);
    return FALSE;
  }
  if (!rb_record_number(record, LENGTH_OFFSET, 8, &length, error) ||
      !rb_record_number(record, START_OFFSET, 8, &start, error))
    return FALSE;
  if (start >= RB_MAX_SECTORS) {
    g_set_error(error, RB_ERROR, RB_ERROR_FORMAT,
                "%s: it begins at sector %" G_GINT64_FORMAT ", which no disc has", record->name,
                start);
    return FALSE;
  }
  *stream = (RbDdpStream){.name = g_steal_pointer(&name), .length = length, .start = MAX(start, 0)};
  return TRUE;
}

/* What a stream of audio may say and is not read: it is told. */
static void
check_audio(const RbRecord *record, RbFindings *findings)
{
  if (rb_record_is(record, SESSION_OFFSET, 1, "S"))
    rb_findings_add(findings, "R80", RB_SEVERITY_WARNING, record->name,
                    "The audio begins a new session; an audio CD has one.");
  if (!rb_record_is(record, FILE_OFFSET_OFFSET, FILE_OFFSET_WIDTH, "") &&
      !rb_record_is(record, FILE_OFFSET_OFFSET, FILE_OFFSET_WIDTH, "000000000"))
    rb_findings_add(findings, "R80", RB_SEVERITY_WARNING, record->name,
                    "It states an offset in its file (byte %d), which is not used: the audio is "
                    "read from the start of the file.",
                    FILE_OFFSET_OFFSET);
}

static gboolean
read_audio(const RbRecord *record, RbDdpMap *map, RbFindings *findings, GError **error)
{
  g_autofree char *storage = rb_record_text(record, STORAGE_OFFSET, 1);
  RbDdpStream stream = {0};
  gint64 pause;

  if (!rb_record_is(record, MODE_OFFSET, 2, "DA") || strchr("07", storage[0]) == NULL) {
    g_set_error(error, RB_ERROR, RB_ERROR_FORMAT,
                "%s, byte %d: the main data is not audio in whole sectors", record->name,
                MODE_OFFSET);
    return FALSE;
  }
  check_audio(record, findings);
  if (!rb_record_number(record, PAUSE_OFFSET, 4, &pause, error) ||
      !read_stream(record, &stream, error))
    return FALSE;
  if (map->audio->len == 0)
    map->pause_sectors = pause;
  g_array_append_val(map->audio, stream);
  return TRUE;
}

static gboolean
read_packet(const RbRecord *record, RbDdpMap *map, RbFindings *findings, GError **error)
{
  g_autofree char *kind = rb_record_text(record, KIND_OFFSET, 2);
  g_autofree char *subcode = rb_record_text(record, SUBCODE_OFFSET, 8);

  if (!rb_record_is(record, MARK_OFFSET, 4, "VVVM")) {
    g_set_error(error, RB_ERROR, RB_ERROR_FORMAT, "%s does not begin with \"VVVM\"", record->name);
    return FALSE;
  }
  if (strcmp(kind, "D0") == 0)
    return read_audio(record, map, findings, error);
  if (strcmp(kind, "S0") == 0 && strcmp(subcode, "PQ DESCR") == 0)
    return read_stream(record, &map->pq, error);
  if (strcmp(kind, "S0") == 0 && strcmp(subcode, "CDTEXT") == 0)
    return read_stream(record, &map->cdtext, error);
  rb_findings_add(findings, "R88", RB_SEVERITY_NOTE, record->name,
                  "A stream \"%s\" \"%s\" is passed over.", kind, subcode);
  return TRUE;
}

gboolean
rb_ddp_map_decode(const guint8 *bytes, gsize length, RbDdpMap *map, RbFindings *findings,
                  GError **error)
{
  gsize whole = rb_record_whole(bytes, length, RECORD_BYTES, "DDPMS", findings);

  map->pause_sectors = -1;
  map->audio = g_array_new(FALSE, FALSE, sizeof(RbDdpStream));
  g_array_set_clear_func(map->audio, stream_clear);
  if (whole == 0 || whole % RECORD_BYTES != 0) {
    g_set_error(error, RB_ERROR, RB_ERROR_FORMAT,
                "DDPMS has %" G_GSIZE_FORMAT " bytes, expected a multiple of %d", length,
                RECORD_BYTES);
    return FALSE;
  }
  for (gsize i = 0; i < whole / RECORD_BYTES; i++) {
    g_autofree char *name = g_strdup_printf("DDPMS, packet %" G_GSIZE_FORMAT, i + 1);
    RbRecord record = {.bytes = bytes + i * RECORD_BYTES, .length = RECORD_BYTES, .name = name};

    if (!read_packet(&record, map, findings, error))
      return FALSE;
  }
  if (map->audio->len == 0 || map->pq.name == NULL) {
    g_set_error(error, RB_ERROR, RB_ERROR_FORMAT, "DDPMS names no %s",
                map->audio->len == 0 ? "audio (D0)" : "PQ descriptor (S0, PQ DESCR)");
    return FALSE;
  }
  return TRUE;
}
