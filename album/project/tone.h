/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_TONE_H
#define AL_TONE_H

/* What a project asks of tone: how its tracks are moved, and toward what. */

#include "album/project/diagnostics.h"
#include "album/tone/tone_correction.h"

typedef enum {
  AL_TONE_TOWARD_ALBUM, /* the centre of its tracks */
  AL_TONE_TOWARD_TRACK,
  AL_TONE_TOWARD_FILES, /* references */
  AL_TONE_TOWARD_SLOPE,
} AlToneToward;

/* A file that shows the balance wanted: of audio, or a curve that was saved. */
typedef struct {
  char *path;
  AlPlace place;
  double weight;
  gboolean is_curve; /* then `curve` is what it holds */
  AlToneTarget curve;
} AlToneReference;

typedef struct {
  gboolean on;
  AlToneSettings settings;
  AlToneToward toward;
  AlPlace toward_place;
  guint track;                /* toward a track: its number */
  double slope_db_per_octave; /* toward a slope: how fast the spectral density falls */
  GArray *references;         /* toward files: of AlToneReference */
} AlTone;

/* Off, with the default settings. */
void al_tone_init(AlTone *tone);
void al_tone_clear(AlTone *tone);

/* Makes `tone`, which is initialised, the same as `other`. */
void al_tone_assign(AlTone *tone, const AlTone *other);

/* The references of a `toward` that is read; it has none after. */
void al_tone_clear_references(AlTone *tone);

const AlToneReference *al_tone_reference(const AlTone *tone, guint i);

#endif
