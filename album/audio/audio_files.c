/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/audio/audio_files.h"

#include <errno.h>
#include <string.h>

#include "album/audio/natural_order.h"
#include "album/error.h"

static const char *const endings[] = {
    "aif", "aifc", "aiff", "au",  "caf", "flac", "mp3",  "oga",
    "ogg", "opus", "rf64", "snd", "w64", "wav",  "wave",
};

gboolean
al_audio_files_named(const char *name)
{
  const char *point = strrchr(name, '.');

  for (gsize i = 0; point != NULL && i < G_N_ELEMENTS(endings); i++)
    if (g_ascii_strcasecmp(point + 1, endings[i]) == 0)
      return TRUE;
  return FALSE;
}

GPtrArray *
al_audio_files_list(const char *folder, GError **error)
{
  g_autoptr(GDir) entries = g_dir_open(folder, 0, NULL);
  GPtrArray *names;
  const char *name;

  if (entries == NULL) {
    g_set_error(error, AL_ERROR, AL_ERROR_AUDIO, "cannot open %s: %s", folder, g_strerror(errno));
    return NULL;
  }
  names = g_ptr_array_new_with_free_func(g_free);
  while ((name = g_dir_read_name(entries)) != NULL) {
    g_autofree char *path = g_build_filename(folder, name, NULL);

    if (name[0] != '.' && al_audio_files_named(name) && g_file_test(path, G_FILE_TEST_IS_REGULAR))
      g_ptr_array_add(names, g_strdup(name));
  }
  g_ptr_array_sort(names, al_natural_order_sort);
  return names;
}
