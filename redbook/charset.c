/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/charset.h"

#include <string.h>

#include "redbook/error.h"
#include "redbook/transliterate.h"

#define CODE_PAGE "CP932"

/* g_utf8_next_char() loses the const. */
static const char *
next_character(const char *text)
{
  return text + g_utf8_skip[(guchar)*text];
}

const char *
rb_charset_name(RbCharset charset)
{
  switch (charset) {
  case RB_CHARSET_ISO_8859_1:
    return "ISO 8859-1";
  case RB_CHARSET_ASCII:
    return "ASCII";
  case RB_CHARSET_MS_JIS:
    return "MS-JIS";
  }
  return NULL;
}

guint
rb_charset_width(RbCharset charset)
{
  return charset == RB_CHARSET_MS_JIS ? 2 : 1;
}

/* The full-width counterpart of a character, the character itself where it has none. Wave dash,
 * minus and their like have two places in Unicode and one in JIS X 0208: code page 932 knows only
 * the other one. */
static gunichar
widen(gunichar character)
{
  static const struct {
    gunichar from;
    gunichar to;
  } special[] = {
      {' ', 0x3000},    {'"', 0x201d},    {'\'', 0x2019},   {0x301c, 0xff5e},
      {0x2212, 0xff0d}, {0x2014, 0x2015}, {0x2016, 0x2225}, {0x00a2, 0xffe0},
      {0x00a3, 0xffe1}, {0x00a5, 0xffe5}, {0x00ac, 0xffe2},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(special); i++) {
    if (special[i].from == character)
      return special[i].to;
  }
  if (character > ' ' && character < 0x7f)
    return character - '!' + 0xff01;
  if (character >= 0xff61 && character <= 0xff9f)
    g_unichar_fully_decompose(character, TRUE, &character, 1);
  return character;
}

/* The two bytes of a character; FALSE where it has none. */
static gboolean
encode_ms_jis(gunichar character, guint8 bytes[2])
{
  char utf8[6];
  gint utf8_length = g_unichar_to_utf8(widen(character), utf8);
  gsize length;
  g_autofree char *converted =
      g_convert(utf8, utf8_length, CODE_PAGE, "UTF-8", NULL, &length, NULL);

  if (converted == NULL || length != 2)
    return FALSE;
  memcpy(bytes, converted, 2);
  return TRUE;
}

/* The bytes of a character, as many as the charset is wide; FALSE where it has none. */
static gboolean
encode_character(RbCharset charset, gunichar character, guint8 bytes[2])
{
  gboolean printable = character >= ' ' && character != 0x7f;

  if (charset == RB_CHARSET_MS_JIS)
    return printable && encode_ms_jis(character, bytes);
  bytes[0] = (guint8)character;
  if (character < 0x80)
    return printable;
  return charset == RB_CHARSET_ISO_8859_1 && character >= 0xa0 && character <= 0xff;
}

/* Composed; half-width katakana and its marks first become what they stand for, or they would not
 * compose. */
static char *
compose(RbCharset charset, const char *text, gssize length)
{
  g_autoptr(GString) wide = g_string_new(NULL);

  if (charset != RB_CHARSET_MS_JIS)
    return g_utf8_normalize(text, length, G_NORMALIZE_DEFAULT_COMPOSE);
  for (const char *at = text; at < text + length; at = next_character(at)) {
    gunichar character = g_utf8_get_char(at);

    g_string_append_unichar(wide, character >= 0xff61 && character <= 0xff9f ? widen(character)
                                                                             : character);
  }
  return g_utf8_normalize(wide->str, (gssize)wide->len, G_NORMALIZE_DEFAULT_COMPOSE);
}

static gboolean
is_mark(gunichar character)
{
  return g_unichar_ismark(character) || character == 0xff9e || character == 0xff9f;
}

/* Behind the character at `text` and the marks that belong to it. */
static const char *
cluster_end(const char *text)
{
  do {
    text = next_character(text);
  } while (*text != '\0' && is_mark(g_utf8_get_char(text)));
  return text;
}

/* Appends the bytes of one character with its marks; FALSE where the charset does not hold it. */
static gboolean
encode_cluster(RbCharset charset, const char *text, const char *end, GByteArray *bytes)
{
  g_autofree char *composed = compose(charset, text, end - text);

  for (const char *at = composed; *at != '\0'; at = next_character(at)) {
    guint8 encoded[2];

    if (!encode_character(charset, g_utf8_get_char(at), encoded))
      return FALSE;
    g_byte_array_append(bytes, encoded, rb_charset_width(charset));
  }
  return TRUE;
}

