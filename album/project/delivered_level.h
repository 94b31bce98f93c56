/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_DELIVERED_LEVEL_H
#define AL_DELIVERED_LEVEL_H

/* How loud a deliverable is to be and how far its peaks reach. */

#include "album/limiter/limiter.h"
#include "album/project/diagnostics.h"

/* What is brought to the loudness that a deliverable has. */
typedef enum {
  AL_LOUDNESS_MODE_OFF,      /* nothing: levels are left alone */
  AL_LOUDNESS_MODE_TRACKS,   /* each track, with its own offset */
  AL_LOUDNESS_MODE_ALBUM,    /* the album as a whole, by one gain */
  AL_LOUDNESS_MODE_STANDARD, /* each track, without its own offset; not of a master */
} AlLoudnessMode;

typedef struct {
  AlLoudnessMode mode; /* the master's, where the kind of deliverable does not demand another */
  gboolean has_target;
  double target_lufs;
  AlPlace place; /* of the target */
  guint anchor;  /* as in AlMaster; 0: that of the master */
  gboolean has_ceiling;
  double max_reduction_db;   /* of the limiter, for the sake of the target */
  AlLimiterSettings limiter; /* valid if has_ceiling; `margin` is not read from the file */
} AlDeliveredLevel;

/* No target, no ceiling, matched as the master says; a limiter with the settings of
 * al_limiter_settings_init(). */
void al_delivered_level_init(AlDeliveredLevel *level, AlLoudnessMode mode);

/* Do both ask for the same? Wherever they stand in the project file. */
gboolean al_delivered_level_equal(const AlDeliveredLevel *a, const AlDeliveredLevel *b);

#endif
