/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/draft/mix_tags.h"

#include <sndfile.h>
#include <string.h>

#include "tests/support/sound_file.h"
#include "tests/support/tagged.h"

static char *folder;

static void
assert_tag(GHashTable *tags, const char *name, const char *text)
{
  g_assert_cmpstr(g_hash_table_lookup(tags, name), ==, text);
}

static void
test_flac(void)
{
  static const char *const comments[] = {
      "title=Fog: Part One", "ARTIST=Mara", "ARTIST=another", "Isrc=FRABC2600001",
      "TRACKNUMBER=3/12",    "COMMENT=a=b", "GENRE= ",        NULL};
  g_autofree char *path = g_build_filename(folder, "a.flac", NULL);
  g_autoptr(GHashTable) tags = NULL;

  test_tagged_write(path, 0, comments);
  tags = al_mix_tags_read(path);
  assert_tag(tags, "TITLE", "Fog: Part One");
  assert_tag(tags, "ARTIST", "Mara");
  assert_tag(tags, "ISRC", "FRABC2600001");
  assert_tag(tags, "COMMENT", "a=b");
  assert_tag(tags, "GENRE", NULL);
  g_assert_cmpuint(al_mix_tags_number(tags, "TRACKNUMBER"), ==, 3);
  g_assert_cmpuint(al_mix_tags_number(tags, "TITLE"), ==, 0);
  g_assert_cmpuint(al_mix_tags_number(tags, "DISCNUMBER"), ==, 0);
  g_assert_cmpstr(al_mix_tags_get(tags, "NONE", "ISRC", "TITLE", NULL), ==, "FRABC2600001");
  g_assert_null(al_mix_tags_get(tags, "NONE", "NEITHER", NULL));
}

/* Writes a file with the strings of libsndfile, and in WAV with a chunk. */
static char *
write_strings(const char *name, int format, const char *xml)
{
  char *path = g_build_filename(folder, name, NULL);
  SF_INFO info = {.samplerate = 44100, .channels = 2, .format = format};
  SNDFILE *file = sf_open(path, SFM_WRITE, &info);
  const short samples[200] = {0};

  g_assert_nonnull(file);
  sf_set_string(file, SF_STR_TITLE, "Fog");
  sf_set_string(file, SF_STR_ARTIST, "Mara");
  if (xml != NULL) {
    sf_set_string(file, SF_STR_ALBUM, "\xc4rger"); /* by a program that knows no UTF-8 */
    SF_CHUNK_INFO chunk = {
        .id = "axml", .id_size = 4, .datalen = (unsigned)strlen(xml), .data = (void *)(gsize)xml};

    g_assert_cmpint(sf_set_chunk(file, &chunk), ==, SF_ERR_NO_ERROR);
  }
  sf_writef_short(file, samples, 100);
  sf_close(file);
  return path;
}

static void
test_strings(void)
{
  static const struct {
    const char *name;
    int format;
  } rows[] = {
      {"a.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_24},   {"a.aiff", SF_FORMAT_AIFF | SF_FORMAT_PCM_16},
      {"a.caf", SF_FORMAT_CAF | SF_FORMAT_PCM_16},   {"a.ogg", SF_FORMAT_OGG | SF_FORMAT_VORBIS},
      {"b.flac", SF_FORMAT_FLAC | SF_FORMAT_PCM_16},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree char *path = write_strings(rows[i].name, rows[i].format, NULL);
    g_autoptr(GHashTable) tags = al_mix_tags_read(path);

    assert_tag(tags, "TITLE", "Fog");
    assert_tag(tags, "ARTIST", "Mara");
    assert_tag(tags, "ISRC", NULL);
  }
}

static void
test_axml(void)
{
  g_autofree char *path =
      write_strings("isrc.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_16,
                    "<?xml version=\"1.0\"?><ebucore:coreMetadata><dc:identifier>ISRC:FRABC2600001"
                    "</dc:identifier></ebucore:coreMetadata>");
  g_autofree char *cut =
      write_strings("cut.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_16, "<x>ISRC:FRABC26");
  g_autoptr(GHashTable) tags = al_mix_tags_read(path);
  g_autoptr(GHashTable) none = al_mix_tags_read(cut);

  assert_tag(tags, "ISRC", "FRABC2600001");
  assert_tag(tags, "ALBUM", "Ärger");
  assert_tag(none, "ISRC", NULL);
}

static void
test_no_audio(void)
{
  g_autofree char *path = g_build_filename(folder, "text.wav", NULL);
  g_autoptr(GHashTable) tags = NULL;
  g_autoptr(GHashTable) none = al_mix_tags_read("/nowhere.flac");

  g_assert_true(g_file_set_contents(path, "not audio", -1, NULL));
  tags = al_mix_tags_read(path);
  g_assert_cmpuint(g_hash_table_size(tags), ==, 0);
  g_assert_cmpuint(g_hash_table_size(none), ==, 0);
}

int
main(int argc, char **argv)
{
  int status;

  g_test_init(&argc, &argv, NULL);
  folder = test_folder_new();
  g_test_add_func("/mix_tags/flac", test_flac);
  g_test_add_func("/mix_tags/strings", test_strings);
  g_test_add_func("/mix_tags/axml", test_axml);
  g_test_add_func("/mix_tags/no_audio", test_no_audio);
  status = g_test_run();
  test_folder_remove(folder);
  return status;
}
