/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/audio/audio_files.h"

#include <glib/gstdio.h>

#include "album/error.h"
#include "tests/support/sound_file.h"

static void
touch(const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename(folder, name, NULL);

  g_assert_true(g_file_set_contents(path, "", 0, NULL));
}

static void
test_names(void)
{
  g_assert_true(al_audio_files_named("a.wav"));
  g_assert_true(al_audio_files_named("folder.d/A.B.FLAC"));
  g_assert_true(al_audio_files_named("a.Aiff"));
  g_assert_false(al_audio_files_named("wav"));
  g_assert_false(al_audio_files_named("a.wavy"));
  g_assert_false(al_audio_files_named("a.txt"));
  g_assert_false(al_audio_files_named(""));
}

static void
test_list(void)
{
  static const char *const names[] = {"10 c.wav", "2 b.flac", "notes.txt", ".hidden.wav",
                                      "1 a.WAV"};
  static const char *const expected[] = {"1 a.WAV", "2 b.flac", "10 c.wav"};
  char *folder = test_folder_new();
  g_autofree char *below = g_build_filename(folder, "folder.wav", NULL);
  g_autoptr(GPtrArray) listed = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    touch(folder, names[i]);
  g_assert_cmpint(g_mkdir(below, 0700), ==, 0);
  listed = al_audio_files_list(folder, NULL);
  g_assert_nonnull(listed);
  g_assert_cmpuint(listed->len, ==, G_N_ELEMENTS(expected));
  for (guint i = 0; i < listed->len; i++)
    g_assert_cmpstr(g_ptr_array_index(listed, i), ==, expected[i]);
  test_folder_remove(folder);
}

static void
test_no_folder(void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null(al_audio_files_list("/nowhere/at/all", &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_AUDIO);
  g_assert_cmpstr(error->message, ==, "cannot open /nowhere/at/all: No such file or directory");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/audio_files/names", test_names);
  g_test_add_func("/audio_files/list", test_list);
  g_test_add_func("/audio_files/no_folder", test_no_folder);
  return g_test_run();
}
