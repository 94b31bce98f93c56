/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/disc/comparison_side.h"

#include <string.h>

#include "tests/support/sound_file.h"
#include "tests/support/takes.h"

#define FRAMES (5 * 44100)

static char *folder;

static char *
place(const char *name)
{
  return g_build_filename(folder, name, NULL);
}

static AlComparisonSide *
open_side(const char *path)
{
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autoptr(GError) error = NULL;
  AlComparisonSide *side = al_comparison_side_open(path, findings, &error);

  g_assert_no_error(error);
  return side;
}

static void
assert_refused(const char *path, const char *words)
{
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autoptr(GError) error = NULL;

  g_assert_null(al_comparison_side_open(path, findings, &error));
  g_assert_nonnull(error);
  g_test_message("%s", error->message);
  g_assert_nonnull(strstr(error->message, words));
}

static void
test_files(void)
{
  const TestTake take = {.frames = FRAMES};
  g_autofree char *second = place("2.wav");
  g_autofree char *tenth = place("10.wav");

  assert_refused(folder, "no DDP and no files of audio");
  test_take_write(second, &take);
  test_take_write(tenth, &take);
  g_autoptr(AlComparisonSide) tracks = open_side(folder);
  g_autoptr(AlComparisonSide) file = open_side(tenth);

  g_assert_cmpuint(tracks->recordings->len, ==, 2);
  g_assert_cmpstr(al_comparison_side_get(tracks, 0)->name, ==, "2.wav");
  g_assert_null(tracks->disc);
  g_assert_cmpuint(file->recordings->len, ==, 1);
  assert_refused("nowhere", "nowhere: No such file");
}

static void
test_disc(void)
{
  const TestTake take = {.frames = FRAMES};
  g_autofree char *audio = place("disc.wav");
  g_autofree char *sheet = place("disc.cue");

  test_take_write(audio, &take);
  g_assert_true(g_file_set_contents(
      sheet, "FILE disc.wav WAVE\n TRACK 01 AUDIO\n  INDEX 01 00:00:00\n", -1, NULL));
  g_autoptr(AlComparisonSide) disc = open_side(sheet);

  g_assert_nonnull(disc->disc);
  g_assert_cmpuint(disc->recordings->len, ==, 1);
  g_assert_cmpint(al_comparison_side_get(disc, 0)->frames, ==, FRAMES + 150 * 588);
  assert_refused(folder, "disc.cue");
}

int
main(int argc, char **argv)
{
  int status;

  g_test_init(&argc, &argv, NULL);
  folder = test_folder_new();
  g_test_add_func("/comparison_side/files", test_files);
  g_test_add_func("/comparison_side/disc", test_disc);
  status = g_test_run();
  test_folder_remove(folder);
  return status;
}
