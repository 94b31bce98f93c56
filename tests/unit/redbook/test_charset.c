/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/charset.h"

#include <string.h>

#include "redbook/error.h"

static void
assert_bytes(RbCharset charset, const char *text, const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GByteArray) bytes = rb_charset_encode(charset, text, &error);

  g_assert_no_error(error);
  g_assert_cmpmem(bytes->data, bytes->len, expected, strlen(expected));
}

static void
test_encodes(void)
{
  assert_bytes(RB_CHARSET_ISO_8859_1, "Fjord \u00e6\u00ff", "Fjord \xe6\xff");
  assert_bytes(RB_CHARSET_ISO_8859_1, "Cafe\u0301", "Caf\xe9");
  assert_bytes(RB_CHARSET_ASCII, "Fog~", "Fog~");
  assert_bytes(RB_CHARSET_MS_JIS, "\u6e2f", "\x8d\x60");
  assert_bytes(RB_CHARSET_MS_JIS, "A 1", "\x82\x60\x81\x40\x82\x50");
  /* half-width ga, in two characters, is the full-width one */
  assert_bytes(RB_CHARSET_MS_JIS, "\uff76\uff9e", "\x83\x4b");
  /* both of Unicode's wave dashes */
  assert_bytes(RB_CHARSET_MS_JIS, "\u301c\uff5e", "\x81\x60\x81\x60");
}

/* Every byte that a character has comes back as that character. */
static void
test_round_trip(void)
{
  for (gunichar c = ' '; c <= 0xffff; c++) {
    static const RbCharset charsets[] = {RB_CHARSET_ISO_8859_1, RB_CHARSET_ASCII,
                                         RB_CHARSET_MS_JIS};
    char text[8] = {0};

    /* every kanji would take long and say little more */
    if (c > 0x3200 && c % 16 != 0)
      continue;
    if (c >= 0xd800 && c < 0xe000)
      continue;
    g_unichar_to_utf8(c, text);
    for (gsize i = 0; i < G_N_ELEMENTS(charsets); i++) {
      g_autoptr(GByteArray) bytes = rb_charset_encode(charsets[i], text, NULL);
      g_autoptr(GByteArray) again = NULL;
      g_autofree char *back = NULL;

      g_assert_cmpint(bytes != NULL, ==, rb_charset_find_unencodable(charsets[i], text) == NULL);
      if (bytes == NULL)
        continue;
      back = rb_charset_decode(charsets[i], bytes->data, bytes->len, NULL);
      g_assert_nonnull(back);
      if (charsets[i] != RB_CHARSET_MS_JIS && c < 0x300)
        g_assert_cmpstr(back, ==, text);
      again = rb_charset_encode(charsets[i], back, NULL);
      g_assert_nonnull(again);
      g_assert_cmpmem(bytes->data, bytes->len, again->data, again->len);
    }
  }
}

static void
test_finds_first(void)
{
  const char *text = "Za\u017c\u00f3\u0142\u0107";

  g_assert_true(rb_charset_find_unencodable(RB_CHARSET_ISO_8859_1, text) == text + 2);
  g_assert_null(rb_charset_find_unencodable(RB_CHARSET_ISO_8859_1, "\u00a1Ol\u00e9!"));
  g_assert_null(rb_charset_find_unencodable(RB_CHARSET_ISO_8859_1, ""));
  g_assert_nonnull(rb_charset_find_unencodable(RB_CHARSET_ISO_8859_1, "a\tb"));
  g_assert_nonnull(rb_charset_find_unencodable(RB_CHARSET_ISO_8859_1, "\xc2\x85"));
  g_assert_nonnull(rb_charset_find_unencodable(RB_CHARSET_ASCII, "\u00e9"));
}

static void
test_error_suggests(void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GByteArray) bytes =
      rb_charset_encode(RB_CHARSET_ISO_8859_1, "S\u00e3o \u2013 \u0141\u00f3d\u017a", &error);

  g_assert_null(bytes);
  g_assert_error(error, RB_ERROR, RB_ERROR_TEXT);
  g_assert_cmpstr(error->message, ==,
                  "ISO 8859-1 has no \"\u2013\" (U+2013); it could be written \"S\u00e3o - "
                  "L\u00f3dz\"");
}

