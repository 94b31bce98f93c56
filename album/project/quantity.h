/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_QUANTITY_H
#define AL_QUANTITY_H

/* Quantities as a person writes them: a number with its unit, "2.5 s", "-14 LUFS", "9 kHz".
 *
 * The number has a decimal point, no exponent, no thousands separator; "-" may also be U+2212. The
 * space before the unit may be left out. Nothing depends on the locale. */

#include <glib.h>

typedef enum {
  AL_QUANTITY_DURATION,  /* seconds: 2 s, 350 ms, 12 sectors (of 1/75 s), 4:11.9 (min:s) */
  AL_QUANTITY_FREQUENCY, /* Hz: 850 Hz, 9 kHz */
  AL_QUANTITY_DB,
  AL_QUANTITY_DBFS,
  AL_QUANTITY_DBTP,
  AL_QUANTITY_LUFS,
  AL_QUANTITY_LU,
  AL_QUANTITY_PERCENT, /* 50 for 50 % */
  AL_QUANTITY_ANGLE,   /* degrees: 45 deg */
  AL_QUANTITY_SLOPE,   /* dB per octave: 4.5 dB/oct */
  AL_QUANTITY_OCTAVES, /* 0.5 oct */
  AL_QUANTITY_NUMBER,  /* without a unit */
  AL_QUANTITIES,
} AlQuantity;

typedef enum {
  AL_QUANTITY_ERROR_NUMBER, /* does not begin with a number, or has more than number and unit */
  AL_QUANTITY_ERROR_UNIT_MISSING, /* a number alone */
  AL_QUANTITY_ERROR_UNIT_WRONG,   /* of another quantity, or unknown */
  AL_QUANTITY_ERROR_AMBIGUOUS,    /* 1:02:30 */
  AL_QUANTITY_ERROR_RANGE,        /* beyond any sense: over a day, 1 MHz, 200 dB, 1000 % */
} AlQuantityError;

#define AL_QUANTITY_ERROR (al_quantity_error_quark())
GQuark al_quantity_error_quark(void);

/* The value of `text` in the unit named above. FALSE with an AL_QUANTITY_ERROR that says what is
 * wrong; al_quantity_expected() says what would be right. */
gboolean al_quantity_parse(AlQuantity quantity, const char *text, double *value, GError **error);

/* The shortest text that al_quantity_parse() reads as exactly this value, in the unit named first
 * above. `value` is finite, in range, and 0 or at least 1e-9 in size. The caller frees it. */
char *al_quantity_print(AlQuantity quantity, double value);

/* "expected a time such as 2 s, 350 ms, 4:11.9 or 12 sectors" */
const char *al_quantity_expected(AlQuantity quantity);

#endif
