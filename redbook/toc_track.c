/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/toc_parser.h"

#define MAX_FRAMES ((gint64)RB_MAX_SECTORS * RB_FRAMES_PER_SECTOR)

static guint
track_number(const RbTocParser *parser)
{
  return parser->sheet->disc->tracks->len;
}

static void
add_step(RbTocParser *parser, const RbTocToken *token, RbStep step)
{
  step.line = token->place.line;
  step.column = rb_scanner_column(&token->place, token->place.at);
  g_array_append_val(parser->sheet->steps, step);
}

static gboolean
add_mark(RbTocParser *parser, guint8 index, gint64 frames, GError **error)
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

gboolean
rb_toc_track_finish(RbTocParser *parser, GError **error)
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

gboolean
rb_toc_track_begin(RbTocParser *parser, GError **error)
{
  if (!rb_toc_track_finish(parser, error))
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
add_frames(RbTocParser *parser, gint64 frames)
{
  if (parser->frames >= 0)
    parser->frames = frames < 0 ? -1 : MIN(parser->frames + frames, MAX_FRAMES);
}

static gboolean
read_silence(RbTocParser *parser, GError **error)
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
read_file(RbTocParser *parser, GError **error)
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
read_start(RbTocParser *parser, gboolean pregap, GError **error)
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
read_index(RbTocParser *parser, GError **error)
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

gboolean
rb_toc_track_read(RbTocParser *parser, gboolean *taken, GError **error)
{
  const RbTocLexer *lexer = &parser->lexer;

  *taken = TRUE;
  if (rb_toc_lexer_is(lexer, "FILE") || rb_toc_lexer_is(lexer, "AUDIOFILE"))
    return read_file(parser, error);
  if (rb_toc_lexer_is(lexer, "SILENCE") || rb_toc_lexer_is(lexer, "ZERO"))
    return read_silence(parser, error);
  if (rb_toc_lexer_is(lexer, "PREGAP") || rb_toc_lexer_is(lexer, "START"))
    return read_start(parser, rb_toc_lexer_is(lexer, "PREGAP"), error);
  if (rb_toc_lexer_is(lexer, "INDEX"))
    return read_index(parser, error);
  *taken = FALSE;
  return TRUE;
}
