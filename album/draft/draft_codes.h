/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_DRAFT_CODES_H
#define AL_DRAFT_CODES_H

/* Makes the codes and flags of a draft into such as a project file may hold (segue-album(5)). */

#include "album/draft/draft.h"

/* Brings the codes into their one form; what is no code, or stands at a track before, goes (N04).
 * Flags that a project file does not have go, too (N06). */
void al_draft_fit_codes(AlDraft *draft, RbFindings *findings);

#endif
