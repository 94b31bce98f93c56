/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/draft/draft_lines.h"

#include <math.h>

#include "album/project/quantity.h"

static void
test_times(void)
{
  static const struct {
    gint64 frame;
    int rate;
    const char *text;
  } rows[] = {
      {0, 44100, "0:00"},          {44100, 44100, "0:01"},          {22050, 44100, "0:00.5"},
      {1, 44100, "0:00.000023"},   {2645999, 44100, "0:59.999977"}, {2646000, 44100, "1:00"},
      {588, 44100, "0:00.013333"}, {158760000, 44100, "60:00"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree char *text = al_draft_time(rows[i].frame, rows[i].rate);

    g_assert_cmpstr(text, ==, rows[i].text);
  }
}

/* What is read back is the frame, at every rate. */
static void
test_times_are_exact(void)
{
  static const int rates[] = {8000, 44100, 48000, 88200, 96000, 176400, 192000, 384000};

  for (gsize i = 0; i < G_N_ELEMENTS(rates); i++)
    for (int k = 0; k < 2000; k++) {
      gint64 frame = g_test_rand_int_range(0, rates[i] * 5000);
      g_autofree char *text = al_draft_time(frame, rates[i]);
      double seconds;

      g_assert_true(al_quantity_parse(AL_QUANTITY_DURATION, text, &seconds, NULL));
      g_assert_cmpint(llround(seconds * rates[i]), ==, frame);
    }
}

static void
test_gaps(void)
{
  for (gint32 sectors = 0; sectors < 1000; sectors++) {
    g_autofree char *text = al_draft_gap(sectors);
    double seconds;

    g_assert_true(al_quantity_parse(AL_QUANTITY_DURATION, text, &seconds, NULL));
    g_assert_cmpfloat_with_epsilon(seconds * 75, sectors, 1e-9);
  }
  g_autofree char *two = al_draft_gap(150);
  g_autofree char *odd = al_draft_gap(188);
  g_autofree char *one = al_draft_gap(1);
  g_autofree char *hundredths = al_draft_gap(153);

  g_assert_cmpstr(two, ==, "2 s");
  g_assert_cmpstr(odd, ==, "188 sectors");
  g_assert_cmpstr(one, ==, "1 sector");
  g_assert_cmpstr(hundredths, ==, "2.04 s");
}

static void
test_lines(void)
{
  g_autoptr(GString) out = g_string_new(NULL);

  al_draft_line_text(out, 2, "title", "Fog: Part One");
  al_draft_line_text(out, 2, "performer", NULL);
  al_draft_line_value(out, 0, "tracks", "");
  al_draft_line_comment(out, 4, "two\nlines");
  g_assert_cmpstr(out->str, ==, "  title: \"Fog: Part One\"\ntracks:\n    # two lines\n");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/draft_lines/times", test_times);
  g_test_add_func("/draft_lines/times_are_exact", test_times_are_exact);
  g_test_add_func("/draft_lines/gaps", test_gaps);
  g_test_add_func("/draft_lines/lines", test_lines);
  return g_test_run();
}
