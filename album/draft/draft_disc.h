/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_DRAFT_DISC_H
#define AL_DRAFT_DISC_H

/* A draft from a disc: from a CUE or a TOC and its files, or from a DDP.
 *
 * Where every track of the disc is one stretch of a sound file, the draft refers to these files.
 * Where it is not (a DDP, a BIN, tracks that run over the ends of files) the draft refers to the
 * WAV that `segue convert` makes of the disc, and says so (N01). A pause of silence is a
 * gap; one with sound belongs to the excerpt of the track before. Rendered without a change the
 * draft is the disc again, as far as no finding says otherwise. */

#include "album/disc/disc_form.h"
#include "album/draft/draft.h"

/* `project_folder` is where the project file will lie, and the WAV, should one be needed. NULL with
 * an error where the audio cannot be read. */
AlDraft *al_draft_from_disc(const AlDiscForm *form, const char *project_folder,
                            RbFindings *findings, GError **error);

#endif
