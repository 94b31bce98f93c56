/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/file_cut.h"

#include <string.h>

#include "album/encode/decoded.h"
#include "album/error.h"
#include "tests/support/encoded.h"
#include "tests/support/rendering.h"
#include "tests/support/signal.h"

#define RATE TEST_RENDERING_RATE

typedef struct {
  TestRendering test;
  AlDelivered *delivered;
  GPtrArray *cuts;
} Fixture;

static void
set_up(Fixture *fixture, gconstpointer data)
{
  (void)data;
  test_rendering_init(&fixture->test, "deliver: {download: {}}\n");
  fixture->delivered =
      al_delivered_new(al_project_deliverable(fixture->test.project, 0), fixture->test.timeline);
  fixture->cuts = g_ptr_array_new_with_free_func(al_file_cut_free);
}

static void
tear_down(Fixture *fixture, gconstpointer data)
{
  (void)data;
  g_ptr_array_unref(fixture->cuts);
  al_delivered_free(fixture->delivered);
  test_rendering_clear(&fixture->test);
}

/* Track 1 from its second 1 on, with 100 frames of silence before it. */
static AlFileCut *
add_cut(Fixture *fixture, const char *form)
{
  const AlFormat format = {.encoding = test_encoding(form)};
  const AlRendering *rendering = &fixture->test.rendering;
  const AlFinish finish = al_file_cut_finish(fixture->delivered, rendering->timeline, &format);
  AlFileCut *cut = g_new0(AlFileCut, 1);

  cut->program = al_programs_get(rendering, &finish, NULL);
  cut->encoding =
      al_file_cut_encoding(fixture->delivered->deliverable, rendering->timeline, &format);
  cut->first_track = cut->last_track = 1;
  cut->first_frame = cut->program->finished->starts[1] + RATE;
  cut->frames = RATE;
  cut->head_frames = 100;
  cut->name = g_strdup_printf("download/%s.%s", form, al_codec_extension(cut->encoding.codec));
  g_ptr_array_add(fixture->cuts, cut);
  return cut;
}

static char *
path_of(const Fixture *fixture, const char *name)
{
  return g_build_filename(al_staging_folder(fixture->test.staging), name, NULL);
}

/* What is told of a lossy file is measured of what comes out of it. */
static void
expect_measured(const AlDeliveredAudio *audio, const double *samples, gint64 frames)
{
  g_autoptr(AlMeasurement) measurement = al_measurement_new(audio->rate);
  const AlMeasured *measured = al_measurement_get(measurement);

  al_measurement_feed(measurement, samples, (gsize)frames);
  al_measurement_finish(measurement);
  g_assert_cmpfloat_with_epsilon(audio->true_peak_dbtp, measured->true_peak_dbtp, 1e-9);
  g_assert_cmpfloat_with_epsilon(audio->integrated_lufs, measured->loudness.integrated_lufs, 1e-9);
}

static void
expect_file(const Fixture *fixture, const AlFileCut *cut, const AlDeliveredFile *file)
{
  g_autofree char *path = path_of(fixture, cut->name);
  g_autoptr(AlSource) source = al_decoded_open(path, NULL, NULL);
  g_autoptr(AlSource) store = al_float_store_open(cut->program->store, cut->first_frame);
  gint64 frames, program_frames;
  g_autofree double *found = test_read_all(source, &frames);
  g_autofree double *expected = test_read_all(store, &program_frames);
  const gint64 head = cut->head_frames;

  g_assert_cmpstr(file->name, ==, cut->name);
  g_assert_cmpint(file->audio.frames, ==, head + RATE);
  g_assert_cmpint(frames, ==, head + RATE);
  g_assert_cmpuint(file->audio.track, ==, 1);
  g_assert_cmpfloat_with_epsilon(file->audio.integrated_lufs, -20, 0.5);
  for (gint64 i = 0; i < 2 * head && al_codec_is_lossless(cut->encoding.codec); i++)
    g_assert_cmpfloat(found[i], ==, 0);
  if (al_codec_is_lossless(cut->encoding.codec))
    g_assert_cmpmem(found + 2 * head, 2 * RATE * sizeof *found, expected,
                    2 * RATE * sizeof *expected);
  else
    expect_measured(&file->audio, found, frames);
  g_assert_cmpuint(fixture->delivered->files->len, ==, fixture->cuts->len);
}

static void
test_written(Fixture *fixture, gconstpointer data)
{
  static const char *const forms[] = {"wav 24", "flac 16", "mp3 128"};
  g_autoptr(GError) error = NULL;

  (void)data;
  for (guint i = 0; i < G_N_ELEMENTS(forms); i++)
    add_cut(fixture, forms[i]);
  al_file_cuts_write(fixture->cuts, &fixture->test.rendering, fixture->delivered, &error);
  g_assert_no_error(error);
  for (guint i = 0; i < fixture->cuts->len; i++)
    expect_file(fixture, g_ptr_array_index(fixture->cuts, i),
                g_ptr_array_index(fixture->delivered->files, i));
}

/* Interrupts when the first file is done. */
static void
interrupt(const char *stage, double share, gpointer cancellable)
{
  if (strcmp(stage, "Encoding") == 0 && share > 0)
    g_cancellable_cancel(cancellable);
}

/* No file is there that is not whole. */
static void
test_interrupted(Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;

  (void)data;
  add_cut(fixture, "wav 24");
  add_cut(fixture, "flac 24");
  fixture->test.job.threads = 1;
  fixture->test.job.progress = interrupt;
  fixture->test.job.data = fixture->test.cancellable;
  g_assert_false(
      al_file_cuts_write(fixture->cuts, &fixture->test.rendering, fixture->delivered, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_CANCELLED);
  path = path_of(fixture, "download/flac 24.flac");
  g_assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
}

/* Lossy codecs are given 24 bits, at a rate that they have. */
static void
test_finish(Fixture *fixture, gconstpointer data)
{
  const AlTimeline *timeline = fixture->test.timeline;
  const AlFormat opus = {.encoding = test_encoding("opus 160")};
  const AlFormat flac = {.encoding = test_encoding("flac 16")};
  const AlFinish of_opus = al_file_cut_finish(fixture->delivered, timeline, &opus);
  const AlFinish of_flac = al_file_cut_finish(fixture->delivered, timeline, &flac);

  (void)data;
  g_assert_cmpint(of_opus.rate, ==, 48000);
  g_assert_cmpint(of_opus.bits, ==, 24);
  g_assert_cmpint(of_flac.rate, ==, RATE);
  g_assert_cmpint(of_flac.bits, ==, 16);
  g_assert_true(of_flac.level == &fixture->delivered->level);
  g_assert_cmpuint(al_file_cut_bytes(&flac.encoding, 1000000, 1, 0), >=, 4000000);
  g_assert_cmpuint(al_file_cut_bytes(&flac.encoding, 1000000, 3, 500000), >=, 5500000);
}

#define ADD(name, test) g_test_add("/file_cut/" name, Fixture, NULL, set_up, test, tear_down)

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  ADD("written", test_written);
  ADD("interrupted", test_interrupted);
  ADD("finish", test_finish);
  return g_test_run();
}
