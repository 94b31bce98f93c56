/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/draft/draft_texts.h"

#include <string.h>

#include "redbook/language.h"

static AlDraft *
draft_new(guint tracks, const char *album_title)
{
  AlDraft *draft = al_draft_new("test");
  RbTextBlock *block;

  for (guint i = 0; i < tracks; i++)
    al_draft_add_track(draft);
  block = rb_disc_add_text_block(draft->disc, RB_CHARSET_ISO_8859_1, 0);
  block->disc.field[RB_TEXT_TITLE] = g_strdup(album_title);
  return draft;
}

static RbTextBlock *
block_at(const AlDraft *draft, guint i)
{
  return g_ptr_array_index(draft->disc->text_blocks, i);
}

static void
set_title(const AlDraft *draft, guint track, const char *title)
{
  rb_text_block_texts(block_at(draft, 0), track)->field[RB_TEXT_TITLE] = g_strdup(title);
}

static void
assert_title(const AlDraft *draft, guint track, const char *title)
{
  g_assert_cmpstr(rb_text_block_texts(block_at(draft, 0), track)->field[RB_TEXT_TITLE], ==, title);
}

static void
test_clean(void)
{
  g_autofree char *blanks = al_draft_clean(g_strdup("  a\tb\n"));
  g_autofree char *controls = al_draft_clean(g_strdup("a\xc2\x85"
                                                      "b\x01"));

  g_assert_cmpstr(blanks, ==, "a b");
  g_assert_cmpstr(controls, ==, "a b");
  g_assert_null(al_draft_clean(g_strdup(" \n")));
  g_assert_null(al_draft_clean(NULL));
}

static void
test_no_title(void)
{
  g_autoptr(AlDraft) draft = draft_new(1, NULL);
  g_autoptr(RbFindings) findings = rb_findings_new();

  g_free(draft->origin);
  draft->origin = g_strdup("masters/Łódź 1.5.cue");
  al_draft_fit_texts(draft, findings);
  assert_title(draft, 0, "Lódz 1.5");
  assert_title(draft, 1, NULL);
}

static void
test_latin(void)
{
  g_autoptr(AlDraft) draft = draft_new(2, "Björk");
  g_autoptr(RbFindings) findings = rb_findings_new();

  set_title(draft, 1, " Fog\n");
  set_title(draft, 2, "\t");
  al_draft_fit_texts(draft, findings);
  g_assert_cmpuint(block_at(draft, 0)->language, ==, RB_LANGUAGE_ENGLISH);
  assert_title(draft, 0, "Björk");
  assert_title(draft, 1, "Fog");
  assert_title(draft, 2, NULL);
  g_assert_cmpuint(rb_findings_count(findings), ==, 0);
}

static void
test_japanese(void)
{
  g_autoptr(AlDraft) draft = draft_new(1, "夜のフェリー");
  g_autoptr(RbFindings) findings = rb_findings_new();

  set_title(draft, 1, "Harbour");
  al_draft_fit_texts(draft, findings);
  g_assert_cmpuint(block_at(draft, 0)->language, ==, RB_LANGUAGE_JAPANESE);
  g_assert_cmpuint(rb_findings_count(findings), ==, 0);
}

static void
test_transliterated(void)
{
  g_autoptr(AlDraft) draft = draft_new(1, "Łódź");
  g_autoptr(RbFindings) findings = rb_findings_new();

  set_title(draft, 1, "Æon “live” 🎵");
  block_at(draft, 0)->disc_id = g_strdup("Ü-1");
  al_draft_fit_texts(draft, findings);
  assert_title(draft, 0, "Lódz");
  assert_title(draft, 1, "Æon \"live\" ?");
  g_assert_cmpstr(block_at(draft, 0)->disc_id, ==, "U-1");
  g_assert_cmpuint(rb_findings_count(findings), ==, 3);
  g_assert_cmpstr(rb_findings_get(findings, 0)->id, ==, "N03");
  g_assert_cmpstr(rb_findings_get(findings, 0)->place, ==, "text block 1, disc, title");
  g_assert_nonnull(strstr(rb_findings_get(findings, 0)->text, "\"Łódź\" is written as \"Lódz\""));
}

/* A language once; none without a code. */
static void
test_blocks(void)
{
  static const guint8 languages[] = {RB_LANGUAGE_JAPANESE, 0, RB_LANGUAGE_ENGLISH,
                                     RB_LANGUAGE_JAPANESE, 0x08};
  g_autoptr(AlDraft) draft = draft_new(1, "Night Ferry");
  g_autoptr(RbFindings) findings = rb_findings_new();

  for (gsize i = 0; i < G_N_ELEMENTS(languages); i++)
    rb_disc_add_text_block(draft->disc, RB_CHARSET_ISO_8859_1, languages[i]);
  al_draft_fit_texts(draft, findings);
  g_assert_cmpuint(draft->disc->text_blocks->len, ==, 3);
  g_assert_cmpuint(block_at(draft, 1)->language, ==, RB_LANGUAGE_JAPANESE);
  g_assert_cmpuint(block_at(draft, 2)->language, ==, 0x08);
  g_assert_cmpuint(rb_findings_count(findings), ==, 3);
  g_assert_cmpstr(rb_findings_get(findings, 0)->id, ==, "N06");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/draft_texts/clean", test_clean);
  g_test_add_func("/draft_texts/no_title", test_no_title);
  g_test_add_func("/draft_texts/latin", test_latin);
  g_test_add_func("/draft_texts/japanese", test_japanese);
  g_test_add_func("/draft_texts/transliterated", test_transliterated);
  g_test_add_func("/draft_texts/blocks", test_blocks);
  return g_test_run();
}
