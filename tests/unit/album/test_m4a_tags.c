/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/encode/m4a_tags.h"

#include <string.h>

#include "album/error.h"
#include "tests/support/encoded.h"
#include "tests/support/sound_file.h"

#define EMPTY_USER_DATA                                                                          \
  "\0\0\0\x3Dudta\0\0\0\x35meta\0\0\0\0\0\0\0\x21hdlr\0\0\0\0\0\0\0\0mdirappl\0\0\0\0\0\0\0\0\0" \
  "\0\0\0\x08ilst"
#define EMPTY_USER_DATA_BYTES 61

static char *folder;

static void
test_items(void)
{
  g_autoptr(AlTags) tags = al_tags_new();
  g_autoptr(GByteArray) box = NULL;

  box = al_m4a_tags_new(tags);
  g_assert_cmpmem(box->data, box->len, EMPTY_USER_DATA, EMPTY_USER_DATA_BYTES);
  g_clear_pointer(&box, g_byte_array_unref);
  al_tags_set(tags, AL_TAG_TITLE, "Tide");
  al_tags_set(tags, AL_TAG_ISRC, "FRABC2600003");
  tags->track = (AlTagNumber){.number = 3, .count = 258};
  box = al_m4a_tags_new(tags);
  g_assert_cmpmem(box->data + 61, 28,
                  "\0\0\0\x1C\xA9nam\0\0\0\x14"
                  "data\0\0\0\1\0\0\0\0Tide",
                  28);
  g_assert_cmpmem(box->data + 89, 36, "\0\0\0\x50----\0\0\0\x1Cmean\0\0\0\0com.apple.iTunes", 36);
  g_assert_cmpmem(box->data + 125, 16, "\0\0\0\x10name\0\0\0\0ISRC", 16);
  g_assert_cmpmem(box->data + 141, 28,
                  "\0\0\0\x1C"
                  "data\0\0\0\1\0\0\0\0FRABC2600003",
                  28);
  g_assert_cmpmem(box->data + 169, 32,
                  "\0\0\0\x20trkn\0\0\0\x18"
                  "data\0\0\0\0\0\0\0\0\0\0\0\3\1\2\0\0",
                  32);
  g_assert_cmpuint(box->len, ==, 201);
}

/* Two values behind each other in one item, as iTunes and Picard have them. */
static void
test_several_values(void)
{
  g_autoptr(AlTags) tags = al_tags_new();
  g_autoptr(GByteArray) box = NULL;

  al_tags_set(tags, AL_TAG_MUSICBRAINZ_ARTIST, "first second");
  box = al_m4a_tags_new(tags);
  g_assert_cmpmem(box->data + 69, 28, "\0\0\0\x1Cmean\0\0\0\0com.apple.iTunes", 28);
  g_assert_cmpmem(box->data + 97, 33, "\0\0\0\x21name\0\0\0\0MusicBrainz Artist Id", 33);
  g_assert_cmpmem(box->data + 130, box->len - 130,
                  "\0\0\0\x15"
                  "data\0\0\0\1\0\0\0\0first\0\0\0\x16"
                  "data\0\0\0\1\0\0\0\0second",
                  43);
}

static void
write_file(const char *path, const char *content, gsize size)
{
  g_assert_true(g_file_set_contents(path, content, (gssize)size, NULL));
}

static void
test_write(void)
{
  static const char file[] = "\0\0\0\x10"
                             "ftypM4A \0\0\0\0"
                             "\0\0\0\x0Cmdat1234"
                             "\0\0\0\x4Dmoov"
                             "\0\0\0\x08trak" EMPTY_USER_DATA;
  g_autofree char *path = g_build_filename(folder, "a.m4a", NULL);
  g_autoptr(AlTags) tags = test_tags_new(NULL);
  g_autoptr(GByteArray) box = al_m4a_tags_new(tags);
  g_autoptr(GBytes) written = NULL;
  g_autoptr(GError) error = NULL;
  const guint8 *data;

  write_file(path, file, sizeof file - 1);
  al_m4a_tags_write(path, box, &error);
  g_assert_no_error(error);
  written = test_file_bytes(path);
  data = g_bytes_get_data(written, NULL);
  g_assert_cmpuint(g_bytes_get_size(written), ==, 44 + box->len);
  g_assert_cmpuint((guint)data[30] << 8 | data[31], ==, 16 + box->len);
  g_assert_cmpmem(data + 44, box->len, box->data, box->len);
  g_assert_cmpmem(data + 32, 12, "moov\0\0\0\x08trak", 12);
}

static const struct {
  const char *content;
  gsize size;
} wrong[] = {
    {"", 0},
    {"\0\0\0\x08moov", 8},                              /* nothing in it */
    {"\0\0\0\x10moov\0\0\0\x08udta\0\0\0\x08mdat", 24}, /* not last */
    {"\0\0\0\x10moov\0\0\0\x08trak", 16},               /* no udta */
    {"\0\0\0\0moov\0\0\0\x08udta", 16},                 /* a box of no size */
    {"\xFF\xFF\xFF\xFFmoov\0\0\0\x01udta\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 24},
    {"\0\0\0\x01moov\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 16},
};

static void
test_refuse(void)
{
  g_autofree char *path = g_build_filename(folder, "b.m4a", NULL);
  g_autoptr(AlTags) tags = al_tags_new();
  g_autoptr(GByteArray) box = al_m4a_tags_new(tags);

  for (guint i = 0; i < G_N_ELEMENTS(wrong); i++) {
    g_autoptr(GError) error = NULL;

    write_file(path, wrong[i].content, wrong[i].size);
    g_assert_false(al_m4a_tags_write(path, box, &error));
    g_assert_error(error, AL_ERROR, AL_ERROR_WRITE);
    g_assert_nonnull(strstr(error->message, "boxes are not where"));
  }
}

int
main(int argc, char **argv)
{
  int status;

  g_test_init(&argc, &argv, NULL);
  folder = test_folder_new();
  g_test_add_func("/m4a_tags/items", test_items);
  g_test_add_func("/m4a_tags/several values", test_several_values);
  g_test_add_func("/m4a_tags/write", test_write);
  g_test_add_func("/m4a_tags/refuse", test_refuse);
  status = g_test_run();
  test_folder_remove(folder);
  return status;
}
