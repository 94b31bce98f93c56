/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/convert/publish.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "album/error.h"

static gboolean
fail(const char *path, GError **error)
{
  int saved = errno;

  g_set_error(error, AL_ERROR, AL_ERROR_WRITE, "cannot make %s: %s", path, g_strerror(saved));
  return FALSE;
}

gboolean
al_publish_is_free(const char *path, GError **error)
{
  GStatBuf status;

  if (g_lstat(path, &status) != 0 && errno == ENOENT)
    return TRUE;
  g_set_error(error, AL_ERROR, AL_ERROR_WRITE,
              "%s is there already, and nothing is overwritten; name another place", path);
  return FALSE;
}

gboolean
al_publish_folder(const AlStaging *staging, const char *place, GError **error)
{
  if (!al_publish_is_free(place, error))
    return FALSE;
  if (g_rmdir(al_staging_work_folder(staging)) == 0 &&
      g_rename(al_staging_folder(staging), place) == 0)
    return TRUE;
  return fail(place, error);
}

/* A second name for the file, which fails where there is one; where the file system knows no
 * second names, it is moved. */
static gboolean
place_file(const char *from, const char *to, GError **error)
{
  if (!al_publish_is_free(to, error))
    return FALSE;
  if (link(from, to) == 0 || (errno != EEXIST && g_rename(from, to) == 0))
    return TRUE;
  return fail(to, error);
}

gboolean
al_publish_files(const AlStaging *staging, const GPtrArray *names, const char *folder,
                 GError **error)
{
  for (guint i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index(names, i);
    g_autofree char *from = g_build_filename(al_staging_folder(staging), name, NULL);
    g_autofree char *to = g_build_filename(folder, name, NULL);

    if (place_file(from, to, error))
      continue;
    while (i-- > 0) {
      g_autofree char *placed = g_build_filename(folder, g_ptr_array_index(names, i), NULL);

      g_unlink(placed);
    }
    return FALSE;
  }
  return TRUE;
}
