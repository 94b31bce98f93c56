/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_EQ_LINEAR_H
#define AL_EQ_LINEAR_H

/* The fixed parts of an equaliser's bands as linear-phase kernels. */

#include "album/process/eq.h"

/* The bands on stereo, left and right (mid_side FALSE) or on mid and side as one source; `input`
 * itself where there are none. */
AlSource *al_eq_linear_new(AlSource *input, const GArray *bands, gboolean mid_side);

#endif
