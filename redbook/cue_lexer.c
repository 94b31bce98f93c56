/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/cue_lexer.h"

#include <string.h>

#include "redbook/msf.h"

void
rb_cue_word_clear(RbCueWord *word)
{
  g_free(word->text);
}

static gboolean
at_line_end(const RbScanner *scanner)
{
  return *scanner->at == '\0' || *scanner->at == '\n' || *scanner->at == '\r';
}

gboolean
rb_cue_next_word(RbScanner *scanner, RbCueWord *word, GError **error)
{
  const char *start, *stop;

  while (*scanner->at == ' ' || *scanner->at == '\t')
    scanner->at++;
  *word = (RbCueWord){.start = scanner->at};
  if (at_line_end(scanner))
    return TRUE;
  start = scanner->at;
  if (*start == '"') {
    stop = start + 1 + strcspn(start + 1, "\"\n\r");
    if (*stop != '"')
      return rb_scanner_fail(scanner, start, error, "this string has no closing quote in its line");
    word->text = g_strndup(start + 1, (gsize)(stop - start - 1));
    scanner->at = stop + 1;
  } else {
    stop = start + strcspn(start, " \t\n\r");
    word->text = g_strndup(start, (gsize)(stop - start));
    scanner->at = stop;
  }
  return TRUE;
}

/* A word that must be there. */
gboolean
rb_cue_need_word(RbScanner *scanner, RbCueWord *word, const char *expected, GError **error)
{
  if (!rb_cue_next_word(scanner, word, error))
    return FALSE;
  if (word->text != NULL)
    return TRUE;
  return rb_scanner_fail(scanner, word->start, error, "the line ends; expected %s", expected);
}

/* 1 or 2 digits. */
gboolean
rb_cue_need_number(RbScanner *scanner, RbCueWord *word, const char *expected, guint *number,
                   GError **error)
{
  if (!rb_cue_need_word(scanner, word, expected, error))
    return FALSE;
  const char *text = word->text;
  gsize digits = strspn(text, "0123456789");

  if (digits < 1 || digits > 2 || text[digits] != '\0')
    return rb_scanner_fail(scanner, word->start, error, "\"%s\"; expected %s", text, expected);
  *number = (guint)g_ascii_strtoull(text, NULL, 10);
  return TRUE;
}

gboolean
rb_cue_need_time(RbScanner *scanner, RbCueWord *word, gint32 *sectors, GError **error)
{
  g_autoptr(GError) reason = NULL;

  if (!rb_cue_need_word(scanner, word, "a time MM:SS:FF", error))
    return FALSE;
  if (rb_msf_parse(word->text, sectors, &reason))
    return TRUE;
  return rb_scanner_fail(scanner, word->start, error, "%s", reason->message);
}
