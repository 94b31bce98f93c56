/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every form of a CUE that programs write, and the disc that it stands for. */
#include <sndfile.h>
#include <string.h>

#include "redbook/cue_read.h"
#include "tests/support/discs.h"

#define PIECE_SECTORS 301
#define PIECE_BYTES ((gsize)PIECE_SECTORS * RB_BYTES_PER_SECTOR)

/* Each file of a sheet is so long. */
#define FILE_SECTORS 1000

static const struct {
  const char *name;
  const char *text;
  const char *disc; /* track.index@sector ..., end@sector */
} forms[] = {
    {"one file, no pauses",
     "FILE \"a.wav\" WAVE\n"
     "  TRACK 01 AUDIO\n    INDEX 01 00:00:00\n"
     "  TRACK 02 AUDIO\n    INDEX 01 00:06:00\n",
     "1.0@0 1.1@150 2.1@600 end@1150"},
    {"pauses in the file",
     "FILE \"a.bin\" BINARY\n"
     "  TRACK 01 AUDIO\n    INDEX 00 00:00:00\n    INDEX 01 00:01:00\n"
     "  TRACK 02 AUDIO\n    INDEX 00 00:05:00\n    INDEX 01 00:07:00\n",
     "1.0@0 1.1@225 2.0@525 2.1@675 end@1150"},
    {"hidden audio without INDEX 00",
     "FILE \"a.bin\" MOTOROLA\nTRACK 01 AUDIO\nINDEX 01 00:04:00\n", "1.0@0 1.1@450 end@1150"},
    {"pauses that are in no file",
     "FILE \"a.aiff\" AIFF\n"
     "TRACK 01 AUDIO\nPREGAP 00:02:00\nINDEX 01 00:00:00\n"
     "TRACK 02 AUDIO\nPREGAP 00:03:00\nINDEX 01 00:08:00\nPOSTGAP 00:02:00\n",
     "1.0@0 1.1@300 2.0@900 2.1@1125 end@1675"},
    {"a postgap between tracks",
     "FILE \"a.wav\" WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:00\nPOSTGAP 00:01:00\n"
     "TRACK 02 AUDIO\nINDEX 01 00:08:00\n",
     "1.0@0 1.1@150 2.1@825 end@1225"},
    {"indexes to 03",
     "FILE \"a.wav\" WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:00\nINDEX 02 00:05:00\n"
     "INDEX 03 00:05:01\n",
     "1.0@0 1.1@150 1.2@525 1.3@526 end@1150"},
    {"a file for each track",
     "FILE \"1.flac\" FLAC\nTRACK 01 AUDIO\nINDEX 01 00:00:00\n"
     "FILE \"2.flac\" FLAC\nTRACK 02 AUDIO\nINDEX 01 00:00:00\n",
     "1.0@0 1.1@150 2.1@1150 end@2150"},
    {"files with the pause at their start",
     "FILE \"1.wav\" WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:00\n"
     "FILE \"2.wav\" WAVE\nTRACK 02 AUDIO\nINDEX 00 00:00:00\nINDEX 01 00:02:00\n",
     "1.0@0 1.1@150 2.0@1150 2.1@1300 end@2150"},
    {"files with the next pause at their end",
     "FILE \"1.wav\" WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:00\nTRACK 02 AUDIO\nINDEX 00 00:12:00\n"
     "FILE \"2.wav\" WAVE\nINDEX 01 00:00:00\n",
     "1.0@0 1.1@150 2.0@1050 2.1@1150 end@2150"},
    {"files and tracks mixed",
     "FILE \"1.wav\" WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:00\nTRACK 02 AUDIO\nINDEX 01 00:06:00\n"
     "FILE \"2.wav\" WAVE\nTRACK 03 AUDIO\nPREGAP 00:01:00\nINDEX 01 00:00:00\n",
     "1.0@0 1.1@150 2.1@600 3.0@1150 3.1@1225 end@2225"},
    {"the first file begins late",
     "FILE \"a.wav\" WAVE\nTRACK 01 AUDIO\nINDEX 00 00:01:00\nINDEX 01 00:03:00\n",
     "1.0@0 1.1@375 end@1150"},
    {"no line end, tabs, lower case, one digit",
     "file a.wav wave\n\ttrack 1 audio\n\t\tindex 1 00:00:00", "1.0@0 1.1@150 end@1150"},
    {"byte order mark, CRLF, blank lines",
     "\xEF\xBB\xBF\r\nFILE \"a.wav\" WAVE\r\n\r\nTRACK 01 AUDIO\r\nINDEX 01 00:00:00\r\n\r\n",
     "1.0@0 1.1@150 end@1150"},
    {"only CR", "FILE a.wav WAVE\rTRACK 01 AUDIO\rINDEX 01 00:00:00\r", "1.0@0 1.1@150 end@1150"},
    {"remarks of ripping programs",
     "REM GENRE Rock\nREM DATE 2026\nREM DISCID 940B0A0C\nREM COMMENT \"ExactAudioCopy v1.6\"\n"
     "REM REPLAYGAIN_ALBUM_GAIN -8.1 dB\nREM \"unbalanced\nPERFORMER \"A\"\nTITLE \"B\"\n"
     "FILE \"a b.wav\" WAVE\n  TRACK 01 AUDIO\n    REM REPLAYGAIN_TRACK_GAIN -8 dB\n"
     "    TITLE \"C\"\n    INDEX 01 00:00:00\n",
     "1.0@0 1.1@150 end@1150"},
    {"codes and flags in any order",
     "CATALOG 4006381333931\nFILE a.wav WAVE\nTRACK 01 AUDIO\nISRC FRABC2600001\nTITLE C\n"
     "FLAGS PRE DCP\nINDEX 01 00:00:00\n",
     "1.0@0 1.1@150 end@1150"},
    {"no flags", "FILE a.wav WAVE\nTRACK 01 AUDIO\nFLAGS\nINDEX 01 00:00:00\n",
     "1.0@0 1.1@150 end@1150"},
    {"texts between indexes, the code behind FILE",
     "FILE a.wav WAVE\nCATALOG 4006381333931\nTRACK 01 AUDIO\nINDEX 01 00:00:00\nTITLE C\n"
     "INDEX 02 00:05:00\n",
     "1.0@0 1.1@150 1.2@525 end@1150"},
};

