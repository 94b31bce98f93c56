/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sndfile.h>
#include <string.h>

#include "album/encode/encoder.h"
#include "tests/support/encoded.h"
#include "tests/support/sound_file.h"

static char *folder;

static GBytes *
write_aiff(int rate, const AlTags *tags)
{
  g_autofree char *path = g_build_filename(folder, "a.aiff", NULL);
  AlEncoding encoding = test_encoding("aiff 24");

  encoding.rate = rate;
  test_encode(path, &encoding, 588, tags);
  return test_file_bytes(path);
}

/* Without tags it is to the byte what libsndfile writes (which leaves out the empty version). */
static void
test_plain(void)
{
  static const int rates[] = {44100, 48000, 96000, 192000};

  for (guint i = 0; i < G_N_ELEMENTS(rates); i++) {
    g_autofree char *path = g_build_filename(folder, "b.aiff", NULL);
    g_autofree gint32 *samples = test_integers_new(24, 588);
    g_autoptr(GBytes) ours = write_aiff(rates[i], NULL);
    g_autoptr(GBytes) theirs = NULL;

    for (guint k = 0; k < 2 * 588; k++)
      samples[k] = (gint32)((guint32)samples[k] << 8);
    test_sound_file_write_integers(path, SF_FORMAT_AIFF | SF_FORMAT_PCM_24, rates[i], 2, samples,
                                   588);
    theirs = test_file_bytes(path);
    g_assert_true(g_bytes_equal(ours, theirs));
  }
}

static void
test_tags(void)
{
  g_autoptr(AlTags) tags = test_tags_new(NULL);
  g_autoptr(GBytes) bytes = write_aiff(44100, tags);
  const guint8 *name = test_find(bytes, "NAME");
  const guint8 *markers = test_find(bytes, "MARK");

  g_assert_cmpmem(name + 8, strlen(TEST_ENCODED_TITLE), TEST_ENCODED_TITLE,
                  strlen(TEST_ENCODED_TITLE));
  g_assert_cmpuint(name[7], ==, strlen(TEST_ENCODED_TITLE));
  g_assert_cmpmem(markers + 8, 2 + 14, "\0\2\0\1\0\0\0\0\6Anfang\0", 16);
  g_assert_cmpmem(markers + 24, 6, "\0\2\0\0\4\x98", 6);
  g_assert_cmpmem(markers + 31, markers[30], TEST_ENCODED_CHAPTER, strlen(TEST_ENCODED_CHAPTER));
  g_assert_cmpmem(test_find(bytes, "AUTH") + 8, 4, "The ", 4);
  g_assert_cmpmem(test_find(bytes, "(c) ") + 8, 4, "2026", 4);
  g_assert_cmpmem(test_find(bytes, "ID3 ") + 8, 4, "ID3\4", 4);
  g_assert_true(test_find(bytes, "SSND") > test_find(bytes, "ID3 "));
}

int
main(int argc, char **argv)
{
  int status;

  g_test_init(&argc, &argv, NULL);
  folder = test_folder_new();
  g_test_add_func("/encode_aiff/plain", test_plain);
  g_test_add_func("/encode_aiff/tags", test_tags);
  status = g_test_run();
  test_folder_remove(folder);
  return status;
}
