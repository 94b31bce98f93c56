/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/cue_read.h"

#include <string.h>

#include "redbook/charset.h"
#include "redbook/cue_lexer.h"
#include "redbook/error.h"

#define MAX_CODE_CHARACTERS 32

typedef struct {
  RbScanner scanner;
  RbSheet *sheet;
  RbTextBlock *texts; /* lies in sheet->disc */

  /* The track that is being read; NULL before the first. */
  RbTrack *track;
  guint indexes;          /* that it has so far */
  guint8 last_index;      /* the number of the last of them */
  gboolean has_flags;     /* FLAGS was there */
  gint32 pregap, postgap; /* sectors of silence that wait for the next INDEX, -1 none */
  guint track_line, track_column;

  /* The file that is being read; -1 before the first. */
  int file;
  guint tracks_in_file;
  gint32 piece_sector; /* where in the file the last audio step begins */
  gint32 last_sector;  /* of the last INDEX in this file, -1 none */
} Parser;

static void
add_step(Parser *parser, const char *place, RbStep step)
{
  step.line = parser->scanner.line;
  step.column = rb_scanner_column(&parser->scanner, place);
  g_array_append_val(parser->sheet->steps, step);
}

static guint
track_number(const Parser *parser)
{
  return parser->sheet->disc->tracks->len;
}

/* Every track has an INDEX 01 by the time it ends. */
static gboolean
finish_track(Parser *parser, GError **error)
{
  if (parser->track == NULL || (parser->indexes > 0 && parser->last_index >= 1))
    return TRUE;
  g_set_error(error, RB_ERROR, RB_ERROR_FORMAT, "%s:%u:%u: track %u has no INDEX 01",
              parser->sheet->path, parser->track_line, parser->track_column, track_number(parser));
  return FALSE;
}

static void
finish_file(Parser *parser, const char *place)
{
  if (parser->file < 0)
    return;
  add_step(parser, place, (RbStep){.kind = RB_STEP_PAD});
  if (parser->postgap > 0)
    add_step(parser, place,
             (RbStep){.kind = RB_STEP_SILENCE,
                      .frames = (gint64)parser->postgap * RB_FRAMES_PER_SECTOR});
  parser->postgap = -1;
}

static gboolean
read_catalog(Parser *parser, RbCueWord *command, GError **error)
{
  g_auto(RbCueWord) word = {0};
  RbDisc *disc = parser->sheet->disc;

  if (disc->upc != NULL)
    return rb_scanner_fail(&parser->scanner, command->start, error, "a second CATALOG");
  if (!rb_cue_need_word(&parser->scanner, &word, "a code of 13 digits", error))
    return FALSE;
  if (g_utf8_strlen(word.text, -1) > MAX_CODE_CHARACTERS)
    return rb_scanner_fail(&parser->scanner, word.start, error,
                           "a code this long; expected 13 digits");
  disc->upc = g_steal_pointer(&word.text);
  return TRUE;
}

static gboolean
read_cdtextfile(Parser *parser, RbCueWord *command, GError **error)
{
  g_auto(RbCueWord) word = {0};

  if (parser->sheet->cdtext_file != NULL)
    return rb_scanner_fail(&parser->scanner, command->start, error, "a second CDTEXTFILE");
  if (!rb_cue_need_word(&parser->scanner, &word, "the name of a file", error))
    return FALSE;
  parser->sheet->cdtext_file = g_steal_pointer(&word.text);
  return TRUE;
}

static gboolean
read_text(Parser *parser, RbCueWord *command, RbTextField field, GError **error)
{
  g_auto(RbCueWord) word = {0};

  if (!rb_cue_need_word(&parser->scanner, &word, "a text in quotes", error))
    return FALSE;
  char **place = &rb_text_block_texts(parser->texts, track_number(parser))->field[field];

  if (*place != NULL)
    return rb_scanner_fail(&parser->scanner, command->start, error, "a second %s here",
                           command->text);
  if (word.text[0] != '\0')
    *place = g_steal_pointer(&word.text);
  return TRUE;
}

