/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_DRAFT_PRINT_H
#define AL_DRAFT_PRINT_H

/* A draft as the text of a project file, with comments for the person who goes on with it. */

#include "album/draft/draft.h"

/* The text, UTF-8, which al_project_parse() reads without a diagnostic where the files are there.
 * `findings` are told at its top. The draft's texts and codes must be fitted (draft_texts.h,
 * draft_codes.h). The caller frees it. */
char *al_draft_print(const AlDraft *draft, const RbFindings *findings);

#endif
