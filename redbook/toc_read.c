/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/toc_read.h"

#include <string.h>

#include "redbook/error.h"
#include "redbook/toc_lexer.h"
#include "redbook/toc_texts.h"

#define MAX_FRAMES ((gint64)RB_MAX_SECTORS * RB_FRAMES_PER_SECTOR)
#define MAX_CODE_CHARACTERS 32

typedef struct {
  RbTocLexer lexer;
  RbTocTexts texts;
  RbSheet *sheet;

  /* The track that is being read; NULL before the first. */
  RbTrack *track;
  gint64 start_frames; /* of its INDEX 01 in its audio */
  gint64 frames;       /* of its audio so far, -1 where a file goes to its end */
  gboolean has_start;
  GArray *index_frames;   /* of gint64: INDEX 02 and up, from INDEX 01 */
  RbTocToken track_token; /* for the place only */
} Parser;

static guint
track_number(const Parser *parser)
{
  return parser->sheet->disc->tracks->len;
}

static void
add_step(Parser *parser, const RbTocToken *token, RbStep step)
{
  step.line = token->place.line;
  step.column = rb_scanner_column(&token->place, token->place.at);
  g_array_append_val(parser->sheet->steps, step);
}

static gboolean
add_mark(Parser *parser, guint8 index, gint64 frames, GError **error)
{
  const RbTocToken *token = &parser->track_token;

  if (frames % RB_FRAMES_PER_SECTOR != 0)
    return rb_scanner_fail(&token->place, token->place.at, error,
                           "index %u of track %u does not lie on a sector (588 samples)", index,
                           track_number(parser));
  if (frames >= MAX_FRAMES)
    return rb_scanner_fail(&token->place, token->place.at, error,
                           "index %u of track %u lies beyond 99:59:74", index,
                           track_number(parser));
  add_step(parser, token,
           (RbStep){.kind = RB_STEP_MARK,
                    .track = track_number(parser),
                    .index = index,
                    .sectors = (gint32)(frames / RB_FRAMES_PER_SECTOR)});
  return TRUE;
}

static gboolean
finish_track(Parser *parser, GError **error)
{
  if (parser->track == NULL)
    return TRUE;
  add_step(parser, &parser->track_token, (RbStep){.kind = RB_STEP_PAD});
  if (parser->start_frames > 0 && !add_mark(parser, 0, 0, error))
    return FALSE;
  if (!add_mark(parser, 1, parser->start_frames, error))
    return FALSE;
  for (guint i = 0; i < parser->index_frames->len; i++) {
    gint64 frames = g_array_index(parser->index_frames, gint64, i);

    if (!add_mark(parser, (guint8)(i + 2), parser->start_frames + frames, error))
      return FALSE;
  }
  return TRUE;
}

static void
make_room_for_texts(RbDisc *disc)
{
  for (guint i = 0; i < disc->text_blocks->len; i++) {
    RbTextBlock *block = g_ptr_array_index(disc->text_blocks, i);

    g_array_set_size(block->tracks, disc->tracks->len);
  }
}

static gboolean
begin_track(Parser *parser, GError **error)
{
  if (!finish_track(parser, error))
    return FALSE;
  if (track_number(parser) >= RB_MAX_TRACKS)
    return rb_toc_lexer_fail(&parser->lexer, error, "the end of the file behind 99 tracks");
  parser->track_token = (RbTocToken){.place = parser->lexer.token.place};
  if (!rb_toc_lexer_advance(&parser->lexer, error))
    return FALSE;
  if (!rb_toc_lexer_is(&parser->lexer, "AUDIO"))
    return rb_toc_lexer_fail(&parser->lexer, error, "AUDIO");
  parser->track = rb_disc_add_track(parser->sheet->disc);
  make_room_for_texts(parser->sheet->disc);
  parser->start_frames = 0;
  parser->frames = 0;
  parser->has_start = FALSE;
  g_array_set_size(parser->index_frames, 0);
  add_step(parser, &parser->track_token, (RbStep){.kind = RB_STEP_ANCHOR});
  return rb_toc_lexer_advance(&parser->lexer, error);
}

static void
add_frames(Parser *parser, gint64 frames)
{
  if (parser->frames >= 0)
    parser->frames = frames < 0 ? -1 : MIN(parser->frames + frames, MAX_FRAMES);
}

static gboolean
read_silence(Parser *parser, GError **error)
{
  RbTocToken place = {.place = parser->lexer.token.place};
  gint64 frames;

  if (!rb_toc_lexer_advance(&parser->lexer, error) ||
      !rb_toc_lexer_need_time(&parser->lexer, &frames, error))
    return FALSE;
  add_step(parser, &place, (RbStep){.kind = RB_STEP_SILENCE, .frames = frames});
  add_frames(parser, frames);
  return TRUE;
}

static RbAudioForm
form_of(const char *name, gboolean swap)
{
  static const char *const endings[] = {".wav", ".flac", ".aif", ".aiff"};
  g_autofree char *lower = g_ascii_strdown(name, -1);

  for (gsize i = 0; i < G_N_ELEMENTS(endings); i++) {
    if (g_str_has_suffix(lower, endings[i]))
      return RB_AUDIO_SOUND_FILE;
  }
  return swap ? RB_AUDIO_RAW_LITTLE_ENDIAN : RB_AUDIO_RAW_BIG_ENDIAN;
}

