/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_SECTION_H
#define AL_SECTION_H

/* A stereo filter section inside a processor: a biquad with what it remembers. */

#include "album/filter/biquad.h"

typedef struct {
  AlBiquad biquad;
  AlBiquadState state[2];
} AlSection;

/* The bilinear transform of a prototype, exact at its centre. Not the matched design of biquad.h:
 * complementary filters, such as those of a crossover, stay complementary through this one. A
 * centre above 0.49 of the rate is drawn down to it. */
AlSection al_section_bilinear(const AlPrototype *prototype, int rate);

/* Filters `frames` stereo frames in place. To be called with whole blocks of a processor, at whose
 * end tiny states are cleared. */
void al_section_process(AlSection *section, double *block, gsize frames);

#endif
