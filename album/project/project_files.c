/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/project_files.h"

#include <glib/gstdio.h>

#include "album/error.h"

/* A file that is to be written, where there is one already. */
typedef struct {
  const char *path;
  GStatBuf status;
  GError **error;
} Target;

/* `what` it is for the project. */
static gboolean
spare(const Target *target, const char *path, const char *what)
{
  GStatBuf status;

  if (path == NULL || g_stat(path, &status) != 0 || status.st_dev != target->status.st_dev ||
      status.st_ino != target->status.st_ino)
    return TRUE;
  g_set_error(target->error, AL_ERROR, AL_ERROR_WRITE,
              "cannot write %s: it is %s; give another name", target->path, what);
  return FALSE;
}

static gboolean
spare_references(const Target *target, const AlTone *tone)
{
  for (guint i = 0; i < tone->references->len; i++)
    if (!spare(target, al_tone_reference(tone, i)->path, "a reference of the project"))
      return FALSE;
  return TRUE;
}

gboolean
al_project_files_spare(const AlProject *project, const char *path, GError **error)
{
  Target target = {.path = path, .error = error};

  if (path == NULL || g_stat(path, &target.status) != 0)
    return TRUE;
  if (!spare(&target, project->path, "the project file") ||
      !spare(&target, project->album.cover, "the cover of the album") ||
      !spare_references(&target, &project->master.tone))
    return FALSE;
  for (guint number = 1; number <= project->tracks->len; number++) {
    const AlTrack *track = al_project_track(project, number);
    g_autofree char *mix = g_strdup_printf("the mix of track %u", number);

    if (!spare(&target, track->mix.path, mix) ||
        !spare(&target, track->hidden.path, "the hidden audio of the album") ||
        !spare_references(&target, &track->tone))
      return FALSE;
  }
  return TRUE;
}
