/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/folder.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "redbook/error.h"

static gint
compare_names(gconstpointer a, gconstpointer b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

GPtrArray *
rb_folder_names(const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name(dir)) != NULL)
    g_ptr_array_add(names, g_strdup(name));
  g_ptr_array_sort(names, compare_names);
  return names;
}

char *
rb_folder_find(const char *folder, const char *name, GError **error)
{
  g_autofree char *exact = g_build_filename(folder, name, NULL);
  g_autoptr(GPtrArray) names = NULL;

  if (g_file_test(exact, G_FILE_TEST_EXISTS))
    return g_steal_pointer(&exact);
  names = rb_folder_names(folder);
  for (guint i = 0; i < names->len; i++) {
    const char *entry = g_ptr_array_index(names, i);

    if (g_ascii_strcasecmp(entry, name) == 0)
      return g_build_filename(folder, entry, NULL);
  }
  g_set_error(error, RB_ERROR, RB_ERROR_FILE, "%s: there is no file %s", folder, name);
  return NULL;
}

gboolean
rb_folder_measure(const char *path, gint64 *bytes, GError **error)
{
  GStatBuf status;

  if (g_stat(path, &status) != 0) {
    g_set_error(error, RB_ERROR, RB_ERROR_FILE, "%s: %s", path, g_strerror(errno));
    return FALSE;
  }
  if (!S_ISREG(status.st_mode)) {
    g_set_error(error, RB_ERROR, RB_ERROR_FILE, "%s is not a file", path);
    return FALSE;
  }
  *bytes = status.st_size;
  return TRUE;
}

GBytes *
rb_folder_read(const char *folder, const char *name, gint64 limit, GError **error)
{
  g_autofree char *path = rb_folder_find(folder, name, error);
  g_autoptr(GError) refused = NULL;
  gint64 size;
  char *content;
  gsize length;

  if (path == NULL || !rb_folder_measure(path, &size, error))
    return NULL;
  if (size > limit) {
    g_set_error(error, RB_ERROR, RB_ERROR_FORMAT,
                "%s has %" G_GINT64_FORMAT " bytes, expected at most %" G_GINT64_FORMAT, path, size,
                limit);
    return NULL;
  }
  if (!g_file_get_contents(path, &content, &length, &refused)) {
    g_set_error_literal(error, RB_ERROR, RB_ERROR_FILE, refused->message);
    return NULL;
  }
  return g_bytes_new_take(content, length);
}
