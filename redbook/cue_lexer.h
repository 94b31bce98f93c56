/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_CUE_LEXER_H
#define RB_CUE_LEXER_H

/* The words of a line of a CUE sheet, for the parser. Blanks stand between them; a word in quotes
 * may hold blanks. */

#include "redbook/scanner.h"

typedef struct {
  const char *start; /* in the text; of a string: its first quote */
  char *text;        /* NULL at the end of the line */
} RbCueWord;

void rb_cue_word_clear(RbCueWord *word);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RbCueWord, rb_cue_word_clear)

/* The next word of the line, which may be none. FALSE with an error where a string does not end. */
gboolean rb_cue_next_word(RbScanner *scanner, RbCueWord *word, GError **error);

/* A word that must be there; a number of one or two digits; a time MM:SS:FF. */
gboolean rb_cue_need_word(RbScanner *scanner, RbCueWord *word, const char *expected,
                          GError **error);
gboolean rb_cue_need_number(RbScanner *scanner, RbCueWord *word, const char *expected,
                            guint *number, GError **error);
gboolean rb_cue_need_time(RbScanner *scanner, RbCueWord *word, gint32 *sectors, GError **error);

#endif
