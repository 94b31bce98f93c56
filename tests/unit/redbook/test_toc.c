/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/toc.h"

#include <string.h>

#include "redbook/error.h"
#include "tests/support/discs.h"
#include "tests/support/golden.h"

static const RbTocStyle style = {
    .file_name = "Night Ferry.wav", .first_sector = RB_FIRST_PAUSE_SECTORS, .text_blocks = 8};

static void
test_golden(void)
{
  g_autoptr(RbDisc) disc = discs_sample();
  RbTextBlock *block = rb_disc_add_text_block(disc, RB_CHARSET_MS_JIS, 0x69);

  rb_text_block_texts(block, 0)->field[RB_TEXT_TITLE] = g_strdup("\xE5\xA4\x9C\xE8\xA1\xA8");
  g_autofree char *text = rb_toc_print(disc, &style, NULL);

  golden_compare("disc.toc", text, strlen(text));
}

static void
test_without_texts(void)
{
  g_autoptr(RbDisc) disc = discs_sample();

  g_ptr_array_set_size(disc->text_blocks, 0);
  g_autofree char *text = rb_toc_print(disc, &style, NULL);

  g_assert_null(strstr(text, "CD_TEXT"));
}

static void
test_refuses_unencodable(void)
{
  g_autoptr(RbDisc) disc = discs_sample();
  g_autoptr(GError) error = NULL;
  RbTexts *texts = rb_text_block_texts(g_ptr_array_index(disc->text_blocks, 0), 2);

  g_free(texts->field[RB_TEXT_TITLE]);
  texts->field[RB_TEXT_TITLE] = g_strdup("\xC5\x81");
  g_assert_null(rb_toc_print(disc, &style, &error));
  g_assert_error(error, RB_ERROR, RB_ERROR_TEXT);
  g_assert_cmpstr(error->message, ==,
                  "text block 1, track 2, title: ISO 8859-1 has no \"\xC5\x81\" (U+0141); it could "
                  "be written \"L\"");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/toc/golden", test_golden);
  g_test_add_func("/toc/without_texts", test_without_texts);
  g_test_add_func("/toc/refuses_unencodable", test_refuses_unencodable);
  return g_test_run();
}
