/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/cue_read.h"

#include <string.h>
#include <sys/stat.h>

#include "redbook/cdtext.h"
#include "redbook/error.h"
#include "tests/support/discs.h"

#define HEAD "FILE \"a.bin\" BINARY\nTRACK 01 AUDIO\n"
#define TRACK_1 HEAD "INDEX 01 00:00:00\n"

/* Malformed sheets, each with what is said of it behind "a.cue:". */
static const struct {
  const char *text;
  const char *says;
} malformed[] = {
    {"", "1:1: the sheet ends; expected a TRACK"},
    {"REM nothing\n", "2:1: the sheet ends; expected a TRACK"},
    {"FILE \"a.bin\" BINARY\n", "2:1: the sheet ends; expected a TRACK"},
    {"HELLO\n", "1:1: \"HELLO\" is no command of a CUE sheet"},
    {"TITLE \"no end\nFILE", "1:7: this string has no closing quote in its line"},
    {"TITLE two words\n", "1:11: \"words\" is too much here; a text with blanks stands in quotes"},
    {"TITLE\n", "1:6: the line ends; expected a text in quotes"},
    {"TITLE a\n  TITLE b\n", "2:3: a second TITLE here"},
    {"CATALOG\n", "1:8: the line ends; expected a code of 13 digits"},
    {"CATALOG 1\nCATALOG 1\n", "2:1: a second CATALOG"},
    {"CATALOG 123456789012345678901234567890123\n", "1:9: a code this long; expected 13 digits"},
    {"CDTEXTFILE a\nCDTEXTFILE b\n", "2:1: a second CDTEXTFILE"},
    {"FILE a.bin\n", "1:11: the line ends; expected BINARY, MOTOROLA, WAVE, AIFF or FLAC"},
    {"FILE a.mp3 MP3\n", "1:12: \"MP3\"; expected BINARY, MOTOROLA, WAVE, AIFF or FLAC"},
    {"FILE \"\" WAVE\n", "1:6: the name of the file is empty"},
    {"FILE a WAVE\nFILE b WAVE\n", "2:1: the FILE before this one has no track"},
    {"TRACK 01 AUDIO\n", "1:1: TRACK before the first FILE"},
    {"FILE a WAVE\n  TRACK one AUDIO\n", "2:9: \"one\"; expected the number of a track, 01 to 99"},
    {"FILE a WAVE\nTRACK 001 AUDIO\n", "2:7: \"001\"; expected the number of a track, 01 to 99"},
    {"FILE a WAVE\nTRACK 02 AUDIO\n", "2:7: track 2; expected track 1"},
    {"FILE a WAVE\nTRACK 01 MODE1/2352\n", "2:10: a track of mode MODE1/2352; expected AUDIO"},
    {"FILE a WAVE\nTRACK 01\n", "2:9: the line ends; expected AUDIO"},
    {HEAD "TRACK 02 AUDIO\n", "2:1: track 1 has no INDEX 01"},
    {HEAD "INDEX 00 00:00:00\n", "2:1: track 1 has no INDEX 01"},
    {TRACK_1 "TRACK 03 AUDIO\n", "4:7: track 3; expected track 2"},
    {HEAD "FILE b WAVE\n", "3:1: FILE before the first INDEX of track 1"},
    {"FLAGS DCP\n", "1:1: FLAGS before the first TRACK"},
    {HEAD "FLAGS DCP XYZ\n", "3:11: \"XYZ\"; expected DCP, 4CH, PRE or SCMS"},
    {HEAD "FLAGS DCP\nFLAGS PRE\n", "4:1: a second FLAGS"},
    {TRACK_1 "FLAGS DCP\n", "4:1: FLAGS behind an INDEX of its track"},
    {"ISRC FRABC2600001\n", "1:1: ISRC before the first TRACK"},
    {HEAD "ISRC a\nISRC b\n", "4:1: a second ISRC"},
    {TRACK_1 "ISRC FRABC2600001\n", "4:1: ISRC behind an INDEX of its track"},
    {"INDEX 01 00:00:00\n", "1:1: INDEX before the first TRACK"},
    {HEAD "INDEX 01\n", "3:9: the line ends; expected a time MM:SS:FF"},
    {HEAD "INDEX 1x 00:00:00\n", "3:7: \"1x\"; expected the number of an index, 00 to 99"},
    {HEAD "INDEX 02 00:00:00\n", "3:7: index 2; a track begins with INDEX 00 or 01"},
    {TRACK_1 "INDEX 03 00:01:00\n", "4:7: index 3; expected index 2"},
    {TRACK_1 "INDEX 01 00:01:00\n", "4:7: index 1; expected index 2"},
    {HEAD "INDEX 00 00:01:00\nINDEX 01 00:01:00\n",
     "4:10: 00:01:00 is not behind the index before it"},
    {TRACK_1 "TRACK 02 AUDIO\nINDEX 01 00:00:00\n",
     "5:10: 00:00:00 is not behind the index before it"},
    {"PREGAP 00:02:00\n", "1:1: PREGAP before the first TRACK"},
    {HEAD "PREGAP 00:02:00\nPREGAP 00:02:00\n", "4:1: a second PREGAP"},
    {HEAD "PREGAP 00:02:00\nINDEX 00 00:00:00\n",
     "4:7: INDEX 00 and PREGAP in one track; expected one of them"},
    {HEAD "POSTGAP 00:02:00\n", "3:1: POSTGAP before INDEX 01"},
    {TRACK_1 "POSTGAP 00:02:00\nPOSTGAP 00:02:00\n", "5:1: a second POSTGAP"},
    {TRACK_1 "POSTGAP 00:02:00\nINDEX 02 00:01:00\n", "5:1: INDEX behind the POSTGAP of its track"},
    {TRACK_1 "PREGAP 00:02:00\n", "4:1: PREGAP behind an INDEX of its track"},
    {HEAD "INDEX 01 00:00:00 00:00:00\n", "3:19: \"00:00:00\" is too much here"},
    {HEAD "INDEX 100 00:00:00\n", "3:7: \"100\"; expected the number of an index, 00 to 99"},
    {HEAD "INDEX\n", "3:6: the line ends; expected the number of an index, 00 to 99"},
    {HEAD "PREGAP\n", "3:7: the line ends; expected a time MM:SS:FF"},
    {HEAD "ISRC\n", "3:5: the line ends; expected an ISRC of 12 characters"},
    {HEAD "ISRC \"FRABC2600001\n", "3:6: this string has no closing quote in its line"},
    {"FILE\n", "1:5: the line ends; expected the name of a file"},
    {"FILE two words.wav WAVE\n", "1:10: \"words.wav\"; expected BINARY"},
    {"FILE a WAVE\nTRACK\n", "2:6: the line ends; expected the number of a track, 01 to 99"},
    {"FILE a WAVE\nTRACK 00 AUDIO\n", "2:7: track 0; expected track 1"},
    {"CATALOG \"4006381333931\n", "1:9: this string has no closing quote in its line"},
    /* Columns count characters, in UTF-8 and in ISO 8859-1. */
    {"TITLE \xC3\xA4\xC3\xA4 x\n", "1:10: \"x\" is too much here"},
    {"TITLE \xE4\xE4 x\n", "1:10: \"x\" is too much here"},
    {"\xEF\xBB\xBFTITLE \xC3\xA4 x\r\n", "1:9: \"x\" is too much here"},
    {"REM a\r\nREM b\rREM c\n\nHELLO\n", "5:1: \"HELLO\" is no command of a CUE sheet"},
};

