/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/msf.h"

#include "redbook/error.h"

static void
test_known_times(void)
{
  g_autofree char *last = rb_msf_format(RB_MAX_SECTORS - 1);
  g_autofree char *pause = rb_msf_format(RB_FIRST_PAUSE_SECTORS);

  g_assert_cmpstr(last, ==, "99:59:74");
  g_assert_cmpstr(pause, ==, "00:02:00");
  g_assert_cmpint(rb_msf_to_sector(79, 57, 74), ==, 359849);
}

/* Counts up like a clock, and compares at each tick. */
static void
test_whole_disc(void)
{
  guint minutes = 0, seconds = 0, sectors = 0;

  for (gint32 sector = 0; sector < RB_MAX_SECTORS; sector++) {
    RbMsf msf = rb_msf_from_sector(sector);

    if (msf.minutes != minutes || msf.seconds != seconds || msf.sectors != sectors ||
        rb_msf_to_sector(minutes, seconds, sectors) != sector)
      g_error("sector %d is %02u:%02u:%02u", sector, msf.minutes, msf.seconds, msf.sectors);
    sectors = (sectors + 1) % 75;
    seconds = (seconds + (sectors == 0)) % 60;
    minutes += sectors == 0 && seconds == 0;
  }
  g_assert_cmpuint(minutes, ==, 100);
}

static void
test_text_round_trip(void)
{
  for (gint32 sector = 0; sector < RB_MAX_SECTORS; sector += 7) {
    g_autofree char *text = rb_msf_format(sector);
    gint32 parsed = -1;

    g_assert_true(rb_msf_parse(text, &parsed, NULL));
    g_assert_cmpint(parsed, ==, sector);
  }
}

static void
test_refuses(void)
{
  static const char *const wrong[] = {"",          "00:00",     "0:00:00",   "00:00:75", "00:60:00",
                                      "00:00:000", " 0:00:00",  "-1:00:00",  "00:00:0a", "00.00.00",
                                      "00:00:00 ", "100:00:00", "00:00:00\n"};

  for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++) {
    g_autoptr(GError) error = NULL;
    gint32 sector = 17;

    g_assert_false(rb_msf_parse(wrong[i], &sector, &error));
    g_assert_error(error, RB_ERROR, RB_ERROR_FORMAT);
    g_assert_cmpint(sector, ==, 17);
  }
  g_assert_cmpint(rb_msf_to_sector(100, 0, 0), ==, -1);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/msf/known_times", test_known_times);
  g_test_add_func("/msf/whole_disc", test_whole_disc);
  g_test_add_func("/msf/text_round_trip", test_text_round_trip);
  g_test_add_func("/msf/refuses", test_refuses);
  return g_test_run();
}
