/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/encode/m4a_length.h"

#include "album/encode/bytes.h"
#include "tests/support/encoded.h"
#include "tests/support/sound_file.h"

/* A file that is made of nothing but what counts. */
typedef struct {
  guint version;
  guint movie_scale, media_scale;
  guint edits;
  guint64 frames;
  const char *handler;
} Movie;

static const Movie good = {0, 44100, 44100, 1, 588, "soun"};

/* Takes over `content`. */
static void
append_box(GByteArray *bytes, const char *name, GByteArray *content)
{
  al_bytes_u32be(bytes, 8 + content->len);
  al_bytes_text(bytes, name);
  al_bytes_append(bytes, content);
  g_byte_array_unref(content);
}

static void
append_number(GByteArray *bytes, guint version, guint64 number)
{
  if (version == 1)
    al_bytes_u32be(bytes, (guint32)(number >> 32));
  al_bytes_u32be(bytes, (guint32)number);
}

static void
append_header(GByteArray *bytes, const char *name, guint version, guint time_scale)
{
  GByteArray *header = g_byte_array_new();

  al_bytes_u8(header, version);
  al_bytes_zeros(header, 3);
  append_number(header, version, 0x11111111);
  append_number(header, version, 0x22222222);
  al_bytes_u32be(header, time_scale);
  append_box(bytes, name, header);
}

static GByteArray *
make_track(const Movie *movie)
{
  GByteArray *track = g_byte_array_new(), *edits = g_byte_array_new(), *list = g_byte_array_new();
  GByteArray *media = g_byte_array_new(), *handler = g_byte_array_new();

  al_bytes_u8(list, movie->version);
  al_bytes_zeros(list, 3);
  al_bytes_u32be(list, movie->edits);
  append_number(list, movie->version, movie->frames);
  append_number(list, movie->version, 2048);
  append_box(edits, "elst", list);
  append_box(track, "edts", edits);
  append_header(media, "mdhd", movie->version, movie->media_scale);
  al_bytes_zeros(handler, 8);
  al_bytes_text(handler, movie->handler);
  append_box(media, "hdlr", handler);
  append_box(track, "mdia", media);
  return track;
}

/* The audio stands in a box of the long form, whose size has 64 bits. */
static GByteArray *
make_file(const Movie *movie)
{
  GByteArray *file = g_byte_array_new(), *boxes = g_byte_array_new();

  al_bytes_u32be(file, 1);
  al_bytes_text(file, "mdat");
  al_bytes_u32be(file, 0);
  al_bytes_u32be(file, 16 + 5);
  al_bytes_text(file, "audio");
  append_header(boxes, "mvhd", movie->version, movie->movie_scale);
  append_box(boxes, "trak", make_track(movie));
  append_box(file, "moov", boxes);
  return file;
}

static void
assert_length(const Movie *movie)
{
  g_autoptr(GByteArray) file = make_file(movie);
  gint64 frames;

  g_assert_true(al_m4a_length(file->data, file->len, &frames));
  g_assert_cmpint(frames, ==, (gint64)movie->frames);
}

static void
test_both_versions(void)
{
  Movie movie = good;

  assert_length(&movie);
  movie.frames = G_MAXUINT32;
  assert_length(&movie);
  movie.version = 1;
  assert_length(&movie);
  movie.frames = G_GUINT64_CONSTANT(1) << 40;
  assert_length(&movie);
}

static void
test_refuse(void)
{
  static const Movie bad[] = {
      {0, 1000, 44100, 1, 588, "soun"},
      {0, 44100, 48000, 1, 588, "soun"},
      {0, 44100, 44100, 0, 588, "soun"},
      {0, 44100, 44100, 2, 588, "soun"},
      {0, 44100, 44100, 1, 0, "soun"},
      {1, 44100, 44100, 1, (G_GUINT64_CONSTANT(1) << 40) + 1, "soun"},
      {0, 44100, 44100, 1, 588, "text"},
  };
  gint64 frames;

  for (guint i = 0; i < G_N_ELEMENTS(bad); i++) {
    g_autoptr(GByteArray) file = make_file(&bad[i]);

    g_assert_false(al_m4a_length(file->data, file->len, &frames));
  }
  g_assert_false(al_m4a_length(NULL, 0, &frames));
}

/* However much is missing, nothing behind the end is looked at. */
static void
test_cut_off(void)
{
  g_autoptr(GByteArray) file = make_file(&good);
  gint64 frames;

  for (gsize bytes = 0; bytes < file->len; bytes++) {
    g_autofree guint8 *part = g_memdup2(file->data, bytes);

    g_assert_false(al_m4a_length(part, bytes, &frames));
  }
}

/* What we write: with tags and chapters, shorter than a packet, a packet, and some. */
static void
test_files(gconstpointer form)
{
  static const gint64 lengths[] = {1, 1023, 1024, 1025, 4096, 20000};
  AlEncoding encoding = test_encoding(form);
  g_autofree char *path = NULL;
  char *folder;

  if (!test_can_encode(&encoding))
    return;
  folder = test_folder_new();
  path = g_build_filename(folder, "a.m4a", NULL);
  for (guint i = 0; i < G_N_ELEMENTS(lengths); i++) {
    g_autoptr(AlTags) tags = lengths[i] < 4096 ? NULL : test_tags_new(NULL);
    g_autoptr(GBytes) file = NULL;
    gint64 frames;

    test_encode(path, &encoding, lengths[i], tags);
    file = test_file_bytes(path);
    g_assert_true(al_m4a_length(g_bytes_get_data(file, NULL), g_bytes_get_size(file), &frames));
    g_assert_cmpint(frames, ==, lengths[i]);
  }
  test_folder_remove(folder);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/m4a_length/both versions", test_both_versions);
  g_test_add_func("/m4a_length/refuse", test_refuse);
  g_test_add_func("/m4a_length/cut off", test_cut_off);
  g_test_add_data_func("/m4a_length/files/alac", "alac 24", test_files);
  g_test_add_data_func("/m4a_length/files/aac", "aac 256", test_files);
  return g_test_run();
}