static void
test_malformed(void)
{
  for (gsize i = 0; i < G_N_ELEMENTS(malformed); i++) {
    g_autoptr(GError) error = NULL;
    g_autofree char *says = g_strconcat("a.cue:", malformed[i].says, NULL);

    g_assert_null(rb_cue_parse(malformed[i].text, strlen(malformed[i].text), "a.cue", &error));
    g_assert_error(error, RB_ERROR, RB_ERROR_FORMAT);
    if (!g_str_has_prefix(error->message, says))
      g_error("sheet %zu: \"%s\", not \"%s\"", i, error->message, says);
  }
}

/* The times are another module's; here it counts that their place is told. */
static void
test_malformed_times(void)
{
  static const char *const times[] = {"0:00:00", "00:60:00",  "00:00:75", "00:00:0x",
                                      "00:00",   "100:00:00", "-1:00:00"};

  for (gsize i = 0; i < G_N_ELEMENTS(times); i++) {
    g_autofree char *text = g_strdup_printf(HEAD "INDEX 01 %s\n", times[i]);
    g_autoptr(GError) error = NULL;

    g_assert_null(rb_cue_parse(text, strlen(text), "a.cue", &error));
    g_assert_error(error, RB_ERROR, RB_ERROR_FORMAT);
    if (!g_str_has_prefix(error->message, "a.cue:3:10: "))
      g_error("%s: %s", times[i], error->message);
  }
}