static void
test_transliterates(void)
{
  static const struct {
    RbCharset charset;
    const char *text;
    const char *expected;
  } cases[] = {
      {RB_CHARSET_ISO_8859_1, "Don\u2019t \u201cstop\u201d\u2026", "Don't \"stop\"..."},
      {RB_CHARSET_ISO_8859_1, "Gy\u0151z\u0151 \u0160koda \u0141\u00f3d\u017a",
       "Gyozo Skoda L\u00f3dz"},
      {RB_CHARSET_ISO_8859_1, "\u0152uvre \u2014 \u00c6r\u00f8", "OEuvre - \u00c6r\u00f8"},
      {RB_CHARSET_ISO_8859_1, "\u041c\u0443\u043c\u0438\u0439 \u0422\u0440\u043e\u043b\u043b\u044c",
       "Mumiy Troll"},
      {RB_CHARSET_ISO_8859_1, "\u0391\u03b8\u03ae\u03bd\u03b1", "Athina"},
      {RB_CHARSET_ISO_8859_1, "Vol. \u2163 \ufb01n \u2122", "Vol. IV fin TM"},
      {RB_CHARSET_ISO_8859_1, "\u6e2f", "?"},
      {RB_CHARSET_ISO_8859_1, "\u1ec7", "e"},
      {RB_CHARSET_ASCII, "Stra\u00dfe \u00c9t\u00e9 \u00d8", "Strasse Ete O"},
      {RB_CHARSET_MS_JIS, "\u6e2f caf\u00e9", "\u6e2f cafe"},
      {RB_CHARSET_ISO_8859_1, "a\tb\u200bc\x01", "a bc"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *text = rb_charset_transliterate(cases[i].charset, cases[i].text);

    g_assert_cmpstr(text, ==, cases[i].expected);
    g_assert_null(rb_charset_find_unencodable(cases[i].charset, text));
  }
}

static void
test_says_what_has_no_spelling(void)
{
  g_assert_true(rb_charset_can_transliterate(RB_CHARSET_ASCII, "Why? \u0141\u00f3d\u017a"));
  g_assert_true(rb_charset_can_transliterate(RB_CHARSET_ASCII, "\u0422\u0440\u043e"));
  g_assert_true(rb_charset_can_transliterate(RB_CHARSET_MS_JIS, "\u6e2f"));
  g_assert_true(rb_charset_can_transliterate(RB_CHARSET_ASCII, ""));
  g_assert_false(rb_charset_can_transliterate(RB_CHARSET_ASCII, "\u6e2f a"));
  g_assert_false(rb_charset_can_transliterate(RB_CHARSET_ISO_8859_1, "a \U0001f30a"));
  g_assert_false(rb_charset_can_transliterate(RB_CHARSET_ASCII, "\u3231")); /* (株) */
}

static void
test_refuses_bytes(void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null(rb_charset_decode(RB_CHARSET_ASCII, (const guint8 *)"\xe9", 1, &error));
  g_assert_error(error, RB_ERROR, RB_ERROR_TEXT);
  g_assert_null(rb_charset_decode(RB_CHARSET_MS_JIS, (const guint8 *)"\x8d", 1, NULL));
  g_assert_null(rb_charset_decode(RB_CHARSET_ISO_8859_1, (const guint8 *)"a\0b", 3, NULL));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/charset/encodes", test_encodes);
  g_test_add_func("/charset/round_trip", test_round_trip);
  g_test_add_func("/charset/finds_first", test_finds_first);
  g_test_add_func("/charset/error_suggests", test_error_suggests);
  g_test_add_func("/charset/transliterates", test_transliterates);
  g_test_add_func("/charset/says what has no spelling", test_says_what_has_no_spelling);
  g_test_add_func("/charset/refuses_bytes", test_refuses_bytes);
  return g_test_run();
}
