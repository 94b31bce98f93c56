/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/convert/image_copy.h"

#include <string.h>

/* Sectors that are copied at a time; the first piece ends with the first pause. */
#define PIECE_SECTORS RB_FIRST_PAUSE_SECTORS

static gboolean
write_piece(AlImageWriter *writer, RbDigest *digest, gint16 *samples, gsize frames, GError **error)
{
  if (!al_image_writer_write(writer, samples, frames, error))
    return FALSE;
  for (gsize i = 0; i < 2 * frames; i++)
    samples[i] = GINT16_TO_LE(samples[i]);
  rb_digest_update(digest, samples, 4 * frames);
  return TRUE;
}

RbDigest *
al_image_copy(const AlImageCopy *copy, const char *path, const AlJob *job, GError **error)
{
  g_autoptr(RbDigest) digest = rb_digest_new(RB_CHECKSUM_DDP);
  g_autoptr(AlImageWriter) writer = al_image_writer_new(
      path, copy->form, (gint64)copy->first_sector * RB_FRAMES_PER_SECTOR, error);
  g_autofree gint16 *samples = g_new(gint16, 2 * PIECE_SECTORS * RB_FRAMES_PER_SECTOR);

  if (writer == NULL)
    return NULL;
  for (gint32 sector = 0; sector < copy->sectors; sector += PIECE_SECTORS) {
    gsize frames = (gsize)MIN(PIECE_SECTORS, copy->sectors - sector) * RB_FRAMES_PER_SECTOR;

    if (al_job_cancelled(job, error) ||
        !rb_image_read(copy->image, (gint64)sector * RB_FRAMES_PER_SECTOR, samples, frames, error))
      return NULL;
    if (sector < copy->first_sector)
      memset(samples, 0, 2 * frames * sizeof *samples);
    if (!write_piece(writer, digest, samples, frames, error))
      return NULL;
    al_job_progress(job, "Writing", (double)sector / copy->sectors);
  }
  return al_image_writer_finish(writer, error) ? g_steal_pointer(&digest) : NULL;
}
