/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/filter/prototype.h"

#include <math.h>

/* sqrt of the linear gain: the cookbook's A. */
static double
half_gain(double gain_db)
{
  return pow(10.0, gain_db / 40.0);
}

AlPrototype
al_prototype_bell(double hz, double gain_db, double q)
{
  double a = half_gain(gain_db);

  return (AlPrototype){hz, {1.0, a / q, 1.0}, {1.0, 1.0 / (a * q), 1.0}};
}

AlPrototype
al_prototype_low_shelf(double hz, double gain_db, double q)
{
  double a = half_gain(gain_db);
  double middle = sqrt(a) / q;

  return (AlPrototype){hz, {a * a, a * middle, a}, {1.0, middle, a}};
}

AlPrototype
al_prototype_high_shelf(double hz, double gain_db, double q)
{
  double a = half_gain(gain_db);
  double middle = sqrt(a) / q;

  return (AlPrototype){hz, {a, a * middle, a * a}, {a, middle, 1.0}};
}

AlPrototype
al_prototype_tilt(double hz, double gain_db)
{
  double gain = pow(10.0, gain_db / 20.0);

  return (AlPrototype){hz, {1.0, gain, 0.0}, {gain, 1.0, 0.0}};
}

AlPrototype
al_prototype_low_pass(double hz, double q)
{
  return (AlPrototype){hz, {1.0, 0.0, 0.0}, {1.0, 1.0 / q, 1.0}};
}

AlPrototype
al_prototype_high_pass(double hz, double q)
{
  return (AlPrototype){hz, {0.0, 0.0, 1.0}, {1.0, 1.0 / q, 1.0}};
}

AlPrototype
al_prototype_low_pass_1(double hz)
{
  return (AlPrototype){hz, {1.0, 0.0, 0.0}, {1.0, 1.0, 0.0}};
}

AlPrototype
al_prototype_high_pass_1(double hz)
{
  return (AlPrototype){hz, {0.0, 1.0, 0.0}, {1.0, 1.0, 0.0}};
}

AlPrototype
al_prototype_notch(double hz, double q)
{
  return (AlPrototype){hz, {1.0, 0.0, 1.0}, {1.0, 1.0 / q, 1.0}};
}

guint
al_prototype_butterworth_sections(guint order)
{
  g_assert(order >= 1 && order <= 8);
  return (order + 1) / 2;
}

double
al_prototype_butterworth_q(guint order, guint i)
{
  g_assert(i < al_prototype_butterworth_sections(order));
  if (2 * i + 1 == order)
    return 0.0;
  return 1.0 / (2.0 * sin(G_PI * (2.0 * i + 1.0) / (2.0 * order)));
}

AlPrototype
al_prototype_inverse(const AlPrototype *prototype)
{
  AlPrototype inverse = {.centre_hz = prototype->centre_hz};

  for (int i = 0; i < 3; i++) {
    inverse.n[i] = prototype->d[i];
    inverse.d[i] = prototype->n[i];
  }
  return inverse;
}

/* |c[2] s^2 + c[1] s + c[0]|^2 at s = j x. */
static double
polynomial_power(const double c[3], double x)
{
  double real = c[0] - c[2] * x * x;
  double imaginary = c[1] * x;

  return real * real + imaginary * imaginary;
}

double
al_prototype_power(const AlPrototype *prototype, double hz)
{
  double x = hz / prototype->centre_hz;

  return polynomial_power(prototype->n, x) / polynomial_power(prototype->d, x);
}
