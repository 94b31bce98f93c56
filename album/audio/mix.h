/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_MIX_H
#define AL_MIX_H

/* A mix: a file of audio, as a source.
 *
 * Whatever libsndfile reads (WAV, WAVEX, RF64, W64, AIFF, CAF, AU, FLAC, Ogg, MPEG; 8 to 32 bit,
 * float, double), mono or stereo, 8 to 384 kHz. Integers of n bits come out divided by 2^(n-1),
 * floats as they are, both exactly. Mono goes to both channels at the same level. A mix is opened
 * for reading only.
 *
 * Every message names the file, and where in it where that is known. Refused when it is opened: no
 * audio, no frames, more than two channels, a rate out of range, a file shorter than its header
 * promises. Found when it is read: a sample that is not a finite number, a compressed stream that
 * ends early, FLAC with a wrong bit (al_mix_scan(), in scan.h, reads it all beforehand). */

#include "album/audio/source.h"

#define AL_MIX_MIN_RATE 8000
#define AL_MIX_MAX_RATE 384000

/* Stands in for the frame behind the last of an excerpt: the end of the file. */
#define AL_MIX_END (-1)

typedef struct {
  int rate;
  int channels; /* 1 or 2 */
  gint64 frames;
  int bits;          /* of one sample: 8 to 64; 0 where a lossy codec has none */
  gboolean integers; /* with `bits` up to 16: the mix lies on the grid of 16 bits */
  char format[96];   /* for people: "WAV (Microsoft), Signed 24 bit PCM" */
} AlMixInfo;

gboolean al_mix_inspect(const char *path, AlMixInfo *info, GError **error);

/* Frames `first_frame` up to, not including, `end_frame` of a file, at the file's rate. NULL with
 * an error as above, or where they are not in the file, or not in this order. */
AlSource *al_mix_open(const char *path, gint64 first_frame, gint64 end_frame, GError **error);

#endif
