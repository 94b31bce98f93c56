/* SPDX-License-Identifier: GPL-3.0-or-later */
/* With stand-ins for the program: what is asked of it, and what becomes of its failures. */
#include "album/encode/ffmpeg.h"

#include <glib/gstdio.h>
#include <string.h>

#include "album/encode/encoder.h"
#include "album/error.h"
#include "tests/support/encoded.h"
#include "tests/support/sound_file.h"

static char *folder;

/* From now on `ffmpeg` is a shell script; NULL: there is none. */
static void
stand_in(const char *script)
{
  g_autofree char *path = g_build_filename(folder, "ffmpeg", NULL);
  g_autofree char *text = g_strconcat("#!/bin/sh\n", script, "\n", NULL);

  g_unlink(path);
  g_setenv("PATH", folder, TRUE);
  if (script == NULL)
    return;
  g_assert_true(g_file_set_contents(path, text, -1, NULL));
  g_assert_cmpint(g_chmod(path, 0755), ==, 0);
}

static void
assert_no_encoder(const char *said)
{
  AlEncoding encoding = test_encoding("aac 256");
  g_autoptr(GError) error = NULL;

  g_assert_false(al_encoding_check(&encoding, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_WRITE);
  g_assert_nonnull(strstr(error->message, said));
}

static void
test_not_there(void)
{
  stand_in(NULL);
  assert_no_encoder("which is not on PATH");
}

static void
test_without_the_encoder(void)
{
  stand_in("echo \"Codec 'aac' is not recognized by FFmpeg.\"");
  assert_no_encoder("has no encoder for aac");
  stand_in("exit 1");
  assert_no_encoder("does not run");
}

static void
test_with_the_encoder(void)
{
  AlEncoding encoding = test_encoding("aac 256");
  g_autoptr(GError) error = NULL;

  stand_in("test \"$4\" = -h && test \"$5\" = encoder=aac && echo 'Encoder aac [AAC]:'");
  al_encoding_check(&encoding, &error);
  g_assert_no_error(error);
}

static void
test_failure_is_told(void)
{
  static const char *const arguments[] = {"x", NULL};
  g_autoptr(GError) error = NULL;

  stand_in("echo 'it is broken' >&2; exit 3");
  g_assert_false(al_ffmpeg_run(arguments, NULL, &error));
  g_assert_cmpstr(error->message, ==, "ffmpeg: it is broken: Child process exited with code 3");
}

/* An encoder that fails in the middle leaves neither its file nor ours. */
static void
test_nothing_remains(void)
{
  g_autofree char *path = g_build_filename(folder, "a.m4a", NULL);
  g_autofree char *audio_path = g_strconcat(path, ".pcm", NULL);
  g_autofree char *script = NULL;
  AlEncoding encoding = test_encoding("aac 256");
  g_autoptr(GError) error = NULL;
  AlEncoder *encoder;

  script = g_strdup_printf("case $5 in encoder=*) echo 'Encoder aac ['; exit 0;; esac\n"
                           "echo half >'%s'; echo 'no room' >&2; exit 1",
                           path);
  stand_in(script);
  encoder = al_encoder_new(path, &encoding, 1, NULL, &error);
  g_assert_no_error(error);
  g_assert_true(al_encoder_write(encoder, (double[]){0, 0}, 1, NULL));
  g_assert_false(al_encoder_close(encoder, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_WRITE);
  g_assert_nonnull(strstr(error->message, "a.m4a: ffmpeg: no room"));
  al_encoder_free(encoder);
  g_assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
  g_assert_false(g_file_test(audio_path, G_FILE_TEST_EXISTS));
}

int
main(int argc, char **argv)
{
  int status;

  g_test_init(&argc, &argv, NULL);
  folder = test_folder_new();
  g_test_add_func("/ffmpeg/not there", test_not_there);
  g_test_add_func("/ffmpeg/without the encoder", test_without_the_encoder);
  g_test_add_func("/ffmpeg/with the encoder", test_with_the_encoder);
  g_test_add_func("/ffmpeg/a failure is told", test_failure_is_told);
  g_test_add_func("/ffmpeg/nothing remains", test_nothing_remains);
  status = g_test_run();
  test_folder_remove(folder);
  return status;
}
