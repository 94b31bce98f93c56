/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/image_writer.h"

#include <string.h>

#include "album/error.h"
#include "tests/support/encoded.h"
#include "tests/support/sound_file.h"

#define WAV_HEAD_BYTES 44

static char *folder;

/* Frames 0 to 3 in two writes, of which the first `skip` are left out. */
static GBytes *
write_image(AlImageForm form, gint64 skip)
{
  static const gint16 samples[] = {1, -1, 256, -256, 3, -3, 32767, -32768};
  g_autofree char *path = g_build_filename(folder, "image", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(AlImageWriter) writer = al_image_writer_new(path, form, skip, &error);

  g_assert_no_error(error);
  g_assert_true(al_image_writer_write(writer, samples, 1, NULL));
  g_assert_true(al_image_writer_write(writer, samples + 2, 3, NULL));
  g_assert_true(al_image_writer_finish(writer, NULL));
  return test_file_bytes(path);
}

/* Little-endian, left then right. */
static const guint8 expected[] = {1, 0, 0xFF, 0xFF, 0,    1,    0, 0xFF,
                                  3, 0, 0xFD, 0xFF, 0xFF, 0x7F, 0, 0x80};

static void
test_raw(void)
{
  for (gint64 skip = 0; skip <= 3; skip++) {
    g_autoptr(GBytes) bytes = write_image(AL_IMAGE_FORM_RAW, skip);

    g_assert_cmpmem(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes), expected + 4 * skip,
                    sizeof expected - 4 * (gsize)skip);
  }
}

/* A header of 44 bytes, format tag 1, sizes of what is there, and nothing behind the audio. */
static void
test_wav(void)
{
  g_autoptr(GBytes) bytes = write_image(AL_IMAGE_FORM_WAV, 2);
  const guint8 *data = g_bytes_get_data(bytes, NULL);

  g_assert_cmpuint(g_bytes_get_size(bytes), ==, WAV_HEAD_BYTES + 8);
  g_assert_cmpmem(data, 8, "RIFF\x2c\0\0", 8);
  g_assert_cmpmem(data + 8, 16, "WAVEfmt \x10\0\0\0\1\0\2", 16);
  g_assert_cmpmem(data + 36, 8, "data\x08\0\0", 8);
  g_assert_cmpmem(data + WAV_HEAD_BYTES, 8, expected + 8, 8);
}

static void
test_no_folder(void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null(al_image_writer_new("/no/such/folder/a", AL_IMAGE_FORM_RAW, 0, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_WRITE);
  g_assert_nonnull(strstr(error->message, "/no/such/folder/a"));
}

int
main(int argc, char **argv)
{
  int status;

  g_test_init(&argc, &argv, NULL);
  folder = test_folder_new();
  g_test_add_func("/image_writer/raw", test_raw);
  g_test_add_func("/image_writer/wav", test_wav);
  g_test_add_func("/image_writer/no folder", test_no_folder);
  status = g_test_run();
  test_folder_remove(folder);
  return status;
}
