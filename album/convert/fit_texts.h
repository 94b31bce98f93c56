/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_FIT_TEXTS_H
#define AL_FIT_TEXTS_H

/* The texts' part of fit.h: C04 to C07. */

#include "album/convert/target.h"
#include "redbook/finding.h"

void al_fit_texts(RbDisc *disc, const AlTarget *target, RbFindings *findings);

#endif
