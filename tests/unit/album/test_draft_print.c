/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/draft/draft_print.h"

#include <string.h>

#include "redbook/language.h"

/* All that a draft can hold, in two languages. */
static AlDraft *
full_draft(void)
{
  AlDraft *draft = al_draft_new("a disc\nof two lines");
  RbTextBlock *english, *japanese;

  al_draft_add_track(draft);
  al_draft_add_track(draft);
  al_draft_track(draft, 1)->mix.file = g_strdup("a: b.wav");
  al_draft_track(draft, 1)->hidden.file = g_strdup("a: b.wav");
  al_draft_track(draft, 1)->hidden.rate = 44100;
  al_draft_track(draft, 1)->hidden.end_frame = 66150;
  al_draft_track(draft, 2)->mix =
      (AlDraftExcerpt){g_strdup("2.wav"), 48000, 48000 * 61, 48000 * 100};
  al_draft_track(draft, 2)->gap_sectors = 0;
  al_draft_track(draft, 2)->pause_sectors = 188;
  english = rb_disc_add_text_block(draft->disc, RB_CHARSET_ISO_8859_1, RB_LANGUAGE_ENGLISH);
  japanese = rb_disc_add_text_block(draft->disc, RB_CHARSET_MS_JIS, RB_LANGUAGE_JAPANESE);
  english->disc.field[RB_TEXT_TITLE] = g_strdup("Night Ferry");
  english->disc.field[RB_TEXT_PERFORMER] = g_strdup("The Lanterns");
  english->genre_text = g_strdup("Jazz");
  rb_text_block_texts(english, 1)->field[RB_TEXT_PERFORMER] = g_strdup("The Lanterns");
  rb_text_block_texts(english, 2)->field[RB_TEXT_TITLE] = g_strdup("Fog: Part One");
  rb_text_block_texts(japanese, 2)->field[RB_TEXT_TITLE] = g_strdup("霧");
  rb_disc_track(draft->disc, 2)->isrc = g_strdup("FRABC2600001");
  rb_disc_track(draft->disc, 2)->flags = RB_FLAG_PRE_EMPHASIS;
  rb_track_add_index(rb_disc_track(draft->disc, 2), 1, 1000);
  rb_track_add_index(rb_disc_track(draft->disc, 2), 2, 1075);
  return draft;
}

static const char expected_head[] =
    "# A project for segue, made from a disc of two lines.\n"
    "#\n"
    "# segue check shows what is missing or wrong here, segue render makes the\n"
    "# masters, man segue-album tells all keys. Nothing ever writes to this file.\n"
    "#\n"
    "# What is not as it was found:\n"
    "# - track 2: One and two.\n"
    "segue: 1\n"
    "\n"
    "album:\n"
    "  title: Night Ferry\n"
    "  performer: The Lanterns\n"
    "  language: en\n"
    "  genre: Jazz\n"
    "  # upc:         # the bar code: 12 or 13 digits\n";

static const char expected_tracks[] = "  translations:\n"
                                      "    ja:\n"
                                      "      title: Night Ferry\n"
                                      "\n";

static const char expected_tail[] =
    "tracks:\n"
    "  - file: \"a: b.wav\"\n"
    "    # isrc:\n"
    "    hidden:                         # found by going back from the start\n"
    "      file: \"a: b.wav\"\n"
    "      end: 0:01.5\n"
    "  - file: 2.wav\n"
    "    start: 1:01\n"
    "    end: 1:40\n"
    "    title: \"Fog: Part One\"\n"
    "    isrc: FR-ABC-26-00001\n"
    "    pre-emphasis: yes\n"
    "    gap: 0 s\n"
    "    pause: 188 sectors\n"
    "    index: [0:01]\n"
    "    translations:\n"
    "      ja:\n"
    "        title: 霧\n"
    "\n";

static void
assert_contains(const char *text, const char *part)
{
  if (strstr(text, part) == NULL)
    g_error("this is not in the text:\n%s\nbut:\n%s", part, text);
}

static void
test_full(void)
{
  g_autoptr(AlDraft) draft = full_draft();
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autofree char *text = NULL;

  rb_findings_add(findings, "N04", RB_SEVERITY_WARNING, "track 2", "One\nand two.");
  text = al_draft_print(draft, findings);
  g_assert_true(g_str_has_prefix(text, expected_head));
  assert_contains(text, expected_tracks);
  assert_contains(text, expected_tail);
  assert_contains(text, "deliver:\n  cd:\n");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/draft_print/full", test_full);
  return g_test_run();
}
