/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_CD_REPORT_H
#define AL_CD_REPORT_H

/* What is told of the audio of a disc when it is written: figures for each track, and findings.
 *
 * | id  | severity | what                                                          |
 * |-----|----------|---------------------------------------------------------------|
 * | A01 | error    | samples over full scale were clipped: there is no ceiling     |
 * | A02 | warning  | a track stays below its target: max-reduction, or gain, ends  |
 * | A03 | warning  | a finished track, or the album, misses its target by over 0.1 LU |
 * | A04 | note     | a track has no loudness (silence), so that nothing could be matched |
 */

#include "album/deliver/cd_audio.h"
#include "album/deliver/render.h"
#include "album/match/match.h"

/* Fills the tracks of `delivered` and appends findings. `matched` and the regions of `written` have
 * the hidden audio at 0 and track n at n. */
void al_cd_report(const AlMatching *matching, const GArray *matched, const AlCdWritten *written,
                  AlDelivered *delivered, RbFindings *findings);

#endif
