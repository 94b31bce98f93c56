/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/cue_parser.h"

static void
add_silence(RbCueParser *parser, const char *place, gint32 sectors)
{
  if (sectors > 0)
    rb_cue_parser_add_step(
        parser, place,
        (RbStep){.kind = RB_STEP_SILENCE, .frames = (gint64)sectors * RB_FRAMES_PER_SECTOR});
}

/* Audio of the file from a sector of it on. */
static void
add_audio(RbCueParser *parser, const char *place, gint32 sector)
{
  rb_cue_parser_add_step(parser, place,
                         (RbStep){.kind = RB_STEP_AUDIO,
                                  .file = (guint)parser->in_file.number,
                                  .first_frame = (gint64)sector * RB_FRAMES_PER_SECTOR,
                                  .frames = -1});
  parser->in_file.piece_sector = sector;
}

void
rb_cue_file_finish(RbCueParser *parser, const char *place)
{
  if (parser->in_file.number < 0)
    return;
  rb_cue_parser_add_step(parser, place, (RbStep){.kind = RB_STEP_PAD});
  add_silence(parser, place, parser->in_track.postgap);
  parser->in_track.postgap = -1;
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

gboolean
rb_cue_file_read(RbCueParser *parser, RbCueWord *command, GError **error)
{
  g_auto(RbCueWord) name = {0};
  g_auto(RbCueWord) type = {0};
  RbAudioForm form;

  if (parser->in_file.number >= 0 && parser->in_file.tracks == 0 && parser->in_file.last_sector < 0)
    return rb_scanner_fail(&parser->scanner, command->start, error,
                           "the FILE before this one has no track");
  if (parser->track != NULL && parser->in_track.indexes == 0)
    return rb_scanner_fail(&parser->scanner, command->start, error,
                           "FILE before the first INDEX of track %u", rb_cue_parser_track(parser));
  if (!rb_cue_need_word(&parser->scanner, &name, "the name of a file", error) ||
      !rb_cue_need_word(&parser->scanner, &type, "BINARY, MOTOROLA, WAVE, AIFF or FLAC", error))
    return FALSE;
  if (name.text[0] == '\0')
    return rb_scanner_fail(&parser->scanner, name.start, error, "the name of the file is empty");
  if (!file_form(type.text, &form))
    return rb_scanner_fail(&parser->scanner, type.start, error,
                           "\"%s\"; expected BINARY, MOTOROLA, WAVE, AIFF or FLAC", type.text);
  rb_cue_file_finish(parser, command->start);
  parser->in_file.number = (int)rb_sheet_add_file(parser->sheet, name.text, form);
  parser->in_file.tracks = 0;
  parser->in_file.last_sector = -1;
  rb_cue_parser_add_step(parser, command->start, (RbStep){.kind = RB_STEP_ANCHOR});
  add_audio(parser, command->start, 0);
  return TRUE;
}

/* Ends the last piece of audio at `sector` of its file and starts another there, so that silence
 * can stand between them. */
void
rb_cue_file_insert_silence(RbCueParser *parser, const char *place, gint32 sector)
{
  GArray *steps = parser->sheet->steps;
  RbStep *piece = &g_array_index(steps, RbStep, steps->len - 1);

  while (piece->kind != RB_STEP_AUDIO)
    piece--;
  piece->frames = (gint64)(sector - parser->in_file.piece_sector) * RB_FRAMES_PER_SECTOR;
  /* If the file is too short, then for this index. */
  piece->line = parser->scanner.line;
  piece->column = rb_scanner_column(&parser->scanner, place);
  add_silence(parser, place, parser->in_track.postgap);
  rb_cue_parser_add_step(parser, place, (RbStep){.kind = RB_STEP_ANCHOR});
  if (parser->in_track.pregap > 0) {
    add_silence(parser, place, parser->in_track.pregap);
    rb_cue_parser_add_step(parser, place,
                           (RbStep){.kind = RB_STEP_MARK, .track = rb_cue_parser_track(parser)});
    rb_cue_parser_add_step(parser, place, (RbStep){.kind = RB_STEP_ANCHOR});
  }
  add_audio(parser, place, sector);
}
