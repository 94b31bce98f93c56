/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_SIDE_FILES_H
#define AL_SIDE_FILES_H

/* The deliverables that are a file per side: vinyl and cassettes.
 *
 *   NAME/Side A.wav  NAME/Side B.wav  NAME/Cutting sheet.txt
 *
 * The files say of what album they are, and where their tracks begin, by title.
 *
 * | id  | severity | what                                                             |
 * |-----|----------|------------------------------------------------------------------|
 * | G01 | warning  | a side is longer than records or cassettes of this form hold     |
 * | G02 | note     | a side is longer than is ideal: how much level that costs        |
 * | G03 | warning  | sibilance that is hard to cut, or to record on tape              |
 * | G04 | warning  | bass that is out of phase, or far from the middle; of records    |
 */

#include "album/deliver/delivered.h"
#include "redbook/finding.h"

#define AL_SIDE_SHEET_NAME "Cutting sheet.txt"

/* Operations of a kind, see kinds.h. */
void al_side_files_plan(const AlRendering *rendering, AlDelivered *delivered, RbFindings *findings);
guint64 al_side_files_bytes(const AlRendering *rendering, const AlDelivered *delivered);
gboolean al_side_files_make(const AlRendering *rendering, AlDelivered *delivered,
                            RbFindings *findings, GError **error);

#endif
