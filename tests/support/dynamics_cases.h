/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEST_DYNAMICS_CASES_H
#define TEST_DYNAMICS_CASES_H

/* Every processor of dynamics and saturation with settings that make it work, for what holds for
 * all of them. */

#include "album/audio/source.h"

typedef struct {
  const char *name;
  AlSource *(*create)(AlSource *input);
  gboolean turns_phase; /* so much that a shift cannot be told from noise */
} DynamicsCase;

/* Ends with a name of NULL. */
extern const DynamicsCase dynamics_cases[];

#endif
