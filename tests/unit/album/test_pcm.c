/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/encode/pcm.h"

#include "album/error.h"
#include "tests/support/sound_file.h"

static char *folder;

static void
test_pack(void)
{
  static const gint32 samples[] = {0, 1, -1, -8388608, 8388607};
  guint8 bytes[15];

  al_pcm_pack(samples, 5, 24, AL_PCM_LITTLE_ENDIAN, bytes);
  g_assert_cmpmem(bytes, 15, "\0\0\0\1\0\0\xFF\xFF\xFF\0\0\x80\xFF\xFF\x7F", 15);
  al_pcm_pack(samples, 5, 24, AL_PCM_BIG_ENDIAN, bytes);
  g_assert_cmpmem(bytes, 15, "\0\0\0\0\0\1\xFF\xFF\xFF\x80\0\0\x7F\xFF\xFF", 15);
  al_pcm_pack((const gint32[]){-32768, 258}, 2, 16, AL_PCM_LITTLE_ENDIAN, bytes);
  g_assert_cmpmem(bytes, 4, "\0\x80\2\1", 4);
}

/* The longest that fits, and one frame more. */
static void
test_4_gib(void)
{
  g_autofree char *path = g_build_filename(folder, "long", NULL);
  AlEncoding encoding = {.codec = AL_CODEC_WAV, .rate = 44100, .bits = 16};
  g_autoptr(GByteArray) header = g_byte_array_new();
  AlEncoderJob job = {.path = path, .encoding = &encoding, .frames = G_MAXUINT32 / 4};
  g_autoptr(GError) error = NULL;
  AlEncoder *encoder = al_pcm_encoder_new(&job, header, AL_PCM_LITTLE_ENDIAN, &error);

  g_assert_no_error(error);
  al_encoder_free(encoder);
  job.frames++;
  g_assert_null(al_pcm_encoder_new(&job, header, AL_PCM_LITTLE_ENDIAN, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_WRITE);
  g_assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
}

int
main(int argc, char **argv)
{
  int status;

  g_test_init(&argc, &argv, NULL);
  folder = test_folder_new();
  g_test_add_func("/pcm/pack", test_pack);
  g_test_add_func("/pcm/4 GiB", test_4_gib);
  status = g_test_run();
  test_folder_remove(folder);
  return status;
}
