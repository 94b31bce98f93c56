/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_ONE_DISC_H
#define AL_ONE_DISC_H

/* The one disc that a person names. */

#include "album/disc/disc_form.h"

/* Opens the disc at `path`: a DDP's folder, a .cue, a .toc, or a folder in which there is one of
 * these and not more. What is odd about its form goes to the findings. NULL with an error where
 * there is no disc, more than one, or one that cannot be read. */
AlDiscForm *al_one_disc_open(const char *path, RbFindings *findings, GError **error);

#endif
