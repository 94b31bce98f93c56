/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_DISC_EARS_H
#define AL_DISC_EARS_H

/* The tracks of a disc, each listened to for itself, side by side on the threads of a job. */

#include "album/check/bit_depth.h"
#include "album/check/clipping.h"
#include "album/check/dropouts.h"
#include "album/check/silences.h"
#include "album/check/stereo.h"
#include "album/job.h"
#include "redbook/disc.h"
#include "redbook/image.h"

/* All detectors are finished. Frame 0 is INDEX 01, of the pause its INDEX 00. */
typedef struct {
  gint64 first_frame;  /* of INDEX 01, in the image */
  gint64 pause_frames; /* from INDEX 00 to INDEX 01; 0: none */
  gint64 frames;       /* from INDEX 01 to where its sound ends; 0: not listened to */
  AlSilences *pause, *silences;
  AlClipping *clipping;
  AlDropouts *dropouts;
  AlStereo *stereo;
  AlBitDepth depth;
  double true_peak_dbtp;
} AlTrackHeard;

/* An array of AlTrackHeard, track n at n - 1. NULL with an error where the image cannot be read, or
 * the job was interrupted. */
GPtrArray *al_disc_ears_hear(RbImage *image, const RbDisc *disc, const AlJob *job, GError **error);

#endif
