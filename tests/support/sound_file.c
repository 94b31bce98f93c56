/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/sound_file.h"

#include <glib/gstdio.h>
#include <sndfile.h>

char *
test_folder_new(void)
{
  g_autoptr(GError) error = NULL;
  char *folder = g_dir_make_tmp("segue-test-XXXXXX", &error);

  g_assert_no_error(error);
  return folder;
}

static void
remove_tree(const char *path)
{
  g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
    g_autofree char *below = g_build_filename(path, name, NULL);

    remove_tree(below);
  }
  g_assert_cmpint(g_remove(path), ==, 0);
}

void
test_folder_remove(char *folder)
{
  remove_tree(folder);
  g_free(folder);
}

void
test_sound_file_write(const char *path, int format, int rate, int channels, const double *samples,
                      gint64 frames)
{
  SF_INFO info = {.samplerate = rate, .channels = channels, .format = format};
  SNDFILE *file = sf_open(path, SFM_WRITE, &info);

  g_assert_nonnull(file);
  g_assert_cmpint(sf_writef_double(file, samples, frames), ==, frames);
  g_assert_cmpint(sf_close(file), ==, 0);
}

void
test_sound_file_write_integers(const char *path, int format, int rate, int channels,
                               const int *samples, gint64 frames)
{
  SF_INFO info = {.samplerate = rate, .channels = channels, .format = format};
  SNDFILE *file = sf_open(path, SFM_WRITE, &info);

  g_assert_nonnull(file);
  g_assert_cmpint(sf_writef_int(file, samples, frames), ==, frames);
  g_assert_cmpint(sf_close(file), ==, 0);
}

void
test_file_cut(const char *path, gsize bytes)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true(g_file_get_contents(path, &content, &length, NULL));
  g_assert_cmpuint(bytes, <=, length);
  g_assert_true(g_file_set_contents(path, content, (gssize)(length - bytes), NULL));
}
