/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_COMPARISON_H
#define AL_COMPARISON_H

/* Do two masters hold the same disc? The first is what is expected, the second what is found; each
 * difference is a finding of severity error:
 *
 * | id         | what differs                                                        |
 * |------------|---------------------------------------------------------------------|
 * | P01 to P12 | marks, codes, flags, texts of two discs (redbook/compare.h)         |
 * | P20        | the audio, sample by sample                                         |
 * | P30        | the audio of the second is that of the first, but earlier or later  |
 * | P31        | the length of a file                                                |
 * | P32        | the number of recordings; then no audio is compared                 |
 * | P33        | the sample rate; then the audio is not compared                     |
 *
 * Audio of any depth and container is compared by its values: a file of 24 bits whose lowest eight
 * are zero is the same as one of 16, and a mono file as a stereo file with the same on both sides.
 * A disc can be compared with a single file of audio, too: then by its audio alone. */

#include "album/disc/comparison_audio.h"
#include "album/disc/comparison_side.h"

/* What came out for two recordings. */
typedef struct {
  AlRecordingPair pair; /* with the shift at which they were compared */
  AlAudioDifference difference;
} AlComparedAudio;

typedef struct {
  gboolean discs;       /* both sides are discs */
  RbCompare both_carry; /* what was compared besides the starts of tracks: what both forms can say;
                           0 where the discs have not as many tracks */
  GArray *audio;        /* of AlComparedAudio, which refer to the sides */
} AlComparison;

/* Compares all that can be. NULL with an error where a file cannot be read or the job was
 * interrupted. The sides must outlive the comparison. */
AlComparison *al_compare(const AlComparisonSide *a, const AlComparisonSide *b, const AlJob *job,
                         RbFindings *findings, GError **error);

void al_comparison_free(AlComparison *comparison);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlComparison, al_comparison_free)

#endif
