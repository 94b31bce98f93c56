/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_CUE_TEXTS_H
#define AL_CUE_TEXTS_H

/* The file of CD-TEXT packs that a CUE names as its CDTEXTFILE, where the disc has texts of which
 * the sheet itself cannot say all: further languages, their codes, genre, catalogue number,
 * quotation marks. Readers that do not know it take the texts of the sheet. */

#include "redbook/disc.h"

#define AL_CDTEXT_ENDING ".cdt"

/* Whether the disc has such texts, and packs can hold them as they are. */
gboolean al_cue_texts_wanted(const RbDisc *disc);

#endif
