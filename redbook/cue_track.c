/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/cue_parser.h"
#include "redbook/error.h"
#include "redbook/isrc.h"

/* Every track has an INDEX 01 by the time it ends. */
gboolean
rb_cue_track_finish(RbCueParser *parser, GError **error)
{
  if (parser->track == NULL || (parser->in_track.indexes > 0 && parser->in_track.last_index >= 1))
    return TRUE;
  g_set_error(error, RB_ERROR, RB_ERROR_FORMAT, "%s:%u:%u: track %u has no INDEX 01",
              parser->sheet->path, parser->in_track.line, parser->in_track.column,
              rb_cue_parser_track(parser));
  return FALSE;
}

gboolean
rb_cue_track_read(RbCueParser *parser, RbCueWord *command, GError **error)
{
  g_auto(RbCueWord) number_word = {0};
  g_auto(RbCueWord) mode = {0};
  guint number = 0, expected = rb_cue_parser_track(parser) + 1;

  if (parser->in_file.number < 0)
    return rb_scanner_fail(&parser->scanner, command->start, error, "TRACK before the first FILE");
  if (!rb_cue_track_finish(parser, error) ||
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
  parser->in_file.tracks++;
  parser->in_track.indexes = 0;
  parser->in_track.last_index = 0;
  parser->in_track.has_flags = FALSE;
  parser->in_track.has_postgap = FALSE;
  parser->in_track.pregap = -1;
  parser->in_track.line = parser->scanner.line;
  parser->in_track.column = rb_scanner_column(&parser->scanner, command->start);
  return TRUE;
}

/* For commands that stand between TRACK and its first INDEX. */
static gboolean
need_open_track(RbCueParser *parser, const RbCueWord *command, GError **error)
{
  if (parser->track == NULL)
    return rb_scanner_fail(&parser->scanner, command->start, error, "%s before the first TRACK",
                           command->text);
  if (parser->in_track.indexes > 0)
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

gboolean
rb_cue_track_read_flags(RbCueParser *parser, RbCueWord *command, GError **error)
{
  if (!need_open_track(parser, command, error))
    return FALSE;
  if (parser->in_track.has_flags)
    return rb_scanner_fail(&parser->scanner, command->start, error, "a second FLAGS");
  parser->in_track.has_flags = TRUE;
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

gboolean
rb_cue_track_read_isrc(RbCueParser *parser, RbCueWord *command, GError **error)
{
  g_auto(RbCueWord) word = {0};

  if (!need_open_track(parser, command, error))
    return FALSE;
  if (parser->track->isrc != NULL)
    return rb_scanner_fail(&parser->scanner, command->start, error, "a second ISRC");
  if (!rb_cue_need_word(&parser->scanner, &word, "an ISRC of 12 characters", error))
    return FALSE;
  if (g_utf8_strlen(word.text, -1) > RB_CUE_MAX_CODE_CHARACTERS)
    return rb_scanner_fail(&parser->scanner, word.start, error,
                           "a code this long; expected 12 characters");
  parser->track->isrc = rb_isrc_normalise(word.text, NULL);
  if (parser->track->isrc == NULL)
    parser->track->isrc = g_steal_pointer(&word.text);
  return TRUE;
}

gboolean
rb_cue_track_read_pregap(RbCueParser *parser, RbCueWord *command, GError **error)
{
  g_auto(RbCueWord) word = {0};

  if (!need_open_track(parser, command, error))
    return FALSE;
  if (parser->in_track.pregap >= 0)
    return rb_scanner_fail(&parser->scanner, command->start, error, "a second PREGAP");
  return rb_cue_need_time(&parser->scanner, &word, &parser->in_track.pregap, error);
}

gboolean
rb_cue_track_read_postgap(RbCueParser *parser, RbCueWord *command, GError **error)
{
  g_auto(RbCueWord) word = {0};

  if (parser->track == NULL || parser->in_track.last_index < 1)
    return rb_scanner_fail(&parser->scanner, command->start, error, "POSTGAP before INDEX 01");
  if (parser->in_track.has_postgap)
    return rb_scanner_fail(&parser->scanner, command->start, error, "a second POSTGAP");
  parser->in_track.has_postgap = TRUE;
  return rb_cue_need_time(&parser->scanner, &word, &parser->in_track.postgap, error);
}

static gboolean
check_index(RbCueParser *parser, const RbCueWord *number_word, guint number,
            const RbCueWord *time_word, gint32 sector, GError **error)
{
  guint expected = parser->in_track.indexes == 0 ? number : parser->in_track.last_index + 1u;

  if (number != expected)
    return rb_scanner_fail(&parser->scanner, number_word->start, error,
                           "index %u; expected index %u", number, expected);
  if (parser->in_track.indexes == 0 && number > 1)
    return rb_scanner_fail(&parser->scanner, number_word->start, error,
                           "index %u; a track begins with INDEX 00 or 01", number);
  if (number == 0 && parser->in_track.pregap >= 0)
    return rb_scanner_fail(&parser->scanner, number_word->start, error,
                           "INDEX 00 and PREGAP in one track; expected one of them");
  if (sector <= parser->in_file.last_sector)
    return rb_scanner_fail(&parser->scanner, time_word->start, error,
                           "%s is not behind the index before it", time_word->text);
  return TRUE;
}

gboolean
rb_cue_track_read_index(RbCueParser *parser, RbCueWord *command, GError **error)
{
  g_auto(RbCueWord) number_word = {0};
  g_auto(RbCueWord) time_word = {0};
  guint number = 0;
  gint32 sector = 0;

  if (parser->track == NULL)
    return rb_scanner_fail(&parser->scanner, command->start, error, "INDEX before the first TRACK");
  if (parser->in_track.has_postgap)
    return rb_scanner_fail(&parser->scanner, command->start, error,
                           "INDEX behind the POSTGAP of its track");
  if (!rb_cue_need_number(&parser->scanner, &number_word, "the number of an index, 00 to 99",
                          &number, error) ||
      !rb_cue_need_time(&parser->scanner, &time_word, &sector, error) ||
      !check_index(parser, &number_word, number, &time_word, sector, error))
    return FALSE;
  if (parser->in_track.pregap > 0 || parser->in_track.postgap > 0)
    rb_cue_file_insert_silence(parser, command->start, sector);
  parser->in_track.pregap = parser->in_track.pregap > 0 ? 0 : parser->in_track.pregap;
  parser->in_track.postgap = -1;
  rb_cue_parser_add_step(parser, command->start,
                         (RbStep){.kind = RB_STEP_MARK,
                                  .track = rb_cue_parser_track(parser),
                                  .index = (guint8)number,
                                  .sectors = sector - parser->in_file.piece_sector});
  parser->in_track.indexes++;
  parser->in_track.last_index = (guint8)number;
  parser->in_file.last_sector = sector;
  return TRUE;
}
