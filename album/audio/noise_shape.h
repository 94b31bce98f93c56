/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_NOISE_SHAPE_H
#define AL_NOISE_SHAPE_H

/* Noise shaping: which spectrum the error of a quantiser has.
 *
 * A shape is the filter of an error-feedback loop. With e the error that the quantiser makes (y -
 * v) and F the filter, v = x - F e, so that what comes out is x + (1 - F) e:
 *
 *   x --(-)-------- v --> [quantise] --+--> y          F(z) = sum b_k z^-k / (1 + sum a_k z^-k),
 *        ^          |                  |                          k = 1 ... 4
 *        |          +------(-)---------+
 *        +--[ F ]<-- e                                 noise transfer 1 - F
 *
 * Source: Lipshitz, Vanderkooy, Wannamaker, "Minimally Audible Noise Shaping", JAES 39(11) 1991. */

#include <glib.h>

#define AL_NOISE_SHAPE_ORDER 4

typedef struct {
  int rate;
  double b[AL_NOISE_SHAPE_ORDER]; /* on past errors */
  double a[AL_NOISE_SHAPE_ORDER]; /* on past outputs of F */
} AlNoiseShape;

/* What the loop remembers of one channel, the latest first. */
typedef struct {
  double errors[AL_NOISE_SHAPE_ORDER];
  double outputs[AL_NOISE_SHAPE_ORDER];
} AlNoiseShapeState;

/* The shape designed for a rate, NULL where there is none. */
const AlNoiseShape *al_noise_shape_for_rate(int rate);

/* The sum of the magnitudes of the impulse response of 1 - F: how much larger than the quantiser's
 * own the shaped error can get. 1 for NULL. */
double al_noise_shape_max_gain(const AlNoiseShape *shape);

/* The output of F for the next sample; al_noise_shape_push() follows with the error made there. */
static inline double
al_noise_shape_feedback(const AlNoiseShape *shape, const AlNoiseShapeState *state)
{
  double sum = 0;

  for (int k = AL_NOISE_SHAPE_ORDER - 1; k >= 0; k--)
    sum += shape->b[k] * state->errors[k] - shape->a[k] * state->outputs[k];
  return sum;
}

static inline void
al_noise_shape_push(AlNoiseShapeState *state, double feedback, double error)
{
  for (int k = AL_NOISE_SHAPE_ORDER - 1; k > 0; k--) {
    state->errors[k] = state->errors[k - 1];
    state->outputs[k] = state->outputs[k - 1];
  }
  state->errors[0] = error;
  state->outputs[0] = feedback;
}

#endif
