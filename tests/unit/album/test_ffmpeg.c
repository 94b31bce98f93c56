/* SPDX-License-Identifier: GPL-3.0-or-later */
/* With stand-ins for the program: what is asked of it, and what becomes of its failures. */
#include "album/encode/ffmpeg.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

#include "album/encode/encoder.h"
#include "album/error.h"
#include "tests/support/encoded.h"
#include "tests/support/sound_file.h"

static char *folder;

/* From now on the program is a shell script, in a folder of its own, and no other is there; NULL:
 * it is not there. */
static void
stand_in(const char *script)
{
  static int count;
  g_autofree char *name = g_strdup_printf("%d", count++);
  g_autofree char *own_folder = g_build_filename(folder, name, NULL);
  g_autofree char *path = g_build_filename(own_folder, "ffmpeg", NULL);
  g_autofree char *text = g_strconcat("#!/bin/sh\n", script, "\n", NULL);

  g_assert_cmpint(g_mkdir(own_folder, 0700), ==, 0);
  g_setenv("PATH", own_folder, TRUE);
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
assert_encoder(const char *form)
{
  AlEncoding encoding = test_encoding(form);
  g_autoptr(GError) error = NULL;

  al_encoding_check(&encoding, &error);
  g_assert_no_error(error);
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
  stand_in("test \"$4\" = -h && test \"$5\" = encoder=aac && echo 'Encoder aac [AAC]:'");
  assert_encoder("aac 256");
}

/* A stand-in that has all encoders, and leaves a line each time that it is started. */
static void
stand_in_counting(const char *starts_path)
{
  g_autofree char *script =
      g_strdup_printf("echo start >>'%s'; echo \"Encoder ${5#*=} [X]:\"", starts_path);

  stand_in(script);
}

static guint
count_starts(const char *starts_path)
{
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  g_assert_true(g_file_get_contents(starts_path, &text, NULL, NULL));
  lines = g_strsplit(text, "\n", -1);
  return g_strv_length(lines) - 1;
}

static gpointer
check_aac(gpointer nothing)
{
  assert_encoder("aac 256");
  return nothing;
}

/* Each is asked once, whoever asks; another program is another, and one that is gone is missed. */
static void
test_asked_once(void)
{
  g_autofree char *starts_path = g_build_filename(folder, "starts", NULL);
  GThread *threads[4];

  stand_in_counting(starts_path);
  for (guint i = 0; i < G_N_ELEMENTS(threads); i++)
    threads[i] = g_thread_new("check", check_aac, NULL);
  for (guint i = 0; i < G_N_ELEMENTS(threads); i++)
    g_thread_join(threads[i]);
  g_assert_cmpuint(count_starts(starts_path), ==, 1);
  assert_encoder("alac 24");
  assert_encoder("aac 128");
  g_assert_cmpuint(count_starts(starts_path), ==, 2);
  stand_in_counting(starts_path);
  assert_encoder("aac 256");
  g_assert_cmpuint(count_starts(starts_path), ==, 3);
  stand_in(NULL);
  assert_no_encoder("which is not on PATH");
}

static void
test_failure_is_told(void)
{
  static const char *const arguments[] = {"x", NULL};
  g_autoptr(GError) error = NULL;

  stand_in("echo 'it is broken' >&2; exit 3");
  g_assert_false(al_ffmpeg_run(arguments, NULL, NULL, &error));
  g_assert_cmpstr(error->message, ==, "ffmpeg: it is broken: Child process exited with code 3");
  g_clear_error(&error);
  stand_in("printf 'caf\\351' >&2; exit 3");
  g_assert_false(al_ffmpeg_run(arguments, NULL, NULL, &error));
  g_assert_cmpstr(error->message, ==, "ffmpeg: caf\xEF\xBF\xBD: Child process exited with code 3");
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

static gpointer
interrupt_later(gpointer cancellable)
{
  g_usleep(G_USEC_PER_SEC / 5);
  g_cancellable_cancel(cancellable);
  return NULL;
}

/* A stand-in that would take a minute, and writes down who it is. */
static void
stand_in_hanging(const char *pid_path, const char *half_path)
{
  g_autofree char *script =
      g_strdup_printf("case $5 in encoder=*) echo 'Encoder aac ['; exit 0;; esac\n"
                      "echo half >'%s'; echo $$ >'%s'; exec /bin/sleep 60",
                      half_path, pid_path);

  stand_in(script);
}

static void
assert_dead(const char *pid_path)
{
  g_autofree char *text = NULL;

  g_assert_true(g_file_get_contents(pid_path, &text, NULL, NULL));
  g_assert_cmpint(kill((pid_t)g_ascii_strtoll(text, NULL, 10), 0), ==, -1);
  g_assert_cmpint(errno, ==, ESRCH);
}

static void
test_interrupted(void)
{
  g_autofree char *path = g_build_filename(folder, "b.m4a", NULL);
  g_autofree char *audio_path = g_strconcat(path, ".pcm", NULL);
  g_autofree char *pid_path = g_build_filename(folder, "pid", NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new();
  g_autoptr(GError) error = NULL;
  AlEncoding encoding = test_encoding("aac 256");
  gint64 began = g_get_monotonic_time();
  AlEncoder *encoder;
  GThread *thread;

  stand_in_hanging(pid_path, path);
  encoder = al_encoder_new(path, &encoding, 1, NULL, &error);
  g_assert_no_error(error);
  al_encoder_set_cancellable(encoder, cancellable);
  g_assert_true(al_encoder_write(encoder, (double[]){0, 0}, 1, NULL));
  thread = g_thread_new("interrupt", interrupt_later, cancellable);
  g_assert_false(al_encoder_close(encoder, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_CANCELLED);
  g_assert_cmpint(g_get_monotonic_time() - began, <, 30 * G_USEC_PER_SEC);
  g_thread_join(thread);
  al_encoder_free(encoder);
  assert_dead(pid_path);
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
  g_test_add_func("/ffmpeg/asked once", test_asked_once);
  g_test_add_func("/ffmpeg/a failure is told", test_failure_is_told);
  g_test_add_func("/ffmpeg/nothing remains", test_nothing_remains);
  g_test_add_func("/ffmpeg/interrupted", test_interrupted);
  status = g_test_run();
  test_folder_remove(folder);
  return status;
}
