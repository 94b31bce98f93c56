/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_COMPARISON_AUDIO_H
#define AL_COMPARISON_AUDIO_H

/* Two recordings laid side by side, sample by sample, and what is left when one is taken from the
 * other. */

#include "album/disc/recording.h"
#include "album/job.h"

/* Two recordings of one rate. Frame n of `a` lies beside frame n + offset_frames of `b`; where one
 * of them has begun or ended and the other not, it is silent. */
typedef struct {
  const AlRecording *a, *b;
  gint64 offset_frames;
} AlRecordingPair;

typedef struct {
  gint64 frames;           /* laid side by side, also where only one of the two has audio */
  gint64 differing_frames; /* in which a sample of either channel differs */
  gint64 first_frame;      /* of these, counted in `a`; -1 where none differs */
  gint64 last_frame;
  double largest;           /* difference of two samples, full scale 1.0 */
  double energy_difference; /* sums of the squares of all samples */
  double energy_a, energy_b;
} AlAudioDifference;

/* Compares all of both, a block at a time. FALSE with an error where a file cannot be read or the
 * job was interrupted. */
gboolean al_audio_difference_measure(const AlRecordingPair *pair, const AlJob *job,
                                     AlAudioDifference *difference, GError **error);

/* The null depth: the energy of the difference against that of `a`, in dB. -INFINITY where nothing
 * differs, INFINITY where `a` is silent and `b` is not. */
double al_audio_difference_null_db(const AlAudioDifference *difference);

/* How much louder `b` is than `a`, in dB; NAN where one of them is silent. */
double al_audio_difference_level_db(const AlAudioDifference *difference);

#endif
