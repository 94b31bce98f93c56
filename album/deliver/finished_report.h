/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_FINISHED_REPORT_H
#define AL_FINISHED_REPORT_H

/* What is told of the audio of a deliverable: figures for each track, and findings.
 *
 * | id  | severity | what                                                          |
 * |-----|----------|---------------------------------------------------------------|
 * | A01 | error    | samples over full scale were clipped: there is no ceiling     |
 * | A02 | warning  | a track misses its target: max-reduction, gain, or a crossfade |
 * | A03 | warning  | a finished track, or the album, misses its target by over 0.1 LU |
 * | A04 | note     | a track has no loudness (silence), so that nothing could be matched |
 */

#include "album/deliver/delivered.h"
#include "album/deliver/finished.h"
#include "redbook/finding.h"

/* Fills the loudness and the passes of `delivered`, and appends findings. */
void al_finished_report(const AlFinished *finished, AlDelivered *delivered, RbFindings *findings);

#endif
