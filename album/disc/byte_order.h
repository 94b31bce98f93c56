/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_BYTE_ORDER_H
#define AL_BYTE_ORDER_H

/* Raw audio has no header that tells its byte order: IMAGE.DAT and BINARY files are little-endian,
 * and one that is not is noise at full level. Music moves little from frame to frame; with its
 * bytes the wrong way round it jumps. */

#include "redbook/finding.h"
#include "redbook/image.h"

/* Looks at pieces all over the image; R01 (error) where nearly all of them that are not silent
 * would be far smoother with their bytes swapped. Noise at full level is smooth neither way, and
 * passes. FALSE with an error where the image cannot be read. */
gboolean al_byte_order_check(RbImage *image, const char *place, RbFindings *findings,
                             GError **error);

#endif
