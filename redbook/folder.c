/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/folder.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "redbook/error.h"

char *
rb_folder_find(const char *folder, const char *name, GError **error)
{
  g_autoptr(GDir) listing = NULL;
  g_autofree char *exact = g_build_filename(folder, name, NULL);
  const char *entry;

  if (g_file_test(exact, G_FILE_TEST_EXISTS))
    return g_steal_pointer(&exact);
  listing = g_dir_open(folder, 0, NULL);
  if (listing == NULL) {
    g_set_error(error, RB_ERROR, RB_ERROR_FILE, "%s is not a folder that can be read", folder);
    return NULL;
  }
  while ((entry = g_dir_read_name(listing)) != NULL) {
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
