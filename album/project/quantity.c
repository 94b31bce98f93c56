/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/quantity.h"

#include <math.h>
#include <string.h>

#include "redbook/sector.h"

/* A double never needs more to be told from its neighbours within the ranges below. */
#define NUMBER_CHARACTERS 40
#define DECIMALS 30

typedef struct {
  const char *name; /* "a time" */
  const char *expected;
  double smallest, largest;
} Description;

static const Description descriptions[AL_QUANTITIES] = {
    [AL_QUANTITY_DURATION] = {"a time", "expected a time such as 2 s, 350 ms, 4:11.9 or 12 sectors",
                              -86400, 86400},
    [AL_QUANTITY_FREQUENCY] = {"a frequency", "expected a frequency such as 850 Hz or 9 kHz", 0,
                               1e6},
    [AL_QUANTITY_DB] = {"a level in dB", "expected decibels such as -1.5 dB", -200, 200},
    [AL_QUANTITY_DBFS] = {"a level in dBFS", "expected a level such as -20 dBFS", -200, 200},
    [AL_QUANTITY_DBTP] = {"a true peak", "expected a true peak such as -1 dBTP", -200, 200},
    [AL_QUANTITY_LUFS] = {"a loudness", "expected a loudness such as -14 LUFS", -200, 200},
    [AL_QUANTITY_LU] = {"a difference in loudness",
                        "expected a difference in loudness such as -1.5 LU", -200, 200},
    [AL_QUANTITY_PERCENT] = {"a percentage", "expected a percentage such as 50 %", -1000, 1000},
    [AL_QUANTITY_ANGLE] = {"an angle", "expected an angle such as 45 deg", -360, 360},
    [AL_QUANTITY_SLOPE] = {"a slope", "expected a slope such as 4.5 dB/oct", -200, 200},
    [AL_QUANTITY_OCTAVES] = {"a number of octaves", "expected octaves such as 0.5 oct", -200, 200},
    [AL_QUANTITY_NUMBER] = {"a number", "expected a number such as 1.5, without a unit", -1e6, 1e6},
};

typedef struct {
  AlQuantity quantity;
  const char *text;
  double multiplier, divisor; /* to the unit of the quantity; two, so that both stay exact */
} Unit;

/* The first of each quantity is the one that is printed. */
static const Unit units[] = {
    {AL_QUANTITY_DURATION, "s", 1, 1},
    {AL_QUANTITY_DURATION, "ms", 1, 1000},
    {AL_QUANTITY_DURATION, "sectors", 1, RB_SECTORS_PER_SECOND},
    {AL_QUANTITY_DURATION, "sector", 1, RB_SECTORS_PER_SECOND},
    {AL_QUANTITY_FREQUENCY, "Hz", 1, 1},
    {AL_QUANTITY_FREQUENCY, "kHz", 1000, 1},
    {AL_QUANTITY_DB, "dB", 1, 1},
    {AL_QUANTITY_DBFS, "dBFS", 1, 1},
    {AL_QUANTITY_DBTP, "dBTP", 1, 1},
    {AL_QUANTITY_LUFS, "LUFS", 1, 1},
    {AL_QUANTITY_LU, "LU", 1, 1},
    {AL_QUANTITY_PERCENT, "%", 1, 1},
    {AL_QUANTITY_ANGLE, "deg", 1, 1},
    {AL_QUANTITY_ANGLE, "°", 1, 1},
    {AL_QUANTITY_SLOPE, "dB/oct", 1, 1},
    {AL_QUANTITY_OCTAVES, "oct", 1, 1},
    {AL_QUANTITY_NUMBER, "", 1, 1},
};

G_DEFINE_QUARK(al - quantity - error - quark, al_quantity_error)

/* Reads digits with at most one point among them; NULL where there is no digit. */
static const char *
skip_digits(const char *at)
{
  gboolean digit = FALSE, point = FALSE;

  for (; g_ascii_isdigit(*at) || (*at == '.' && !point); at++) {
    digit |= *at != '.';
    point |= *at == '.';
  }
  return digit ? at : NULL;
}

/* Reads a sign. */
static const char *
skip_sign(const char *at, gboolean *negative)
{
  *negative = *at == '-' || g_str_has_prefix(at, "−");
  if (*at == '-' || *at == '+')
    return at + 1;
  return *negative ? at + strlen("−") : at;
}

/* The number at the start of `text`; where it ends, or NULL where there is none. */
static const char *
read_number(const char *text, double *number)
{
  gboolean negative;
  const char *digits = skip_sign(text, &negative);
  const char *end = skip_digits(digits);
  char copy[NUMBER_CHARACTERS + 1];

  if (end == NULL || end - digits > NUMBER_CHARACTERS)
    return NULL;
  memcpy(copy, digits, end - digits);
  copy[end - digits] = '\0';
  *number = g_ascii_strtod(copy, NULL);
  if (negative)
    *number = -*number;
  return end;
}

static gboolean
fail_number(AlQuantity quantity, const char *text, GError **error)
{
  const char *comma = strchr(text, ',');

  if (comma != NULL && comma > text && g_ascii_isdigit(comma[-1]) && g_ascii_isdigit(comma[1]))
    g_set_error(error, AL_QUANTITY_ERROR, AL_QUANTITY_ERROR_NUMBER,
                "the decimal point is a point, not a comma: \"%s\"", text);
  else
    g_set_error(error, AL_QUANTITY_ERROR, AL_QUANTITY_ERROR_NUMBER, "this is not %s: \"%s\"",
                descriptions[quantity].name, text);
  return FALSE;
}

