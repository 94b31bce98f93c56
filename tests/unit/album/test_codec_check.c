/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/encode/codec_check.h"

#include <math.h>
#include <string.h>

#include "album/error.h"
#include "tests/support/encoded.h"
#include "tests/support/signal.h"
#include "tests/support/sound_file.h"

#define SECONDS 3

static char *folder;

/* Noise cut off at a level, which codecs cannot keep below it; quiet but for the part from 1 s to 2
 * s. */
static double *
make_burst(int rate)
{
  double *samples = test_noise(2, 7, (gint64)SECONDS * rate);

  for (gint64 i = 0; i < 2 * (gint64)SECONDS * rate; i++) {
    gboolean loud = i >= 2 * rate && i < 4 * rate;

    samples[i] = CLAMP(samples[i], -0.98, 0.98) * (loud ? 1 : 0.1);
  }
  return samples;
}

static void
test_overs_have_their_times(gconstpointer form)
{
  AlEncoding encoding = test_encoding(form);
  g_autofree double *samples = make_burst(48000);
  g_autoptr(AlSource) source = test_source_new(samples, SECONDS * 48000, 48000);
  g_autoptr(GError) error = NULL;
  g_autoptr(AlCodecCheck) check = NULL;

  if (!test_can_encode(&encoding))
    return;
  check = al_codec_check_new(source, &encoding, folder, NULL, &error);
  g_assert_no_error(error);
  g_assert_cmpfloat(check->true_peak_dbtp, >, 0.3);
  g_assert_cmpfloat(check->true_peak_dbtp, >=, check->sample_peak_dbfs - 0.01);
  g_assert_cmpuint(check->overs->len, >, 0);
  for (guint i = 0; i < check->overs->len; i++) {
    const AlCodecOver *over = &g_array_index(check->overs, AlCodecOver, i);

    g_assert_cmpfloat(over->seconds, >=, 0.9);
    g_assert_cmpfloat(over->seconds, <=, 2.0);
    g_assert_cmpfloat(over->true_peak_dbtp, >, 0);
    g_assert_cmpfloat(over->true_peak_dbtp, <=, check->true_peak_dbtp);
  }
}

static void
test_quiet_is_safe(void)
{
  AlEncoding encoding = test_encoding("opus 160");
  g_autofree double *samples = test_sine(997, 0.25, 48000, 48000);
  g_autoptr(AlSource) source = test_source_new(samples, 48000, 48000);
  g_autoptr(AlCodecCheck) check = al_codec_check_new(source, &encoding, folder, NULL, NULL);

  g_assert_cmpuint(check->overs->len, ==, 0);
  g_assert_cmpfloat_with_epsilon(check->true_peak_dbtp, -12.04, 0.5);
  g_assert_cmpfloat_with_epsilon(check->integrated_lufs, -12.04, 0.2);
}

static void
test_nothing_remains(void)
{
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);

  g_assert_null(g_dir_read_name(dir));
}

