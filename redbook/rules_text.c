/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules about CD-TEXT: R41 to R49. */
#include "redbook/cdtext.h"
#include "redbook/genre.h"
#include "redbook/language.h"
#include "redbook/place.h"
#include "redbook/rules.h"

static RbTextBlock *
block_at(const RbDisc *disc, guint block)
{
  return g_ptr_array_index(disc->text_blocks, block);
}

/* Whether and how the texts go into packs is the writer's to say. */
static void
judge_packs(const RbDisc *disc, const char *id, RbFindings *findings)
{
  (void)id;
  rb_cdtext_check(disc, TRUE, findings);
}

static void
judge_length(const char *text, const char *place, const char *id, RbFindings *findings)
{
  glong characters = g_utf8_strlen(text, -1);

  if (characters > RB_MAX_TEXT_CHARACTERS)
    rb_findings_add(findings, id, RB_SEVERITY_ERROR, place, "%ld characters; at most %d.",
                    characters, RB_MAX_TEXT_CHARACTERS);
  else if (characters > RB_CUE_CHARACTERS)
    rb_findings_add(findings, id, RB_SEVERITY_WARNING, place,
                    "%ld characters; readers of CUE sheets may cut it at %d.", characters,
                    RB_CUE_CHARACTERS);
  else if (characters > RB_OLD_PLAYER_CHARACTERS)
    rb_findings_add(findings, id, RB_SEVERITY_NOTE, place,
                    "%ld characters; old players may cut it at %d.", characters,
                    RB_OLD_PLAYER_CHARACTERS);
}

static void
judge_lengths(const RbDisc *disc, const char *id, RbFindings *findings)
{
  for (guint block = 0; block < disc->text_blocks->len; block++) {
    for (guint track = 0; track <= block_at(disc, block)->tracks->len; track++) {
      for (int field = 0; field < RB_TEXT_FIELDS; field++) {
        const char *text = rb_text_block_texts(block_at(disc, block), track)->field[field];
        g_autofree char *place =
            rb_place_text(block, track, rb_text_field_name((RbTextField)field));

        if (text != NULL)
          judge_length(text, place, id, findings);
      }
    }
  }
}

static void
judge_completeness_of(const RbDisc *disc, guint number, RbTextField field, const char *id,
                      RbFindings *findings)
{
  RbTextBlock *block = block_at(disc, number);
  g_autofree char *disc_place = rb_place_text(number, 0, rb_text_field_name(field));
  g_autofree char *place = rb_place_field(number, rb_text_field_name(field));
  guint missing = 0;

  for (guint track = 1; track <= block->tracks->len; track++)
    missing += rb_text_block_texts(block, track)->field[field] == NULL;
  if (missing == block->tracks->len)
    return;
  if (rb_text_block_texts(block, 0)->field[field] == NULL)
    rb_findings_add(findings, id, RB_SEVERITY_WARNING, disc_place,
                    "Tracks have one and the disc has none; what tracks have, the disc has too.");
  if (missing > 0)
    rb_findings_add(findings, id, RB_SEVERITY_NOTE, place,
                    "%u of %u tracks have none; it stays empty there.", missing,
                    block->tracks->len);
}

static void
judge_completeness(const RbDisc *disc, const char *id, RbFindings *findings)
{
  for (guint block = 0; block < disc->text_blocks->len; block++) {
    for (int field = 0; field < RB_TEXT_FIELDS; field++)
      judge_completeness_of(disc, block, (RbTextField)field, id, findings);
  }
}

static void
judge_languages(const RbDisc *disc, const char *id, RbFindings *findings)
{
  for (guint block = 0; block < disc->text_blocks->len; block++) {
    guint8 language = block_at(disc, block)->language;
    g_autofree char *place = rb_place_block(block);

    if (rb_language_name(language) == NULL)
      rb_findings_add(findings, id, RB_SEVERITY_ERROR, place,
                      "Language 0x%02x; codes are 0x00 to 0x2b and 0x45 to 0x7f.", language);
  }
}

static gboolean
has_text(RbTextBlock *block)
{
  for (guint track = 0; track <= block->tracks->len; track++) {
    for (int field = 0; field < RB_TEXT_FIELDS; field++) {
      if (rb_text_block_texts(block, track)->field[field] != NULL)
        return TRUE;
    }
  }
  return block->genre != 0 || block->genre_text != NULL || block->disc_id != NULL;
}

static void
judge_empty_blocks(const RbDisc *disc, const char *id, RbFindings *findings)
{
  for (guint block = 0; block < disc->text_blocks->len; block++) {
    g_autofree char *place = rb_place_block(block);

    if (!has_text(block_at(disc, block)))
      rb_findings_add(findings, id, RB_SEVERITY_WARNING, place,
                      "It has no text; a block that is there has one.");
  }
}

static void
judge_genres(const RbDisc *disc, const char *id, RbFindings *findings)
{
  for (guint block = 0; block < disc->text_blocks->len; block++) {
    guint16 genre = block_at(disc, block)->genre;
    g_autofree char *place = rb_place_block(block);

    if (rb_genre_name(genre) == NULL)
      rb_findings_add(findings, id, RB_SEVERITY_ERROR, place,
                      "Genre code 0x%04x; codes go to 0x%04x.", genre, RB_GENRE_LAST);
  }
}

/* R41 stands for R49, too. */
const RbRule rb_rules_text[] = {
    {"R41", judge_packs},
    {"R42", judge_lengths},
    {"R44", judge_completeness},
    {"R46", judge_languages},
    {"R47", judge_empty_blocks},
    {"R48", judge_genres},
    {NULL, NULL},
};
