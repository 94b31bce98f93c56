/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_DRAFT_TEXTS_H
#define AL_DRAFT_TEXTS_H

/* Makes the texts of a draft into such as a project file may hold (segue-album(5)). */

#include "album/draft/draft.h"

/* Control characters become blanks, blanks at both ends go: NULL where nothing is left. Frees
 * `text`, which may be NULL; the caller frees the result. */
char *al_draft_clean(char *text);

/* Cleans all texts. An album without a title is called as what it was made from. The first block
 * gets the language that the album is in: its own, or Japanese
 * where its texts fit MS-JIS alone, or English where nothing is known. What its charset does not
 * hold is written in other letters (N03). A further block whose language the project file could not
 * name, or that an earlier one has, goes (N06). There must be a first block. */
void al_draft_fit_texts(AlDraft *draft, RbFindings *findings);

#endif
