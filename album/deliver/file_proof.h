/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_FILE_PROOF_H
#define AL_FILE_PROOF_H

/* Proves a file that was written: reads it back and holds it against what was meant. */

#include "album/deliver/file_cut.h"

/* `path` is the file of `cut`. Without loss every sample must come back as it is. With loss their
 * number must, and the levels in `audio` become those of what comes out; otherwise it is left
 * alone. FALSE with AL_ERROR_PROOF where that is not so, with AL_ERROR_AUDIO where the file cannot
 * be read, or interrupted. */
gboolean al_file_proof(const AlFileCut *cut, const char *path, AlDeliveredAudio *audio,
                       const AlJob *job, GError **error);

#endif
