/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_CD_H
#define AL_CD_H

/* The deliverable of kind cd: one disc in several forms, all from one reading of the program.
 *
 *   NAME/DDP/{DDPID,DDPMS,PQDESCR,CDTEXT.BIN,IMAGE.DAT,CHECKSUM.MD5,CHECKSUM.TXT}
 *   NAME/Title.{wav,cue,toc}      NAME/Title (bin).{bin,cue}      NAME/PQ sheet.txt
 *
 * The CUE of the WAV says all that a CUE can; the one of the BIN says only what every reader takes
 * (see redbook/cue.h). File names are ASCII, so that the sheets may have any charset. */

#include "album/deliver/delivered.h"
#include "redbook/finding.h"

/* The disc, and what breaks the rules of discs: findings, and those that stop a render among the
 * project's diagnostics too. */
void al_cd_plan(const AlRendering *rendering, AlDelivered *delivered, RbFindings *findings);

/* How many bytes the files of a deliverable will take. */
guint64 al_cd_bytes(const AlRendering *rendering, const AlDelivered *delivered);

/* Writes the files, reads them back and proves that all hold this disc and the same audio. Fills
 * the files and the loudness of `delivered`, whose disc must keep the rules. */
gboolean al_cd_make(const AlRendering *rendering, AlDelivered *delivered, RbFindings *findings,
                    GError **error);

#endif
