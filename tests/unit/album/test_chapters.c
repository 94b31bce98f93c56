/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/encode/chapters.h"

static const AlEncoding opus = {.codec = AL_CODEC_OPUS, .rate = 48000, .kbps = 160};

static void
assert_chapter(const GArray *chapters, guint i, guint start_ms, guint end_ms, const char *title)
{
  const AlChapter *chapter = &g_array_index(chapters, AlChapter, i);

  g_assert_cmpuint(chapter->start_ms, ==, start_ms);
  g_assert_cmpuint(chapter->end_ms, ==, end_ms);
  g_assert_cmpstr(chapter->title, ==, title);
}

/* Behind the pause, rounded down, each up to the next, the last to the end. */
static void
test_times(void)
{
  g_autoptr(AlTags) tags = al_tags_new();
  const AlEncoderJob job = {.encoding = &opus, .frames = 10 * 48000 + 47, .tags = tags};
  g_autoptr(GArray) chapters = NULL;

  al_tags_add_track(tags, -1, 0, NULL, "One");
  al_tags_add_track(tags, 96000, 2 * 48000 + 47, NULL, "Two");
  al_tags_add_track(tags, -1, 5 * 48000 - 1, NULL, "Three");
  chapters = al_chapters_new(&job);
  g_assert_cmpuint(chapters->len, ==, 3);
  assert_chapter(chapters, 0, 0, 2000, "One");
  assert_chapter(chapters, 1, 2000, 4999, "Two");
  assert_chapter(chapters, 2, 4999, 10000, "Three");
}

/* A day and an hour: beyond what 32 bits of frames hold. */
static void
test_long_files(void)
{
  const gint64 hour = 3600 * (gint64)48000;
  g_autoptr(AlTags) tags = al_tags_new();
  const AlEncoderJob job = {.encoding = &opus, .frames = 25 * hour, .tags = tags};
  g_autoptr(GArray) chapters = NULL;

  al_tags_add_track(tags, -1, 24 * hour, NULL, "Late");
  chapters = al_chapters_new(&job);
  assert_chapter(chapters, 0, 24 * 3600 * 1000, 25 * 3600 * 1000, "Late");
}

static void
test_none(void)
{
  g_autoptr(AlTags) tags = al_tags_new();
  const AlEncoderJob bare = {.encoding = &opus, .frames = 1};
  const AlEncoderJob job = {.encoding = &opus, .frames = 1, .tags = tags};
  g_autoptr(GArray) chapters = al_chapters_new(&job);
  g_autoptr(GArray) of_bare = al_chapters_new(&bare);

  al_tags_add_cue(tags, 0, "a cue is no chapter");
  g_assert_cmpuint(chapters->len + of_bare->len, ==, 0);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/chapters/times", test_times);
  g_test_add_func("/chapters/long files", test_long_files);
  g_test_add_func("/chapters/none", test_none);
  return g_test_run();
}
