/* SPDX-License-Identifier: GPL-3.0-or-later */
/* make_encoded FOLDER: a file in every encoding, full.* with all that tags can say and none.*
 * without any, for other programs to read. Those that need the ffmpeg program are left out where it
 * is missing. cover.jpeg is the picture, comment.txt the text of 300 characters. */
#include "tests/support/encoded.h"

static const char *folder;

static char *
path_of(const char *name)
{
  return g_build_filename(folder, name, NULL);
}

static void
write_pair(const char *form, gint64 frames, const AlTags *tags)
{
  AlEncoding encoding = test_encoding(form);
  g_autofree char *full = g_strdup_printf("full-%s.%s", form, al_codec_extension(encoding.codec));
  g_autofree char *none = g_strdup_printf("none-%s.%s", form, al_codec_extension(encoding.codec));
  g_autofree char *full_path = path_of(full);
  g_autofree char *none_path = path_of(none);

  if (!al_encoding_check(&encoding, NULL))
    return;
  test_encode(full_path, &encoding, frames, tags);
  test_encode(none_path, &encoding, frames, NULL);
}

int
main(int argc, char **argv)
{
  static const char *const forms[] = {"wav-16",  "wav-24",  "aiff-24",  "flac-16",
                                      "flac-24", "alac-16", "alac-24",  "mp3-320",
                                      "mp3-v0",  "aac-256", "opus-160", "vorbis-256"};
  g_autofree char *cover_path = NULL;
  g_autofree char *comment_path = NULL;
  g_autoptr(AlCover) cover = NULL;
  g_autoptr(AlTags) tags = NULL;
  AlTagBroadcast *broadcast;

  g_assert_cmpint(argc, ==, 2);
  folder = argv[1];
  cover_path = path_of("cover.jpeg");
  comment_path = path_of("comment.txt");
  test_cover_write(cover_path, "jpeg", 300, 200);
  cover = al_cover_load(cover_path, NULL);
  tags = test_tags_new(cover);
  broadcast = al_tags_add_broadcast(tags);
  broadcast->title = g_strdup(tags->text[AL_TAG_TITLE]);
  broadcast->artist = g_strdup(tags->text[AL_TAG_ARTIST]);
  broadcast->integrated_lufs = -10.11;
  broadcast->range_lu = 5.5;
  broadcast->true_peak_dbtp = -1;
  broadcast->max_momentary_lufs = -7.25;
  broadcast->max_short_term_lufs = -8.5;
  g_assert_true(g_file_set_contents(comment_path, tags->text[AL_TAG_COMMENT], -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS(forms); i++)
    write_pair(forms[i], 170 * 588, tags);
  return 0;
}
