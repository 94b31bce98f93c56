/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_DDP_AUDIO_H
#define RB_DDP_AUDIO_H

/* The audio of a DDP fileset: the files that its map names, laid on the disc.
 *
 *   map      D0 IMAGE.DAT 1650                    or  D0 A.TRK 900 | D0 B.TRK 750
 *   disc     0                            1650        0            900          1650
 *                                     lead-out                                lead-out
 *
 * A stream begins where the map says, or else where the one before it ends. */

#include "redbook/ddp_read.h"

/* Finds and measures the files, and appends them to `audio`. Their lengths must be those of the map
 * and end at the lead-out (R86), their places follow each other (R80). FALSE with RB_ERROR_FILE
 * where one is missing. */
gboolean rb_ddp_audio_find(const char *folder, const RbDdpMap *map, const RbDisc *disc,
                           GArray *audio, RbFindings *findings, GError **error);

#endif