static gboolean
file_form(const char *type, RbAudioForm *form)
{
  static const struct {
    const char *type;
    RbAudioForm form;
  } types[] = {
      {"BINARY", RB_AUDIO_RAW_LITTLE_ENDIAN}, {"MOTOROLA", RB_AUDIO_RAW_BIG_ENDIAN},
      {"WAVE", RB_AUDIO_SOUND_FILE},          {"AIFF", RB_AUDIO_SOUND_FILE},
      {"FLAC", RB_AUDIO_SOUND_FILE},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(types); i++) {
    if (g_ascii_strcasecmp(type, types[i].type) == 0) {
      *form = types[i].form;
      return TRUE;
    }
  }
  return FALSE;
}

static gboolean
read_file(Parser *parser, RbCueWord *command, GError **error)
{
  g_auto(RbCueWord) name = {0};
  g_auto(RbCueWord) type = {0};
  RbAudioForm form;

  if (parser->file >= 0 && parser->tracks_in_file == 0 && parser->last_sector < 0)
    return rb_scanner_fail(&parser->scanner, command->start, error,
                           "the FILE before this one has no track");
  if (parser->track != NULL && parser->indexes == 0)
    return rb_scanner_fail(&parser->scanner, command->start, error,
                           "FILE before the first INDEX of track %u", track_number(parser));
  if (!rb_cue_need_word(&parser->scanner, &name, "the name of a file", error) ||
      !rb_cue_need_word(&parser->scanner, &type, "BINARY, MOTOROLA, WAVE, AIFF or FLAC", error))
    return FALSE;
  if (name.text[0] == '\0')
    return rb_scanner_fail(&parser->scanner, name.start, error, "the name of the file is empty");
  if (!file_form(type.text, &form))
    return rb_scanner_fail(&parser->scanner, type.start, error,
                           "\"%s\"; expected BINARY, MOTOROLA, WAVE, AIFF or FLAC", type.text);
  finish_file(parser, command->start);
  parser->file = (int)rb_sheet_add_file(parser->sheet, name.text, form);
  parser->tracks_in_file = 0;
  parser->piece_sector = 0;
  parser->last_sector = -1;
  add_step(parser, command->start, (RbStep){.kind = RB_STEP_ANCHOR});
  add_step(parser, command->start,
           (RbStep){.kind = RB_STEP_AUDIO, .file = (guint)parser->file, .frames = -1});
  return TRUE;
}

static gboolean
read_track(Parser *parser, RbCueWord *command, GError **error)
{
  g_auto(RbCueWord) number_word = {0};
  g_auto(RbCueWord) mode = {0};
  guint number = 0, expected = track_number(parser) + 1;

  if (parser->file < 0)
    return rb_scanner_fail(&parser->scanner, command->start, error, "TRACK before the first FILE");
  if (!finish_track(parser, error) ||
      !rb_cue_need_number(&parser->scanner, &number_word, "the number of a track, 01 to 99",
                          &number, error) ||
      !rb_cue_need_word(&parser->scanner, &mode, "AUDIO", error))
    return FALSE;
  if (expected > RB_MAX_TRACKS)
    return rb_scanner_fail(&parser->scanner, number_word.start, error, "more than 99 tracks");
  if (number != expected)
    return rb_scanner_fail(&parser->scanner, number_word.start, error,
                           "track %u; expected track %u", number, expected);
  if (g_ascii_strcasecmp(mode.text, "AUDIO") != 0)
    return rb_scanner_fail(&parser->scanner, mode.start, error,
                           "a track of mode %s; expected AUDIO", mode.text);
  parser->track = rb_disc_add_track(parser->sheet->disc);
  g_array_set_size(parser->texts->tracks, number);
  parser->tracks_in_file++;
  parser->indexes = 0;
  parser->last_index = 0;
  parser->has_flags = FALSE;
  parser->pregap = -1;
  parser->track_line = parser->scanner.line;
  parser->track_column = rb_scanner_column(&parser->scanner, command->start);
  return TRUE;
}