static char *
describe(const RbDisc *disc)
{
  GString *text = g_string_new(NULL);

  for (guint number = 1; number <= disc->tracks->len; number++) {
    const GArray *indexes = rb_disc_track(disc, number)->indexes;

    for (guint i = 0; i < indexes->len; i++) {
      const RbIndex *mark = &g_array_index(indexes, RbIndex, i);

      g_string_append_printf(text, "%u.%u@%d ", number, mark->number, mark->sector);
    }
  }
  g_string_append_printf(text, "end@%d", disc->lead_out_sector);
  return g_string_free(text, FALSE);
}

static void
test_forms(void)
{
  for (gsize i = 0; i < G_N_ELEMENTS(forms); i++) {
    const char *text = forms[i].text;
    g_autoptr(GError) error = NULL;
    g_autoptr(RbSheet) sheet = rb_cue_parse(text, strlen(text), "a.cue", &error);
    g_autofree char *disc = NULL;

    if (sheet == NULL)
      g_error("%s: %s", forms[i].name, error->message);
    for (guint f = 0; f < sheet->files->len; f++)
      g_array_index(sheet->files, RbSheetFile, f).frames =
          (gint64)FILE_SECTORS * RB_FRAMES_PER_SECTOR;
    rb_sheet_lay_out(sheet, RB_FIRST_PAUSE_SECTORS, &error);
    g_assert_no_error(error);
    disc = describe(sheet->disc);
    g_test_message("%s", forms[i].name);
    g_assert_cmpstr(disc, ==, forms[i].disc);
  }
}

/* A file that does not end on a sector is continued with silence, so that the next one starts on
 * one. */
static void
test_odd_length(void)
{
  static const char text[] = "FILE 1.wav WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:00\n"
                             "FILE 2.wav WAVE\nTRACK 02 AUDIO\nINDEX 01 00:00:00\n";
  g_autoptr(RbSheet) sheet = rb_cue_parse(text, strlen(text), "a.cue", NULL);
  g_autofree char *disc = NULL;

  for (guint f = 0; f < 2; f++)
    g_array_index(sheet->files, RbSheetFile, f).frames = 999 * RB_FRAMES_PER_SECTOR + 1;
  g_assert_true(rb_sheet_lay_out(sheet, RB_FIRST_PAUSE_SECTORS, NULL));
  disc = describe(sheet->disc);
  g_assert_cmpstr(disc, ==, "1.0@0 1.1@150 2.1@1150 end@2150");
}

static void
swap(guint8 *audio, gsize bytes)
{
  for (gsize i = 0; i < bytes; i += 2) {
    guint8 low = audio[i];

    audio[i] = audio[i + 1];
    audio[i + 1] = low;
  }
}

