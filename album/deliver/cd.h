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

#include "album/deliver/render.h"
#include "album/deliver/staging.h"
#include "album/sequence/mixes.h"
#include "album/sequence/timeline.h"

typedef struct {
  const AlProject *project;
  const AlTimeline *timeline;
  AlMixes *mixes; /* processed */
  const AlStaging *staging;
  const AlJob *job;
  gsize block_frames; /* 0: a good size */
} AlCd;

/* How many bytes the files of a deliverable will take. */
guint64 al_cd_bytes(const AlDeliverable *deliverable, const RbDisc *disc);

/* Writes the files, reads them back and proves that all hold this disc and the same audio. Fills
 * the files and the peaks of `delivered`, whose disc must keep the rules. */
gboolean al_cd_make(const AlCd *cd, AlDelivered *delivered, RbFindings *findings, GError **error);

#endif
