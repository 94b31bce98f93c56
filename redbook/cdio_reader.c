/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/cdio_reader.h"

#include <cdio/cdio.h>
#include <cdio/cdtext.h>
#include <cdio/logging.h>
#include <glib/gstdio.h>
#include <string.h>

#include "redbook/error.h"
#include "redbook/sheet.h"

struct RbCdioReader {
  CdIo_t *device;
  char *path;
  GPtrArray *complaints; /* of char * */
  gboolean is_toc;
  gboolean is_utf8; /* the CUE, which libcdio reads as ISO 8859-1 all the same */
};

/* libcdio has one log handler for the process, without a place for the caller's data. */
static GMutex log_mutex;
static GPtrArray *log_lines;

static void
collect_line(cdio_log_level_t level, const char message[])
{
  if (level >= CDIO_LOG_WARN && log_lines != NULL)
    g_ptr_array_add(log_lines, g_strstrip(g_utf8_make_valid(message, -1)));
}

static cdio_log_handler_t
begin_log(GPtrArray *lines)
{
  g_mutex_lock(&log_mutex);
  log_lines = lines;
  return cdio_log_set_handler(collect_line);
}

static void
end_log(cdio_log_handler_t before)
{
  cdio_log_set_handler(before);
  log_lines = NULL;
  g_mutex_unlock(&log_mutex);
}