static void
write_file(const char *folder, const char *name, int format, const guint8 *audio)
{
  g_autofree char *path = g_build_filename(folder, name, NULL);

  if (format == 0)
    g_assert_true(g_file_set_contents(path, (const char *)audio, PIECE_BYTES, NULL));
  else
    discs_write_sound(path, format, audio, PIECE_BYTES);
}

/* One sheet over files of each kind: their audio, one behind the other. */
static void
test_every_kind_of_file(void)
{
  static const struct {
    const char *name, *type;
    int format; /* 0: raw */
  } kinds[] = {{"1.bin", "BINARY", 0},
               {"2.mot", "MOTOROLA", 0},
               {"3.wav", "WAVE", SF_FORMAT_WAV},
               {"4.aif", "AIFF", SF_FORMAT_AIFF},
               {"5.flac", "FLAC", SF_FORMAT_FLAC},
               {"6.flac", "WAVE", SF_FORMAT_FLAC}};
  g_autofree char *folder = g_dir_make_tmp("segue-XXXXXX", NULL);
  g_autofree char *cue = g_build_filename(folder, "a.cue", NULL);
  g_autoptr(GString) sheet = g_string_new(NULL);
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autoptr(RbDisc) made_up = rb_disc_new();
  g_autoptr(RbDisc) disc = NULL;
  g_autoptr(RbImage) image = NULL;
  g_autoptr(GError) error = NULL;
  gsize bytes;
  gint16 samples[2 * RB_FRAMES_PER_SECTOR];

  made_up->lead_out_sector = G_N_ELEMENTS(kinds) * PIECE_SECTORS;
  g_autofree guint8 *audio = discs_audio(made_up, 0, &bytes);

  for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++) {
    guint8 *piece = audio + i * PIECE_BYTES;
    gboolean motorola = g_str_equal(kinds[i].type, "MOTOROLA");

    if (motorola)
      swap(piece, PIECE_BYTES);
    write_file(folder, kinds[i].name, kinds[i].format, piece);
    if (motorola)
      swap(piece, PIECE_BYTES);
    g_string_append_printf(sheet, "FILE \"%s\" %s\nTRACK %02zu AUDIO\nINDEX 01 00:00:00\n",
                           kinds[i].name, kinds[i].type, i + 1);
  }
  g_assert_true(g_file_set_contents(cue, sheet->str, -1, NULL));
  rb_cue_read(cue, RB_FIRST_PAUSE_SECTORS, &disc, &image, findings, &error);
  g_assert_no_error(error);
  for (gint32 sector = 0; sector < made_up->lead_out_sector; sector++) {
    g_assert_true(rb_image_read(image,
                                (gint64)(RB_FIRST_PAUSE_SECTORS + sector) * RB_FRAMES_PER_SECTOR,
                                samples, RB_FRAMES_PER_SECTOR, NULL));
    for (int i = 0; i < 2 * RB_FRAMES_PER_SECTOR; i++) {
      const guint8 *at = audio + (gsize)sector * RB_BYTES_PER_SECTOR + 2 * i;

      g_assert_cmpint(samples[i], ==, (gint16)(at[0] | at[1] << 8));
    }
  }
  discs_remove_folder(folder);
}

static void
test_99_tracks_of_99_indexes(void)
{
  g_autoptr(GString) text = g_string_new("FILE a.wav WAVE\n");
  g_autoptr(GError) error = NULL;
  g_autoptr(RbSheet) sheet = NULL;
  gint32 sector = 0;

  for (int track = 1; track <= 99; track++) {
    g_string_append_printf(text, "TRACK %02d AUDIO\n", track);
    for (int index = track == 1 ? 1 : 0; index <= 99; index++, sector++)
      g_string_append_printf(text, "INDEX %02d %02d:%02d:%02d\n", index, sector / 75 / 60,
                             sector / 75 % 60, sector % 75);
  }
  sheet = rb_cue_parse(text->str, text->len, "a.cue", &error);
  g_assert_no_error(error);
  g_array_index(sheet->files, RbSheetFile, 0).frames = (gint64)20000 * RB_FRAMES_PER_SECTOR;
  g_assert_true(rb_sheet_lay_out(sheet, RB_FIRST_PAUSE_SECTORS, &error));
  g_assert_cmpint(rb_track_index(rb_disc_track(sheet->disc, 99), 99), ==, 150 + sector - 1);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/cue_forms/forms", test_forms);
  g_test_add_func("/cue_forms/odd_length", test_odd_length);
  g_test_add_func("/cue_forms/every_kind_of_file", test_every_kind_of_file);
  g_test_add_func("/cue_forms/99_tracks_of_99_indexes", test_99_tracks_of_99_indexes);
  return g_test_run();
}
