/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/toc_texts.h"

#include <string.h>

#include "redbook/charset.h"
#include "redbook/error.h"

#define MAX_ITEM_BYTES 256
#define MAX_LANGUAGE 0x7f

/* The bytes that a string stands for, where escapes are bytes and other characters are UTF-8. */
static GByteArray *
unescape(const char *text)
{
  GByteArray *bytes = g_byte_array_new();

  while (*text != '\0') {
    guint8 byte = (guint8)*text++;

    if (byte == '\\' && (*text == '"' || *text == '\\'))
      byte = (guint8)*text++;
    else if (byte == '\\' && strspn(text, "01234567") >= 3 && *text <= '3') {
      byte = (guint8)((text[0] - '0') * 64 + (text[1] - '0') * 8 + text[2] - '0');
      text += 3;
    }
    g_byte_array_append(bytes, &byte, 1);
  }
  return bytes;
}

/* A string as UTF-8, NULL where its bytes are not of the charset. A string that stands in the file
 * in UTF-8 without escapes is taken as it is. */
char *
rb_toc_text_decode(const char *text, RbCharset charset)
{
  g_autoptr(GByteArray) bytes = unescape(text);
  const char *data = (const char *)bytes->data;

  if (bytes->len == 0)
    return g_strdup("");
  if (memchr(data, '\0', bytes->len) != NULL)
    return NULL;
  if (!g_str_is_ascii(text) && g_utf8_validate_len(data, bytes->len, NULL))
    return g_strndup(data, bytes->len);
  return rb_charset_decode(charset == RB_CHARSET_MS_JIS ? charset : RB_CHARSET_ISO_8859_1,
                           bytes->data, bytes->len, NULL);
}

static RbTextBlock *
text_block(RbTocTexts *texts, guint number)
{
  GPtrArray *blocks = texts->disc->text_blocks;

  while (blocks->len <= number)
    rb_disc_add_text_block(texts->disc, RB_CHARSET_ISO_8859_1, 0);
  return g_ptr_array_index(blocks, number);
}

static gboolean
read_language_map(RbTocTexts *texts, GError **error)
{
  if (!rb_toc_lexer_need_sign(texts->lexer, "{", error))
    return FALSE;
  while (!rb_toc_lexer_is(texts->lexer, "}")) {
    guint block, language;

    if (!rb_toc_lexer_need_number(texts->lexer, RB_TOC_LANGUAGES - 1, &block, error) ||
        !rb_toc_lexer_need_sign(texts->lexer, ":", error))
      return FALSE;
    if (rb_toc_lexer_is(texts->lexer, "EN")) {
      language = 0x09;
      if (!rb_toc_lexer_advance(texts->lexer, error))
        return FALSE;
    } else if (!rb_toc_lexer_need_number(texts->lexer, MAX_LANGUAGE, &language, error))
      return FALSE;
    texts->languages[block] = (guint8)language;
    if (rb_toc_lexer_is(texts->lexer, ",") && !rb_toc_lexer_advance(texts->lexer, error))
      return FALSE;
  }
  return rb_toc_lexer_advance(texts->lexer, error);
}

/* What an item holds, as bytes: "string" or { 1, 2, ... }. */
static GByteArray *
read_item_bytes(RbTocTexts *texts, GError **error)
{
  if (texts->lexer->token.kind == RB_TOC_TOKEN_STRING) {
    g_autofree char *text = rb_toc_lexer_need_string(texts->lexer, "a string", error);

    return text != NULL ? unescape(text) : NULL;
  }
  g_autoptr(GByteArray) bytes = g_byte_array_new();

  if (!rb_toc_lexer_need_sign(texts->lexer, "{", error))
    return NULL;
  while (!rb_toc_lexer_is(texts->lexer, "}")) {
    guint number;

    if (!rb_toc_lexer_need_number(texts->lexer, 255, &number, error))
      return NULL;
    guint8 byte = (guint8)number;

    g_byte_array_append(bytes, &byte, 1);
    if (bytes->len > MAX_ITEM_BYTES) {
      rb_toc_lexer_fail(texts->lexer, error, "at most 256 bytes here");
      return NULL;
    }
    if (rb_toc_lexer_is(texts->lexer, ",") && !rb_toc_lexer_advance(texts->lexer, error))
      return NULL;
  }
  return rb_toc_lexer_advance(texts->lexer, error) ? g_steal_pointer(&bytes) : NULL;
}

static gboolean
read_binary_item(RbTocTexts *texts, RbTextBlock *block, const char *item, GError **error)
{
  g_autoptr(GByteArray) bytes = read_item_bytes(texts, error);

  if (bytes == NULL)
    return FALSE;
  if (g_str_equal(item, "GENRE") && bytes->len >= 2) {
    block->genre = (guint16)(bytes->data[0] << 8 | bytes->data[1]);
    g_clear_pointer(&block->genre_text, g_free);
    if (bytes->len > 2 && bytes->data[2] != '\0')
      block->genre_text =
          rb_charset_decode(RB_CHARSET_ISO_8859_1, bytes->data + 2,
                            strnlen((const char *)bytes->data + 2, bytes->len - 2), NULL);
  }
  if (g_str_equal(item, "SIZE_INFO") && bytes->len >= 4) {
    if (bytes->data[0] == RB_CHARSET_MS_JIS || bytes->data[0] == RB_CHARSET_ASCII)
      block->charset = (RbCharset)bytes->data[0];
    block->copyrighted = bytes->data[3] != 0;
  }
  return TRUE;
}

