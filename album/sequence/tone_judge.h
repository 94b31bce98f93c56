/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_TONE_JUDGE_H
#define AL_TONE_JUDGE_H

/* What is odd about the tone of the tracks:
 *   T01 warning  a track lies far from its target: another kind of sound, perhaps
 *   T02 note     a track was left alone, since there is nothing or too little to hear
 *   T03 note     a track holds nothing in some bands, which are not lifted */

#include "album/sequence/tone_match.h"
#include "redbook/finding.h"

void al_tone_judge(const AlToneMatch *match, const AlProject *project, RbFindings *findings);

#endif
