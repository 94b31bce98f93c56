/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_LABEL_COPY_H
#define AL_LABEL_COPY_H

/* The label copy: what a label and its distributor type into their forms, one row a track, as CSV
 * (RFC 4180, UTF-8, with a header). */

#include "album/project/project.h"
#include "album/sequence/timeline.h"

#define AL_LABEL_COPY_NAME "label copy.csv"

/* For g_free(). */
char *al_label_copy_make(const AlProject *project, const AlTimeline *timeline);

#endif
