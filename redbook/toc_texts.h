/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_TOC_TEXTS_H
#define RB_TOC_TEXTS_H

/* The CD_TEXT blocks of a TOC, for toc_read.c.
 *
 *   CD_TEXT { LANGUAGE_MAP { 0 : 9 ... } LANGUAGE 0 { TITLE "..." GENRE { 0, 23, 0 } ... } ... }
 *
 * Strings are kept as they stand until all is read, for only a SIZE_INFO says their charset. */

#include "redbook/disc.h"
#include "redbook/toc_lexer.h"

#define RB_TOC_LANGUAGES 8

typedef struct {
  RbTocLexer *lexer;
  RbDisc *disc;                       /* gets the blocks; the texts go to its last track, or to the
                                       * disc while it has none */
  guint8 languages[RB_TOC_LANGUAGES]; /* from the LANGUAGE_MAP */
} RbTocTexts;

/* Reads what stands behind the word CD_TEXT. */
gboolean rb_toc_texts_read(RbTocTexts *texts, GError **error);

/* Decodes all texts and drops blocks without any. FALSE with RB_ERROR_FORMAT where the bytes of a
 * text are not of its charset. */
gboolean rb_toc_texts_finish(RbTocTexts *texts, const char *path, GError **error);

/* A string as UTF-8: octal escapes are bytes of the charset. A string that stands in the file in
 * UTF-8 is taken as it is. NULL where its bytes are not of the charset. Transfer full. */
char *rb_toc_text_decode(const char *text, RbCharset charset);

#endif
