/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_LEVELS_H
#define AL_LEVELS_H

/* Plain levels of stereo audio, without weighting or interpolation. A sink.
 * Linear values have full scale at 1; dBFS of a level of 0 is -HUGE_VAL. */

#include <glib.h>

typedef struct {
  gint64 frames;
  double peak[2];    /* the largest magnitude of a sample */
  double sum[2];     /* of samples */
  double squares[2]; /* sum of them */
  double products;   /* sum of left times right */
} AlLevels;

void al_levels_init(AlLevels *levels);
void al_levels_feed(AlLevels *levels, const double *samples, gsize frames);

/* Adds what another meter was fed. */
void al_levels_add(AlLevels *levels, const AlLevels *other);

/* Of the louder channel, dBFS. */
double al_levels_peak_dbfs(const AlLevels *levels);

/* Of both channels together, dBFS: a full-scale square is 0, a sine -3.01. */
double al_levels_rms_dbfs(const AlLevels *levels);

/* The mean of the samples of a channel, linear, with its sign: 0 where nothing was fed. */
double al_levels_dc_offset(const AlLevels *levels, guint channel);

/* Of the channels with each other, from -1 (opposite) to 1 (the same but for their level);
 * -HUGE_VAL where a channel is silent, which has none. */
double al_levels_correlation(const AlLevels *levels);

/* Whether both channels hold the same, and not silence, to -140 dB. */
gboolean al_levels_channels_equal(const AlLevels *levels);

/* Peak to RMS, dB; -HUGE_VAL for silence, which has none. */
double al_levels_crest_db(const AlLevels *levels);

/* 20 lg of a magnitude. */
double al_levels_db(double magnitude);

#endif
