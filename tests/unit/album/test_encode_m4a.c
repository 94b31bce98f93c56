/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "album/encode/decoded.h"
#include "album/encode/encoder.h"
#include "tests/support/encoded.h"
#include "tests/support/signal.h"
#include "tests/support/sound_file.h"

#define FRAMES 20000
#define START_FRAMES 2048
#define PARTIALS 20
#define LEVEL 0.2
#define MOST_ERROR_DB (-30.0)

static char *folder;

/* A chord of many partials, loud from the first sample on, as a track is that is joined to the one
 * before. */
static double *
make_sound(int rate)
{
  double *samples = g_new0(double, 2 * FRAMES);

  for (int partial = 1; partial <= PARTIALS; partial++)
    for (int i = 0; i < FRAMES; i++) {
      samples[2 * i] += LEVEL / partial * cos(2 * G_PI * 220 * partial * i / rate);
      samples[2 * i + 1] += LEVEL / partial * cos(2 * G_PI * 277.2 * partial * i / rate);
    }
  return samples;
}

/* The error of the first frames against what they are, in decibels. */
static double
error_db(const double *decoded, const double *samples)
{
  double error = 0, all = 0;

  for (int i = 0; i < 2 * START_FRAMES; i++) {
    error += (decoded[i] - samples[i]) * (decoded[i] - samples[i]);
    all += samples[i] * samples[i];
  }
  return 10 * log10(error / all);
}

static void
encode(const char *path, const AlEncoding *encoding, const double *samples)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AlEncoder) encoder = al_encoder_new(path, encoding, FRAMES, NULL, &error);

  g_assert_no_error(error);
  g_assert_true(al_encoder_write(encoder, samples, FRAMES, &error));
  g_assert_true(al_encoder_close(encoder, &error));
}

/* The start is as good as what follows. */
static void
test_begins_in_sound(gconstpointer form)
{
  AlEncoding encoding = test_encoding(form);
  g_autofree char *path = g_build_filename(folder, "begins.m4a", NULL);
  g_autofree double *samples = make_sound(encoding.rate), *decoded = NULL;
  g_autoptr(AlSource) source = NULL;
  gint64 frames;

  if (!test_can_encode(&encoding))
    return;
  encode(path, &encoding, samples);
  source = al_decoded_open(path, NULL, NULL);
  g_assert_nonnull(source);
  decoded = test_read_all(source, &frames);
  g_assert_cmpint(frames, ==, FRAMES);
  g_test_message("%s: %.1f dB", (const char *)form, error_db(decoded, samples));
  g_assert_cmpfloat(error_db(decoded, samples), <, MOST_ERROR_DB);
}

int
main(int argc, char **argv)
{
  int status;

  g_test_init(&argc, &argv, NULL);
  folder = test_folder_new();
  g_test_add_data_func("/encode_m4a/begins_in_sound/256", "aac 256", test_begins_in_sound);
  g_test_add_data_func("/encode_m4a/begins_in_sound/192", "aac 192", test_begins_in_sound);
  status = g_test_run();
  test_folder_remove(folder);
  return status;
}