static void
test_bounds(void)
{
  g_autoptr(GString) many = g_string_new("FILE a.bin BINARY\n");
  g_autoptr(GError) error = NULL;
  g_autofree char *huge = g_malloc0(RB_SHEET_MAX_BYTES + 1);

  for (int i = 1; i <= 99; i++)
    g_string_append_printf(many, "TRACK %02d AUDIO\nINDEX 01 %02d:00:00\n", i, i);
  g_string_append(many, "TRACK 99 AUDIO\n");
  g_assert_null(rb_cue_parse(many->str, many->len, "a.cue", &error));
  g_assert_cmpstr(error->message, ==, "a.cue:200:7: more than 99 tracks");
  g_clear_error(&error);
  g_assert_null(rb_cue_parse("REM \0 x\n", 8, "a.cue", &error));
  g_assert_cmpstr(error->message, ==,
                  "a.cue: holds NUL bytes; expected text in UTF-8 or ISO 8859-1");
  g_clear_error(&error);
  g_assert_null(rb_cue_parse(huge, RB_SHEET_MAX_BYTES + 1, "a.cue", &error));
  g_assert_nonnull(strstr(error->message, "this is no sheet"));
}

/* A sheet with one raw file of so many sectors, laid out. */
static RbDisc *
lay_out(const char *text, gint32 sectors, GError **error)
{
  g_autoptr(RbSheet) sheet = rb_cue_parse(text, strlen(text), "a.cue", error);

  g_assert_nonnull(sheet);
  for (guint i = 0; i < sheet->files->len; i++)
    g_array_index(sheet->files, RbSheetFile, i).frames = (gint64)sectors * RB_FRAMES_PER_SECTOR;
  if (!rb_sheet_lay_out(sheet, RB_FIRST_PAUSE_SECTORS, error))
    return NULL;
  return g_steal_pointer(&sheet->disc);
}

static void
assert_index(const RbDisc *disc, guint track, guint8 index, gint32 sector)
{
  g_assert_cmpint(rb_track_index(rb_disc_track(disc, track), index), ==, sector);
}

