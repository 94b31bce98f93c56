/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "album/project/spelling.h"
#include "album/project/values.h"

/* A folder with more entries than this is not searched for a similar name. */
#define ENTRIES 500

static gint
by_name(gconstpointer a, gconstpointer b)
{
  return g_strcmp0(*(const char *const *)a, *(const char *const *)b);
}

static char *
find_similar(const char *path)
{
  g_autofree char *folder = g_path_get_dirname(path);
  g_autofree char *name = g_path_get_basename(path);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  const char *entry, *nearest;

  while (dir != NULL && names->len < ENTRIES && (entry = g_dir_read_name(dir)) != NULL) {
    if (g_utf8_validate(entry, -1, NULL))
      g_ptr_array_add(names, g_strdup(entry));
  }
  g_ptr_array_sort(names, by_name);
  g_ptr_array_add(names, NULL);
  nearest = al_spelling_nearest(name, (const char *const *)names->pdata);
  return nearest != NULL ? g_strdup_printf("its folder has \"%s\"", nearest) : NULL;
}

static void
tell_missing(AlReader *reader, const AlYamlNode *value, const char *path)
{
  g_autofree char *similar = find_similar(path);

  if (value->text[0] == '~')
    al_schema_tell(reader, value, "\"~\" is not read as the home folder", "no such file");
  else
    al_schema_tell(reader, value, similar != NULL ? similar : "paths are relative to this file",
                   "no such file");
}

/* Who opens one waits for whoever writes into it. */
static gboolean
is_pipe(const char *path)
{
  GStatBuf status;

  return g_stat(path, &status) == 0 && S_ISFIFO(status.st_mode);
}

void
al_value_file(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  g_autofree char *path = NULL;
  char **place = member;

  (void)key;
  if (!al_value_is_text(reader, value))
    return;
  path = g_path_is_absolute(value->text) || g_str_equal(reader->folder, ".")
             ? g_strdup(value->text)
             : g_build_filename(reader->folder, value->text, NULL);
  if (!g_file_test(path, G_FILE_TEST_EXISTS)) {
    tell_missing(reader, value, path);
  } else if (g_file_test(path, G_FILE_TEST_IS_DIR)) {
    al_schema_tell(reader, value, NULL, "this is a folder, not a file");
  } else if (is_pipe(path)) {
    al_schema_tell(reader, value, NULL, "this is a pipe, not a file");
  } else {
    g_free(*place);
    *place = g_steal_pointer(&path);
  }
}
