/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/disc/comparison_side.h"

#include <gio/gio.h>

#include "album/audio/audio_files.h"
#include "album/error.h"

static gboolean
open_disc(AlComparisonSide *side, RbFindings *findings, GError **error)
{
  gint64 frames;

  side->disc = al_disc_form_open(side->path, side->path, findings, error);
  if (side->disc == NULL)
    return FALSE;
  frames = MAX(rb_image_frames(side->disc->image),
               side->disc->disc->lead_out_sector * (gint64)RB_FRAMES_PER_SECTOR);
  g_ptr_array_add(side->recordings, al_recording_new_image(side->disc->image, side->path, frames));
  return TRUE;
}

static gboolean
open_file(AlComparisonSide *side, const char *path, GError **error)
{
  AlRecording *recording = al_recording_new_file(path, error);

  if (recording != NULL)
    g_ptr_array_add(side->recordings, recording);
  return recording != NULL;
}

/* A folder of tracks holds no sheets: FALSE with the name of one that it has. */
static gboolean
check_no_sheet(const char *folder, GError **error)
{
  g_autoptr(GDir) entries = g_dir_open(folder, 0, error);
  const char *name;

  if (entries == NULL)
    return FALSE;
  while ((name = g_dir_read_name(entries)) != NULL) {
    g_autofree char *path = g_build_filename(folder, name, NULL);

    if (al_disc_form_is(path)) {
      g_set_error(error, AL_ERROR, AL_ERROR_AUDIO,
                  "%s: is this about the disc in it or its files? Name one of them, such as %s",
                  folder, path);
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean
open_folder(AlComparisonSide *side, GError **error)
{
  g_autoptr(GPtrArray) names = al_audio_files_list(side->path, error);

  if (names == NULL || !check_no_sheet(side->path, error))
    return FALSE;
  for (guint i = 0; i < names->len; i++) {
    g_autofree char *path = g_build_filename(side->path, g_ptr_array_index(names, i), NULL);

    if (!open_file(side, path, error))
      return FALSE;
  }
  if (names->len == 0)
    g_set_error(error, AL_ERROR, AL_ERROR_AUDIO, "%s: holds no DDP and no files of audio",
                side->path);
  return names->len > 0;
}

AlComparisonSide *
al_comparison_side_open(const char *path, RbFindings *findings, GError **error)
{
  g_autoptr(AlComparisonSide) side = g_new0(AlComparisonSide, 1);
  gboolean opened;

  side->path = g_strdup(path);
  side->recordings = g_ptr_array_new_with_free_func((GDestroyNotify)al_recording_free);
  if (!g_file_test(path, G_FILE_TEST_EXISTS)) {
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "%s: No such file or directory", path);
    return NULL;
  }
  if (al_disc_form_is(path))
    opened = open_disc(side, findings, error);
  else if (g_file_test(path, G_FILE_TEST_IS_DIR))
    opened = open_folder(side, error);
  else
    opened = open_file(side, path, error);
  return opened ? g_steal_pointer(&side) : NULL;
}

void
al_comparison_side_free(AlComparisonSide *side)
{
  if (side == NULL)
    return;
  g_free(side->path);
  g_ptr_array_unref(side->recordings);
  al_disc_form_free(side->disc);
  g_free(side);
}

const AlRecording *
al_comparison_side_get(const AlComparisonSide *side, guint i)
{
  return g_ptr_array_index(side->recordings, i);
}