static void
test_every_command(void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RbDisc) disc = lay_out("\xEF\xBB\xBFrem x \"\n"
                                   "Catalog 4006381333931\r\n"
                                   "CDTEXTFILE \"a.cdt\"\r"
                                   "TITLE \"Night \\ Ferry\"\n"
                                   "\tPERFORMER \"The L\xC3\xA4nterns\"  \n"
                                   "FILE \"a.bin\" binary\n"
                                   "  TRACK 1 audio\n"
                                   "    TITLE Harbour\n"
                                   "    MESSAGE \"\"\n"
                                   "    COMPOSER c\n"
                                   "    ARRANGER a\n"
                                   "    SONGWRITER s\n"
                                   "    FLAGS DCP 4CH PRE SCMS\n"
                                   "    ISRC FR-ABC-26-00001\n"
                                   "    INDEX 00 00:00:00\n"
                                   "    INDEX 01 00:04:00\n"
                                   "    INDEX 02 00:05:00",
                                   1000, &error);
  g_assert_no_error(error);
  const RbTrack *track = rb_disc_track(disc, 1);
  RbTextBlock *block = g_ptr_array_index(disc->text_blocks, 0);
  const RbTexts *texts = rb_text_block_texts(block, 1);

  g_assert_cmpstr(disc->upc, ==, "4006381333931");
  g_assert_cmpstr(block->disc.field[RB_TEXT_TITLE], ==, "Night \\ Ferry");
  g_assert_cmpstr(block->disc.field[RB_TEXT_PERFORMER], ==, "The L\xC3\xA4nterns");
  g_assert_cmpint(block->charset, ==, RB_CHARSET_ISO_8859_1);
  g_assert_cmpstr(texts->field[RB_TEXT_TITLE], ==, "Harbour");
  g_assert_cmpstr(texts->field[RB_TEXT_COMPOSER], ==, "c");
  g_assert_cmpstr(texts->field[RB_TEXT_ARRANGER], ==, "a");
  g_assert_cmpstr(texts->field[RB_TEXT_SONGWRITER], ==, "s");
  g_assert_null(texts->field[RB_TEXT_MESSAGE]);
  g_assert_cmpint(track->flags, ==,
                  RB_FLAG_COPY_PERMITTED | RB_FLAG_FOUR_CHANNEL | RB_FLAG_PRE_EMPHASIS |
                      RB_FLAG_SCMS);
  g_assert_cmpstr(track->isrc, ==, "FRABC2600001");
  assert_index(disc, 1, 0, 0);
  assert_index(disc, 1, 1, 450);
  assert_index(disc, 1, 2, 525);
  g_assert_cmpint(disc->lead_out_sector, ==, 1150);
}

static void
test_charsets(void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RbDisc) latin = lay_out("TITLE \"\xE9t\xE9\"\n" TRACK_1, 1000, &error);
  g_autoptr(RbDisc) japanese = lay_out("TITLE \"\xE5\xA4\x9C\"\n" TRACK_1, 1000, &error);
  g_autoptr(RbDisc) bare = lay_out(TRACK_1, 1000, &error);
  RbTextBlock *block = g_ptr_array_index(latin->text_blocks, 0);

  g_assert_cmpstr(block->disc.field[RB_TEXT_TITLE], ==, "\xC3\xA9t\xC3\xA9");
  block = g_ptr_array_index(japanese->text_blocks, 0);
  g_assert_cmpint(block->charset, ==, RB_CHARSET_MS_JIS);
  g_assert_cmpuint(bare->text_blocks->len, ==, 0);
}

/* Silence that is in no file moves what follows it. */
static void
test_gaps(void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RbDisc) disc = lay_out(TRACK_1 "POSTGAP 00:01:00\n"
                                           "TRACK 02 AUDIO\n"
                                           "PREGAP 00:02:00\n"
                                           "INDEX 01 00:06:00\n"
                                           "INDEX 02 00:07:00\n"
                                           "POSTGAP 00:00:01\n",
                                   1000, &error);
  g_assert_no_error(error);
  assert_index(disc, 1, 0, 0);
  assert_index(disc, 1, 1, 150);
  assert_index(disc, 2, 0, 150 + 450 + 75);
  assert_index(disc, 2, 1, 150 + 450 + 75 + 150);
  assert_index(disc, 2, 2, 150 + 525 + 75 + 150);
  g_assert_cmpint(disc->lead_out_sector, ==, 150 + 1000 + 75 + 150 + 1);
}

/* A pregap of track 1 makes the first pause longer. */
static void
test_first_pregap(void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RbDisc) disc = lay_out(HEAD "PREGAP 00:01:00\nINDEX 01 00:00:00\n", 1000, &error);

  g_assert_no_error(error);
  assert_index(disc, 1, 0, 0);
  assert_index(disc, 1, 1, 225);
}

