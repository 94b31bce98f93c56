/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_PEAKS_H
#define AL_PEAKS_H

/* A source that lets audio pass unchanged and keeps the sample peak of each region of it. */

#include "album/audio/source.h"

typedef struct {
  gint64 first_frame;      /* where the region begins; it ends where the next one does */
  double peak;             /* the largest magnitude, either channel; 0 before any was read */
  gint64 over_full_scale;  /* samples of a magnitude above 1 */
  gint64 first_over_frame; /* of them, from the start of the audio; -1: there is none */
} AlPeakRegion;

/* `regions` (`count` of them, by first_frame; frames before the first are not looked at) belong to
 * the caller, who reads the results there while or after the source is read. */
AlSource *al_peaks_new(AlSource *input, AlPeakRegion *regions, guint count);

#endif