const char *
rb_charset_find_unencodable(RbCharset charset, const char *text)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new();

  while (*text != '\0') {
    const char *end = cluster_end(text);

    if (!encode_cluster(charset, text, end, bytes))
      return text;
    text = end;
  }
  return NULL;
}

GByteArray *
rb_charset_encode(RbCharset charset, const char *text, GError **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new();

  for (const char *at = text; *at != '\0';) {
    const char *end = cluster_end(at);

    if (!encode_cluster(charset, at, end, bytes)) {
      g_autofree char *suggestion = rb_charset_transliterate(charset, text);
      gunichar character = g_utf8_get_char(at);

      g_set_error(error, RB_ERROR, RB_ERROR_TEXT,
                  "%s has no \"%.*s\" (U+%04X); it could be written \"%s\"",
                  rb_charset_name(charset), character < ' ' ? 0 : (int)(end - at), at, character,
                  suggestion);
      return NULL;
    }
    at = end;
  }
  return g_steal_pointer(&bytes);
}

static char *
decode_single_bytes(RbCharset charset, const guint8 *bytes, gsize length, GError **error)
{
  g_autoptr(GString) text = g_string_sized_new(length);

  for (gsize i = 0; i < length; i++) {
    if (bytes[i] == 0 || (charset == RB_CHARSET_ASCII && bytes[i] >= 0x80)) {
      g_set_error(error, RB_ERROR, RB_ERROR_TEXT, "byte 0x%02x is not %s", bytes[i],
                  rb_charset_name(charset));
      return NULL;
    }
    g_string_append_unichar(text, bytes[i]);
  }
  return g_string_free(g_steal_pointer(&text), FALSE);
}

char *
rb_charset_decode(RbCharset charset, const guint8 *bytes, gsize length, GError **error)
{
  g_autofree char *text = NULL;
  gsize written;

  if (charset != RB_CHARSET_MS_JIS)
    return decode_single_bytes(charset, bytes, length, error);
  text = g_convert((const char *)bytes, (gssize)length, "UTF-8", CODE_PAGE, NULL, &written, NULL);
  if (text == NULL || memchr(text, 0, written) != NULL) {
    g_set_error(error, RB_ERROR, RB_ERROR_TEXT, "%" G_GSIZE_FORMAT " bytes are not MS-JIS text",
                length);
    return NULL;
  }
  return g_steal_pointer(&text);
}

/* Appends what is written for one character: itself, its usual spelling, its parts without their
 * marks, or a question mark, and then says FALSE. `depth` ends the search, should parts ever lead
 * back to the whole. */
static gboolean
append_spelling(RbCharset charset, gunichar character, GString *to, int depth)
{
  const char *spelling = rb_transliterate_character(character);
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize count;
  guint8 bytes[2];
  gboolean known = TRUE;

  if (encode_character(charset, character, bytes)) {
    g_string_append_unichar(to, character);
  } else if (spelling != NULL && rb_charset_find_unencodable(charset, spelling) == NULL) {
    g_string_append(to, spelling);
  } else if (!g_unichar_ismark(character) && !g_unichar_iscntrl(character) &&
             g_unichar_type(character) != G_UNICODE_FORMAT) {
    count = g_unichar_fully_decompose(character, TRUE, parts, G_N_ELEMENTS(parts));
    if (depth == 0 || (count == 1 && parts[0] == character)) {
      g_string_append_c(to, '?');
      return FALSE;
    }
    for (gsize i = 0; i < MIN(count, G_N_ELEMENTS(parts)); i++)
      known = append_spelling(charset, parts[i], to, depth - 1) && known;
  }
  return known;
}

/* FALSE where something became a question mark. */
static gboolean
append_text(RbCharset charset, const char *text, GString *to)
{
  g_autofree char *composed = compose(charset, text, (gssize)strlen(text));
  gboolean known = TRUE;

  for (const char *at = composed; *at != '\0'; at = next_character(at))
    known = append_spelling(charset, g_utf8_get_char(at), to, 4) && known;
  return known;
}

char *
rb_charset_transliterate(RbCharset charset, const char *text)
{
  GString *result = g_string_new(NULL);

  append_text(charset, text, result);
  return g_string_free(result, FALSE);
}

gboolean
rb_charset_can_transliterate(RbCharset charset, const char *text)
{
  g_autoptr(GString) result = g_string_new(NULL);

  return append_text(charset, text, result);
}
