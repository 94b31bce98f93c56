/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/cdtext.h"

#include "tests/support/discs.h"

static void
test_fits(void)
{
  g_autoptr(RbDisc) disc = discs_cue2ddp_texts();
  g_autoptr(RbFindings) findings = rb_findings_new();

  g_assert_true(rb_cdtext_check(disc, TRUE, findings));
  g_assert_cmpuint(rb_findings_count(findings), ==, 0);
}

static void
set_message(RbTextBlock *block, guint track, gsize characters)
{
  char **message = &rb_text_block_texts(block, track)->field[RB_TEXT_MESSAGE];

  g_free(*message);
  *message = g_strnfill(characters, 'x');
}

/* Done as it is advised, it fits, and one character less would not have been enough. */
static void
test_advice_is_exact(void)
{
  g_autoptr(RbDisc) disc = discs_bare(9);
  RbTextBlock *block = rb_disc_add_text_block(disc, RB_CHARSET_ISO_8859_1, 0x09);
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autoptr(GByteArray) packs = NULL;

  for (guint i = 1; i <= 9; i++)
    set_message(block, i, i == 7 ? 1000 : 260);
  g_assert_false(rb_cdtext_check(disc, FALSE, findings));
  g_assert_cmpuint(rb_findings_count(findings), ==, 1);
  g_assert_cmpstr(rb_findings_get(findings, 0)->id, ==, "R41");
  g_assert_cmpstr(rb_findings_get(findings, 0)->place, ==, "text block 1");
  g_assert_cmpstr(rb_findings_get(findings, 0)->text, ==,
                  "The English texts fill 258 packs, a block holds 253: 5 too many. Shorten the "
                  "message of track 7 (1000 characters) by 54.");
  set_message(block, 7, 1000 - 53);
  g_assert_null(rb_cdtext_encode(disc, FALSE, NULL));
  set_message(block, 7, 1000 - 54);
  packs = rb_cdtext_encode(disc, FALSE, NULL);
  g_assert_nonnull(packs);
}

static void
test_advice_names_the_longest(void)
{
  g_autoptr(RbDisc) disc = discs_bare(20);
  RbTextBlock *block = rb_disc_add_text_block(disc, RB_CHARSET_ISO_8859_1, 0x09);
  g_autoptr(RbFindings) findings = rb_findings_new();

  for (guint i = 1; i <= 20; i++)
    set_message(block, i, 200 + i);
  g_assert_false(rb_cdtext_check(disc, FALSE, findings));
  g_assert_cmpstr(
      rb_findings_get(findings, 0)->text, ==,
      "The English texts fill 353 packs, a block holds 253: 100 too many. Shorten the texts by "
      "about 1200 characters in all; the longest are the message of track 20 (220), "
      "the message of track 19 (219), the message of track 18 (218).");
}

static void
test_every_wrong_text_is_found(void)
{
  g_autoptr(RbDisc) disc = discs_bare(2);
  RbTextBlock *block = rb_disc_add_text_block(disc, RB_CHARSET_ISO_8859_1, 0x09);
  g_autoptr(RbFindings) findings = rb_findings_new();

  discs_set_texts(block, RB_TEXT_TITLE, (const char *[]){"Fjord", "\u2013", "\u0142"});
  g_assert_false(rb_cdtext_check(disc, FALSE, findings));
  g_assert_cmpuint(rb_findings_count(findings), ==, 2);
  g_assert_cmpstr(rb_findings_get(findings, 1)->id, ==, "R49");
  g_assert_cmpstr(rb_findings_get(findings, 1)->place, ==, "text block 1, track 2, title");
}

/* A disc that was read may hold anything, and no text that could be shortened. */
static void
test_advice_without_texts(void)
{
  g_autoptr(RbDisc) disc = discs_bare(1);
  RbTextBlock *block = rb_disc_add_text_block(disc, RB_CHARSET_ISO_8859_1, 0x09);
  g_autoptr(RbFindings) findings = rb_findings_new();

  block->disc_id = g_strnfill(4000, 'x');
  g_assert_false(rb_cdtext_check(disc, FALSE, findings));
  g_assert_cmpstr(rb_findings_get(findings, 0)->text, ==,
                  "The English texts fill 334 packs, a block holds 253: 81 too many. Shorten the "
                  "catalogue number, the genre or the codes.");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/cdtext_check/fits", test_fits);
  g_test_add_func("/cdtext_check/advice_is_exact", test_advice_is_exact);
  g_test_add_func("/cdtext_check/advice_names_the_longest", test_advice_names_the_longest);
  g_test_add_func("/cdtext_check/every_wrong_text_is_found", test_every_wrong_text_is_found);
  g_test_add_func("/cdtext_check/advice_without_texts", test_advice_without_texts);
  return g_test_run();
}
