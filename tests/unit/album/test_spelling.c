/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/spelling.h"

static void
test_distance(void)
{
  static const struct {
    const char *a, *b;
    guint distance;
  } rows[] = {
      {"title", "title", 0},
      {"tilte", "title", 1},
      {"titel", "title", 1},
      {"titl", "title", 1},
      {"tiitle", "title", 1},
      {"tidle", "title", 1},
      {"", "gap", 3},
      {"gap", "", 3},
      {"Title", "title", 0},
      {"fade_in", "fade-in", 0},
      {"songwriter", "composer", 7},
      {"ca", "abc", 3},
      {"é", "e", 1},
      {"performer", "perfomers", 2},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_assert_cmpuint(al_spelling_distance(rows[i].a, rows[i].b), ==, rows[i].distance);
    g_assert_cmpuint(al_spelling_distance(rows[i].b, rows[i].a), ==, rows[i].distance);
  }
}

static void
test_long_words_are_not_compared(void)
{
  g_autofree char *word = g_strnfill(65, 'a');
  g_autofree char *limit = g_strnfill(64, 'a');

  g_assert_cmpuint(al_spelling_distance(word, "a"), ==, G_MAXUINT);
  g_assert_cmpuint(al_spelling_distance(limit, "a"), ==, 63);
}

static void
test_nearest(void)
{
  static const char *const keys[] = {"file", "title", "gap", "fade-in", "fade-out", "isrc", NULL};

  g_assert_cmpstr(al_spelling_nearest("tilte", keys), ==, "title");
  g_assert_cmpstr(al_spelling_nearest("fadein", keys), ==, "fade-in");
  g_assert_cmpstr(al_spelling_nearest("fade_ot", keys), ==, "fade-out");
  g_assert_cmpstr(al_spelling_nearest("gaps", keys), ==, "gap");
  g_assert_cmpstr(al_spelling_nearest("ISRC", keys), ==, "isrc");
  g_assert_null(al_spelling_nearest("loudness", keys));
  g_assert_null(al_spelling_nearest("x", keys));
  g_assert_null(al_spelling_nearest("", keys));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/spelling/distance", test_distance);
  g_test_add_func("/spelling/long_words_are_not_compared", test_long_words_are_not_compared);
  g_test_add_func("/spelling/nearest", test_nearest);
  return g_test_run();
}
