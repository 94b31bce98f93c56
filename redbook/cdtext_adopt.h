/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_CDTEXT_ADOPT_H
#define RB_CDTEXT_ADOPT_H

/* CD-TEXT that lies in a file of its own, put into the disc that it belongs to. */

#include <glib.h>

#include "redbook/disc.h"
#include "redbook/finding.h"

/* What such a file holds at most, and some room. */
#define RB_CDTEXT_MAX_FILE_BYTES (8 * 256 * 18 + 16)

/* Decodes the packs (cdtext.h) and gives their blocks to the disc in place of those that it has,
 * cut or filled up to its tracks. Findings, beside those of the decoder: R24 for a code that
 * differs from the one of `where` ("the PQ descriptor"), R46 for texts of another number of tracks.
 * FALSE with RB_ERROR_FORMAT where these are no packs; the disc is then as it was. */
gboolean rb_cdtext_adopt(RbDisc *disc, GBytes *packs, const char *where, RbFindings *findings,
                         GError **error);

#endif
