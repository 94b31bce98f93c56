/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/encode/decoded.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "album/encode/encoder.h"
#include "album/error.h"
#include "tests/support/encoded.h"
#include "tests/support/signal.h"
#include "tests/support/sound_file.h"

#define FRAMES 20000

static char *folder;

static void
write_loud(const char *path, const AlEncoding *encoding)
{
  g_autofree double *samples = test_sine(441, 1.5, encoding->rate, FRAMES);
  g_autoptr(GError) error = NULL;
  g_autoptr(AlEncoder) encoder = al_encoder_new(path, encoding, FRAMES, NULL, &error);

  g_assert_no_error(error);
  g_assert_true(al_encoder_write(encoder, samples, FRAMES, NULL));
  g_assert_true(al_encoder_close(encoder, NULL));
}

/* What is beyond full scale is not cut off, neither going in nor coming out. */
static void
test_nothing_is_clipped(gconstpointer form)
{
  AlEncoding encoding = test_encoding(form);
  g_autofree char *file = g_strconcat("loud.", al_codec_extension(encoding.codec), NULL);
  g_autofree char *path = g_build_filename(folder, file, NULL);
  g_autoptr(AlSource) source = NULL;
  g_autofree double *decoded = NULL;
  gint64 frames;
  double peak = 0;

  if (!test_can_encode(&encoding))
    return;
  write_loud(path, &encoding);
  source = al_decoded_open(path, NULL, NULL);
  decoded = test_read_all(source, &frames);
  for (gint64 i = 0; i < 2 * frames; i++)
    peak = MAX(peak, fabs(decoded[i]));
  g_assert_cmpfloat(peak, >, 1.4);
  g_assert_cmpfloat(peak, <, 1.8);
}

static void
test_not_audio(void)
{
  static const char *const names[] = {"text.m4a", "text.opus"};

  for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autofree char *path = g_build_filename(folder, names[i], NULL);
    g_autoptr(GError) error = NULL;

    g_assert_true(g_file_set_contents(path, "This is a text.", -1, NULL));
    g_assert_null(al_decoded_open(path, NULL, &error));
    g_assert_error(error, AL_ERROR, AL_ERROR_AUDIO);
    g_assert_nonnull(strstr(error->message, path));
  }
}

/* What another program decodes stops, and leaves nothing behind. */
static void
test_interrupted(void)
{
  AlEncoding encoding = test_encoding("aac 256");
  g_autofree char *own_folder = g_build_filename(folder, "own", NULL);
  g_autofree char *path = g_build_filename(own_folder, "interrupted.m4a", NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new();
  g_autoptr(GError) error = NULL;

  if (!test_can_encode(&encoding))
    return;
  g_assert_cmpint(g_mkdir(own_folder, 0700), ==, 0);
  write_loud(path, &encoding);
  g_cancellable_cancel(cancellable);
  g_assert_null(al_decoded_open(path, cancellable, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_CANCELLED);
  g_assert_cmpint(g_unlink(path), ==, 0);
  g_assert_cmpint(g_rmdir(own_folder), ==, 0); /* nothing else is in it */
}

int
main(int argc, char **argv)
{
  static const char *const forms[] = {"mp3 320", "aac 256", "opus 256", "vorbis 320"};
  int status;

  g_test_init(&argc, &argv, NULL);
  folder = test_folder_new();
  for (guint i = 0; i < G_N_ELEMENTS(forms); i++) {
    g_autofree char *name = g_strconcat("/decoded/nothing is clipped/", forms[i], NULL);

    g_test_add_data_func(name, forms[i], test_nothing_is_clipped);
  }
  g_test_add_func("/decoded/not audio", test_not_audio);
  g_test_add_func("/decoded/interrupted", test_interrupted);
  status = g_test_run();
  test_folder_remove(folder);
  return status;
}
