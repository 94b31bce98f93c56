/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_TOC_LEXER_H
#define RB_TOC_LEXER_H

/* The tokens of a TOC, for toc_read.c and toc_texts.c. Blanks, line ends and comments (from // to
 * the end of the line) stand between them. */

#include "redbook/scanner.h"

typedef enum {
  RB_TOC_TOKEN_END,
  RB_TOC_TOKEN_WORD,   /* letters, digits and _ */
  RB_TOC_TOKEN_TIME,   /* digits:digits:digits */
  RB_TOC_TOKEN_NUMBER, /* digits */
  RB_TOC_TOKEN_STRING, /* in quotes, on one line; \" and \\ do not end it */
  RB_TOC_TOKEN_SIGN,   /* any other character */
} RbTocTokenKind;

typedef struct {
  RbTocTokenKind kind;
  RbScanner place; /* with `at` at the token's first character */
  char *text;      /* of a string: what is between the quotes, escapes and all */
} RbTocToken;

/* Begins with a scanner at the text and a call of rb_toc_lexer_advance; in the end token.text is to
 * be freed. */
typedef struct {
  RbScanner scanner; /* behind the token */
  RbTocToken token;  /* the one to look at */
} RbTocLexer;

/* Goes to the next token. FALSE with an error where a string does not end. */
gboolean rb_toc_lexer_advance(RbTocLexer *lexer, GError **error);

/* Whether the token is this word or sign. */
gboolean rb_toc_lexer_is(const RbTocLexer *lexer, const char *text);

/* Whether it is a time or a number of samples. */
gboolean rb_toc_lexer_is_time(const RbTocLexer *lexer);

/* Sets an error that says where the token is, what it is and what was expected; gives FALSE. */
gboolean rb_toc_lexer_fail(const RbTocLexer *lexer, GError **error, const char *expected);

/* These read a token that must be there, and go on. Strings are transfer full, NULL with an error;
 * times MM:SS:FF or samples (frames in our words) come as frames below 100 minutes. */
gboolean rb_toc_lexer_need_sign(RbTocLexer *lexer, const char *sign, GError **error);
char *rb_toc_lexer_need_string(RbTocLexer *lexer, const char *expected, GError **error);
gboolean rb_toc_lexer_need_number(RbTocLexer *lexer, guint most, guint *number, GError **error);
gboolean rb_toc_lexer_need_time(RbTocLexer *lexer, gint64 *frames, GError **error);

#endif
