/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/encode/tags.h"

#include <math.h>

static void
test_texts(void)
{
  g_autoptr(AlTags) tags = al_tags_new();

  al_tags_set(tags, AL_TAG_TITLE, "one");
  al_tags_set(tags, AL_TAG_TITLE, "two");
  g_assert_cmpstr(tags->text[AL_TAG_TITLE], ==, "two");
  al_tags_set(tags, AL_TAG_TITLE, "");
  g_assert_null(tags->text[AL_TAG_TITLE]);
  al_tags_set(tags, AL_TAG_TITLE, NULL);
  g_assert_null(tags->text[AL_TAG_TITLE]);
}

static void
test_nothing_is_known_at_first(void)
{
  g_autoptr(AlTags) tags = al_tags_new();
  const AlTagBroadcast *broadcast;

  for (int tag = 0; tag < AL_TAG_COUNT; tag++)
    g_assert_null(tags->text[tag]);
  g_assert_false(tags->track_gain.known);
  g_assert_null(tags->cover);
  g_assert_cmpuint(tags->cues->len + tags->tracks->len, ==, 0);
  broadcast = al_tags_add_broadcast(tags);
  g_assert_true(isnan(broadcast->integrated_lufs) && isnan(broadcast->range_lu) &&
                isnan(broadcast->true_peak_dbtp) && isnan(broadcast->max_momentary_lufs) &&
                isnan(broadcast->max_short_term_lufs));
}

static void
test_lists(void)
{
  g_autoptr(AlTags) tags = al_tags_new();

  al_tags_add_cue(tags, 5, "cue");
  al_tags_add_track(tags, -1, 7, "FRABC2600001", "one");
  al_tags_add_track(tags, 8, 9, NULL, "two");
  g_assert_cmpstr(g_array_index(tags->cues, AlTagCue, 0).name, ==, "cue");
  g_assert_cmpstr(g_array_index(tags->tracks, AlTagTrack, 0).isrc, ==, "FRABC2600001");
  g_assert_cmpstr(g_array_index(tags->tracks, AlTagTrack, 1).title, ==, "two");
  g_assert_cmpuint(tags->cues->len, ==, 3);
  g_assert_cmpint(g_array_index(tags->cues, AlTagCue, 2).frame, ==, 9);
  g_assert_cmpstr(g_array_index(tags->cues, AlTagCue, 2).name, ==, "two");
  g_assert_cmpstr(g_array_index(tags->tracks, AlTagTrack, 1).isrc, ==, "");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/tags/texts", test_texts);
  g_test_add_func("/tags/nothing is known at first", test_nothing_is_known_at_first);
  g_test_add_func("/tags/lists", test_lists);
  return g_test_run();
}
