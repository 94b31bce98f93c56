/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/disc/comparison.h"

#include <glib/gstdio.h>
#include <sndfile.h>
#include <string.h>

#include "tests/support/sound_file.h"
#include "tests/support/takes.h"

#define FRAMES (6 * 44100)
#define FRAMES_IN_SHEET "00:05:00"

static char *folder;

/* Compares two paths below the folder; the ids of the findings in their order, "P20 P31". */
static char *
compare(const char *a_name, const char *b_name, char **text)
{
  g_autoptr(RbFindings) odd = rb_findings_new();
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autofree char *a_path = g_build_filename(folder, a_name, NULL);
  g_autofree char *b_path = g_build_filename(folder, b_name, NULL);
  g_autoptr(AlComparisonSide) a = al_comparison_side_open(a_path, odd, NULL);
  g_autoptr(AlComparisonSide) b = al_comparison_side_open(b_path, odd, NULL);
  g_autoptr(GString) ids = g_string_new(NULL);
  g_autoptr(GString) texts = g_string_new(NULL);
  g_autoptr(GError) error = NULL;
  const AlJob job = {.threads = 1};

  g_assert_nonnull(a);
  g_assert_nonnull(b);
  g_autoptr(AlComparison) comparison = al_compare(a, b, &job, findings, &error);

  g_assert_no_error(error);
  g_assert_nonnull(comparison);
  for (guint i = 0; i < rb_findings_count(findings); i++) {
    const RbFinding *finding = rb_findings_get(findings, i);

    g_assert_cmpint(finding->severity, ==, RB_SEVERITY_ERROR);
    g_string_append_printf(ids, "%s%s", i > 0 ? " " : "", finding->id);
    g_string_append(texts, finding->text);
  }
  g_test_message("%s, %s: %s", a_name, b_name, texts->str);
  if (text != NULL)
    *text = g_strdup(texts->str);
  return g_string_free(g_steal_pointer(&ids), FALSE);
}

static void
write_take(const char *name, TestTake take)
{
  g_autofree char *path = g_build_filename(folder, name, NULL);

  test_take_write(path, &take);
}

/* Each take against the one of 16 bits. */
static void
test_takes(void)
{
  static const struct {
    const char *name;
    TestTake take;
    const char *ids, *words;
  } rows[] = {
      {"same.wav", {.frames = FRAMES}, "", ""},
      {"same.flac", {.frames = FRAMES, .format = SF_FORMAT_FLAC | SF_FORMAT_PCM_24}, "", ""},
      {"same.aiff", {.frames = FRAMES, .format = SF_FORMAT_AIFF | SF_FORMAT_PCM_24}, "", ""},
      {"bad.wav",
       {.frames = FRAMES, .bad_frame = 66150},
       "P20",
       "differs in 1 of 264600 frames, first at 0:01.500 (frame 66150)"},
      {"later.wav",
       {.frames = FRAMES + 441, .later = 441},
       "P30 P31",
       "441 frames (10.000 ms) later; moved back, it is the same"},
      {"cut.wav", {.frames = FRAMES, .later = -10}, "P30 P20", "10 frames (0.227 ms) earlier"},
      {"short.wav", {.frames = FRAMES - 7}, "P31 P20", "found 264593"},
      {"soft.wav", {.frames = FRAMES, .gain = 0.5}, "P20", "6.0 dB softer"},
      {"96.wav", {.frames = FRAMES, .rate = 96000}, "P33", "expected 44100 Hz, found 96000 Hz"},
  };

  write_take("take.wav", (TestTake){.frames = FRAMES});
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree char *text = NULL;
    g_autofree char *ids = NULL;

    write_take(rows[i].name, rows[i].take);
    ids = compare("take.wav", rows[i].name, &text);
    g_assert_cmpstr(ids, ==, rows[i].ids);
    g_assert_nonnull(strstr(text, rows[i].words));
  }
}

static void
make_folder(const char *name, guint tracks)
{
  g_autofree char *path = g_build_filename(folder, name, NULL);

  g_assert_cmpint(g_mkdir(path, 0700), ==, 0);
  for (guint i = 1; i <= tracks; i++) {
    g_autofree char *track = g_strdup_printf("%s/%u.wav", name, i);

    write_take(track, (TestTake){.frames = FRAMES, .gain = 1.0 / i});
  }
}

static void
test_folders(void)
{
  g_autofree char *same = NULL;
  g_autofree char *fewer = NULL;
  g_autofree char *bad = NULL;
  g_autofree char *text = NULL;

  make_folder("a", 3);
  make_folder("b", 3);
  make_folder("c", 2);
  same = compare("a", "b", NULL);
  g_assert_cmpstr(same, ==, "");
  fewer = compare("a", "c", NULL);
  g_assert_cmpstr(fewer, ==, "P32");
  write_take("b/3.wav", (TestTake){.frames = FRAMES, .gain = 1.0 / 3, .bad_frame = 5});
  bad = compare("a", "b", &text);
  g_assert_cmpstr(bad, ==, "P20");
}

static void
write_sheet(const char *name, const char *audio, const char *isrc, const char *start)
{
  g_autofree char *path = g_build_filename(folder, name, NULL);
  g_autofree char *text = g_strdup_printf("FILE %s WAVE\n TRACK 01 AUDIO\n  ISRC %s\n"
                                          "  INDEX 01 00:00:00\n  INDEX 02 %s\n",
                                          audio, isrc, start);

  g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static void
test_discs(void)
{
  g_autofree char *same = NULL;
  g_autofree char *codes = NULL;
  g_autofree char *marks = NULL;
  g_autofree char *audio = NULL;
  g_autofree char *file = NULL;
  g_autofree char *text = NULL;

  write_take("bad.wav", (TestTake){.frames = FRAMES, .bad_frame = 66150});
  write_take("disc.flac",
             (TestTake){.frames = FRAMES, .format = SF_FORMAT_FLAC | SF_FORMAT_PCM_16});
  write_sheet("a.cue", "take.wav", "FRABC2600001", FRAMES_IN_SHEET);
  write_sheet("b.cue", "disc.flac", "FRABC2600001", FRAMES_IN_SHEET);
  same = compare("a.cue", "b.cue", NULL);
  g_assert_cmpstr(same, ==, "");
  write_sheet("b.cue", "take.wav", "FRABC2600002", FRAMES_IN_SHEET);
  codes = compare("a.cue", "b.cue", NULL);
  g_assert_cmpstr(codes, ==, "P07");
  write_sheet("b.cue", "take.wav", "FRABC2600001", "00:03:00");
  marks = compare("a.cue", "b.cue", NULL);
  g_assert_cmpstr(marks, ==, "P05");
  write_sheet("b.cue", "bad.wav", "FRABC2600001", FRAMES_IN_SHEET);
  audio = compare("a.cue", "b.cue", &text);
  g_assert_cmpstr(audio, ==, "P20");
  g_assert_nonnull(strstr(text, "first at 00:03:37"));
  file = compare("a.cue", "take.wav", NULL);
  g_assert_cmpstr(file, ==, "P30");
}

int
main(int argc, char **argv)
{
  int status;

  g_test_init(&argc, &argv, NULL);
  folder = test_folder_new();
  g_test_add_func("/comparison/takes", test_takes);
  g_test_add_func("/comparison/folders", test_folders);
  g_test_add_func("/comparison/discs", test_discs);
  status = g_test_run();
  test_folder_remove(folder);
  return status;
}
