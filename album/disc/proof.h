/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_PROOF_H
#define AL_PROOF_H

/* Proof: that several forms of a master hold the same disc, by reading all of them back.
 *
 * Marks, codes, flags and texts are compared as far as each form carries them (P01 to P12,
 * redbook/compare.h), and every sample from 00:00:00 to the lead-out (P20). */

#include "album/disc/disc_form.h"
#include "album/job.h"

/* What the forms must hold. */
typedef struct {
  const RbDisc *disc;
  RbCompare
      carries; /* what of it is known: RB_COMPARE_ALL, or what the form that it is from can say */
  const char *md5; /* of its samples, see al_cd_audio_write(); NULL: as the first form has it */
} AlProofExpected;

/* Compares each form (GPtrArray of AlDiscForm, at least one) with what is expected; each difference
 * is a finding of severity error at the form's name. FALSE with an error where a form cannot be
 * read or the job was interrupted. */
gboolean al_proof(const AlProofExpected *expected, const GPtrArray *forms, const AlJob *job,
                  RbFindings *findings, GError **error);

/* Whether none of the differences is an error: FALSE with AL_ERROR_PROOF that tells the first one.
 * What was just written must pass: whatever differs then is a fault of this program or of the disk.
 */
gboolean al_proof_passed(const RbFindings *differences, GError **error);

#endif
