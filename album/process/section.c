/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/section.h"

#include <math.h>

#define HIGHEST_CORNER 0.49
#define SILENCE 1e-40

typedef struct {
  double cosine;
  double alpha;
} Corner;

static double
angle_of(double hz, int rate)
{
  g_assert(hz > 0);
  return 2 * G_PI * MIN(hz, HIGHEST_CORNER * rate) / rate;
}

static Corner
corner_of(double hz, double q, int rate)
{
  double w = angle_of(hz, rate);

  return (Corner){.cosine = cos(w), .alpha = sin(w) / (2 * q)};
}

/* `b` and `a` hold three coefficients each, powers of z^-1 rising. */
static AlSection
section_of(const double *b, const double *a)
{
  return (AlSection){
      .b0 = b[0] / a[0],
      .b1 = b[1] / a[0],
      .b2 = b[2] / a[0],
      .a1 = a[1] / a[0],
      .a2 = a[2] / a[0],
  };
}

AlSection
al_section_low_pass(double hz, double q, int rate)
{
  Corner c = corner_of(hz, q, rate);
  const double b[3] = {(1 - c.cosine) / 2, 1 - c.cosine, (1 - c.cosine) / 2};
  const double a[3] = {1 + c.alpha, -2 * c.cosine, 1 - c.alpha};

  return section_of(b, a);
}

AlSection
al_section_high_pass(double hz, double q, int rate)
{
  Corner c = corner_of(hz, q, rate);
  const double b[3] = {(1 + c.cosine) / 2, -(1 + c.cosine), (1 + c.cosine) / 2};
  const double a[3] = {1 + c.alpha, -2 * c.cosine, 1 - c.alpha};

  return section_of(b, a);
}

AlSection
al_section_all_pass(double hz, double q, int rate)
{
  Corner c = corner_of(hz, q, rate);
  const double b[3] = {1 - c.alpha, -2 * c.cosine, 1 + c.alpha};
  const double a[3] = {1 + c.alpha, -2 * c.cosine, 1 - c.alpha};

  return section_of(b, a);
}

/* H(s) = (s g + sqrt g) / (s + sqrt g), s normalised to the corner: 1 at 0, g at infinity, sqrt g
 * at the corner; the zero then lies at 1 / sqrt g of it, the pole at sqrt g. */
AlSection
al_section_high_shelf(double hz, double gain_db, int rate)
{
  double k = tan(angle_of(hz, rate) / 2);
  double root = pow(10, gain_db / 40);
  const double b[3] = {root * root + root * k, root * k - root * root, 0};
  const double a[3] = {1 + root * k, root * k - 1, 0};

  return section_of(b, a);
}

AlSection
al_section_bell(double hz, double gain_db, double q, int rate)
{
  Corner c = corner_of(hz, q, rate);
  double root = pow(10, gain_db / 40);
  const double b[3] = {1 + c.alpha * root, -2 * c.cosine, 1 - c.alpha * root};
  const double a[3] = {1 + c.alpha / root, -2 * c.cosine, 1 - c.alpha / root};

  return section_of(b, a);
}

AlSection
al_section_inverse(const AlSection *section)
{
  const double b[3] = {1, section->a1, section->a2};
  const double a[3] = {section->b0, section->b1, section->b2};

  return section_of(b, a);
}

AlSection
al_section_dc_block(double hz, int rate)
{
  double k = tan(angle_of(hz, rate) / 2);
  const double b[3] = {1, -1, 0};
  const double a[3] = {1 + k, k - 1, 0};

  return section_of(b, a);
}

void
al_section_process(AlSection *section, double *block, gsize frames)
{
  const AlSection f = *section;
  double left1 = f.state[0], right1 = f.state[1], left2 = f.state[2], right2 = f.state[3];

  for (gsize i = 0; i < 2 * frames; i += 2) {
    double left = block[i], right = block[i + 1];
    double left_out = f.b0 * left + left1, right_out = f.b0 * right + right1;

    left1 = f.b1 * left - f.a1 * left_out + left2;
    right1 = f.b1 * right - f.a1 * right_out + right2;
    left2 = f.b2 * left - f.a2 * left_out;
    right2 = f.b2 * right - f.a2 * right_out;
    block[i] = left_out;
    block[i + 1] = right_out;
  }
  section->state[0] = fabs(left1) < SILENCE ? 0 : left1;
  section->state[1] = fabs(right1) < SILENCE ? 0 : right1;
  section->state[2] = fabs(left2) < SILENCE ? 0 : left2;
  section->state[3] = fabs(right2) < SILENCE ? 0 : right2;
}
