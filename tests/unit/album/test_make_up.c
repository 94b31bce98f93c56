/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/chain/make_up.h"

#include "album/error.h"
#include "tests/support/stream.h"

#include <math.h>

/* The first sample stands for the loudness; 1 fails, 0 is silence. */
static gboolean
measure(AlSource *source, double *lufs, GError **error)
{
  double frame[2];

  g_assert_cmpint(al_source_read(source, frame, 1, NULL), ==, 1);
  if (frame[0] == 1) {
    g_set_error_literal(error, AL_ERROR, AL_ERROR_AUDIO, "broken");
    return FALSE;
  }
  *lufs = frame[0] == 0 ? -HUGE_VAL : frame[0];
  return TRUE;
}

static gboolean
make_up(double before, double after, double *make_up_db, GError **error)
{
  const double one[2] = {before, before}, other[2] = {after, after};
  g_autoptr(AlSource) in = stream_new(one, 1, 48000);
  g_autoptr(AlSource) out = stream_new(other, 1, 48000);

  return al_make_up_measure(in, out, measure, make_up_db, error);
}

static void
test_difference(void)
{
  double make_up_db;

  g_assert_true(make_up(-14, -16.5, &make_up_db, NULL));
  g_assert_cmpfloat(make_up_db, ==, 2.5);
}

static void
test_silence_needs_none(void)
{
  double make_up_db;

  g_assert_true(make_up(-14, 0, &make_up_db, NULL));
  g_assert_cmpfloat(make_up_db, ==, 0);
  g_assert_true(make_up(0, 0, &make_up_db, NULL));
  g_assert_cmpfloat(make_up_db, ==, 0);
}

static void
test_failure_is_passed_on(void)
{
  g_autoptr(GError) error = NULL;
  double make_up_db;

  g_assert_false(make_up(-14, 1, &make_up_db, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_AUDIO);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/make_up/difference", test_difference);
  g_test_add_func("/make_up/silence_needs_none", test_silence_needs_none);
  g_test_add_func("/make_up/failure_is_passed_on", test_failure_is_passed_on);
  return g_test_run();
}
