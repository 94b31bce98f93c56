/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_GAIN_H
#define AL_GAIN_H

/* A fixed gain. */

#include "album/audio/source.h"

typedef struct {
  double gain_db;
} AlGainSettings;

AlSource *al_gain_new(AlSource *input, const AlGainSettings *settings);

#endif
