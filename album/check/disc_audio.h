/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_DISC_AUDIO_H
#define AL_DISC_AUDIO_H

/* The rules about the audio of a disc, judged by listening to all of it.
 *
 * | id  | severity | what is demanded                                                           |
 * |-----|----------|----------------------------------------------------------------------------|
 * | R62 | warning  | no attack lies before its INDEX 01: who selects the track would miss it    |
 * | R63 | warning  | a track does not begin or end inside of a sound beside silence: a click,   |
 * |     |          | or a sound cut at a mark                                                   |
 * | R64 | warning, | no dropouts; at most 0.5 s of silence behind INDEX 01, and at most 3 s at  |
 * |     | note     | the end of a track (notes)                                                 |
 * | R65 | warning  | a DC offset of at most 0.1 % of full scale                                 |
 * | R66 | warning  | no run of 3 or more samples that stands at full scale                      |
 * | R67 | warning  | a true peak of at most 0.1 dBTP                                            |
 * | R68 | note     | all 16 bits are in use                                                     |
 * | R69 | warning, | no dead channel, no correlation below 0; two equal channels are mono (note)|
 * |     | note     |                                                                            |
 * | R71 | warning, | no sound in the first 2 s of a disc, which no player plays (warning), and  |
 * |     | note     | in other pauses only where it is meant (note)                              |
 *
 * Sources: good practice of mastering houses and programs; none of it is in IEC 60908. R60 and R61
 * hold of every image by what it is. A place is "track 3, 1:02.500", from INDEX 01; "track 3" for
 * all of it. Of a rule that many tracks break, five are told and the rest is counted. */

#include "album/job.h"
#include "redbook/disc.h"
#include "redbook/finding.h"
#include "redbook/image.h"

/* FALSE with an error where the image cannot be read, or the job was interrupted. The disc may be
 * as wrong as it likes: a track without a length is not listened to. */
gboolean al_disc_audio_judge(RbImage *image, const RbDisc *disc, const AlJob *job,
                             RbFindings *findings, GError **error);

#endif