static void
test_failures(void)
{
  AlEncoding lossless = test_encoding("flac 24");
  AlEncoding encoding = test_encoding("mp3 320");
  g_autofree double *samples = test_sine(997, 0.25, 44100, 44100);
  g_autoptr(AlSource) source = test_source_new(samples, 44100, 44100);
  g_autoptr(AlSource) failing = test_source_new_failing(samples, 44100, 44100, 9000);
  g_autoptr(GError) error = NULL;

  g_assert_null(al_codec_check_new(source, &lossless, folder, NULL, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_PROJECT);
  g_clear_error(&error);
  g_assert_null(al_codec_check_new(failing, &encoding, folder, NULL, &error));
  g_assert_nonnull(error);
  g_clear_error(&error);
  g_assert_null(al_codec_check_new(source, &encoding, "/no/such/folder", NULL, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_WRITE);
}

/* Audio during which the user interrupts. */
typedef struct {
  AlSource source;
  gint64 given; /* frames */
  GCancellable *cancellable;
} Interrupted;

#define INTERRUPTED_FRAME 20000

static gssize
interrupted_read(AlSource *source, double *block, gsize frames, GError **error)
{
  Interrupted *interrupted = (Interrupted *)source;
  gsize count = (gsize)MIN((gint64)frames, source->frames - interrupted->given);

  (void)error;
  memset(block, 0, 2 * count * sizeof *block);
  interrupted->given += (gint64)count;
  if (interrupted->given > INTERRUPTED_FRAME)
    g_cancellable_cancel(interrupted->cancellable);
  return (gssize)count;
}

/* It ends at the next block, whatever the codec, also where the track is resampled to its rate. */
static void
test_interrupted(gconstpointer form)
{
  static const AlSourceClass class = {.read = interrupted_read};
  AlEncoding encoding = test_encoding(form);
  g_autoptr(GCancellable) cancellable = g_cancellable_new();
  Interrupted interrupted = {.source = {.class = &class, .rate = 96000, .frames = 600 * 96000},
                             .cancellable = cancellable};
  g_autoptr(GError) error = NULL;

  if (!test_can_encode(&encoding))
    return;
  g_assert_null(al_codec_check_new(&interrupted.source, &encoding, folder, cancellable, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_CANCELLED);
  g_assert_cmpint(interrupted.given, <, 200000); /* the resampler reads some blocks ahead */
}

static void
test_cancelled_at_once(gconstpointer form)
{
  AlEncoding encoding = test_encoding(form);
  g_autofree double *samples = test_sine(997, 0.25, encoding.rate, 48000);
  g_autoptr(AlSource) source = test_source_new(samples, 48000, encoding.rate);
  g_autoptr(GCancellable) cancellable = g_cancellable_new();
  g_autoptr(GError) error = NULL;

  if (!test_can_encode(&encoding))
    return;
  g_cancellable_cancel(cancellable);
  g_assert_null(al_codec_check_new(source, &encoding, folder, cancellable, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_CANCELLED);
}

/* A codec that raises peaks by 1.2 dB and a bit, which grows as they fall. */
static gboolean
raise_peaks(double ceiling_dbtp, gpointer tries, double *peak_dbtp, GError **error)
{
  (void)error;
  (*(int *)tries)++;
  *peak_dbtp = ceiling_dbtp + 1.2 - 0.05 * ceiling_dbtp;
  return TRUE;
}

static gboolean
never_safe(double ceiling_dbtp, gpointer tries, double *peak_dbtp, GError **error)
{
  (void)ceiling_dbtp, (void)error;
  (*(int *)tries)++;
  *peak_dbtp = 0.1;
  return TRUE;
}

static gboolean
fails(double ceiling_dbtp, gpointer data, double *peak_dbtp, GError **error)
{
  (void)ceiling_dbtp, (void)data, (void)peak_dbtp;
  g_set_error(error, AL_ERROR, AL_ERROR_AUDIO, "no such track");
  return FALSE;
}

static void
test_safe_ceiling(void)
{
  int tries = 0;
  double safe;
  g_autoptr(GError) error = NULL;

  g_assert_true(al_codec_check_safe_ceiling(raise_peaks, &tries, -3, &safe, NULL));
  g_assert_cmpfloat(safe, ==, -3);
  g_assert_cmpint(tries, ==, 1);
  g_assert_true(al_codec_check_safe_ceiling(raise_peaks, &tries, -0.3, &safe, NULL));
  g_assert_cmpfloat(safe, <=, -1.2 / 0.95);
  g_assert_cmpfloat(safe, >, -1.2 / 0.95 - 0.1);
  g_assert_cmpint(tries, <=, 4);
  tries = 0;
  g_assert_true(al_codec_check_safe_ceiling(never_safe, &tries, -1, &safe, NULL));
  g_assert_cmpfloat(safe, ==, -HUGE_VAL);
  g_assert_cmpint(tries, <=, AL_CODEC_MOST_LOWERING_DB / 0.1);
  g_assert_false(al_codec_check_safe_ceiling(fails, NULL, -1, &safe, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_AUDIO);
}

static void
add(const char *what, const char *form, GTestDataFunc run)
{
  g_autofree char *name = g_strdup_printf("/codec_check/%s/%s", what, form);

  g_test_add_data_func(name, form, run);
}

int
main(int argc, char **argv)
{
  static const char *const forms[] = {"mp3 128", "aac 128", "opus 96", "vorbis 96"};
  int status;

  g_test_init(&argc, &argv, NULL);
  folder = test_folder_new();
  for (guint i = 0; i < G_N_ELEMENTS(forms); i++) {
    add("overs have their times", forms[i], test_overs_have_their_times);
    add("interrupted", forms[i], test_interrupted);
    add("cancelled at once", forms[i], test_cancelled_at_once);
  }
  g_test_add_func("/codec_check/quiet is safe", test_quiet_is_safe);
  g_test_add_func("/codec_check/failures", test_failures);
  g_test_add_func("/codec_check/nothing remains", test_nothing_remains);
  g_test_add_func("/codec_check/safe ceiling", test_safe_ceiling);
  status = g_test_run();
  test_folder_remove(folder);
  return status;
}
