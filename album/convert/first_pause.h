/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_FIRST_PAUSE_H
#define AL_FIRST_PAUSE_H

/* The first two seconds of a disc: silent by the rules, and in no file but a DDP's. */

#include "redbook/finding.h"
#include "redbook/image.h"

/* Whether `sectors` sectors hold any sound. FALSE with an error where they cannot be read. */
gboolean al_image_sounds(RbImage *image, gint32 first_sector, gint32 sectors, gboolean *sounds,
                         GError **error);

/* A finding (C08, error) where there is sound in the first pause, which will be left out. */
gboolean al_first_pause_judge(RbImage *image, RbFindings *findings, GError **error);

#endif
