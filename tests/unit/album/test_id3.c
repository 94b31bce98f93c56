/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/encode/id3.h"

#include <string.h>

#include "album/encode/chapters.h"
#include "tests/support/encoded.h"
#include "tests/support/sound_file.h"

/* A reader of its own: the frames by their names, TXXX by their descriptions; texts with a bar for
 * each NUL in them. */

static guint
syncsafe(const guint8 *bytes)
{
  for (int i = 0; i < 4; i++)
    g_assert_cmpuint(bytes[i], <, 128);
  return (guint)bytes[0] << 21 | (guint)bytes[1] << 14 | (guint)bytes[2] << 7 | bytes[3];
}

static void
read_frame(GHashTable *frames, const guint8 *frame, guint size)
{
  g_autofree char *id = g_strndup((const char *)frame, 4);
  char *text = g_malloc0(size);

  g_assert_cmpuint(frame[8] | frame[9], ==, 0);
  memcpy(text, frame + 11, size - 1);
  for (guint i = 0; i < size - 1; i++)
    if (text[i] == '\0')
      text[i] = '|';
  if (strcmp(id, "UFID") == 0)
    g_assert_cmpuint(frame[10], ==, 'h'); /* no encoding: the owner */
  else if (strcmp(id, "APIC") != 0)
    g_assert_cmpuint(frame[10], ==, 3);
  if (strcmp(id, "TXXX") == 0)
    g_hash_table_insert(frames, g_strndup(text, strcspn(text, "|")),
                        g_strdup(strchr(text, '|') + 1));
  else
    g_hash_table_insert(frames, g_strdup(id), g_strdup(text));
  g_free(text);
}

static GHashTable *
read_id3(const GByteArray *bytes)
{
  GHashTable *frames = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);

  g_assert_cmpmem(bytes->data, 6, "ID3\4\0\0", 6);
  g_assert_cmpuint(syncsafe(bytes->data + 6), ==, bytes->len - 10);
  for (guint place = 10, size; place < bytes->len; place += 10 + size) {
    size = syncsafe(bytes->data + place + 4);
    g_assert_cmpuint(place + 10 + size, <=, bytes->len);
    read_frame(frames, bytes->data + place, size);
  }
  return frames;
}

static const struct {
  const char *frame;
  const char *text;
} expected[] = {
    {"TIT2", TEST_ENCODED_TITLE},
    {"TPE1", "The Länterns & Mara"},
    {"TALB", "Night = Ferry"},
    {"TPE2", "ランタン"},
    {"TCOM", "A. Varga"},
    {"TEXT", "B. Szőke"},
    {"TIPL", "arranger|C. Ünal"},
    {"TCON", "Rock Music"},
    {"TDRC", "2026-11-20"},
    {"TSRC", "FRABC2600001"},
    {"BARCODE", "4006381333931"},
    {"CATALOGNUMBER", "NF-012"},
    {"TPUB", "Harbour Records"},
    {"TCOP", "2026 Harbour Records"},
    {"TPRO", "2026 Harbour Sound"},
    {"TRCK", "2/9"},
    {"TPOS", "1/2"},
    {"REPLAYGAIN_TRACK_GAIN", "-7.89 dB"},
    {"REPLAYGAIN_TRACK_PEAK", "0.891251"},
    {"REPLAYGAIN_ALBUM_GAIN", "-8.50 dB"},
    {"REPLAYGAIN_ALBUM_PEAK", "0.944061"},
    {"MusicBrainz Album Id", TEST_ENCODED_UUID "0"},
    {"MusicBrainz Release Group Id", TEST_ENCODED_UUID "1"},
    {"MusicBrainz Album Artist Id", TEST_ENCODED_UUID "2"},
    {"UFID", "ttp://musicbrainz.org|" TEST_ENCODED_UUID "3"},
    {"MusicBrainz Release Track Id", TEST_ENCODED_UUID "4"},
    {"MusicBrainz Artist Id", TEST_ENCODED_UUID "2|" TEST_ENCODED_UUID "5"},
};

