/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_PROOF_CDIO_H
#define AL_PROOF_CDIO_H

/* The proof by a stranger: a CUE+BIN read back by libcdio, which shares no code with our writers
 * and readers. What it can see is in redbook/cdio_reader.h. */

#include "album/disc/proof.h"

/* Appends what differs to the findings, at `name`: P01 to P12, and P21 for the audio. `expected`
 * must have an MD5. FALSE with an error where libcdio cannot read the files. */
gboolean al_proof_cdio(const char *cue_path, const char *name, const AlProofExpected *expected,
                       RbFindings *findings, GError **error);

#endif
