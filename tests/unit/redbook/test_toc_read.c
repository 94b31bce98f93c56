/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/toc_read.h"

#include <string.h>

#include "redbook/error.h"

#define TRACK "CD_DA\nTRACK AUDIO\nFILE \"a.wav\" 0\n"

/* Malformed files, each with what is said of it behind "a.toc:". */
static const struct {
  const char *text;
  const char *says;
} malformed[] = {
    {"", "1:1: the file ends; expected a TRACK"},
    {"CD_DA // x\n", "2:1: the file ends; expected a TRACK"},
    {"HELLO", "1:1: \"HELLO\"; expected CATALOG, CD_DA, CD_TEXT or TRACK"},
    {"CATALOG 123", "1:9: \"123\"; expected a code of 13 digits"},
    {"CATALOG \"1\" CATALOG \"2\"", "1:13: expected one code: a code of 13 digits"},
    {"CATALOG \"1", "1:9: this string has no closing quote in its line"},
    {"FIRST_TRACK_NO 2", "1:16: \"2\"; expected a first track 1"},
    {"TRACK MODE1", "1:7: \"MODE1\"; expected AUDIO"},
    {"TRACK AUDIO NO SILENCE", "1:16: \"SILENCE\"; expected COPY or PRE_EMPHASIS"},
    {"TRACK AUDIO RW", "1:13: \"RW\"; expected a statement of a track"},
    {"TRACK AUDIO FIFO \"x\" 1", "1:13: \"FIFO\"; expected a statement of a track"},
    {"TRACK AUDIO END 00:00:00", "1:13: \"END\"; expected a statement of a track"},
    {"TRACK AUDIO FILE a.wav 0", "1:18: \"a\"; expected the name of a file"},
    {"TRACK AUDIO FILE \"\" 0", "1:13: this is no name of a file"},
    {"TRACK AUDIO FILE \"a\" #7 0", "1:22: \"#\"; expected a time MM:SS:FF or a number"},
    {"TRACK AUDIO FILE \"a\"", "1:21: the file ends; expected a time MM:SS:FF or a number"},
    {"TRACK AUDIO SILENCE 00:00:75", "1:21: \"00:00:75\"; expected a time MM:SS:FF or a number"},
    {"TRACK AUDIO SILENCE 264600000", "1:21: \"264600000\"; expected a time MM:SS:FF or a number"},
    {"TRACK AUDIO SILENCE 99999999999", "1:21: \"99999999999\"; expected a time"},
    {"TRACK AUDIO PREGAP 00:01:00 START", "1:29: \"START\"; expected one PREGAP or START"},
    {"TRACK AUDIO\nFILE \"a\" 0\nSTART",
     "3:1: START without a time behind a FILE without a length"},
    {"TRACK AUDIO\nSILENCE 00:09:00 START 1\nTRACK AUDIO",
     "1:1: index 1 of track 1 does not lie on a sector (588 samples)"},
    {"TRACK AUDIO INDEX 00:02:00 INDEX 00:02:00",
     "1:28: this INDEX is not behind the one before it"},
    {"TRACK AUDIO INDEX 00:00:00", "1:13: this INDEX is not behind the one before it"},
    {"CD_TEXT LANGUAGE", "1:9: \"LANGUAGE\"; expected {"},
    {"CD_TEXT { TITLE \"x\"", "1:11: \"TITLE\"; expected LANGUAGE, LANGUAGE_MAP or }"},
    {"CD_TEXT { LANGUAGE 8", "1:20: \"8\"; expected a number from 0 to 7"},
    {"CD_TEXT { LANGUAGE_MAP { 0 : 200 }", "1:30: \"200\"; expected a number from 0 to 127"},
    {"CD_TEXT { LANGUAGE_MAP { 0 9 }", "1:28: \"9\"; expected :"},
    {"CD_TEXT { LANGUAGE 0 { HELLO \"x\" } }", "1:24: \"HELLO\"; expected an item of CD_TEXT"},
    {"CD_TEXT { LANGUAGE 0 { TITLE x } }", "1:30: \"x\"; expected a string"},
    {"CD_TEXT { LANGUAGE 0 { GENRE { 256 } } }", "1:32: \"256\"; expected a number from 0 to 255"},
    {"CD_TEXT { LANGUAGE 0 { TITLE \"x\"", "1:33: the file ends; expected an item of CD_TEXT"},
    {TRACK "CD_TEXT { LANGUAGE 0 { DISC_ID 1", "4:32: \"1\"; expected a string"},
};