static void
test_all(void)
{
  g_autoptr(AlTags) tags = test_tags_new(NULL);
  g_autoptr(GByteArray) bytes = al_id3_new(tags, NULL);
  g_autoptr(GHashTable) frames = read_id3(bytes);
  g_autofree char *comment = g_strconcat("XXX|", tags->text[AL_TAG_COMMENT], NULL);

  for (guint i = 0; i < G_N_ELEMENTS(expected); i++)
    g_assert_cmpstr(g_hash_table_lookup(frames, expected[i].frame), ==, expected[i].text);
  g_assert_cmpstr(g_hash_table_lookup(frames, "COMM"), ==, comment);
  g_assert_cmpuint(g_hash_table_size(frames), ==, G_N_ELEMENTS(expected) + 1);
}

/* Larger than 16 bits of size, and found again behind its header. */
static void
test_cover(void)
{
  char *folder = test_folder_new();
  g_autofree char *path = g_build_filename(folder, "cover.png", NULL);
  g_autoptr(AlTags) tags = al_tags_new();
  g_autoptr(AlCover) cover = NULL;
  g_autoptr(GByteArray) bytes = NULL;
  gsize size;
  gconstpointer data;

  test_cover_write(path, "png", 200, 200);
  cover = al_cover_load(path, NULL);
  al_tags_set_cover(tags, cover);
  bytes = al_id3_new(tags, NULL);
  data = g_bytes_get_data(cover->bytes, &size);
  g_assert_cmpuint(size, >, 100000);
  g_assert_cmpmem(bytes->data + 10, 4, "APIC", 4);
  g_assert_cmpuint(syncsafe(bytes->data + 14), ==, 13 + size);
  g_assert_cmpmem(bytes->data + 20, 14, "\0image/png\0\3\0\x89", 14);
  g_assert_cmpmem(bytes->data + 33, bytes->len - 33, data, size);
  test_folder_remove(folder);
}

static void
test_chapters(void)
{
  static const char toc[] = "CTOC\0\0\0\x10\0\0toc\0\3\2chp1\0chp2";
  static const char first[] =
      "CHAP\0\0\0\x26\0\0chp1\0\0\0\0\0\0\0\0\x1A\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"
      "TIT2\0\0\0\7\0\0\3Anfang";
  const AlEncoding encoding = {.codec = AL_CODEC_MP3, .rate = 44100, .kbps = 320};
  g_autoptr(AlTags) tags = test_tags_new(NULL);
  const AlEncoderJob job = {.encoding = &encoding, .frames = 5880, .tags = tags};
  g_autoptr(GArray) chapters = al_chapters_new(&job);
  g_autoptr(GByteArray) without = al_id3_new(tags, NULL);
  g_autoptr(GByteArray) with = al_id3_new(tags, chapters);
  const guint8 *behind = with->data + without->len;

  g_assert_cmpuint(syncsafe(with->data + 6), ==, with->len - 10);
  g_assert_cmpmem(behind, sizeof toc, toc, sizeof toc); /* with the NUL behind it */
  g_assert_cmpmem(behind + 26, sizeof first - 1, first, sizeof first - 1);
  behind += 26 + 10 + 0x26;
  g_assert_cmpmem(behind, 4, "CHAP", 4);
  g_assert_cmpmem(behind + 10, 13, "chp2\0\0\0\0\x1A\0\0\0\x85", 13);
  g_assert_cmpmem(behind + 10 + 21 + 11, strlen(TEST_ENCODED_CHAPTER), TEST_ENCODED_CHAPTER,
                  with->len - (gsize)(behind + 10 + 21 + 11 - with->data));
}

static void
test_none(void)
{
  g_autoptr(AlTags) tags = al_tags_new();
  g_autoptr(GByteArray) bytes = al_id3_new(tags, NULL);

  g_assert_cmpuint(bytes->len, ==, 0);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/id3/all", test_all);
  g_test_add_func("/id3/cover", test_cover);
  g_test_add_func("/id3/chapters", test_chapters);
  g_test_add_func("/id3/none", test_none);
  return g_test_run();
}