/* One file a track; the pause of track 2 at the end of the first file. */
static void
test_files(void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RbDisc) disc = lay_out("FILE a.wav WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:00\n"
                                   "TRACK 02 AUDIO\nINDEX 00 00:12:00\n"
                                   "FILE b.wav WAVE\nINDEX 01 00:00:00\n"
                                   "FILE c.wav WAVE\nTRACK 03 AUDIO\nINDEX 01 00:00:00\n",
                                   1000, &error);
  g_assert_no_error(error);
  assert_index(disc, 1, 1, 150);
  assert_index(disc, 2, 0, 1050);
  assert_index(disc, 2, 1, 1150);
  assert_index(disc, 3, 1, 2150);
  g_assert_cmpint(disc->lead_out_sector, ==, 3150);
}

static void
test_beyond_the_file(void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null(lay_out(TRACK_1 "TRACK 02 AUDIO\n  INDEX 01 00:10:00\n", 750, &error));
  g_assert_cmpstr(error->message, ==, "a.cue:5:3: this index lies beyond the end of the audio");
  g_clear_error(&error);
  g_assert_null(
      lay_out(TRACK_1 "TRACK 02 AUDIO\nPREGAP 00:01:00\nINDEX 01 00:12:00\n", 750, &error));
  g_assert_cmpstr(error->message, ==, "a.cue:6:1: the audio file is shorter than the sheet says");
  g_clear_error(&error);
  g_assert_null(lay_out(TRACK_1, RB_MAX_SECTORS - 149, &error));
  g_assert_cmpstr(error->message, ==, "a.cue:1:1: the disc gets longer than 99:59:74");
}

/* Through the files: the audio is where the marks say. */
static void
test_audio(void)
{
  g_autofree char *folder = g_dir_make_tmp("segue-XXXXXX", NULL);
  g_autofree char *cue = g_build_filename(folder, "a.cue", NULL);
  g_autofree char *bin = g_build_filename(folder, "a.bin", NULL);
  g_autoptr(RbDisc) sample = discs_sample();
  g_autoptr(RbDisc) disc = NULL;
  g_autoptr(RbImage) image = NULL;
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autoptr(GError) error = NULL;
  gsize bytes;
  g_autofree guint8 *audio = discs_audio(sample, RB_FIRST_PAUSE_SECTORS, &bytes);
  gint16 samples[2 * RB_FRAMES_PER_SECTOR];
  static const char text[] = TRACK_1 "TRACK 02 AUDIO\nPREGAP 00:01:00\nINDEX 01 00:06:00\n";

  g_assert_true(g_file_set_contents(bin, (const char *)audio, (gssize)bytes, NULL));
  g_assert_true(g_file_set_contents(cue, text, -1, NULL));
  rb_cue_read(cue, RB_FIRST_PAUSE_SECTORS, &disc, &image, findings, &error);
  g_assert_no_error(error);
  g_assert_cmpint(rb_image_frames(image), ==, (gint64)disc->lead_out_sector * RB_FRAMES_PER_SECTOR);
  for (gint32 sector = 0; sector < disc->lead_out_sector; sector++) {
    gint32 in_file = sector < 150   ? -1
                     : sector < 600 ? sector - 150
                     : sector < 675 ? -1
                                    : sector - 225;

    g_assert_true(rb_image_read(image, (gint64)sector * RB_FRAMES_PER_SECTOR, samples,
                                RB_FRAMES_PER_SECTOR, NULL));
    for (int i = 0; i < 2 * RB_FRAMES_PER_SECTOR; i++) {
      const guint8 *at = audio + (gsize)MAX(in_file, 0) * RB_BYTES_PER_SECTOR + 2 * i;

      g_assert_cmpint(samples[i], ==, in_file < 0 ? 0 : (gint16)(at[0] | at[1] << 8));
    }
  }
  discs_remove_folder(folder);
}

