/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_FIT_H
#define AL_FIT_H

/* Takes from a disc what the form it is to be converted to cannot say, so that what is left is
 * exactly what must be read back. Nothing goes without a finding:
 *
 * | id  | severity | what is left out or changed                                   |
 * |-----|----------|---------------------------------------------------------------|
 * | C01 | warning  | INDEX 02 and up of a track                                    |
 * | C02 | note     | where the pauses lie: INDEX 00                                |
 * | C03 | warning  | flags of a track                                              |
 * | C04 | warning  | the texts of a field in a block                               |
 * | C05 | warning  | a block of texts: a language                                  |
 * | C06 | note     | genre, catalogue number, copyright and language of a block    |
 * | C07 | warning  | a text is changed: `"`, or what its charset does not hold     |
 * | C08 | error    | audio in the first two seconds (album/convert/first_pause.h)  |
 * | C09 | warning  | audio in a pause that is left out (album/convert/track_cut.h) |
 * | C10 | error    | a UPC/EAN or an ISRC that is none                             |
 */

#include "album/convert/target.h"
#include "redbook/finding.h"

void al_fit(RbDisc *disc, const AlTarget *target, RbFindings *findings);

#endif
