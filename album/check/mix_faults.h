/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_MIX_FAULTS_H
#define AL_MIX_FAULTS_H

/* What all checks measured of one mix, and what is to be said of it. */

#include "album/audio/mix.h"
#include "album/check/fault.h"
#include "album/check/mean_spectrum.h"
#include "album/project/check_settings.h"

typedef struct {
  AlMixInfo info;
  gint64 first_frame; /* of the file: frame 0 of the spots */
  AlFaults of[AL_CHECKS];
  AlWall wall; /* where the spectrum ends, for the checks upsampled and lossy */
} AlMixFaults;

/* Without figures and spots. */
AlMixFaults *al_mix_faults_new(void);
void al_mix_faults_free(AlMixFaults *faults);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlMixFaults, al_mix_faults_free)

/* A check whose fault has a time: its spots are to be looked at. The others are about all of a mix.
 */
gboolean al_mix_faults_has_time(AlCheck check);

/* Seconds into the file at which a spot begins. */
double al_mix_faults_seconds(const AlMixFaults *faults, const AlFault *spot);

/* "1:02.500"; for free(). */
char *al_mix_faults_format_time(double seconds);

/* One finding for each check that crosses a limit, at `place` ("track 3"), with the time of the
 * first spot: what was found, with the times of up to five spots, what it means for the record, and
 * what to ask the mix engineer for. */
void al_mix_faults_judge(const AlMixFaults *faults, const AlCheckSettings *settings,
                         const char *place, RbFindings *findings);

#endif