static gboolean
has_finding(const RbFindings *findings, const char *id)
{
  for (guint i = 0; i < rb_findings_count(findings); i++)
    if (g_str_equal(rb_findings_get(findings, i)->id, id))
      return TRUE;
  return FALSE;
}

/* Reads a sheet whose texts lie in a file of these bytes (NULL: that is not there). */
static RbDisc *
read_cdtext_file(const char *head, const guint8 *packs, gsize bytes, RbFindings *findings)
{
  g_autofree char *folder = g_dir_make_tmp("segue-XXXXXX", NULL);
  g_autofree char *cue = g_build_filename(folder, "a.cue", NULL);
  g_autofree char *bin = g_build_filename(folder, "a.bin", NULL);
  g_autofree char *cdt = g_build_filename(folder, "A.CDT", NULL);
  g_autofree char *text = g_strconcat(head, "CDTEXTFILE \"a.cdt\"\n", TRACK_1, NULL);
  g_autofree char *audio = g_malloc0(1000 * RB_BYTES_PER_SECTOR);
  g_autoptr(GError) error = NULL;
  RbDisc *disc = NULL;

  g_assert_true(g_file_set_contents(bin, audio, 1000 * RB_BYTES_PER_SECTOR, NULL));
  g_assert_true(g_file_set_contents(cue, text, -1, NULL));
  if (packs != NULL)
    g_assert_true(g_file_set_contents(cdt, (const char *)packs, (gssize)bytes, NULL));
  rb_cue_read(cue, RB_FIRST_PAUSE_SECTORS, &disc, NULL, findings, &error);
  g_assert_no_error(error);
  discs_remove_folder(folder);
  return disc;
}

static void
test_cdtext_file(void)
{
  g_autoptr(RbDisc) texts = discs_bare(1);
  RbTextBlock *block = rb_disc_add_text_block(texts, RB_CHARSET_ISO_8859_1, 0x08);

  texts->upc = g_strdup("4006381333931");
  discs_set_texts(block, RB_TEXT_TITLE, (const char *[]){"F\xC3\xA4hre", "Hafen"});
  g_autoptr(GByteArray) packs = rb_cdtext_encode(texts, TRUE, NULL);
  g_autoptr(RbFindings) clean = rb_findings_new();
  g_autoptr(RbDisc) disc =
      read_cdtext_file("CATALOG 4006381333931\n", packs->data, packs->len, clean);
  g_autoptr(RbFindings) odd = rb_findings_new();
  g_autoptr(RbDisc) both = read_cdtext_file("TITLE Ferry\n", packs->data, packs->len, odd);
  g_autoptr(RbFindings) broken = rb_findings_new();
  g_autoptr(RbDisc) kept = read_cdtext_file("TITLE Ferry\n", (const guint8 *)"no packs", 8, broken);
  g_autoptr(RbFindings) missing = rb_findings_new();
  g_autoptr(RbDisc) without = read_cdtext_file("", NULL, 0, missing);

  g_assert_cmpstr(discs_text(disc, 1, RB_TEXT_TITLE), ==, "Hafen");
  g_assert_cmpuint(rb_findings_count(clean), ==, 0);
  g_assert_cmpstr(discs_text(both, 0, RB_TEXT_TITLE), ==, "F\xC3\xA4hre");
  g_assert_true(has_finding(odd, "R24") && has_finding(odd, "R88"));
  g_assert_cmpstr(discs_text(kept, 0, RB_TEXT_TITLE), ==, "Ferry");
  g_assert_true(has_finding(broken, "R50"));
  g_assert_cmpuint(without->text_blocks->len, ==, 0);
  g_assert_true(has_finding(missing, "R87"));
}

