/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/match/root.h"

#include <math.h>

/* Slopes flatter than this would throw a secant far away. */
#define FLATTEST_SLOPE (-0.1)

/* What is known: the root lies between `low` (value > 0) and `high` (value < 0). */
typedef struct {
  double low, low_value;
  double high, high_value;
  gboolean has_low, has_high;
} Bracket;

static void
narrow(Bracket *bracket, double x, double value)
{
  if (value > 0) {
    bracket->low = x;
    bracket->low_value = value;
    bracket->has_low = TRUE;
  } else {
    bracket->high = x;
    bracket->high_value = value;
    bracket->has_high = TRUE;
  }
}

/* The next try: on the secant through both ends, kept off them so that the bracket shrinks; with
 * one end only, a step of the slope there is, or of one. */
static double
next_try(const Bracket *bracket, double x, double value, double slope)
{
  double width, at;

  if (!bracket->has_low || !bracket->has_high)
    return x - value / MIN(slope, FLATTEST_SLOPE);
  width = bracket->high - bracket->low;
  at = bracket->low + width * bracket->low_value / (bracket->low_value - bracket->high_value);
  return CLAMP(at, bracket->low + 0.02 * width, bracket->high - 0.02 * width);
}

gboolean
al_root_find(AlFalling function, gpointer data, double guess, double least, double most,
             double tolerance, guint evaluations, AlRoot *root, GError **error)
{
  Bracket bracket = {0};
  double x = CLAMP(guess, least, most), slope = -1, before_x = x, before_value = 0;

  *root = (AlRoot){.x = x, .value = HUGE_VAL};
  while (root->evaluations < evaluations) {
    double value;

    if (!function(x, data, &value, error))
      return FALSE;
    root->evaluations++;
    if (fabs(value) < fabs(root->value)) {
      root->x = x;
      root->value = value;
    }
    if (fabs(value) <= tolerance)
      break;
    if (root->evaluations > 1 && x != before_x)
      slope = (value - before_value) / (x - before_x);
    before_x = x;
    before_value = value;
    narrow(&bracket, x, value);
    x = CLAMP(next_try(&bracket, x, value, slope), least, most);
    if (x == before_x)
      break; /* at the end of the range */
  }
  return TRUE;
}
