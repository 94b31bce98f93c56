/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/convert/first_pause.h"

gboolean
al_image_sounds(RbImage *image, gint32 first_sector, gint32 sectors, gboolean *sounds,
                GError **error)
{
  gint16 samples[2 * RB_FRAMES_PER_SECTOR];

  *sounds = FALSE;
  for (gint32 sector = first_sector; sector < first_sector + sectors && !*sounds; sector++) {
    if (!rb_image_read(image, (gint64)sector * RB_FRAMES_PER_SECTOR, samples, RB_FRAMES_PER_SECTOR,
                       error))
      return FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS(samples); i++)
      *sounds |= samples[i] != 0;
  }
  return TRUE;
}

gboolean
al_first_pause_judge(RbImage *image, RbFindings *findings, GError **error)
{
  gboolean sounds;

  if (!al_image_sounds(image, 0, RB_FIRST_PAUSE_SECTORS, &sounds, error))
    return FALSE;
  if (sounds)
    rb_findings_add(findings, "C08", RB_SEVERITY_ERROR, "track 1, index 0",
                    "The first two seconds of the disc hold audio, which is left out: what a CUE, "
                    "a TOC or files of tracks speak of begins at 00:02:00.");
  return TRUE;
}
