/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/match/root.h"

#include <math.h>

#include "album/error.h"

/* Falling functions such as a limiter makes: straight, then ever flatter. */
typedef struct {
  const char *name;
  double target;
  double knee; /* from here on, each decibel does less */
  double softness;
} Curve;

static const Curve curves[] = {
    {"straight", -14, 100, 1},
    {"bent", -9, -20, 6},
    {"nearly_flat", -8, -30, 15},
    {"far_guess", 20, 100, 1},
};

static gboolean
curve_value(double x, gpointer data, double *value, GError **error)
{
  const Curve *curve = data;
  double over = x - curve->knee;
  double reached = over < 0 ? x : curve->knee + curve->softness * log1p(over / curve->softness);

  (void)error;
  *value = curve->target - reached;
  return TRUE;
}

static void
test_curves(void)
{
  for (guint i = 0; i < G_N_ELEMENTS(curves); i++) {
    Curve curve = curves[i];
    AlRoot root;
    double value;

    g_assert_true(al_root_find(curve_value, &curve, -25, -80, 60, 0.02, 10, &root, NULL));
    curve_value(root.x, &curve, &value, NULL);
    g_assert_cmpfloat(value, ==, root.value);
    g_assert_cmpfloat(fabs(value), <=, 0.02);
    g_test_message("%s: %u evaluations", curve.name, root.evaluations);
    g_assert_cmpuint(root.evaluations, <=, 7);
  }
}

/* Out of reach: the end of the range, and no endless search. */
static void
test_out_of_reach(void)
{
  Curve curve = {"", 90, 100, 1};
  AlRoot root;

  g_assert_true(al_root_find(curve_value, &curve, 0, -80, 60, 0.02, 10, &root, NULL));
  g_assert_cmpfloat(root.x, ==, 60);
  g_assert_cmpfloat(root.value, ==, 30);
}

static gboolean
fail(double x, gpointer data, double *value, GError **error)
{
  (void)x, (void)data, (void)value;
  g_set_error(error, AL_ERROR, AL_ERROR_AUDIO, "no");
  return FALSE;
}

static void
test_failure_is_told(void)
{
  g_autoptr(GError) error = NULL;
  AlRoot root;

  g_assert_false(al_root_find(fail, NULL, 0, -80, 60, 0.02, 10, &root, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_AUDIO);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/root/curves", test_curves);
  g_test_add_func("/root/out_of_reach", test_out_of_reach);
  g_test_add_func("/root/failure_is_told", test_failure_is_told);
  return g_test_run();
}
