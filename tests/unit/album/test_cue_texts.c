/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/convert/cue_texts.h"

#include "tests/support/discs.h"

/* Texts of which a sheet can say everything. */
static RbDisc *
plain_disc(void)
{
  RbDisc *disc = discs_cue2ddp_texts();
  RbTextBlock *block = g_ptr_array_index(disc->text_blocks, 0);

  block->language = 0;
  return disc;
}

static RbTextBlock *
first_block(const RbDisc *disc)
{
  return g_ptr_array_index(disc->text_blocks, 0);
}

static void
add_language(RbDisc *disc)
{
  RbTextBlock *block = rb_disc_add_text_block(disc, RB_CHARSET_ASCII, 0x0f);

  rb_text_block_texts(block, 0)->field[RB_TEXT_TITLE] = g_strdup("Titre");
}

static void
set_language(RbDisc *disc)
{
  first_block(disc)->language = 0x09;
}

static void
set_charset(RbDisc *disc)
{
  first_block(disc)->charset = RB_CHARSET_ASCII;
}

static void
set_genre(RbDisc *disc)
{
  first_block(disc)->genre = 1;
}

static void
set_catalog(RbDisc *disc)
{
  first_block(disc)->disc_id = g_strdup("X 1");
}

static void
set_quotes(RbDisc *disc)
{
  discs_set_texts(first_block(disc), RB_TEXT_TITLE, (const char *[]){"A", "B", "\"C\""});
}

static void
test_each_reason(void)
{
  static void (*const reasons[])(RbDisc *) = {add_language, set_language, set_charset,
                                              set_genre,    set_catalog,  set_quotes};
  g_autoptr(RbDisc) bare = discs_bare(1);
  g_autoptr(RbDisc) plain = plain_disc();

  g_assert_false(al_cue_texts_wanted(bare));
  g_assert_false(al_cue_texts_wanted(plain));
  for (gsize i = 0; i < G_N_ELEMENTS(reasons); i++) {
    g_autoptr(RbDisc) disc = plain_disc();

    reasons[i](disc);
    g_assert_true(al_cue_texts_wanted(disc));
  }
}

/* A sheet holds any character, a block of packs does not: then the sheet alone is better. */
static void
test_what_packs_do_not_hold(void)
{
  g_autoptr(RbDisc) disc = plain_disc();

  set_language(disc);
  discs_set_texts(first_block(disc), RB_TEXT_TITLE, (const char *[]){"\u0411", "B", "C"});
  g_assert_false(al_cue_texts_wanted(disc));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/cue_texts/each_reason", test_each_reason);
  g_test_add_func("/cue_texts/what_packs_do_not_hold", test_what_packs_do_not_hold);
  return g_test_run();
}
