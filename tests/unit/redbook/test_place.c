/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/place.h"

static void
assert_place(char *place, const char *expected)
{
  g_assert_cmpstr(place, ==, expected);
  g_free(place);
}

static void
test_words(void)
{
  assert_place(rb_place_track(0), "disc");
  assert_place(rb_place_track(99), "track 99");
  assert_place(rb_place_index(3, 0), "track 3, index 0");
  assert_place(rb_place_block(0), "text block 1");
  assert_place(rb_place_field(7, "title"), "text block 8, title");
  assert_place(rb_place_text(0, 3, "title"), "text block 1, track 3, title");
  assert_place(rb_place_text(1, 0, "genre"), "text block 2, disc, genre");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/place/words", test_words);
  return g_test_run();
}