static char *
join_lines(GPtrArray *lines)
{
  g_autoptr(GString) text = g_string_new(NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf(text, "%s%s", i > 0 ? "; " : "",
                           (const char *)g_ptr_array_index(lines, i));
  return g_string_free(g_steal_pointer(&text), FALSE);
}

/* Opens `file`, which stands for `path`. */
static RbCdioReader *
open_with(CdIo_t *(*open_file)(const char *path), const char *file, const char *path,
          GError **error)
{
  g_autoptr(RbCdioReader) reader = g_new0(RbCdioReader, 1);

  reader->path = g_strdup(path);
  reader->complaints = g_ptr_array_new_with_free_func(g_free);
  reader->is_toc = open_file == cdio_open_cdrdao;
  cdio_log_handler_t before = begin_log(reader->complaints);

  reader->device = open_file(file);
  end_log(before);
  if (reader->device != NULL)
    return g_steal_pointer(&reader);
  g_autofree char *said = join_lines(reader->complaints);

  g_set_error(error, RB_ERROR, RB_ERROR_FILE, "%s: libcdio cannot read it%s%s", path,
              said[0] != '\0' ? ": " : "", said);
  return NULL;
}

RbCdioReader *
rb_cdio_reader_open_cue(const char *path, GError **error)
{
  g_autofree char *text = NULL;
  gsize bytes;

  if (!rb_sheet_load_text(path, &text, &bytes, error))
    return NULL;
  RbCdioReader *reader = open_with(cdio_open_bincue, path, path, error);

  if (reader != NULL)
    reader->is_utf8 = g_utf8_validate(text, (gssize)bytes, NULL);
  return reader;
}

/* The text of a TOC with the names of its files absolute, for libcdio looks for them where the
 * program runs and not where the TOC lies. */
static char *
make_names_absolute(const char *text, const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename(path, NULL);
  g_autofree char *folder = g_path_get_dirname(absolute);
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

  for (char **line = lines; *line != NULL; line++) {
    static const char start[] = "FILE \"";
    const char *name = *line + strlen(start);

    if (!g_str_has_prefix(*line, start) || g_path_is_absolute(name))
      continue;
    char *changed = g_strconcat(start, folder, "/", name, NULL);

    g_free(*line);
    *line = changed;
  }
  return g_strjoinv("\n", lines);
}

RbCdioReader *
rb_cdio_reader_open_toc(const char *path, GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *copy = NULL;
  gsize bytes;

  if (!rb_sheet_load_text(path, &text, &bytes, error))
    return NULL;
  g_autofree char *changed = make_names_absolute(text, path);
  int file = g_file_open_tmp("segue-XXXXXX.toc", &copy, error);

  if (file < 0)
    return NULL;
  g_close(file, NULL);
  RbCdioReader *reader = g_file_set_contents(copy, changed, -1, error)
                             ? open_with(cdio_open_cdrdao, copy, path, error)
                             : NULL;

  g_unlink(copy);
  return reader;
}

void
rb_cdio_reader_free(RbCdioReader *reader)
{
  if (reader == NULL)
    return;
  if (reader->device != NULL)
    cdio_destroy(reader->device);
  g_ptr_array_unref(reader->complaints);
  g_free(reader->path);
  g_free(reader);
}

static char *
take_string(char *text)
{
  char *copy = text != NULL && text[0] != '\0' ? g_strdup(text) : NULL;

  cdio_free(text);
  return copy;
}

static RbFlags
track_flags(const CdIo_t *device, track_t number)
{
  RbFlags flags = 0;

  if (cdio_get_track_copy_permit(device, number) == CDIO_TRACK_FLAG_TRUE)
    flags |= RB_FLAG_COPY_PERMITTED;
  if (cdio_get_track_preemphasis(device, number) == CDIO_TRACK_FLAG_TRUE)
    flags |= RB_FLAG_PRE_EMPHASIS;
  if (cdio_get_track_channels(device, number) == 4)
    flags |= RB_FLAG_FOUR_CHANNEL;
  if (cdio_get_track_format(device, number) != TRACK_FORMAT_AUDIO)
    flags |= RB_FLAG_DATA;
  return flags;
}

static void
read_track(const CdIo_t *device, track_t number, RbTrack *track)
{
  lsn_t start = cdio_get_track_lsn(device, number);
  lsn_t pause = cdio_get_track_pregap_lsn(device, number);

  track->flags = track_flags(device, number);
  track->isrc = take_string(cdio_get_track_isrc(device, number));
  if (number == 1)
    rb_track_add_index(track, 0, 0);
  else if (pause != CDIO_INVALID_LSN && pause != start)
    rb_track_add_index(track, 0, pause + RB_FIRST_PAUSE_SECTORS);
  rb_track_add_index(track, 1, start + RB_FIRST_PAUSE_SECTORS);
}

/* Three octal digits behind a backslash are a byte of ISO 8859-1. */
static char *
decode_octal(const char *text)
{
  g_autoptr(GString) out = g_string_new(NULL);

  while (*text != '\0') {
    if (text[0] == '\\' && strspn(text + 1, "01234567") >= 3) {
      g_string_append_unichar(
          out, (gunichar)((text[1] - '0') * 64 + (text[2] - '0') * 8 + text[3] - '0'));
      text += 4;
    } else
      g_string_append_c(out, *text++);
  }
  return g_string_free(g_steal_pointer(&out), FALSE);
}

/* The text of which libcdio took each byte for a character. */
static char *
decode_utf8(const char *text)
{
  g_autofree char *bytes = g_convert(text, -1, "ISO-8859-1", "UTF-8", NULL, NULL, NULL);

  return bytes != NULL && g_utf8_validate(bytes, -1, NULL) ? g_steal_pointer(&bytes)
                                                           : g_strdup(text);
}

static char *
read_text(const RbCdioReader *reader, const cdtext_t *cdtext, cdtext_field_t field, guint track)
{
  const char *text = cdtext_get_const(cdtext, field, (track_t)track);

  if (text == NULL || text[0] == '\0')
    return NULL;
  if (reader->is_toc)
    return decode_octal(text);
  return reader->is_utf8 ? decode_utf8(text) : g_strdup(text);
}

static void
read_texts(const RbCdioReader *reader, RbDisc *disc)
{
  static const cdtext_field_t fields[RB_TEXT_FIELDS] = {
      [RB_TEXT_TITLE] = CDTEXT_FIELD_TITLE,           [RB_TEXT_PERFORMER] = CDTEXT_FIELD_PERFORMER,
      [RB_TEXT_SONGWRITER] = CDTEXT_FIELD_SONGWRITER, [RB_TEXT_COMPOSER] = CDTEXT_FIELD_COMPOSER,
      [RB_TEXT_ARRANGER] = CDTEXT_FIELD_ARRANGER,     [RB_TEXT_MESSAGE] = CDTEXT_FIELD_MESSAGE,
  };
  const cdtext_t *cdtext = cdio_get_cdtext(reader->device);
  gboolean any = FALSE;

  if (cdtext == NULL)
    return;
  RbTextBlock *block = rb_disc_add_text_block(disc, RB_CHARSET_ISO_8859_1, 0);

  block->disc_id = read_text(reader, cdtext, CDTEXT_FIELD_DISCID, 0);
  any = block->disc_id != NULL;
  for (guint track = 0; track <= disc->tracks->len; track++) {
    for (int field = 0; field < RB_TEXT_FIELDS; field++) {
      char *text = read_text(reader, cdtext, fields[field], track);

      rb_text_block_texts(block, track)->field[field] = text;
      any = any || text != NULL;
    }
  }
  if (!any)
    g_ptr_array_set_size(disc->text_blocks, 0);
}

RbDisc *
rb_cdio_reader_disc(const RbCdioReader *reader)
{
  RbDisc *disc = rb_disc_new();
  cdio_log_handler_t before = begin_log(NULL);
  track_t tracks = cdio_get_num_tracks(reader->device);

  disc->upc = take_string(cdio_get_mcn(reader->device));
  for (track_t number = 1; tracks != CDIO_INVALID_TRACK && number <= tracks; number++)
    read_track(reader->device, number, rb_disc_add_track(disc));
  disc->lead_out_sector =
      cdio_get_track_lsn(reader->device, CDIO_CDROM_LEADOUT_TRACK) + RB_FIRST_PAUSE_SECTORS;
  read_texts(reader, disc);
  end_log(before);
  return disc;
}

gboolean
rb_cdio_reader_read(RbCdioReader *reader, gint32 first_sector, gint16 *samples, guint sectors,
                    GError **error)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);

  g_assert(!reader->is_toc && first_sector >= RB_FIRST_PAUSE_SECTORS);
  cdio_log_handler_t before = begin_log(lines);
  driver_return_code_t code = cdio_read_audio_sectors(
      reader->device, samples, first_sector - RB_FIRST_PAUSE_SECTORS, sectors);

  end_log(before);
  if (code != DRIVER_OP_SUCCESS) {
    g_autofree char *said = join_lines(lines);

    g_set_error(error, RB_ERROR, RB_ERROR_FILE,
                "%s: libcdio cannot read %u sectors from %d on (code %d)%s%s", reader->path,
                sectors, first_sector, code, said[0] != '\0' ? ": " : "", said);
    return FALSE;
  }
  for (gsize i = 0; i < (gsize)sectors * RB_FRAMES_PER_SECTOR * 2; i++)
    samples[i] = GINT16_FROM_LE(samples[i]);
  return TRUE;
}

void
rb_cdio_reader_complaints(const RbCdioReader *reader, RbFindings *findings)
{
  for (guint i = 0; i < reader->complaints->len; i++)
    rb_findings_add(findings, "P13", RB_SEVERITY_WARNING, reader->path, "libcdio says: %s",
                    (const char *)g_ptr_array_index(reader->complaints, i));
}
