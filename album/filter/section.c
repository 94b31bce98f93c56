/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/filter/section.h"

#include <math.h>

#define HIGHEST_CENTRE 0.49

/* (c2 s^2 + c1 s + c0) with s = (1 - z^-1) / (k (1 + z^-1)), times (k (1 + z^-1))^2: the powers of
 * z^-1, rising. */
static void
transform(const double *c, double k, double *out)
{
  double c0 = c[0] * k * k, c1 = c[1] * k, c2 = c[2];

  out[0] = c0 + c1 + c2;
  out[1] = 2 * (c0 - c2);
  out[2] = c0 - c1 + c2;
}

AlSection
al_section_bilinear(const AlPrototype *prototype, int rate)
{
  double k = tan(G_PI * MIN(prototype->centre_hz / rate, HIGHEST_CENTRE));
  double b[3], a[3];

  transform(prototype->n, k, b);
  transform(prototype->d, k, a);
  return (AlSection){
      .biquad =
          {
              .b0 = b[0] / a[0],
              .b1 = b[1] / a[0],
              .b2 = b[2] / a[0],
              .a1 = a[1] / a[0],
              .a2 = a[2] / a[0],
          },
  };
}

void
al_section_process(AlSection *section, double *block, gsize frames)
{
  al_biquad_run_stereo(&section->biquad, section->state, block, frames);
  al_biquad_settle(&section->state[0]);
  al_biquad_settle(&section->state[1]);
}
