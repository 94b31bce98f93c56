/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_CODEC_REPORT_H
#define AL_CODEC_REPORT_H

/* What is told of the codecs of a deliverable.
 *
 * | id  | severity | what                                                               |
 * |-----|----------|--------------------------------------------------------------------|
 * | E01 | warning  | a codec makes peaks over full scale of a track, and when           |
 * | E02 | note     | a codec brings a track within 0.3 dB of it; not with codec-safe    |
 * | E03 | note     | the ceiling is lower than was asked for, as codecs would be over   |
 * | E04 | error    | no ceiling would be safe, and the one that was asked for was kept  |
 */

#include "album/deliver/delivered.h"
#include "redbook/finding.h"

/* E01 to E03. */
void al_codec_report(const AlDelivered *delivered, RbFindings *findings);

/* E04. */
void al_codec_report_unsafe(const AlDelivered *delivered, RbFindings *findings);

/* The one with the highest peak, the first of equals; of at least one AlDeliveredCodec. */
const AlDeliveredCodec *al_codec_report_worst(const GPtrArray *codecs);

#endif
