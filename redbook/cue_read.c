/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/cue_read.h"

#include <string.h>

#include "redbook/cdtext_adopt.h"
#include "redbook/charset.h"
#include "redbook/cue_parser.h"
#include "redbook/folder.h"
#include "redbook/upc.h"

static gboolean
read_catalog(RbCueParser *parser, RbCueWord *command, GError **error)
{
  g_auto(RbCueWord) word = {0};
  RbDisc *disc = parser->sheet->disc;

  if (disc->upc != NULL)
    return rb_scanner_fail(&parser->scanner, command->start, error, "a second CATALOG");
  if (!rb_cue_need_word(&parser->scanner, &word, "a code of 13 digits", error))
    return FALSE;
  if (g_utf8_strlen(word.text, -1) > RB_CUE_MAX_CODE_CHARACTERS)
    return rb_scanner_fail(&parser->scanner, word.start, error,
                           "a code this long; expected 13 digits");
  disc->upc = rb_upc_normalise(word.text, NULL);
  if (disc->upc == NULL)
    disc->upc = g_steal_pointer(&word.text);
  return TRUE;
}

static gboolean
read_cdtextfile(RbCueParser *parser, RbCueWord *command, GError **error)
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
read_text(RbCueParser *parser, RbCueWord *command, RbTextField field, GError **error)
{
  g_auto(RbCueWord) word = {0};

  if (!rb_cue_need_word(&parser->scanner, &word, "a text in quotes", error))
    return FALSE;
  char **place = &rb_text_block_texts(parser->texts, rb_cue_parser_track(parser))->field[field];

  if (*place != NULL)
    return rb_scanner_fail(&parser->scanner, command->start, error, "a second %s here",
                           command->text);
  if (word.text[0] != '\0')
    *place = g_steal_pointer(&word.text);
  return TRUE;
}

typedef gboolean (*ReadCommand)(RbCueParser *parser, RbCueWord *command, GError **error);

static const struct {
  const char *name;
  ReadCommand read;
} commands[] = {
    {"CATALOG", read_catalog},
    {"CDTEXTFILE", read_cdtextfile},
    {"FILE", rb_cue_file_read},
    {"TRACK", rb_cue_track_read},
    {"FLAGS", rb_cue_track_read_flags},
    {"ISRC", rb_cue_track_read_isrc},
    {"PREGAP", rb_cue_track_read_pregap},
    {"INDEX", rb_cue_track_read_index},
    {"POSTGAP", rb_cue_track_read_postgap},
};

static gboolean
read_command(RbCueParser *parser, RbCueWord *command, GError **error)
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
read_line(RbCueParser *parser, GError **error)
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
read_sheet(RbCueParser *parser, GError **error)
{
  do {
    if (!read_line(parser, error))
      return FALSE;
  } while (rb_scanner_skip_line_end(&parser->scanner));
  if (rb_cue_parser_track(parser) == 0)
    return rb_scanner_fail(&parser->scanner, parser->scanner.at, error,
                           "the sheet ends; expected a TRACK");
  if (!rb_cue_track_finish(parser, error))
    return FALSE;
  rb_cue_file_finish(parser, parser->scanner.at);
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
  RbCueParser parser = {
      .scanner = {.path = path, .at = decoded, .line_start = decoded, .line = 1},
      .sheet = sheet,
      .texts = rb_disc_add_text_block(sheet->disc, RB_CHARSET_ISO_8859_1, 0),
      .in_track = {.pregap = -1, .postgap = -1},
      .in_file = {.number = -1, .last_sector = -1},
  };

  return read_sheet(&parser, error) ? g_steal_pointer(&sheet) : NULL;
}

/* The packs of a file beside the sheet. */
static void
read_cdtext_file(const RbSheet *sheet, RbDisc *disc, RbFindings *findings)
{
  g_autofree char *folder = g_path_get_dirname(sheet->path);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) packs =
      rb_folder_read(folder, sheet->cdtext_file, RB_CDTEXT_MAX_FILE_BYTES, &error);
  gboolean has_texts = disc->text_blocks->len > 0;

  if (packs == NULL)
    rb_findings_add_error(findings, "R87", RB_SEVERITY_ERROR, "CDTEXTFILE", error);
  else if (!rb_cdtext_adopt(disc, packs, "the sheet", findings, &error))
    rb_findings_add_error(findings, "R50", RB_SEVERITY_ERROR, "CDTEXTFILE", error);
  else if (has_texts)
    rb_findings_add(findings, "R88", RB_SEVERITY_NOTE, "CDTEXTFILE",
                    "Its texts take the place of those in the sheet.");
}

gboolean
rb_cue_read(const char *path, gint32 first_sector, RbDisc **disc, RbImage **image,
            RbFindings *findings, GError **error)
{
  g_autofree char *text = NULL;
  gsize bytes;

  if (!rb_sheet_load_text(path, &text, &bytes, error))
    return FALSE;
  g_autoptr(RbSheet) sheet = rb_cue_parse(text, bytes, path, error);

  if (sheet == NULL || !rb_sheet_open(sheet, first_sector, disc, image, error))
    return FALSE;
  if (disc != NULL && sheet->cdtext_file != NULL)
    read_cdtext_file(sheet, *disc, findings);
  return TRUE;
}
