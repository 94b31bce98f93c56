/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_CHECK_SETTINGS_H
#define AL_CHECK_SETTINGS_H

/* What mixes are checked for, and from where on it is worth a finding: the section `checks`.
 *
 * Every check measures one figure of a mix and has up to three limits for it, one for each
 * severity. The table gives ids, names, units and defaults; album/check/ measures the figures. */

#include <glib.h>

#include "album/project/quantity.h"
#include "redbook/finding.h"

typedef enum {
  AL_CHECK_CLIPPING,
  AL_CHECK_FLAT_TOPS,
  AL_CHECK_TRUE_PEAK,
  AL_CHECK_DYNAMICS,
  AL_CHECK_DC,
  AL_CHECK_DEAD_CHANNEL,
  AL_CHECK_DUAL_MONO,
  AL_CHECK_IMBALANCE,
  AL_CHECK_CORRELATION,
  AL_CHECK_PHASE,
  AL_CHECK_MONO_LOSS,
  AL_CHECK_LOW_SIDE,
  AL_CHECK_HEAD,
  AL_CHECK_CUT_START,
  AL_CHECK_TAIL,
  AL_CHECK_CUT_END,
  AL_CHECK_SILENCE,
  AL_CHECK_DROPOUTS,
  AL_CHECK_CLICKS,
  AL_CHECK_NOISE,
  AL_CHECK_HUM,
  AL_CHECK_BIT_DEPTH,
  AL_CHECK_UPSAMPLED,
  AL_CHECK_LOSSY,
  AL_CHECK_RATES,
  AL_CHECKS,
} AlCheck;

#define AL_SEVERITIES (RB_SEVERITY_ERROR + 1)

typedef struct {
  gboolean off;
  double limits[AL_SEVERITIES]; /* by RbSeverity, in the unit of the check; NAN: never */
} AlCheckLimits;

typedef struct {
  AlCheckLimits of[AL_CHECKS];
} AlCheckSettings;

typedef struct {
  const char *id;           /* of its findings: "Q01" */
  const char *name;         /* its key, and that of its markers: "clipping" */
  AlQuantity quantity;      /* of its figure */
  gboolean below;           /* a figure at or below a limit is the fault; else one at or above it */
  double smallest, largest; /* what a limit may be */
  double limits[AL_SEVERITIES]; /* the defaults */
  const char *figure;           /* what is measured, for the manual */
} AlCheckKind;

extern const AlCheckKind al_check_kinds[AL_CHECKS];

/* All on, with the default limits. */
void al_check_settings_init(AlCheckSettings *settings);

/* Whether a figure (NAN: there is none) crosses a limit that is not off, and then the most severe
 * one. */
gboolean al_check_judge(const AlCheckSettings *settings, AlCheck check, double figure,
                        RbSeverity *severity);

#endif
