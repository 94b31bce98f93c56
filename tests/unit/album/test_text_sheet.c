/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/disc/text_sheet.h"

#include "tests/support/discs.h"

/* Only the fields that something has are columns. */
static void
test_columns(void)
{
  g_autoptr(RbDisc) disc = discs_sample();
  g_autoptr(AlTextSheet) sheet = al_text_sheet_new(disc, 0);
  g_autofree char *headings = g_strjoinv(" ", sheet->headings);
  g_autofree char *track = g_strjoinv("|", g_ptr_array_index(sheet->rows, 3));

  g_assert_cmpstr(sheet->title, ==, "CD-TEXT 1: English");
  g_assert_cmpstr(headings, ==, "Trk Title Performer Songwriter Composer Message");
  g_assert_cmpuint(sheet->rows->len, ==, 4);
  g_assert_cmpstr(track, ==, "03|Tide|The L\u00e4nterns|A. Varga|A. Varga|Hello");
}

/* What has a code without a name, or none, is still called something. */
static void
test_names(void)
{
  static const struct {
    guint8 language;
    guint16 genre;
    const char *genre_text, *language_name, *genre_name;
  } cases[] = {
      {0x09, 0x17, NULL, "English", "Rock Music"},
      {0x00, 0, NULL, "unknown language", NULL},
      {0xfe, 0x1000, "Shanties", "language 0xfe", "code 4096, Shanties"},
      {0x09, 0, "Shanties", "English", "Shanties"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(RbDisc) disc = discs_bare(1);
    RbTextBlock *block = rb_disc_add_text_block(disc, RB_CHARSET_ASCII, cases[i].language);

    block->genre = cases[i].genre;
    block->genre_text = g_strdup(cases[i].genre_text);
    g_autofree char *language = al_text_sheet_language(block);
    g_autofree char *genre = al_text_sheet_genre(block);

    g_assert_cmpstr(language, ==, cases[i].language_name);
    g_assert_cmpstr(genre, ==, cases[i].genre_name);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/text_sheet/columns", test_columns);
  g_test_add_func("/text_sheet/names", test_names);
  return g_test_run();
}
