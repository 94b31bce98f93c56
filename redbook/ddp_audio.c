/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/ddp_audio.h"

#include "redbook/folder.h"

/* Where the map cannot state a long pause, writers state the two seconds that any disc has. */
#define LONGEST_STATED_PAUSE 9999

static void
audio_clear(gpointer data)
{
  RbDdpAudio *audio = data;

  g_clear_pointer(&audio->path, g_free);
}

GArray *
rb_ddp_audio_new(void)
{
  GArray *audio = g_array_new(FALSE, FALSE, sizeof(RbDdpAudio));

  g_array_set_clear_func(audio, audio_clear);
  return audio;
}

static void
check_file(const RbDdpStream *stream, gint64 bytes, RbFindings *findings)
{
  if (bytes % RB_BYTES_PER_SECTOR != 0)
    rb_findings_add(findings, "R86", RB_SEVERITY_ERROR, stream->name,
                    "It has %" G_GINT64_FORMAT " bytes; a sector has %d, and it ends inside one.",
                    bytes, RB_BYTES_PER_SECTOR);
  else if (stream->length >= 0 && bytes / RB_BYTES_PER_SECTOR != stream->length)
    rb_findings_add(findings, "R86", RB_SEVERITY_ERROR, stream->name,
                    "It has %" G_GINT64_FORMAT " sectors, DDPMS states %" G_GINT64_FORMAT ".",
                    bytes / RB_BYTES_PER_SECTOR, stream->length);
}

/* Where a stream begins: where the map says so, but not within the one before it. */
static gint64
find_start(const RbDdpStream *stream, gint64 due, RbFindings *findings)
{
  if (stream->start != 0 && due > 0 && stream->start != due)
    rb_findings_add(findings, "R80", RB_SEVERITY_ERROR, stream->name,
                    "DDPMS begins it at sector %" G_GINT64_FORMAT ", the audio before it ends at "
                    "%" G_GINT64_FORMAT ".",
                    stream->start, due);
  return MAX(stream->start, due);
}

static gboolean
find_piece(const char *folder, const RbDdpStream *stream, gint64 *due, GArray *audio,
           RbFindings *findings, GError **error)
{
  g_autofree char *path = rb_folder_find(folder, stream->name, error);
  gint64 start = find_start(stream, *due, findings);
  gint64 bytes, sectors;
  RbDdpAudio piece;

  if (path == NULL || !rb_folder_measure(path, &bytes, error))
    return FALSE;
  check_file(stream, bytes, findings);
  sectors = MIN(bytes / RB_BYTES_PER_SECTOR, RB_MAX_SECTORS - start);
  *due = MIN(start + (stream->length >= 0 ? stream->length : sectors), RB_MAX_SECTORS);
  piece = (RbDdpAudio){.path = g_steal_pointer(&path),
                       .first_sector = (gint32)start,
                       .sectors = (gint32)MIN(sectors, *due - start)};
  g_array_append_val(audio, piece);
  return TRUE;
}

static void
check_pause(const RbDdpMap *map, const RbDisc *disc, RbFindings *findings)
{
  gint64 first =
      rb_track_index(rb_disc_track(disc, 1), 1) - g_array_index(map->audio, RbDdpStream, 0).start;

  if (map->pause_sectors >= 0 && map->pause_sectors != first && first <= LONGEST_STATED_PAUSE)
    rb_findings_add(findings, "R86", RB_SEVERITY_WARNING, "DDPMS",
                    "It states a pause of %" G_GINT64_FORMAT
                    " sectors before track 1, the PQ descriptor %" G_GINT64_FORMAT ".",
                    map->pause_sectors, first);
}

/* How else than usual the audio lies there. */
static void
note_layout(const GArray *audio, RbFindings *findings)
{
  gint32 first = g_array_index(audio, RbDdpAudio, 0).first_sector;

  if (audio->len > 1)
    rb_findings_add(findings, "R88", RB_SEVERITY_NOTE, "DDPMS",
                    "The audio lies in %u files; most readers take one only.", audio->len);
  if (first > 0)
    rb_findings_add(findings, "R88", RB_SEVERITY_NOTE, "DDPMS",
                    "The audio begins at sector %d; what is before it is taken as silence.", first);
}

gboolean
rb_ddp_audio_find(const char *folder, const RbDdpMap *map, const RbDisc *disc, GArray *audio,
                  RbFindings *findings, GError **error)
{
  gint64 due = 0;

  for (guint i = 0; i < map->audio->len; i++) {
    const RbDdpStream *stream = &g_array_index(map->audio, RbDdpStream, i);

    if (!find_piece(folder, stream, &due, audio, findings, error))
      return FALSE;
  }
  if (due != disc->lead_out_sector)
    rb_findings_add(findings, "R86", RB_SEVERITY_ERROR, "lead-out",
                    "It is at sector %d, the audio that DDPMS states ends at %" G_GINT64_FORMAT ".",
                    disc->lead_out_sector, due);
  check_pause(map, disc, findings);
  note_layout(audio, findings);
  return TRUE;
}
