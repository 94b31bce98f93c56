/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/disc/image_digest.h"

/* Sectors that are read at a time. */
#define PIECE_SECTORS 100

RbDigest *
al_image_digest(RbImage *image, gint32 sectors, guint kinds, const AlJob *job, GError **error)
{
  g_autoptr(RbDigest) digest = rb_digest_new(kinds);
  g_autofree gint16 *samples = g_new(gint16, 2 * PIECE_SECTORS * RB_FRAMES_PER_SECTOR);

  for (gint32 sector = 0; sector < sectors; sector += PIECE_SECTORS) {
    gsize frames = (gsize)MIN(PIECE_SECTORS, sectors - sector) * RB_FRAMES_PER_SECTOR;

    if (al_job_cancelled(job, error) ||
        !rb_image_read(image, (gint64)sector * RB_FRAMES_PER_SECTOR, samples, frames, error))
      return NULL;
    for (gsize i = 0; i < 2 * frames; i++)
      samples[i] = GINT16_TO_LE(samples[i]);
    rb_digest_update(digest, samples, 4 * frames);
  }
  return g_steal_pointer(&digest);
}
