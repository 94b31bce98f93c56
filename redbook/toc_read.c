/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/toc_read.h"

#include "redbook/error.h"
#include "redbook/isrc.h"
#include "redbook/toc_parser.h"
#include "redbook/upc.h"

#define MAX_CODE_CHARACTERS 32

static gboolean
read_track_flag(RbTocParser *parser, GError **error)
{
  gboolean no = rb_toc_lexer_is(&parser->lexer, "NO");

  if (no && !rb_toc_lexer_advance(&parser->lexer, error))
    return FALSE;
  RbFlags flag = rb_toc_lexer_is(&parser->lexer, "COPY")           ? RB_FLAG_COPY_PERMITTED
                 : rb_toc_lexer_is(&parser->lexer, "PRE_EMPHASIS") ? RB_FLAG_PRE_EMPHASIS
                                                                   : 0;

  if (flag == 0)
    return rb_toc_lexer_fail(&parser->lexer, error,
                             no ? "COPY or PRE_EMPHASIS" : "a statement of a track");
  parser->track->flags = no ? parser->track->flags & ~flag : parser->track->flags | flag;
  return rb_toc_lexer_advance(&parser->lexer, error);
}

typedef char *(*Normalise)(const char *text, GError **error);

/* A code that is none stands as it is, for the rules. */
static gboolean
read_code(RbTocParser *parser, char **code, Normalise normalise, const char *expected,
          GError **error)
{
  RbTocToken place = {.place = parser->lexer.token.place};

  if (!rb_toc_lexer_advance(&parser->lexer, error))
    return FALSE;
  g_autofree char *text = rb_toc_lexer_need_string(&parser->lexer, expected, error);

  if (text == NULL)
    return FALSE;
  if (*code != NULL || g_utf8_strlen(text, -1) > MAX_CODE_CHARACTERS)
    return rb_scanner_fail(&place.place, place.place.at, error, "expected one code: %s", expected);
  *code = normalise(text, NULL);
  if (*code == NULL)
    *code = g_steal_pointer(&text);
  return TRUE;
}

static gboolean
read_track_statement(RbTocParser *parser, GError **error)
{
  gboolean taken;

  if (!rb_toc_track_read(parser, &taken, error))
    return FALSE;
  if (taken)
    return TRUE;
  if (rb_toc_lexer_is(&parser->lexer, "ISRC"))
    return read_code(parser, &parser->track->isrc, rb_isrc_normalise, "an ISRC of 12 characters",
                     error);
  if (rb_toc_lexer_is(&parser->lexer, "CD_TEXT"))
    return rb_toc_lexer_advance(&parser->lexer, error) && rb_toc_texts_read(&parser->texts, error);
  if (rb_toc_lexer_is(&parser->lexer, "TWO_CHANNEL_AUDIO"))
    return rb_toc_lexer_advance(&parser->lexer, error);
  if (rb_toc_lexer_is(&parser->lexer, "FOUR_CHANNEL_AUDIO")) {
    parser->track->flags |= RB_FLAG_FOUR_CHANNEL;
    return rb_toc_lexer_advance(&parser->lexer, error);
  }
  return read_track_flag(parser, error);
}

static gboolean
read_disc_statement(RbTocParser *parser, GError **error)
{
  if (rb_toc_lexer_is(&parser->lexer, "CATALOG"))
    return read_code(parser, &parser->sheet->disc->upc, rb_upc_normalise, "a code of 13 digits",
                     error);
  if (rb_toc_lexer_is(&parser->lexer, "CD_TEXT"))
    return rb_toc_lexer_advance(&parser->lexer, error) && rb_toc_texts_read(&parser->texts, error);
  if (rb_toc_lexer_is(&parser->lexer, "CD_DA") || rb_toc_lexer_is(&parser->lexer, "CD_ROM") ||
      rb_toc_lexer_is(&parser->lexer, "CD_ROM_XA"))
    return rb_toc_lexer_advance(&parser->lexer, error);
  if (rb_toc_lexer_is(&parser->lexer, "FIRST_TRACK_NO")) {
    if (!rb_toc_lexer_advance(&parser->lexer, error))
      return FALSE;
    if (parser->lexer.token.kind != RB_TOC_TOKEN_NUMBER ||
        !g_str_equal(parser->lexer.token.text, "1"))
      return rb_toc_lexer_fail(&parser->lexer, error, "a first track 1");
    return rb_toc_lexer_advance(&parser->lexer, error);
  }
  return rb_toc_lexer_fail(&parser->lexer, error, "CATALOG, CD_DA, CD_TEXT or TRACK");
}

static gboolean
read_toc(RbTocParser *parser, GError **error)
{
  if (!rb_toc_lexer_advance(&parser->lexer, error))
    return FALSE;
  while (parser->lexer.token.kind != RB_TOC_TOKEN_END) {
    gboolean ok = rb_toc_lexer_is(&parser->lexer, "TRACK") ? rb_toc_track_begin(parser, error)
                  : parser->track != NULL                  ? read_track_statement(parser, error)
                                                           : read_disc_statement(parser, error);

    if (!ok)
      return FALSE;
  }
  if (parser->track == NULL)
    return rb_toc_lexer_fail(&parser->lexer, error, "a TRACK");
  return rb_toc_track_finish(parser, error) &&
         rb_toc_texts_finish(&parser->texts, parser->sheet->path, error);
}

RbSheet *
rb_toc_parse(const char *text, gsize bytes, const char *path, GError **error)
{
  g_autofree char *decoded = rb_scanner_decode(text, bytes, path, error);

  if (decoded == NULL)
    return NULL;
  g_autoptr(RbSheet) sheet = rb_sheet_new(path);
  g_autoptr(GArray) index_frames = g_array_new(FALSE, FALSE, sizeof(gint64));
  RbTocParser parser = {
      .lexer = {.scanner = {.path = path, .at = decoded, .line_start = decoded, .line = 1}},
      .texts = {.lexer = &parser.lexer, .disc = sheet->disc},
      .sheet = sheet,
      .index_frames = index_frames,
  };
  gboolean ok = read_toc(&parser, error);

  g_free(parser.lexer.token.text);
  return ok ? g_steal_pointer(&sheet) : NULL;
}

gboolean
rb_toc_read(const char *path, RbDisc **disc, RbImage **image, GError **error)
{
  g_autofree char *text = NULL;
  gsize bytes;

  if (!rb_sheet_load_text(path, &text, &bytes, error))
    return FALSE;
  g_autoptr(RbSheet) sheet = rb_toc_parse(text, bytes, path, error);

  return sheet != NULL && rb_sheet_open(sheet, RB_FIRST_PAUSE_SECTORS, disc, image, error);
}