/* Codes as people write them; one that is none is left to the rules. */
static void
test_codes(void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RbDisc) disc = lay_out(
      "CATALOG 724349691704\n" HEAD "ISRC fr-abc-26-00001\nINDEX 01 00:00:00\n", 1000, &error);
  g_autoptr(RbDisc) wrong =
      lay_out("CATALOG 4006381333932\n" HEAD "ISRC FRABC\nINDEX 01 00:00:00\n", 1000, &error);

  g_assert_cmpstr(disc->upc, ==, "0724349691704");
  g_assert_cmpstr(rb_disc_track(disc, 1)->isrc, ==, "FRABC2600001");
  g_assert_cmpstr(wrong->upc, ==, "4006381333932");
  g_assert_cmpstr(rb_disc_track(wrong, 1)->isrc, ==, "FRABC");
}

static void
test_missing_files(void)
{
  g_autofree char *folder = g_dir_make_tmp("segue-XXXXXX", NULL);
  g_autofree char *cue = g_build_filename(folder, "a.cue", NULL);
  g_autofree char *encoded = g_build_filename(folder, "A.flac", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_false(rb_cue_read(cue, 150, NULL, NULL, NULL, &error));
  g_assert_nonnull(strstr(error->message, "a.cue"));
  g_clear_error(&error);
  g_assert_true(g_file_set_contents(cue, TRACK_1, -1, NULL));
  g_assert_false(rb_cue_read(cue, 150, NULL, NULL, NULL, &error));
  g_assert_error(error, RB_ERROR, RB_ERROR_FILE);
  g_assert_nonnull(strstr(error->message, "a.cue:1:1: there is no file \"a.bin\""));
  g_assert_null(strstr(error->message, "is meant"));
  g_clear_error(&error);
  g_assert_true(g_file_set_contents(encoded, "fLaC", -1, NULL));
  g_assert_false(rb_cue_read(cue, 150, NULL, NULL, NULL, &error));
  g_assert_nonnull(strstr(error->message, "if \"A.flac\" is meant"));
  discs_remove_folder(folder);
}

/* A sheet that was written on Windows, and a pipe, for which nobody waits. */
static void
test_names_of_files(void)
{
  g_autofree char *folder = g_dir_make_tmp("segue-XXXXXX", NULL);
  g_autofree char *cue = g_build_filename(folder, "a.cue", NULL);
  g_autofree char *upper = g_build_filename(folder, "A.BIN", NULL);
  g_autofree char *pipe = g_build_filename(folder, "a.bin", NULL);
  g_autofree char *silence = g_malloc0(RB_BYTES_PER_SECTOR);
  g_autoptr(RbDisc) disc = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true(g_file_set_contents(cue, TRACK_1, -1, NULL));
  g_assert_true(g_file_set_contents(upper, silence, RB_BYTES_PER_SECTOR, NULL));
  g_assert_true(rb_cue_read(cue, 150, &disc, NULL, NULL, &error));
  g_assert_no_error(error);
  g_assert_cmpint(disc->lead_out_sector, ==, 151);
  g_assert_cmpint(mkfifo(pipe, 0600), ==, 0);
  g_assert_false(rb_cue_read(cue, 150, NULL, NULL, NULL, &error));
  g_assert_nonnull(strstr(error->message, "is not a file"));
  discs_remove_folder(folder);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/cue_read/malformed", test_malformed);
  g_test_add_func("/cue_read/malformed_times", test_malformed_times);
  g_test_add_func("/cue_read/bounds", test_bounds);
  g_test_add_func("/cue_read/every_command", test_every_command);
  g_test_add_func("/cue_read/charsets", test_charsets);
  g_test_add_func("/cue_read/gaps", test_gaps);
  g_test_add_func("/cue_read/first_pregap", test_first_pregap);
  g_test_add_func("/cue_read/files", test_files);
  g_test_add_func("/cue_read/beyond_the_file", test_beyond_the_file);
  g_test_add_func("/cue_read/audio", test_audio);
  g_test_add_func("/cue_read/cdtext_file", test_cdtext_file);
  g_test_add_func("/cue_read/codes", test_codes);
  g_test_add_func("/cue_read/missing_files", test_missing_files);
  g_test_add_func("/cue_read/names_of_files", test_names_of_files);
  return g_test_run();
}
