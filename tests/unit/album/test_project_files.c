/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/project_files.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "album/error.h"
#include "tests/support/sound_file.h"

#define YAML                                                      \
  "segue: 1\nalbum: {title: T, performer: P, cover: cover.png}\n" \
  "master: {tone: {toward: reference.wav}}\n"                     \
  "tracks: [{file: mix.wav, title: A, hidden: hidden.wav}]\ndeliver: {download: }\n"

/* What each file is to the project, NULL: nothing. */
static const struct {
  const char *name, *what;
} files[] = {
    {"album.yaml", "it is the project file;"},
    {"cover.png", "it is the cover of the album;"},
    {"reference.wav", "it is a reference of the project;"},
    {"mix.wav", "it is the mix of track 1;"},
    {"hidden.wav", "it is the hidden audio of the album;"},
    {"linked.svg", "it is the mix of track 1;"},
    {"other.svg", NULL},
    {"nothing.svg", NULL},
};

static void
test_spare(void)
{
  char *folder = test_folder_new();
  g_autofree char *project_path = g_build_filename(folder, "album.yaml", NULL);
  g_autofree char *mix = g_build_filename(folder, "mix.wav", NULL);
  g_autofree char *linked = g_build_filename(folder, "linked.svg", NULL);
  g_autoptr(AlProject) project = NULL;

  for (guint i = 0; i < G_N_ELEMENTS(files) - 1; i++) {
    g_autofree char *path = g_build_filename(folder, files[i].name, NULL);

    if (g_strcmp0(files[i].name, "linked.svg") != 0)
      g_assert_true(g_file_set_contents(path, i == 0 ? YAML : "x", -1, NULL));
  }
  g_assert_cmpint(symlink(mix, linked), ==, 0);
  project = al_project_read(project_path, NULL);
  for (guint i = 0; i < G_N_ELEMENTS(files); i++) {
    g_autofree char *path = g_build_filename(folder, files[i].name, NULL);
    g_autoptr(GError) error = NULL;
    gboolean spared = al_project_files_spare(project, path, &error);

    g_assert_true(spared == (files[i].what == NULL));
    if (!spared) {
      g_assert_error(error, AL_ERROR, AL_ERROR_WRITE);
      g_assert_nonnull(g_strstr_len(error->message, -1, files[i].what));
    }
  }
  g_assert_true(al_project_files_spare(project, NULL, NULL));
  test_folder_remove(folder);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/project_files/spare", test_spare);
  return g_test_run();
}
