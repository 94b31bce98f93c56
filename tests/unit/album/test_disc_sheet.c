/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/disc/disc_sheet.h"

#include <string.h>

#include "redbook/language.h"
#include "tests/support/discs.h"
#include "tests/support/golden.h"

#define MD5 "d41d8cd98f00b204e9800998ecf8427e"

/* Two languages, and a title with all that means something in HTML and CSV. */
static RbDisc *
make_disc(void)
{
  RbDisc *disc = discs_sample();
  RbTextBlock *block = rb_disc_add_text_block(disc, RB_CHARSET_MS_JIS, RB_LANGUAGE_JAPANESE);

  discs_set_texts(g_ptr_array_index(disc->text_blocks, 0), RB_TEXT_TITLE,
                  (const char *[]){"Night & <Ferry>, \"live\"", "Harbour Lights", "Fog", "Tide"});
  discs_set_texts(block, RB_TEXT_TITLE, (const char *[]){"\u591c\u884c", NULL, NULL, "\u6f6e"});
  return disc;
}

static void
compare(char *(*print)(const RbDisc *disc, const RbPqSheetHead *head), const char *name)
{
  const RbPqSheetHead head = {.image_md5 = MD5};
  g_autoptr(RbDisc) disc = make_disc();
  g_autofree char *sheet = print(disc, &head);

  golden_compare(name, sheet, strlen(sheet));
}

static void
test_text(void)
{
  compare(al_disc_sheet_text, "disc-sheet.txt");
}

static void
test_html(void)
{
  compare(al_disc_sheet_html, "disc-sheet.html");
}

static void
test_csv(void)
{
  compare(al_disc_sheet_csv, "disc-sheet.csv");
}

/* A disc that says nothing, and one that says what cannot be. */
static void
test_odd_discs(void)
{
  const RbPqSheetHead head = {.label = NULL};
  g_autoptr(RbDisc) bare = discs_bare(2);
  g_autoptr(RbDisc) wrong = discs_sample();

  wrong->lead_out_sector = G_MAXINT32;
  for (int i = 0; i < 2; i++) {
    const RbDisc *disc = i == 0 ? bare : wrong;
    g_autofree char *text = al_disc_sheet_text(disc, &head);
    g_autofree char *html = al_disc_sheet_html(disc, &head);
    g_autofree char *csv = al_disc_sheet_csv(disc, &head);

    g_assert_nonnull(strstr(text, "Lead-out"));
    g_assert_nonnull(strstr(html, "Lead-out"));
    g_assert_nonnull(strstr(csv, "lead-out"));
  }
}

/* Every record of the CSV has as many fields as its header (no field here has a line end). */
static void
test_csv_is_square(void)
{
  const RbPqSheetHead head = {.image_md5 = MD5};
  g_autoptr(RbDisc) disc = make_disc();
  g_autofree char *csv = al_disc_sheet_csv(disc, &head);
  g_auto(GStrv) records = g_strsplit(csv, "\r\n", -1);
  guint expected = 0;

  for (char **record = records; **record != '\0'; record++) {
    gboolean quoted = FALSE;
    guint fields = 1;

    for (const char *c = *record; *c != '\0'; c++) {
      quoted ^= *c == '"';
      fields += *c == ',' && !quoted;
    }
    if (expected == 0)
      expected = fields;
    g_assert_cmpuint(fields, ==, expected);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/disc_sheet/text", test_text);
  g_test_add_func("/disc_sheet/html", test_html);
  g_test_add_func("/disc_sheet/csv", test_csv);
  g_test_add_func("/disc_sheet/odd_discs", test_odd_discs);
  g_test_add_func("/disc_sheet/csv_is_square", test_csv_is_square);
  return g_test_run();
}