static void
test_malformed(void)
{
  for (gsize i = 0; i < G_N_ELEMENTS(malformed); i++) {
    g_autoptr(GError) error = NULL;
    g_autofree char *says = g_strconcat("a.toc:", malformed[i].says, NULL);

    g_assert_null(rb_toc_parse(malformed[i].text, strlen(malformed[i].text), "a.toc", &error));
    g_assert_error(error, RB_ERROR, RB_ERROR_FORMAT);
    if (!g_str_has_prefix(error->message, says))
      g_error("file %zu: \"%s\", not \"%s\"", i, error->message, says);
  }
}

static void
test_charset_of_texts(void)
{
  static const char text[] = "CD_TEXT { LANGUAGE_MAP { 0 : 105 } LANGUAGE 0 { TITLE \"\\377\"\n"
                             "SIZE_INFO { 128, 1, 1, 0 } } }\nTRACK AUDIO SILENCE 00:05:00";
  g_autoptr(GError) error = NULL;

  g_assert_null(rb_toc_parse(text, strlen(text), "a.toc", &error));
  g_assert_cmpstr(error->message, ==,
                  "a.toc: a text of language 0 holds bytes that are not of its charset");
}

static void
test_bounds(void)
{
  g_autoptr(GString) tracks = g_string_new(NULL);
  g_autoptr(GString) indexes = g_string_new("TRACK AUDIO SILENCE 10:00:00\n");
  g_autoptr(GError) error = NULL;

  for (int i = 0; i < 100; i++) {
    g_string_append(tracks, "TRACK AUDIO SILENCE 00:05:00\n");
    g_string_append_printf(indexes, "INDEX 01:%02d:%02d\n", i / 60, i % 60 + 1);
  }
  g_assert_null(rb_toc_parse(tracks->str, tracks->len, "a.toc", &error));
  g_assert_cmpstr(error->message, ==,
                  "a.toc:100:1: \"TRACK\"; expected the end of the file behind 99 tracks");
  g_clear_error(&error);
  g_assert_null(rb_toc_parse(indexes->str, indexes->len, "a.toc", &error));
  g_assert_cmpstr(error->message, ==, "a.toc:100:1: more than 98 INDEX in a track");
}

static RbSheet *
parse(const char *text)
{
  g_autoptr(GError) error = NULL;
  RbSheet *sheet = rb_toc_parse(text, strlen(text), "a.toc", &error);

  g_assert_no_error(error);
  for (guint i = 0; i < sheet->files->len; i++)
    g_array_index(sheet->files, RbSheetFile, i).frames = 1000 * RB_FRAMES_PER_SECTOR;
  return sheet;
}

static void
assert_index(const RbDisc *disc, guint track, guint8 index, gint32 sector)
{
  g_assert_cmpint(rb_track_index(rb_disc_track(disc, track), index), ==, sector);
}

