/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/encode/cover.h"

#include <png.h>
#include <string.h>

#include "album/error.h"
#include "tests/support/encoded.h"
#include "tests/support/sound_file.h"

static char *folder;

static char *
in_folder(const char *name)
{
  return g_build_filename(folder, name, NULL);
}

static void
assert_refused(const char *path, const char *said)
{
  g_autoptr(GError) error = NULL;

  g_assert_null(al_cover_load(path, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_PROJECT);
  g_assert_nonnull(strstr(error->message, path));
  g_assert_nonnull(strstr(error->message, said));
}

static void
test_good(void)
{
  static const char *const kinds[] = {"png", "jpeg"};

  for (guint i = 0; i < 2; i++) {
    g_autofree char *path = in_folder(kinds[i]);
    g_autoptr(AlCover) cover = NULL;
    g_autoptr(AlCover) other = NULL;
    g_autoptr(GBytes) bytes = NULL;

    test_cover_write(path, kinds[i], 63, 41);
    cover = al_cover_load(path, NULL);
    g_assert_true(g_str_has_suffix(cover->mime, kinds[i]));
    g_assert_cmpint(cover->width, ==, 63);
    g_assert_cmpint(cover->height, ==, 41);
    g_assert_cmpint(cover->depth, ==, 24);
    bytes = test_file_bytes(path);
    g_assert_true(g_bytes_equal(cover->bytes, bytes));
    other = al_cover_ref(cover);
    g_assert_true(other == cover);
  }
}

/* What a PICTURE block says of pictures that are not 24 bits a pixel. */
static void
test_kinds_of_png(void)
{
  static const struct {
    guint32 format;
    int depth, colours;
  } rows[] = {
      {PNG_FORMAT_GRAY, 8, 0}, {PNG_FORMAT_GA, 16, 0},           {PNG_FORMAT_RGBA, 32, 0},
      {PNG_FORMAT_RGB, 24, 0}, {PNG_FORMAT_RGB_COLORMAP, 24, 3}, {PNG_FORMAT_LINEAR_RGB, 48, 0},
  };
  static const guint8 palette[] = {0, 0, 0, 200, 10, 10, 255, 255, 255};
  static const guint16 pixels[4 * 4 * 4] = {0};
  g_autofree char *path = in_folder("kind.png");

  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autoptr(AlCover) cover = NULL;
    png_image image = {.version = PNG_IMAGE_VERSION,
                       .width = 4,
                       .height = 4,
                       .format = rows[i].format,
                       .colormap_entries = 3};

    g_assert_true(png_image_write_to_file(&image, path, 0, pixels, 0, palette));
    cover = al_cover_load(path, NULL);
    g_assert_cmpint(cover->depth, ==, rows[i].depth);
    g_assert_cmpint(cover->colours, ==, rows[i].colours);
  }
}

static void
test_missing(void)
{
  g_autofree char *path = in_folder("missing.jpg");

  assert_refused(path, "No such file");
  assert_refused(folder, "the cover cannot be read");
}

static void
test_not_a_picture(void)
{
  g_autofree char *path = in_folder("text.jpg");

  g_assert_true(g_file_set_contents(path, "This is a text.", -1, NULL));
  assert_refused(path, "neither a JPEG nor a PNG");
  g_assert_true(g_file_set_contents(path, "", -1, NULL));
  assert_refused(path, "neither a JPEG nor a PNG");
}

/* Cut off anywhere: in the header, in the picture, just before its end. */
static void
test_cut_off(void)
{
  static const char *const kinds[] = {"png", "jpeg"};

  for (guint i = 0; i < 2; i++) {
    g_autofree char *whole = in_folder(kinds[i]);
    g_autofree char *path = in_folder("cut");
    g_autoptr(GBytes) bytes = NULL;
    gsize size;
    gconstpointer data;

    test_cover_write(whole, kinds[i], 40, 40);
    bytes = test_file_bytes(whole);
    data = g_bytes_get_data(bytes, &size);
    for (gsize length = 10; length < size - 20; length += size / 9) {
      g_assert_true(g_file_set_contents(path, data, (gssize)length, NULL));
      assert_refused(path, "the cover is damaged");
    }
  }
}

static void
test_too_many_bytes(void)
{
  g_autofree char *path = in_folder("huge.jpg");
  g_autofree char *data = g_malloc0(AL_COVER_MAX_BYTES + 1);

  g_assert_true(g_file_set_contents(path, data, AL_COVER_MAX_BYTES + 1, NULL));
  assert_refused(path, "bytes; more than");
}

/* 60000 pixels wide by its header alone: refused before it is decoded. */
static void
test_too_many_pixels(void)
{
  g_autofree char *path = in_folder("wide.jpeg");
  g_autoptr(GBytes) bytes = NULL;
  g_autofree guint8 *data = NULL;
  const guint8 *frame;
  gsize size;

  test_cover_write(path, "jpeg", 16, 16);
  bytes = test_file_bytes(path);
  frame = test_find(bytes, "\xFF\xC0");
  g_assert_nonnull(frame);
  size = g_bytes_get_size(bytes);
  data = g_memdup2(g_bytes_get_data(bytes, NULL), size);
  memcpy(data + (frame - (const guint8 *)g_bytes_get_data(bytes, NULL)) + 7, "\xEA\x60", 2);
  g_assert_true(g_file_set_contents(path, (char *)data, (gssize)size, NULL));
  assert_refused(path, "the cover has 60000 x 16 pixels; more than 10000");
}

int
main(int argc, char **argv)
{
  int status;

  g_test_init(&argc, &argv, NULL);
  folder = test_folder_new();
  g_test_add_func("/cover/good", test_good);
  g_test_add_func("/cover/kinds of PNG", test_kinds_of_png);
  g_test_add_func("/cover/missing", test_missing);
  g_test_add_func("/cover/not a picture", test_not_a_picture);
  g_test_add_func("/cover/cut off", test_cut_off);
  g_test_add_func("/cover/too many bytes", test_too_many_bytes);
  g_test_add_func("/cover/too many pixels", test_too_many_pixels);
  status = g_test_run();
  test_folder_remove(folder);
  return status;
}