/* For commands that stand between TRACK and its first INDEX. */
static gboolean
need_open_track(Parser *parser, const RbCueWord *command, GError **error)
{
  if (parser->track == NULL)
    return rb_scanner_fail(&parser->scanner, command->start, error, "%s before the first TRACK",
                           command->text);
  if (parser->indexes > 0)
    return rb_scanner_fail(&parser->scanner, command->start, error,
                           "%s behind an INDEX of its track", command->text);
  return TRUE;
}

static gboolean
flag_of(const char *word, RbFlags *flag)
{
  static const struct {
    const char *word;
    RbFlags flag;
  } flags[] = {{"DCP", RB_FLAG_COPY_PERMITTED},
               {"4CH", RB_FLAG_FOUR_CHANNEL},
               {"PRE", RB_FLAG_PRE_EMPHASIS},
               {"SCMS", RB_FLAG_SCMS}};

  for (gsize i = 0; i < G_N_ELEMENTS(flags); i++) {
    if (g_ascii_strcasecmp(word, flags[i].word) == 0) {
      *flag = flags[i].flag;
      return TRUE;
    }
  }
  return FALSE;
}

static gboolean
read_flags(Parser *parser, RbCueWord *command, GError **error)
{
  if (!need_open_track(parser, command, error))
    return FALSE;
  if (parser->has_flags)
    return rb_scanner_fail(&parser->scanner, command->start, error, "a second FLAGS");
  parser->has_flags = TRUE;
  for (;;) {
    g_auto(RbCueWord) word = {0};
    RbFlags flag;

    if (!rb_cue_next_word(&parser->scanner, &word, error))
      return FALSE;
    if (word.text == NULL)
      return TRUE;
    if (!flag_of(word.text, &flag))
      return rb_scanner_fail(&parser->scanner, word.start, error,
                             "\"%s\"; expected DCP, 4CH, PRE or SCMS", word.text);
    parser->track->flags |= flag;
  }
}

static gboolean
read_isrc(Parser *parser, RbCueWord *command, GError **error)
{
  g_auto(RbCueWord) word = {0};

  if (!need_open_track(parser, command, error))
    return FALSE;
  if (parser->track->isrc != NULL)
    return rb_scanner_fail(&parser->scanner, command->start, error, "a second ISRC");
  if (!rb_cue_need_word(&parser->scanner, &word, "an ISRC of 12 characters", error))
    return FALSE;
  if (g_utf8_strlen(word.text, -1) > MAX_CODE_CHARACTERS)
    return rb_scanner_fail(&parser->scanner, word.start, error,
                           "a code this long; expected 12 characters");
  parser->track->isrc = g_steal_pointer(&word.text);
  return TRUE;
}

static gboolean
read_pregap(Parser *parser, RbCueWord *command, GError **error)
{
  g_auto(RbCueWord) word = {0};

  if (!need_open_track(parser, command, error))
    return FALSE;
  if (parser->pregap >= 0)
    return rb_scanner_fail(&parser->scanner, command->start, error, "a second PREGAP");
  return rb_cue_need_time(&parser->scanner, &word, &parser->pregap, error);
}

static gboolean
read_postgap(Parser *parser, RbCueWord *command, GError **error)
{
  g_auto(RbCueWord) word = {0};

  if (parser->track == NULL || parser->last_index < 1)
    return rb_scanner_fail(&parser->scanner, command->start, error, "POSTGAP before INDEX 01");
  if (parser->postgap >= 0)
    return rb_scanner_fail(&parser->scanner, command->start, error, "a second POSTGAP");
  return rb_cue_need_time(&parser->scanner, &word, &parser->postgap, error);
}

/* Ends the last piece of audio at `sector` of its file and starts another there, so that silence
 * can stand between them. */
