/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/audio/noise_shape.h"

#include <math.h>

/* Long enough for the impulse responses below to die away under 1e-15. */
#define IMPULSE_RESPONSE_SAMPLES 4096

/* Sebastian Gesemann's filters, fitted to the threshold of hearing; the coefficients as tabulated
 * in SoX (src/dither.c). Of the published curves they give the most for the least: the noise that
 * can be heard falls by 14 dB, all of it together rises by 14 dB, and no error is above 22 steps.
 * The curves beyond take 1 to 3 dB more out for errors of 40 to 70 steps. */
static const AlNoiseShape shapes[] = {
    {44100, {2.2061, -0.4706, -0.2534, -0.6214}, {1.0587, 0.0676, -0.6054, -0.2738}},
    {48000, {2.2374, -0.7339, -0.1251, -0.6033}, {0.9030, 0.0116, -0.5853, -0.2571}},
};

const AlNoiseShape *
al_noise_shape_for_rate(int rate)
{
  for (guint i = 0; i < G_N_ELEMENTS(shapes); i++)
    if (shapes[i].rate == rate)
      return &shapes[i];
  return NULL;
}

double
al_noise_shape_max_gain(const AlNoiseShape *shape)
{
  AlNoiseShapeState state = {{0}, {0}};
  double error = 1, sum = 1;

  if (shape == NULL)
    return 1;
  for (int i = 0; i < IMPULSE_RESPONSE_SAMPLES; i++) {
    al_noise_shape_push(&state, i == 0 ? 0 : al_noise_shape_feedback(shape, &state), error);
    error = 0;
    sum += fabs(al_noise_shape_feedback(shape, &state));
  }
  return sum;
}
