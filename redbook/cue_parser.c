/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/cue_parser.h"

void
rb_cue_parser_add_step(RbCueParser *parser, const char *place, RbStep step)
{
  step.line = parser->scanner.line;
  step.column = rb_scanner_column(&parser->scanner, place);
  g_array_append_val(parser->sheet->steps, step);
}

guint
rb_cue_parser_track(const RbCueParser *parser)
{
  return parser->sheet->disc->tracks->len;
}
