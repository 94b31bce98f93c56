/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/pq_sheet.h"

#include <string.h>

#include "tests/support/discs.h"
#include "tests/support/golden.h"

static void
test_golden(void)
{
  g_autoptr(RbDisc) disc = discs_sample();
  RbPqSheetHead head = {.label = "Harbour Records",
                        .date = "2026-11-20",
                        .master_id = "NF-012-A",
                        .image_md5 = "d41d8cd98f00b204e9800998ecf8427e"};
  g_autofree char *text = rb_pq_sheet_print(disc, &head);

  golden_compare("pq-sheet.txt", text, strlen(text));
}

static void
set_title(RbDisc *disc, guint track, const char *title)
{
  char **field = rb_text_block_texts(g_ptr_array_index(disc->text_blocks, 0), track)->field;

  g_free(field[RB_TEXT_TITLE]);
  field[RB_TEXT_TITLE] = g_strdup(title);
}

/* A wide character takes two columns, a combining one none, whatever their bytes. */
static void
test_wide_characters(void)
{
  g_autoptr(RbDisc) disc = discs_sample();
  RbPqSheetHead head = {.label = NULL};

  set_title(disc, 1, "\xE5\xA4\x9C\xE8\xA1\x8C");
  set_title(disc, 2,
            "e\xCC\x81"
            "bcd");
  set_title(disc, 3, "Tab\there");
  g_autofree char *text = rb_pq_sheet_print(disc, &head);

  g_assert_nonnull(strstr(text, "01   01   \xE5\xA4\x9C\xE8\xA1\x8C      The L"));
  g_assert_nonnull(strstr(text, "02   01   e\xCC\x81"
                                "bcd      The L"));
  g_assert_nonnull(strstr(text, "03   01   Tab here  The L"));
}

static void
test_bare_disc(void)
{
  g_autoptr(RbDisc) disc = discs_sample();
  RbPqSheetHead head = {.label = NULL};

  g_ptr_array_set_size(disc->text_blocks, 0);
  g_clear_pointer(&disc->upc, g_free);
  g_autofree char *text = rb_pq_sheet_print(disc, &head);

  g_assert_true(g_str_has_prefix(text, "PQ SHEET\n\nAudio           44.1 kHz, 16 bit, stereo\n"
                                       "Tracks          3\nProgramme time  00:22:00\n\n"));
}

/* Times that are none stay empty; the sectors tell all the same. */
static void
test_impossible_times(void)
{
  g_autoptr(RbDisc) disc = discs_sample();
  RbPqSheetHead head = {.label = NULL};

  disc->lead_out_sector = RB_MAX_SECTORS;
  g_array_index(rb_disc_track(disc, 2)->indexes, RbIndex, 0).sector = -1;
  g_autofree char *text = rb_pq_sheet_print(disc, &head);

  g_assert_nonnull(strstr(text, " 450000\n"));
  g_assert_null(strstr(text, "100:00:00"));
  g_assert_null(strstr(text, ":-"));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/pq_sheet/golden", test_golden);
  g_test_add_func("/pq_sheet/wide_characters", test_wide_characters);
  g_test_add_func("/pq_sheet/bare_disc", test_bare_disc);
  g_test_add_func("/pq_sheet/impossible_times", test_impossible_times);
  return g_test_run();
}
