/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/draft/disc_excerpt.h"

#include <string.h>

#include "tests/support/sound_file.h"
#include "tests/support/takes.h"

#define FILE_FRAMES 10000

static char *folder;
static char *first_path, *second_path;

/*   silence 1000 | first file, in two steps | 300 of silence | second file, raw */
static RbImage *
make_image(void)
{
  RbImage *image = rb_image_new();

  rb_image_add_silence(image, 1000);
  g_assert_true(rb_image_add_file(image, first_path, RB_AUDIO_SOUND_FILE, 0, 4000, NULL));
  g_assert_true(rb_image_add_file(image, first_path, RB_AUDIO_SOUND_FILE, 4000, -1, NULL));
  rb_image_add_silence(image, 300);
  g_assert_true(
      rb_image_add_file(image, second_path, RB_AUDIO_RAW_LITTLE_ENDIAN, 0, FILE_FRAMES, NULL));
  return image;
}

static void
test_find(void)
{
  static const struct {
    gint64 first, end;
    gboolean pause_follows, found;
    gint64 file_first, file_end;
  } rows[] = {
      {1000, 11000, FALSE, TRUE, 0, 10000},
      {1500, 2000, FALSE, TRUE, 500, 1000},
      {4000, 6000, FALSE, TRUE, 3000, 5000},
      {1500, 11300, TRUE, TRUE, 500, 10000}, /* the end of a sector without audio */
      {1500, 11300, FALSE, FALSE, 0, 0},     /* which would be lost in front of more audio */
      {1500, 11301, TRUE, FALSE, 0, 0},      /* another file */
      {0, 2000, FALSE, FALSE, 0, 0},         /* begins with silence */
      {12000, 13000, FALSE, FALSE, 0, 0},    /* raw */
      {2000, 2000, FALSE, FALSE, 0, 0},
      {90000, 90001, FALSE, FALSE, 0, 0},
  };
  g_autoptr(RbImage) image = make_image();

  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    AlDiscExcerpt excerpt;

    g_assert_cmpint(
        al_disc_excerpt_find(image, rows[i].first, rows[i].end, rows[i].pause_follows, &excerpt),
        ==, rows[i].found);
    if (!rows[i].found)
      continue;
    g_assert_cmpstr(excerpt.path, ==, first_path);
    g_assert_cmpint(excerpt.first_frame, ==, rows[i].file_first);
    g_assert_cmpint(excerpt.end_frame, ==, rows[i].file_end);
  }
}

static gboolean
is_silent(RbImage *image, gint64 first, gint64 end)
{
  gboolean silent;

  g_assert_true(al_disc_excerpt_is_silent(image, first, end, &silent, NULL));
  return silent;
}

static void
test_silence(void)
{
  g_autoptr(RbImage) image = make_image();

  g_assert_true(is_silent(image, 0, 1000));
  g_assert_true(is_silent(image, 500, 500));
  g_assert_true(is_silent(image, 11000, 11300));
  g_assert_false(is_silent(image, 11000, 11400));
  g_assert_false(is_silent(image, 5000, 5001));
  g_assert_true(is_silent(image, 50000, 200000));
}

int
main(int argc, char **argv)
{
  const TestTake take = {.frames = FILE_FRAMES};
  int status;

  g_test_init(&argc, &argv, NULL);
  folder = test_folder_new();
  first_path = g_build_filename(folder, "1.wav", NULL);
  second_path = g_build_filename(folder, "2.wav", NULL);
  test_take_write(first_path, &take);
  test_take_write(second_path, &take);
  g_test_add_func("/disc_excerpt/find", test_find);
  g_test_add_func("/disc_excerpt/silence", test_silence);
  status = g_test_run();
  g_free(first_path);
  g_free(second_path);
  test_folder_remove(folder);
  return status;
}
