/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/draft/new_file.h"

#include <gio/gio.h>
#include <string.h>

#include "album/error.h"
#include "tests/support/sound_file.h"

static guint
count_entries(const char *folder)
{
  g_autoptr(GDir) entries = g_dir_open(folder, 0, NULL);
  guint count = 0;

  while (g_dir_read_name(entries) != NULL)
    count++;
  return count;
}

static void
test_once(void)
{
  char *folder = test_folder_new();
  g_autofree char *path = g_build_filename(folder, "album.yaml", NULL);
  g_autofree char *content = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true(al_new_file_write(path, "segue: 1\n", &error));
  g_assert_no_error(error);
  g_assert_false(al_new_file_write(path, "other", &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_WRITE);
  g_assert_nonnull(strstr(error->message, "never overwritten"));
  g_assert_true(g_file_get_contents(path, &content, NULL, NULL));
  g_assert_cmpstr(content, ==, "segue: 1\n");
  g_assert_cmpuint(count_entries(folder), ==, 1);
  test_folder_remove(folder);
}

/* A name that leads nowhere is taken, too. */
static void
test_dangling_link(void)
{
  char *folder = test_folder_new();
  g_autofree char *path = g_build_filename(folder, "album.yaml", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) link = g_file_new_for_path(path);

  g_assert_true(g_file_make_symbolic_link(link, "nowhere", NULL, NULL));
  g_assert_false(al_new_file_write(path, "segue: 1\n", &error));
  g_assert_nonnull(strstr(error->message, "never overwritten"));
  g_assert_cmpuint(count_entries(folder), ==, 1);
  test_folder_remove(folder);
}

static void
test_no_folder(void)
{
  g_autoptr(GError) error = NULL;

  g_assert_false(al_new_file_write("/nowhere/at/all/album.yaml", "x", &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_WRITE);
  g_assert_nonnull(strstr(error->message, "No such file"));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/new_file/once", test_once);
  g_test_add_func("/new_file/dangling_link", test_dangling_link);
  g_test_add_func("/new_file/no_folder", test_no_folder);
  return g_test_run();
}
