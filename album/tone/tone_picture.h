/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_TONE_PICTURE_H
#define AL_TONE_PICTURE_H

/* A picture of spectra as SVG (cairo, with pango for the texts): lines over the bands, with a
 * logarithmic scale of frequency and one of decibels, and a legend.
 *
 *      +---------------------------+  track 1
 *   dB |   lines                   |  track 2
 *      +---------------------------+  target
 *       31.5  63  ...  16k          */

#include "album/tone/tone_bands.h"

typedef struct {
  const char *name;       /* UTF-8, in the legend */
  const double *level_db; /* of the bands; AL_TONE_NONE: the line has a gap */
  gboolean strong;        /* black and thick, drawn last: the target */
} AlToneLine;

typedef struct {
  const char *title;
  const AlToneLine *lines;
  guint count;
} AlTonePicture;

/* Writes the file. FALSE with AL_ERROR_WRITE. The same picture gives the same bytes on a system. */
gboolean al_tone_picture_write(const AlTonePicture *picture, const char *path, GError **error);

#endif