static gboolean
read_file(Parser *parser, GError **error)
{
  RbTocToken place = {.place = parser->lexer.token.place};
  gint64 first, frames = -1;

  if (!rb_toc_lexer_advance(&parser->lexer, error))
    return FALSE;
  g_autofree char *source = rb_toc_lexer_need_string(&parser->lexer, "the name of a file", error);

  if (source == NULL)
    return FALSE;
  g_autofree char *name = rb_toc_text_decode(source, RB_CHARSET_ISO_8859_1);

  if (name == NULL || name[0] == '\0')
    return rb_scanner_fail(&place.place, place.place.at, error, "this is no name of a file");
  gboolean swap = rb_toc_lexer_is(&parser->lexer, "SWAP");

  if (swap && !rb_toc_lexer_advance(&parser->lexer, error))
    return FALSE;
  if (!rb_toc_lexer_need_time(&parser->lexer, &first, error) ||
      (rb_toc_lexer_is_time(&parser->lexer) &&
       !rb_toc_lexer_need_time(&parser->lexer, &frames, error)))
    return FALSE;
  add_step(parser, &place,
           (RbStep){.kind = RB_STEP_AUDIO,
                    .file = rb_sheet_add_file(parser->sheet, name, form_of(name, swap)),
                    .first_frame = first,
                    .frames = frames});
  add_frames(parser, frames);
  return TRUE;
}

static gboolean
read_start(Parser *parser, gboolean pregap, GError **error)
{
  RbTocToken place = {.place = parser->lexer.token.place};

  if (parser->has_start)
    return rb_toc_lexer_fail(&parser->lexer, error, "one PREGAP or START in a track");
  parser->has_start = TRUE;
  if (!rb_toc_lexer_advance(&parser->lexer, error))
    return FALSE;
  if (pregap || rb_toc_lexer_is_time(&parser->lexer)) {
    if (!rb_toc_lexer_need_time(&parser->lexer, &parser->start_frames, error))
      return FALSE;
    if (pregap) {
      add_step(parser, &place, (RbStep){.kind = RB_STEP_SILENCE, .frames = parser->start_frames});
      add_frames(parser, parser->start_frames);
    }
    return TRUE;
  }
  if (parser->frames < 0)
    return rb_scanner_fail(&place.place, place.place.at, error,
                           "START without a time behind a FILE without a length");
  parser->start_frames = parser->frames;
  return TRUE;
}

static gboolean
read_index(Parser *parser, GError **error)
{
  GArray *indexes = parser->index_frames;
  gint64 last = indexes->len > 0 ? g_array_index(indexes, gint64, indexes->len - 1) : 0;
  RbTocToken place = {.place = parser->lexer.token.place};
  gint64 frames;

  if (!rb_toc_lexer_advance(&parser->lexer, error) ||
      !rb_toc_lexer_need_time(&parser->lexer, &frames, error))
    return FALSE;
  if (frames <= last)
    return rb_scanner_fail(&place.place, place.place.at, error,
                           "this INDEX is not behind the one before it");
  if (indexes->len + 2 > RB_MAX_INDEX)
    return rb_scanner_fail(&place.place, place.place.at, error, "more than 98 INDEX in a track");
  g_array_append_val(indexes, frames);
  return TRUE;
}

static gboolean
read_track_flag(Parser *parser, GError **error)
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

static gboolean
read_code(Parser *parser, char **code, const char *expected, GError **error)
{
  RbTocToken place = {.place = parser->lexer.token.place};

  if (!rb_toc_lexer_advance(&parser->lexer, error))
    return FALSE;
  g_autofree char *text = rb_toc_lexer_need_string(&parser->lexer, expected, error);

  if (text == NULL)
    return FALSE;
  if (*code != NULL || g_utf8_strlen(text, -1) > MAX_CODE_CHARACTERS)
    return rb_scanner_fail(&place.place, place.place.at, error, "expected one code: %s", expected);
  *code = g_steal_pointer(&text);
  return TRUE;
}

static gboolean
read_track_statement(Parser *parser, GError **error)
{
  if (rb_toc_lexer_is(&parser->lexer, "FILE") || rb_toc_lexer_is(&parser->lexer, "AUDIOFILE"))
    return read_file(parser, error);
  if (rb_toc_lexer_is(&parser->lexer, "SILENCE") || rb_toc_lexer_is(&parser->lexer, "ZERO"))
    return read_silence(parser, error);
  if (rb_toc_lexer_is(&parser->lexer, "PREGAP") || rb_toc_lexer_is(&parser->lexer, "START"))
    return read_start(parser, rb_toc_lexer_is(&parser->lexer, "PREGAP"), error);
  if (rb_toc_lexer_is(&parser->lexer, "INDEX"))
    return read_index(parser, error);
  if (rb_toc_lexer_is(&parser->lexer, "ISRC"))
    return read_code(parser, &parser->track->isrc, "an ISRC of 12 characters", error);
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
read_disc_statement(Parser *parser, GError **error)
{
  if (rb_toc_lexer_is(&parser->lexer, "CATALOG"))
    return read_code(parser, &parser->sheet->disc->upc, "a code of 13 digits", error);
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
read_toc(Parser *parser, GError **error)
{
  if (!rb_toc_lexer_advance(&parser->lexer, error))
    return FALSE;
  while (parser->lexer.token.kind != RB_TOC_TOKEN_END) {
    gboolean ok = rb_toc_lexer_is(&parser->lexer, "TRACK") ? begin_track(parser, error)
                  : parser->track != NULL                  ? read_track_statement(parser, error)
                                                           : read_disc_statement(parser, error);

    if (!ok)
      return FALSE;
  }
  if (parser->track == NULL)
    return rb_toc_lexer_fail(&parser->lexer, error, "a TRACK");
  return finish_track(parser, error) &&
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
  Parser parser = {
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
