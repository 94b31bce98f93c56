/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEST_STEP_TEXT_H
#define TEST_STEP_TEXT_H

/* Steps from a short text, for tests: "NAME parameter=value ...; form=value parameter=value ...".
 * What stands behind the first semicolon are entries of the list. Values are in the unit of the
 * settings (Hz, s, 1.0 for 100 %), or words:
 *
 *   "gain gain=-1.5"
 *   "eq phase=linear; bell=850 gain=-0.65 q=1; high-shelf=9000 gain=1 on=mid"
 *
 * A value that the tables do not allow fails the test. */

#include "album/chain/chain.h"

AlStep *step_from_text(const char *text);

/* A chain of one step over `input`, which the caller frees after it. */
AlChain *chain_from_text(const char *text, AlSource *input);

/* Audio through one step, read in blocks of `block_frames`; to be freed with g_free(). */
double *step_apply(const char *text, const double *samples, gsize frames, int rate,
                   gsize block_frames);

#endif
