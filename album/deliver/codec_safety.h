/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_CODEC_SAFETY_H
#define AL_CODEC_SAFETY_H

/* What the codecs of a deliverable make of it, and with `codec-safe` the ceiling at which they
 * leave nothing over.
 *
 * The ceiling is one for the whole deliverable, so that its tracks keep their relation. At each
 * ceiling that is tried the program is matched, limited and finished anew, and every track is tried
 * with every codec: loudness stays at its target as far as max-reduction allows, and what is
 * delivered is what was heard. */

#include "album/deliver/delivered.h"
#include "album/deliver/finished.h"
#include "redbook/finding.h"

/* Does nothing where the deliverable has no codecs. To be called before anything is made of the
 * deliverable: may lower the ceiling in the level of `delivered`, fills its codecs, and appends the
 * findings of codec_report.h. `finish` is how the deliverable is finished, with that level. FALSE
 * with an error of the program or of an encoder. */
gboolean al_codec_safety_check(const AlRendering *rendering, AlDelivered *delivered,
                               const AlFinish *finish, RbFindings *findings, GError **error);

#endif
