/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_IMAGE_DIGEST_H
#define AL_IMAGE_DIGEST_H

/* The checksums of a disc's audio, whatever files it comes from. */

#include "album/job.h"
#include "redbook/checksum.h"
#include "redbook/image.h"

/* Reads the samples of the first `sectors` sectors and digests them as a DDP's IMAGE.DAT holds
 * them. `kinds` as in rb_digest_new(). NULL with an error where they cannot be read or the job was
 * interrupted. */
RbDigest *al_image_digest(RbImage *image, gint32 sectors, guint kinds, const AlJob *job,
                          GError **error);

#endif
