/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "album/audio/container.h"
#include "album/error.h"
#include "tests/support/sound_file.h"

#define BYTES(literal) literal, sizeof literal - 1

/* Each has 8 bytes of audio, at the end of the file unless said otherwise. */
static const struct {
  const char *name;
  const char *bytes;
  gsize size;
} whole[] = {
    {"a WAV", BYTES("RIFF\x2c\0\0\0WAVEfmt \2\0\0\0ffdata\x08\0\0\0aaaaaaaa")},
    {"an odd chunk before", BYTES("RIFF\x2c\0\0\0WAVELIST\3\0\0\0lll\0data\x08\0\0\0aaaaaaaa")},
    {"a cut chunk behind", BYTES("RIFF\x2c\0\0\0WAVEdata\x08\0\0\0aaaaaaaaLIST\x99\0\0\0l")},
    {"a big-endian WAV", BYTES("RIFX\0\0\0\x2cWAVEdata\0\0\0\x08"
                               "aaaaaaaa")},
    {"RF64", BYTES("RF64\xff\xff\xff\xffWAVEds64\x10\0\0\0rrrrrrrr\x08\0\0\0\0\0\0\0"
                   "data\xff\xff\xff\xff"
                   "aaaaaaaa")},
    {"AIFF", BYTES("FORM\0\0\0\x2c"
                   "AIFFCOMM\0\0\0\1c\0SSND\0\0\0\x10offsblckaaaaaaaa")},
    {"CAF", BYTES("caff\0\1\0\0desc\0\0\0\0\0\0\0\3dscdata\0\0\0\0\0\0\0\x08"
                  "aaaaaaaa")},
    {"AU", BYTES(".snd\0\0\0\x18\0\0\0\x08\0\0\0\3\0\0\xac\x44\0\0\0\2aaaaaaaa")},
    {"W64", BYTES("riff............ssssssss"
                  "wave............"
                  "fmt ............\x19\0\0\0\0\0\0\0f......."
                  "data............\x20\0\0\0\0\0\0\0aaaaaaaa")},
};

static const struct {
  const char *name;
  const char *bytes;
  gsize size;
} without_promise[] = {
    {"an empty file", BYTES("")},
    {"a text", BYTES("Dear pressing plant,")},
    {"FLAC", BYTES("fLaC\0\0\0\x22")},
    {"no chunks", BYTES("RIFF\x2c\0\0\0WAVE")},
    {"a broken chunk", BYTES("RIFF\x2c\0\0\0WAVELIST\x99\x99\x99\x99")},
    {"a pipe, all ones", BYTES("RIFF\xff\xff\xff\xffWAVEdata\xff\xff\xff\xff"
                               "aaaa")},
    {"a pipe, zero", BYTES("RIFF\0\0\0\0WAVEdata\0\0\0\0aaaa")},
    {"a pipe, 0x7ffff000", BYTES("RIFF\x24\xf0\xff\x7fWAVEdata\0\xf0\xff\x7f"
                                 "aaaa")},
    {"a pipe, 0x7f000008", BYTES("FORM\x7f\0\0\x36"
                                 "AIFFSSND\x7f\0\0\x08offsblckaaaa")},
    {"CAF to its end", BYTES("caff\0\1\0\0data\xff\xff\xff\xff\xff\xff\xff\xff"
                             "aaaa")},
    {"W64, a size below its header", BYTES("riff............sssssssswave............"
                                           "fmt ............\1\0\0\0\0\0\0\0")},
};

static gboolean
check_bytes(const char *bytes, gsize size, GError **error)
{
  char *folder = test_folder_new();
  g_autofree char *path = g_build_filename(folder, "file", NULL);
  gboolean is_whole;

  g_assert_true(g_file_set_contents(path, bytes, (gssize)size, NULL));
  is_whole = al_container_check(path, error);
  test_folder_remove(folder);
  return is_whole;
}

static void
test_whole(void)
{
  for (guint i = 0; i < G_N_ELEMENTS(whole); i++) {
    g_autoptr(GError) error = NULL;

    g_test_message("%s", whole[i].name);
    check_bytes(whole[i].bytes, whole[i].size, &error);
    g_assert_no_error(error);
  }
}

/* One byte less of the audio, down to none of it. */
static void
test_cut(void)
{
  for (guint i = 0; i < G_N_ELEMENTS(whole); i++) {
    gsize audio_end = whole[i].size;

    while (memcmp(whole[i].bytes + audio_end - 8, "aaaaaaaa", 8) != 0)
      audio_end--;
    for (gsize missing = 1; missing <= 8; missing++) {
      g_autoptr(GError) error = NULL;

      g_assert_false(check_bytes(whole[i].bytes, audio_end - missing, &error));
      g_assert_error(error, AL_ERROR, AL_ERROR_AUDIO);
      g_assert_nonnull(strstr(error->message, "truncated"));
    }
  }
}

static void
test_message(void)
{
  g_autoptr(GError) error = NULL;

  g_assert_false(check_bytes(whole[0].bytes, whole[0].size - 3, &error));
  g_assert_true(g_str_has_suffix(
      error->message, "/file: truncated: its header promises 8 bytes of audio, and 5 are there"));
}

static void
test_without_promise(void)
{
  for (guint i = 0; i < G_N_ELEMENTS(without_promise); i++) {
    g_autoptr(GError) error = NULL;

    g_test_message("%s", without_promise[i].name);
    check_bytes(without_promise[i].bytes, without_promise[i].size, &error);
    g_assert_no_error(error);
  }
}

static void
test_no_file(void)
{
  g_autoptr(GError) error = NULL;

  g_assert_false(al_container_check("/nowhere/at all.wav", &error));
  g_assert_cmpstr(error->message, ==, "/nowhere/at all.wav: No such file or directory");
  g_clear_error(&error);
  g_assert_false(al_container_check(g_get_tmp_dir(), &error));
  g_assert_true(g_str_has_suffix(error->message, ": not a file"));
}

/* Whatever a header says, there is an answer. */
static void
test_mangled(void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed(g_test_rand_int());

  for (int round = 0; round < 2000; round++) {
    guint i = (guint)round % G_N_ELEMENTS(whole);
    g_autofree char *bytes = g_memdup2(whole[i].bytes, whole[i].size);
    g_autoptr(GError) error = NULL;

    for (int k = g_rand_int_range(random, 1, 5); k > 0; k--)
      bytes[g_rand_int_range(random, 4, (gint32)whole[i].size)] = (char)g_rand_int(random);
    g_assert_cmpint(check_bytes(bytes, whole[i].size, &error), ==, error == NULL);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/container/whole", test_whole);
  g_test_add_func("/container/cut", test_cut);
  g_test_add_func("/container/message", test_message);
  g_test_add_func("/container/without_promise", test_without_promise);
  g_test_add_func("/container/mangled", test_mangled);
  g_test_add_func("/container/no_file", test_no_file);
  return g_test_run();
}