static void
test_every_statement(void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RbSheet) sheet =
      parse("// a comment \"\n"
            "CATALOG \"4006381333931\" CD_DA FIRST_TRACK_NO 1\n"
            "CD_TEXT { LANGUAGE_MAP { 0: EN, 1 : 105 }\n"
            "  LANGUAGE 0 {\n"
            "    TITLE \"L\\344 \\\"a\\\" \\\\ \\042\"\n"
            "    GENRE { 0, 23, 65, 66, 0 }\n"
            "    DISC_ID \"NF\"\n"
            "    UPC_EAN \"1\"\n"
            "    TOC_INFO1 { 1, 2 }\n"
            "  }\n"
            "  LANGUAGE 1 { TITLE \"\\226\\351\" SIZE_INFO { 128, 1, 1, 3 } }\n"
            "}\n"
            "TRACK AUDIO COPY PRE_EMPHASIS FOUR_CHANNEL_AUDIO\n"
            "ISRC \"FRABC2600001\"\n"
            "CD_TEXT { LANGUAGE 0 { TITLE \"\" MESSAGE \"m\" } }\n"
            "SILENCE 00:01:00 ZERO 588 AUDIOFILE \"a.raw\" SWAP 0 00:06:00\n"
            "START 00:01:00\n"
            "INDEX 00:02:00\n"
            "TRACK AUDIO NO COPY NO PRE_EMPHASIS TWO_CHANNEL_AUDIO\n"
            "PREGAP 00:02:00 FILE \"b.WAV\" 00:00:01 00:05:00 // x\n"
            "TRACK AUDIO\n"
            "SILENCE 00:00:05 START FILE \"c.bin\" 0 176401\n"
            "TRACK AUDIO\n"
            "FILE \"b.WAV\" 00:06:00\n");
  rb_sheet_lay_out(sheet, RB_FIRST_PAUSE_SECTORS, &error);
  g_assert_no_error(error);
  const RbDisc *disc = sheet->disc;
  RbTextBlock *english = g_ptr_array_index(disc->text_blocks, 0);
  RbTextBlock *japanese = g_ptr_array_index(disc->text_blocks, 1);
  const RbTrack *first = rb_disc_track(disc, 1);

  g_assert_cmpstr(disc->upc, ==, "4006381333931");
  g_assert_cmpstr(english->disc.field[RB_TEXT_TITLE], ==, "L\xC3\xA4 \"a\" \\ \"");
  g_assert_cmpint(english->language, ==, 0x09);
  g_assert_cmpint(english->genre, ==, 23);
  g_assert_cmpstr(english->genre_text, ==, "AB");
  g_assert_cmpstr(english->disc_id, ==, "NF");
  g_assert_null(rb_text_block_texts(english, 1)->field[RB_TEXT_TITLE]);
  g_assert_cmpstr(rb_text_block_texts(english, 1)->field[RB_TEXT_MESSAGE], ==, "m");
  g_assert_cmpint(japanese->language, ==, 0x69);
  g_assert_cmpint(japanese->charset, ==, RB_CHARSET_MS_JIS);
  g_assert_true(japanese->copyrighted);
  g_assert_cmpstr(japanese->disc.field[RB_TEXT_TITLE], ==, "\xE5\xA4\x9C");
  g_assert_cmpstr(first->isrc, ==, "FRABC2600001");
  g_assert_cmpint(first->flags, ==,
                  RB_FLAG_COPY_PERMITTED | RB_FLAG_PRE_EMPHASIS | RB_FLAG_FOUR_CHANNEL);
  g_assert_cmpint(rb_disc_track(disc, 2)->flags, ==, 0);
  /* 1: 75 + 1 + 450; 2: 150 + 375; 3: 5 + 300 and a frame, padded; 4: 550 to the end of the file */
  assert_index(disc, 1, 0, 0);
  assert_index(disc, 1, 1, 225);
  assert_index(disc, 1, 2, 375);
  assert_index(disc, 2, 0, 676);
  assert_index(disc, 2, 1, 826);
  assert_index(disc, 3, 0, 1201);
  assert_index(disc, 3, 1, 1206);
  assert_index(disc, 4, 1, 1507);
  g_assert_cmpint(disc->lead_out_sector, ==, 2057);
}

static RbAudioForm
form_of(const char *statement)
{
  g_autofree char *text = g_strdup_printf("TRACK AUDIO %s", statement);
  g_autoptr(RbSheet) sheet = parse(text);

  return g_array_index(sheet->files, RbSheetFile, 0).form;
}

static void
test_forms(void)
{
  g_assert_cmpint(form_of("FILE \"a.WAV\" 0"), ==, RB_AUDIO_SOUND_FILE);
  g_assert_cmpint(form_of("FILE \"a.bin\" 0"), ==, RB_AUDIO_RAW_BIG_ENDIAN);
  g_assert_cmpint(form_of("FILE \"a.bin\" SWAP 0"), ==, RB_AUDIO_RAW_LITTLE_ENDIAN);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/toc_read/malformed", test_malformed);
  g_test_add_func("/toc_read/charset_of_texts", test_charset_of_texts);
  g_test_add_func("/toc_read/bounds", test_bounds);
  g_test_add_func("/toc_read/every_statement", test_every_statement);
  g_test_add_func("/toc_read/forms", test_forms);
  return g_test_run();
}
