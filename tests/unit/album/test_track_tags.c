/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/convert/track_tags.h"

#include "tests/support/discs.h"

static void
test_track(void)
{
  g_autoptr(RbDisc) disc = discs_sample();
  const AlTrackCut cut = {.number = 2, .first_sector = 900, .sectors = 525};
  g_autoptr(AlTags) tags = al_track_tags_new(disc, &cut);

  g_assert_cmpstr(tags->text[AL_TAG_TITLE], ==, "Fog: Part One \\ \"\u00e9t\u00e9\"");
  g_assert_cmpstr(tags->text[AL_TAG_ARTIST], ==, "The L\u00e4nterns");
  g_assert_cmpstr(tags->text[AL_TAG_ALBUM], ==, "Night Ferry");
  g_assert_cmpstr(tags->text[AL_TAG_COMMENT], ==, "Hello");
  g_assert_cmpstr(tags->text[AL_TAG_ISRC], ==, "FRABC2600002");
  g_assert_cmpstr(tags->text[AL_TAG_UPC], ==, "4006381333931");
  g_assert_cmpstr(tags->text[AL_TAG_GENRE], ==, "Rock Music, Folk rock");
  g_assert_cmpstr(tags->text[AL_TAG_CATALOG], ==, "NF-012");
  g_assert_cmpuint(tags->track.number, ==, 2);
  g_assert_cmpuint(tags->track.count, ==, 3);
  g_assert_cmpuint(tags->cues->len, ==, 2);
  g_assert_cmpint(g_array_index(tags->cues, AlTagCue, 0).frame, ==, (1125 - 900) * 588);
  g_assert_cmpstr(g_array_index(tags->cues, AlTagCue, 1).name, ==, "INDEX 03");
}

/* A track without a performer is its disc's; a title is never. */
static void
test_inherited(void)
{
  g_autoptr(RbDisc) disc = discs_cue2ddp_texts();
  const AlTrackCut cut = {.number = 1};

  discs_set_texts(g_ptr_array_index(disc->text_blocks, 0), RB_TEXT_TITLE,
                  (const char *[]){"Disc", NULL, NULL});
  discs_set_texts(g_ptr_array_index(disc->text_blocks, 0), RB_TEXT_PERFORMER,
                  (const char *[]){"Someone", NULL, NULL});
  g_autoptr(AlTags) tags = al_track_tags_new(disc, &cut);

  g_assert_cmpstr(tags->text[AL_TAG_TITLE], ==, NULL);
  g_assert_cmpstr(tags->text[AL_TAG_ARTIST], ==, "Someone");
}

static void
test_hidden(void)
{
  g_autoptr(RbDisc) disc = discs_sample();
  g_autoptr(RbDisc) bare = discs_bare(1);
  const AlTrackCut cut = {.number = 0, .first_sector = 150, .sectors = 300};
  g_autoptr(AlTags) tags = al_track_tags_new(disc, &cut);
  g_autoptr(AlTags) none = al_track_tags_new(bare, &cut);

  g_assert_cmpstr(tags->text[AL_TAG_TITLE], ==, "Hidden audio");
  g_assert_cmpstr(tags->text[AL_TAG_ALBUM], ==, "Night Ferry");
  g_assert_cmpstr(tags->text[AL_TAG_ISRC], ==, NULL);
  g_assert_cmpuint(tags->track.number, ==, 0);
  g_assert_cmpstr(none->text[AL_TAG_ALBUM], ==, NULL);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/track_tags/track", test_track);
  g_test_add_func("/track_tags/inherited", test_inherited);
  g_test_add_func("/track_tags/hidden", test_hidden);
  return g_test_run();
}
