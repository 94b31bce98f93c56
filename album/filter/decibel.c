/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/filter/decibel.h"

#include "album/vector.h"

#include <math.h>
#include <string.h>

/* An IEEE 754 double: sign (1 bit), exponent + 1023 (11 bits), fraction (52 bits). */
#define FRACTION_BITS 52
#define EXPONENT_BIAS 1023
/* The bits of sqrt(1/2): where the range of the mantissa is cut, so that it lies around 1. */
#define SQRT_HALF_BITS G_GUINT64_CONSTANT(0x3fe6a09e667f3bcd)
/* 2^52: a number below it, put into its fraction, reads as 2^52 + number. */
#define TWO_TO_52 4503599627370496.0
/* 1.5 * 2^52: adding it rounds a double to a whole number, which then stands in the lowest bits. */
#define ROUNDER 6755399441055744.0
#define LOG2_E 1.4426950408889634

static inline guint64
bits_of(double value)
{
  guint64 bits;

  memcpy(&bits, &value, sizeof bits);
  return bits;
}

static inline double
double_of(guint64 bits)
{
  double value;

  memcpy(&value, &bits, sizeof value);
  return value;
}

/* log2 of a normal positive number: exponent + log2(mantissa), mantissa in sqrt(1/2)..sqrt(2).
 * ln m = 2 artanh t, t = (m - 1) / (m + 1), |t| < 0.1716; the first term left out is below 3e-13.
 */
static inline double
log2_of(double value)
{
  guint64 shifted = bits_of(value) - SQRT_HALF_BITS + ((guint64)EXPONENT_BIAS << FRACTION_BITS);
  guint64 exponent = shifted >> FRACTION_BITS;
  guint64 fraction = bits_of(value) - (exponent << FRACTION_BITS);
  double mantissa = double_of(fraction + ((guint64)EXPONENT_BIAS << FRACTION_BITS));
  double whole = double_of(exponent | bits_of(TWO_TO_52)) - TWO_TO_52 - EXPONENT_BIAS;
  double t = (mantissa - 1) / (mantissa + 1);
  double u = t * t;
  double series =
      1 + u * (1.0 / 3 + u * (1.0 / 5 + u * (1.0 / 7 + u * (1.0 / 9 + u * (1.0 / 11 + u / 13)))));

  return whole + 2 * LOG2_E * t * series;
}

/* 2^x for |x| < 1000: the whole part goes into the exponent, the rest (|z| < 0.347 in e^z) into the
 * Taylor series, whose first term left out is below 1e-14. */
static inline double
exp2_of(double x)
{
  double rounded = x + ROUNDER;
  guint64 exponent = bits_of(rounded) << FRACTION_BITS;
  double z = (x - (rounded - ROUNDER)) * G_LN2;
  double high = 1.0 / 40320 + z * (1.0 / 362880 + z * (1.0 / 3628800 + z / 39916800));
  double middle = 1.0 / 24 + z * (1.0 / 120 + z * (1.0 / 720 + z * (1.0 / 5040 + z * high)));
  double series = 1 + z * (1 + z * (1.0 / 2 + z * (1.0 / 6 + z * middle)));

  return double_of(bits_of(series) + exponent);
}

/* Static, as clang gives clones no name that other files could link. */
AL_VECTOR_CLONES static void
from_powers(double *values, gsize count)
{
  const double db_per_octave = 10 * G_LN2 / G_LN10;

  for (gsize i = 0; i < count; i++)
    values[i] = db_per_octave * log2_of(values[i] + AL_POWER_FLOOR);
}

AL_VECTOR_CLONES static void
to_gains(double *values, gsize count)
{
  const double octaves_per_db = G_LN10 / (20 * G_LN2);

  for (gsize i = 0; i < count; i++)
    values[i] = exp2_of(values[i] * octaves_per_db);
}

void
al_decibel_from_powers(double *values, gsize count)
{
  from_powers(values, count);
}

void
al_decibel_to_gains(double *values, gsize count)
{
  to_gains(values, count);
}

double
al_decibel_from_gain(double gain)
{
  return 20 * log10(gain);
}

double
al_decibel_to_gain(double db)
{
  al_decibel_to_gains(&db, 1);
  return db;
}

/* (e^2x - 1) / (e^2x + 1); beyond 20 the result is 1 to the last bit. */
AL_VECTOR_CLONES static void
take_tanh(double *values, gsize count)
{
  for (gsize i = 0; i < count; i++) {
    double x = MIN(MAX(values[i], -20.0), 20.0);
    double e = exp2_of(2 * x * LOG2_E);

    values[i] = (e - 1) / (e + 1);
  }
}

void
al_decibel_tanh(double *values, gsize count)
{
  take_tanh(values, count);
}