static gboolean
fail_unit(AlQuantity quantity, const char *text, const char *unit, GError **error)
{
  if (quantity == AL_QUANTITY_NUMBER) {
    g_set_error(error, AL_QUANTITY_ERROR, AL_QUANTITY_ERROR_UNIT_WRONG,
                "this number has no unit: \"%s\"", text);
    return FALSE;
  }
  if (unit[0] == '\0') {
    g_set_error(error, AL_QUANTITY_ERROR, AL_QUANTITY_ERROR_UNIT_MISSING,
                "the unit is missing: \"%s\"", text);
    return FALSE;
  }
  for (guint i = 0; i < G_N_ELEMENTS(units); i++) {
    if (strcmp(units[i].text, unit) == 0) {
      g_set_error(error, AL_QUANTITY_ERROR, AL_QUANTITY_ERROR_UNIT_WRONG,
                  "the unit is wrong, %s is not the unit of %s: \"%s\"", unit,
                  descriptions[quantity].name, text);
      return FALSE;
    }
  }
  g_set_error(error, AL_QUANTITY_ERROR, AL_QUANTITY_ERROR_UNIT_WRONG,
              "the unit is not known: \"%s\"", text);
  return FALSE;
}

/* Whether a unit of this quantity follows the number; scales the number by it. */
static gboolean
apply_unit(AlQuantity quantity, const char *unit, double *number)
{
  for (guint i = 0; i < G_N_ELEMENTS(units); i++) {
    if (units[i].quantity == quantity && strcmp(units[i].text, unit) == 0) {
      *number = *number * units[i].multiplier / units[i].divisor;
      return TRUE;
    }
  }
  return FALSE;
}

/* One to four digits. */
static gboolean
is_count(const char *text)
{
  gsize length = strlen(text);

  return length >= 1 && length <= 4 && strspn(text, "0123456789") == length;
}

/* 1:02:30 is 62 min 30 s to one person and 1 min 2 s 30 sectors to another. */
static gboolean
fail_ambiguous(const char *text, char **parts, GError **error)
{
  guint part[3];
  guint seconds;
  double of_sectors;

  for (int i = 0; i < 3; i++) {
    if (!is_count(parts[i]))
      return fail_number(AL_QUANTITY_DURATION, text, error);
    part[i] = (guint)g_ascii_strtoull(parts[i], NULL, 10);
  }
  seconds = part[0] * 3600 + part[1] * 60 + part[2];
  of_sectors = part[1] + (double)part[2] / RB_SECTORS_PER_SECOND;
  g_set_error(error, AL_QUANTITY_ERROR, AL_QUANTITY_ERROR_AMBIGUOUS,
              "ambiguous, hours come as minutes (%u:%02u), sectors as decimals (%u:%06.3f): \"%s\"",
              seconds / 60, seconds % 60, part[0], of_sectors, text);
  return FALSE;
}

/* min:ss with decimals: up to four digits of minutes, two of seconds, below 60. */
static gboolean
parse_clock(const char *text, double *seconds, GError **error)
{
  gboolean negative;
  g_auto(GStrv) parts = g_strsplit(skip_sign(text, &negative), ":", 5);
  const char *end = NULL;

  if (g_strv_length(parts) == 3)
    return fail_ambiguous(text, parts, error);
  if (g_strv_length(parts) == 2 && is_count(parts[0]) && g_ascii_isdigit(parts[1][0]) &&
      g_ascii_isdigit(parts[1][1]) && !g_ascii_isdigit(parts[1][2]))
    end = read_number(parts[1], seconds);
  if (end == NULL || *end != '\0' || *seconds >= 60)
    return fail_number(AL_QUANTITY_DURATION, text, error);
  *seconds += 60.0 * (double)g_ascii_strtoull(parts[0], NULL, 10);
  if (negative)
    *seconds = -*seconds;
  return TRUE;
}

static gboolean
parse_with_unit(AlQuantity quantity, const char *text, double *number, GError **error)
{
  const char *unit = read_number(text, number);

  if (unit == NULL || *unit == ',' || *unit == '.')
    return fail_number(quantity, text, error);
  while (*unit == ' ')
    unit++;
  if (!apply_unit(quantity, unit, number))
    return fail_unit(quantity, text, unit, error);
  return TRUE;
}

gboolean
al_quantity_parse(AlQuantity quantity, const char *text, double *value, GError **error)
{
  const Description *description = &descriptions[quantity];
  gboolean clock = quantity == AL_QUANTITY_DURATION && strchr(text, ':') != NULL;
  double number = 0;

  if (!(clock ? parse_clock(text, &number, error)
              : parse_with_unit(quantity, text, &number, error)))
    return FALSE;
  if (!(number >= description->smallest && number <= description->largest)) {
    g_set_error(error, AL_QUANTITY_ERROR, AL_QUANTITY_ERROR_RANGE,
                "beyond what makes sense as %s: \"%s\"", description->name, text);
    return FALSE;
  }
  *value = number;
  return TRUE;
}

char *
al_quantity_print(AlQuantity quantity, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE + DECIMALS];
  char format[8];
  guint unit = 0;

  g_assert(isfinite(value));
  while (units[unit].quantity != quantity)
    unit++;
  for (int decimals = 0; decimals <= DECIMALS; decimals++) {
    g_snprintf(format, sizeof(format), "%%.%df", decimals);
    g_ascii_formatd(digits, sizeof(digits), format, value);
    if (g_ascii_strtod(digits, NULL) == value)
      break;
  }
  return g_strconcat(digits, units[unit].text[0] != '\0' ? " " : "", units[unit].text, NULL);
}

const char *
al_quantity_expected(AlQuantity quantity)
{
  return descriptions[quantity].expected;
}