static void
insert_silence(Parser *parser, const char *place, gint32 sector)
{
  GArray *steps = parser->sheet->steps;
  RbStep *piece = &g_array_index(steps, RbStep, steps->len - 1);

  while (piece->kind != RB_STEP_AUDIO)
    piece--;
  piece->frames = (gint64)(sector - parser->piece_sector) * RB_FRAMES_PER_SECTOR;
  /* If the file is too short, then for this index. */
  piece->line = parser->scanner.line;
  piece->column = rb_scanner_column(&parser->scanner, place);
  if (parser->postgap > 0)
    add_step(parser, place,
             (RbStep){.kind = RB_STEP_SILENCE,
                      .frames = (gint64)parser->postgap * RB_FRAMES_PER_SECTOR});
  add_step(parser, place, (RbStep){.kind = RB_STEP_ANCHOR});
  if (parser->pregap > 0) {
    add_step(
        parser, place,
        (RbStep){.kind = RB_STEP_SILENCE, .frames = (gint64)parser->pregap * RB_FRAMES_PER_SECTOR});
    add_step(parser, place, (RbStep){.kind = RB_STEP_MARK, .track = track_number(parser)});
    add_step(parser, place, (RbStep){.kind = RB_STEP_ANCHOR});
  }
  add_step(parser, place,
           (RbStep){.kind = RB_STEP_AUDIO,
                    .file = (guint)parser->file,
                    .first_frame = (gint64)sector * RB_FRAMES_PER_SECTOR,
                    .frames = -1});
  parser->piece_sector = sector;
}

static gboolean
check_index(Parser *parser, const RbCueWord *number_word, guint number, const RbCueWord *time_word,
            gint32 sector, GError **error)
{
  guint expected = parser->indexes == 0 ? number : parser->last_index + 1u;

  if (number != expected)
    return rb_scanner_fail(&parser->scanner, number_word->start, error,
                           "index %u; expected index %u", number, expected);
  if (parser->indexes == 0 && number > 1)
    return rb_scanner_fail(&parser->scanner, number_word->start, error,
                           "index %u; a track begins with INDEX 00 or 01", number);
  if (number == 0 && parser->pregap >= 0)
    return rb_scanner_fail(&parser->scanner, number_word->start, error,
                           "INDEX 00 and PREGAP in one track; expected one of them");
  if (sector <= parser->last_sector)
    return rb_scanner_fail(&parser->scanner, time_word->start, error,
                           "%s is not behind the index before it", time_word->text);
  return TRUE;
}

static gboolean
read_index(Parser *parser, RbCueWord *command, GError **error)
{
  g_auto(RbCueWord) number_word = {0};
  g_auto(RbCueWord) time_word = {0};
  guint number = 0;
  gint32 sector = 0;

  if (parser->track == NULL)
    return rb_scanner_fail(&parser->scanner, command->start, error, "INDEX before the first TRACK");
  if (!rb_cue_need_number(&parser->scanner, &number_word, "the number of an index, 00 to 99",
                          &number, error) ||
      !rb_cue_need_time(&parser->scanner, &time_word, &sector, error) ||
      !check_index(parser, &number_word, number, &time_word, sector, error))
    return FALSE;
  if (parser->pregap > 0 || parser->postgap > 0)
    insert_silence(parser, command->start, sector);
  parser->pregap = parser->pregap > 0 ? 0 : parser->pregap;
  parser->postgap = -1;
  add_step(parser, command->start,
           (RbStep){.kind = RB_STEP_MARK,
                    .track = track_number(parser),
                    .index = (guint8)number,
                    .sectors = sector - parser->piece_sector});
  parser->indexes++;
  parser->last_index = (guint8)number;
  parser->last_sector = sector;
  return TRUE;
}

typedef gboolean (*ReadCommand)(Parser *parser, RbCueWord *command, GError **error);

static const struct {
  const char *name;
  ReadCommand read;
} commands[] = {
    {"CATALOG", read_catalog}, {"CDTEXTFILE", read_cdtextfile}, {"FILE", read_file},
    {"TRACK", read_track},     {"FLAGS", read_flags},           {"ISRC", read_isrc},
    {"PREGAP", read_pregap},   {"INDEX", read_index},           {"POSTGAP", read_postgap},
};