/* The place where an item's string goes; NULL for items that are not texts. */
static char **
text_place(RbTocTexts *texts, RbTextBlock *block, const char *item)
{
  for (int field = 0; field < RB_TEXT_FIELDS; field++) {
    if (g_ascii_strcasecmp(item, rb_text_field_name((RbTextField)field)) == 0)
      return &rb_text_block_texts(block, texts->disc->tracks->len)->field[field];
  }
  return g_str_equal(item, "DISC_ID") && texts->disc->tracks->len == 0 ? &block->disc_id : NULL;
}

static gboolean
is_binary_item(const char *item)
{
  return g_str_equal(item, "GENRE") || g_str_equal(item, "SIZE_INFO") ||
         g_str_has_prefix(item, "TOC_INFO") || g_str_has_prefix(item, "RESERVED") ||
         g_str_equal(item, "CLOSED");
}

static gboolean
read_item(RbTocTexts *texts, RbTextBlock *block, GError **error)
{
  if (texts->lexer->token.kind != RB_TOC_TOKEN_WORD)
    return rb_toc_lexer_fail(texts->lexer, error, "an item of CD_TEXT");
  g_autofree char *item = g_strdup(texts->lexer->token.text);
  char **place = text_place(texts, block, item);
  gboolean is_code =
      g_str_equal(item, "ISRC") || g_str_equal(item, "UPC_EAN") || g_str_equal(item, "DISC_ID");

  if (place == NULL && !is_code && !is_binary_item(item))
    return rb_toc_lexer_fail(texts->lexer, error, "an item of CD_TEXT");
  if (!rb_toc_lexer_advance(texts->lexer, error))
    return FALSE;
  if (place == NULL && !is_code)
    return read_binary_item(texts, block, item, error);
  g_autofree char *text = rb_toc_lexer_need_string(texts->lexer, "a string", error);

  if (text == NULL)
    return FALSE;
  if (place == NULL)
    return TRUE;
  g_free(*place);
  *place = g_steal_pointer(&text);
  return TRUE;
}

gboolean
rb_toc_texts_read(RbTocTexts *texts, GError **error)
{
  if (!rb_toc_lexer_need_sign(texts->lexer, "{", error))
    return FALSE;
  while (!rb_toc_lexer_is(texts->lexer, "}")) {
    guint number;

    if (rb_toc_lexer_is(texts->lexer, "LANGUAGE_MAP")) {
      if (!rb_toc_lexer_advance(texts->lexer, error) || !read_language_map(texts, error))
        return FALSE;
      continue;
    }
    if (!rb_toc_lexer_is(texts->lexer, "LANGUAGE"))
      return rb_toc_lexer_fail(texts->lexer, error, "LANGUAGE, LANGUAGE_MAP or }");
    if (!rb_toc_lexer_advance(texts->lexer, error) ||
        !rb_toc_lexer_need_number(texts->lexer, RB_TOC_LANGUAGES - 1, &number, error) ||
        !rb_toc_lexer_need_sign(texts->lexer, "{", error))
      return FALSE;
    while (!rb_toc_lexer_is(texts->lexer, "}")) {
      if (!read_item(texts, text_block(texts, number), error))
        return FALSE;
    }
    if (!rb_toc_lexer_advance(texts->lexer, error))
      return FALSE;
  }
  return rb_toc_lexer_advance(texts->lexer, error);
}

static gboolean
is_empty(RbTextBlock *block)
{
  for (guint number = 0; number <= block->tracks->len; number++) {
    for (int field = 0; field < RB_TEXT_FIELDS; field++) {
      if (rb_text_block_texts(block, number)->field[field] != NULL)
        return FALSE;
    }
  }
  return block->genre == 0 && block->genre_text == NULL && block->disc_id == NULL;
}

/* An empty string is how cdrdao says that there is none. */
static gboolean
decode_in_place(char **text, RbCharset charset)
{
  if (*text == NULL)
    return TRUE;
  char *decoded = rb_toc_text_decode(*text, charset);

  g_free(*text);
  *text = decoded;
  if (decoded == NULL)
    return FALSE;
  if (decoded[0] == '\0')
    g_clear_pointer(text, g_free);
  return TRUE;
}

/* Texts are kept as they stand until the charset of their block is known. */
gboolean
rb_toc_texts_finish(RbTocTexts *texts, const char *path, GError **error)
{
  GPtrArray *blocks = texts->disc->text_blocks;

  for (guint i = blocks->len; i-- > 0;) {
    RbTextBlock *block = g_ptr_array_index(blocks, i);
    gboolean valid = decode_in_place(&block->disc_id, RB_CHARSET_ISO_8859_1);

    block->language = texts->languages[i];
    for (guint number = 0; number <= block->tracks->len; number++) {
      for (int field = 0; field < RB_TEXT_FIELDS; field++)
        valid &= decode_in_place(&rb_text_block_texts(block, number)->field[field], block->charset);
    }
    if (!valid) {
      g_set_error(error, RB_ERROR, RB_ERROR_FORMAT,
                  "%s: a text of language %u holds bytes that are not of its charset", path, i);
      return FALSE;
    }
    if (is_empty(block))
      g_ptr_array_remove_index(blocks, i);
  }
  return TRUE;
}
