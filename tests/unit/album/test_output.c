/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/encode/output.h"

#include <unistd.h>

#include "album/error.h"
#include "tests/support/sound_file.h"

static char *folder;

static void
test_write_and_seek(void)
{
  g_autofree char *path = g_build_filename(folder, "written", NULL);
  g_autofree char *content = NULL;
  AlOutput *output = al_output_new(path, NULL);

  g_assert_true(al_output_write(output, "hello world", 11, NULL));
  g_assert_cmpint(al_output_place(output), ==, 11);
  g_assert_true(al_output_seek(output, 6, NULL));
  g_assert_true(al_output_write(output, "W", 1, NULL));
  g_assert_true(al_output_close(output, NULL));
  al_output_free(output);
  g_assert_true(g_file_get_contents(path, &content, NULL, NULL));
  g_assert_cmpstr(content, ==, "hello World");
}

static void
test_incomplete_goes(void)
{
  g_autofree char *path = g_build_filename(folder, "incomplete", NULL);
  AlOutput *output = al_output_new(path, NULL);

  g_assert_true(al_output_write(output, "x", 1, NULL));
  al_output_free(output);
  g_assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
}

static void
test_cannot_be_made(void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null(al_output_new("/no/such/folder/file", &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_WRITE);
  g_assert_cmpstr(error->message, ==,
                  "cannot write /no/such/folder/file: No such file or directory");
}

/* What does not fit is noticed at the latest when the file is closed. */
static void
test_full_disk(void)
{
  g_autofree char *path = g_build_filename(folder, "full", NULL);
  g_autoptr(AlOutput) output = NULL;
  g_autoptr(GError) error = NULL;

  if (!g_file_test("/dev/full", G_FILE_TEST_EXISTS)) {
    g_test_skip("/dev/full is not there");
    return;
  }
  g_assert_cmpint(symlink("/dev/full", path), ==, 0);
  output = al_output_new(path, NULL);
  g_assert_true(al_output_write(output, "x", 1, NULL));
  g_assert_false(al_output_close(output, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_WRITE);
  g_assert_true(g_str_has_suffix(error->message, "/full: No space left on device"));
}

int
main(int argc, char **argv)
{
  int status;

  g_test_init(&argc, &argv, NULL);
  folder = test_folder_new();
  g_test_add_func("/output/write and seek", test_write_and_seek);
  g_test_add_func("/output/what is not complete goes", test_incomplete_goes);
  g_test_add_func("/output/cannot be made", test_cannot_be_made);
  g_test_add_func("/output/full disk", test_full_disk);
  status = g_test_run();
  test_folder_remove(folder);
  return status;
}