static gboolean
read_command(Parser *parser, RbCueWord *command, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS(commands); i++) {
    if (g_ascii_strcasecmp(command->text, commands[i].name) == 0)
      return commands[i].read(parser, command, error);
  }
  for (int field = 0; field < RB_TEXT_FIELDS; field++) {
    if (g_ascii_strcasecmp(command->text, rb_text_field_name((RbTextField)field)) == 0)
      return read_text(parser, command, (RbTextField)field, error);
  }
  return rb_scanner_fail(&parser->scanner, command->start, error,
                         "\"%s\" is no command of a CUE sheet", command->text);
}

static gboolean
read_line(Parser *parser, GError **error)
{
  g_auto(RbCueWord) command = {0};
  g_auto(RbCueWord) rest = {0};
  RbScanner *scanner = &parser->scanner;

  if (!rb_cue_next_word(&parser->scanner, &command, error))
    return FALSE;
  if (command.text == NULL)
    return TRUE;
  if (g_ascii_strcasecmp(command.text, "REM") == 0) {
    scanner->at += strcspn(scanner->at, "\n\r");
    return TRUE;
  }
  if (!read_command(parser, &command, error) || !rb_cue_next_word(&parser->scanner, &rest, error))
    return FALSE;
  if (rest.text == NULL)
    return TRUE;
  return rb_scanner_fail(scanner, rest.start, error,
                         "\"%s\" is too much here; a text with blanks stands in quotes", rest.text);
}

/* Drops a block without texts, and finds a charset for the others. */
static void
finish_texts(RbDisc *disc)
{
  RbTextBlock *block = g_ptr_array_index(disc->text_blocks, 0);
  gboolean any = FALSE, latin = TRUE, japanese = TRUE;

  for (guint track = 0; track <= block->tracks->len; track++) {
    for (int field = 0; field < RB_TEXT_FIELDS; field++) {
      const char *text = rb_text_block_texts(block, track)->field[field];

      if (text == NULL)
        continue;
      any = TRUE;
      latin = latin && rb_charset_find_unencodable(RB_CHARSET_ISO_8859_1, text) == NULL;
      japanese = japanese && rb_charset_find_unencodable(RB_CHARSET_MS_JIS, text) == NULL;
    }
  }
  block->charset = !latin && japanese ? RB_CHARSET_MS_JIS : RB_CHARSET_ISO_8859_1;
  if (!any)
    g_ptr_array_set_size(disc->text_blocks, 0);
}

static gboolean
read_sheet(Parser *parser, GError **error)
{
  do {
    if (!read_line(parser, error))
      return FALSE;
  } while (rb_scanner_skip_line_end(&parser->scanner));
  if (track_number(parser) == 0)
    return rb_scanner_fail(&parser->scanner, parser->scanner.at, error,
                           "the sheet ends; expected a TRACK");
  if (!finish_track(parser, error))
    return FALSE;
  finish_file(parser, parser->scanner.at);
  finish_texts(parser->sheet->disc);
  return TRUE;
}

RbSheet *
rb_cue_parse(const char *text, gsize bytes, const char *path, GError **error)
{
  g_autofree char *decoded = rb_scanner_decode(text, bytes, path, error);

  if (decoded == NULL)
    return NULL;
  g_autoptr(RbSheet) sheet = rb_sheet_new(path);
  Parser parser = {
      .scanner = {.path = path, .at = decoded, .line_start = decoded, .line = 1},
      .sheet = sheet,
      .texts = rb_disc_add_text_block(sheet->disc, RB_CHARSET_ISO_8859_1, 0),
      .pregap = -1,
      .postgap = -1,
      .file = -1,
      .last_sector = -1,
  };

  return read_sheet(&parser, error) ? g_steal_pointer(&sheet) : NULL;
}

gboolean
rb_cue_read(const char *path, gint32 first_sector, RbDisc **disc, RbImage **image, GError **error)
{
  g_autofree char *text = NULL;
  gsize bytes;

  if (!rb_sheet_load_text(path, &text, &bytes, error))
    return FALSE;
  g_autoptr(RbSheet) sheet = rb_cue_parse(text, bytes, path, error);

  return sheet != NULL && rb_sheet_open(sheet, first_sector, disc, image, error);
}
