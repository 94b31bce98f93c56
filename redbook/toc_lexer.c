/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/toc_lexer.h"

#include <string.h>

#include "redbook/msf.h"

#define MAX_FRAMES ((gint64)RB_MAX_SECTORS * RB_FRAMES_PER_SECTOR)

gboolean
rb_toc_lexer_fail(const RbTocLexer *lexer, GError **error, const char *expected)
{
  const RbTocToken *token = &lexer->token;

  if (token->kind == RB_TOC_TOKEN_END)
    return rb_scanner_fail(&token->place, token->place.at, error, "the file ends; expected %s",
                           expected);
  return rb_scanner_fail(&token->place, token->place.at, error, "\"%s\"; expected %s", token->text,
                         expected);
}

static void
skip_blanks(RbScanner *scanner)
{
  for (;;) {
    if (*scanner->at == ' ' || *scanner->at == '\t')
      scanner->at++;
    else if (scanner->at[0] == '/' && scanner->at[1] == '/')
      scanner->at += strcspn(scanner->at, "\n\r");
    else if (!rb_scanner_skip_line_end(scanner))
      return;
  }
}

static const char *
string_end(const char *at)
{
  while (*at != '"' && *at != '\n' && *at != '\r' && *at != '\0')
    at += at[0] == '\\' && (at[1] == '"' || at[1] == '\\') ? 2 : 1;
  return *at == '"' ? at : NULL;
}

/* D:D:D of any number of digits; the colon of "0:9" is a sign of its own. */
static gsize
time_characters(const char *at)
{
  gsize n = 0;

  for (int part = 0; part < 3; part++) {
    gsize digits = strspn(at + n, "0123456789");

    if (digits == 0 || (part < 2 && at[n + digits] != ':'))
      return 0;
    n += digits + (part < 2);
  }
  return n;
}

static gsize
word_characters(const char *at)
{
  gsize n = 0;

  while (g_ascii_isalnum(at[n]) || at[n] == '_')
    n++;
  return n;
}

/* Reads the token behind lexer->token into it. */
gboolean
rb_toc_lexer_advance(RbTocLexer *lexer, GError **error)
{
  RbScanner *scanner = &lexer->scanner;
  RbTocToken *token = &lexer->token;
  gsize characters;

  skip_blanks(scanner);
  g_free(token->text);
  *token = (RbTocToken){.place = *scanner};
  const char *at = scanner->at;

  if (*at == '\0') {
    token->kind = RB_TOC_TOKEN_END;
    return TRUE;
  }
  if (*at == '"') {
    const char *stop = string_end(at + 1);

    if (stop == NULL)
      return rb_scanner_fail(scanner, at, error, "this string has no closing quote in its line");
    token->kind = RB_TOC_TOKEN_STRING;
    token->text = g_strndup(at + 1, (gsize)(stop - at - 1));
    scanner->at = stop + 1;
    return TRUE;
  }
  if ((characters = time_characters(at)) > 0)
    token->kind = RB_TOC_TOKEN_TIME;
  else if ((characters = word_characters(at)) > 0)
    token->kind = strspn(at, "0123456789") == characters ? RB_TOC_TOKEN_NUMBER : RB_TOC_TOKEN_WORD;
  else {
    characters = (gsize)g_utf8_skip[(guchar)*at];
    token->kind = RB_TOC_TOKEN_SIGN;
  }
  token->text = g_strndup(at, characters);
  scanner->at = at + characters;
  return TRUE;
}

gboolean
rb_toc_lexer_is(const RbTocLexer *lexer, const char *text)
{
  return (lexer->token.kind == RB_TOC_TOKEN_WORD || lexer->token.kind == RB_TOC_TOKEN_SIGN) &&
         g_str_equal(lexer->token.text, text);
}

gboolean
rb_toc_lexer_need_sign(RbTocLexer *lexer, const char *sign, GError **error)
{
  if (!rb_toc_lexer_is(lexer, sign))
    return rb_toc_lexer_fail(lexer, error, sign);
  return rb_toc_lexer_advance(lexer, error);
}

/* Transfer full; NULL with an error. */
char *
rb_toc_lexer_need_string(RbTocLexer *lexer, const char *expected, GError **error)
{
  if (lexer->token.kind != RB_TOC_TOKEN_STRING) {
    rb_toc_lexer_fail(lexer, error, expected);
    return NULL;
  }
  g_autofree char *text = g_steal_pointer(&lexer->token.text);

  return rb_toc_lexer_advance(lexer, error) ? g_steal_pointer(&text) : NULL;
}

gboolean
rb_toc_lexer_need_number(RbTocLexer *lexer, guint most, guint *number, GError **error)
{
  g_autofree char *expected = g_strdup_printf("a number from 0 to %u", most);
  const RbTocToken *token = &lexer->token;

  if (token->kind != RB_TOC_TOKEN_NUMBER || strlen(token->text) > 9 ||
      g_ascii_strtoull(token->text, NULL, 10) > most)
    return rb_toc_lexer_fail(lexer, error, expected);
  *number = (guint)g_ascii_strtoull(token->text, NULL, 10);
  return rb_toc_lexer_advance(lexer, error);
}

gboolean
rb_toc_lexer_is_time(const RbTocLexer *lexer)
{
  return lexer->token.kind == RB_TOC_TOKEN_TIME || lexer->token.kind == RB_TOC_TOKEN_NUMBER;
}

/* A time MM:SS:FF, or a number of samples, which our words call frames. */
gboolean
rb_toc_lexer_need_time(RbTocLexer *lexer, gint64 *frames, GError **error)
{
  static const char expected[] = "a time MM:SS:FF or a number of samples, below 100 minutes";
  const RbTocToken *token = &lexer->token;
  gint32 sectors;

  if (token->kind == RB_TOC_TOKEN_TIME) {
    if (!rb_msf_parse(token->text, &sectors, NULL))
      return rb_toc_lexer_fail(lexer, error, expected);
    *frames = (gint64)sectors * RB_FRAMES_PER_SECTOR;
  } else {
    if (token->kind != RB_TOC_TOKEN_NUMBER || strlen(token->text) > 10)
      return rb_toc_lexer_fail(lexer, error, expected);
    *frames = g_ascii_strtoll(token->text, NULL, 10);
    if (*frames >= MAX_FRAMES)
      return rb_toc_lexer_fail(lexer, error, expected);
  }
  return rb_toc_lexer_advance(lexer, error);
}
