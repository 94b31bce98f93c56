/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_IMAGE_COPY_H
#define AL_IMAGE_COPY_H

/* The audio of a disc, written anew as one file. */

#include "album/deliver/image_writer.h"
#include "album/job.h"
#include "redbook/checksum.h"
#include "redbook/image.h"

typedef struct {
  RbImage *image;
  gint32 sectors; /* from 00:00:00 to the lead-out */
  AlImageForm form;
  gint32 first_sector; /* what the file begins with: 0, or the end of the first pause */
} AlImageCopy;

/* Writes the file and gives the digest (RB_CHECKSUM_DDP) of the samples from 00:00:00 on as the
 * disc has them now: where the file begins behind the first pause, that is silent. NULL with an
 * error. */
RbDigest *al_image_copy(const AlImageCopy *copy, const char *path, const AlJob *job,
                        GError **error);

#endif
