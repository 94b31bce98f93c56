/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/disc/one_disc.h"

#include <errno.h>
#include <string.h>

#include "album/error.h"

static gint
compare_names(gconstpointer a, gconstpointer b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The names of the discs in a folder, sorted, NULL-terminated. */
static char **
discs_in(const char *folder)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
    g_autofree char *path = g_build_filename(folder, name, NULL);

    if (al_disc_form_is(path))
      g_ptr_array_add(names, g_strdup(name));
  }
  g_ptr_array_sort(names, compare_names);
  g_ptr_array_add(names, NULL);
  return (char **)g_ptr_array_free(g_steal_pointer(&names), FALSE);
}

/* The path of the disc that is meant. */
static char *
find_disc(const char *path, GError **error)
{
  g_auto(GStrv) names = NULL;
  g_autofree char *list = NULL;

  if (!g_file_test(path, G_FILE_TEST_EXISTS)) {
    g_set_error(error, AL_ERROR, AL_ERROR_AUDIO, "cannot open %s: %s", path, g_strerror(ENOENT));
    return NULL;
  }
  if (al_disc_form_is(path))
    return g_strdup(path);
  names = discs_in(path);
  if (g_strv_length(names) == 1)
    return g_build_filename(path, names[0], NULL);
  list = g_strjoinv(", ", names);
  if (names[0] != NULL)
    g_set_error(error, AL_ERROR, AL_ERROR_AUDIO, "%s holds several discs; name one of them: %s",
                path, list);
  else
    g_set_error(error, AL_ERROR, AL_ERROR_AUDIO,
                "%s is no disc: expected a folder with a DDP, a .cue or a .toc", path);
  return NULL;
}

AlDiscForm *
al_one_disc_open(const char *path, RbFindings *findings, GError **error)
{
  g_autofree char *found = find_disc(path, error);
  g_autofree char *name = found != NULL ? g_path_get_basename(found) : NULL;

  return found != NULL ? al_disc_form_open(found, name, findings, error) : NULL;
}
