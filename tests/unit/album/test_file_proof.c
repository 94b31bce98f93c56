/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/file_proof.h"

#include <string.h>

#include "album/encode/decoded.h"
#include "album/error.h"
#include "album/measure/measurement.h"
#include "tests/support/encoded.h"
#include "tests/support/rendering.h"

#define HEAD_FRAMES 100
#define RATE TEST_RENDERING_RATE

/* Track 1, with some silence before it, in a file. */
typedef struct {
  TestRendering test;
  AlDelivered *delivered;
  GPtrArray *cuts; /* the one */
  AlFileCut *cut;
  char *path;
} Fixture;

static void
set_up(Fixture *fixture, gconstpointer form)
{
  const AlFormat format = {.encoding = test_encoding(form)};
  const AlRendering *rendering = &fixture->test.rendering;
  AlFileCut *cut = fixture->cut = g_new0(AlFileCut, 1);
  g_autoptr(GError) error = NULL;
  AlFinish finish;

  test_rendering_init(&fixture->test, "deliver: {download: {}}\n");
  fixture->delivered =
      al_delivered_new(al_project_deliverable(fixture->test.project, 0), fixture->test.timeline);
  fixture->cuts = g_ptr_array_new_with_free_func(al_file_cut_free);
  finish = al_file_cut_finish(fixture->delivered, rendering->timeline, &format);
  *cut = (AlFileCut){.program = al_programs_get(rendering, &finish, NULL),
                     .frames = RATE,
                     .head_frames = HEAD_FRAMES,
                     .encoding = format.encoding,
                     .first_track = 1,
                     .last_track = 1,
                     .name = g_strdup("download/a")};
  cut->first_frame = cut->program->finished->starts[1];
  g_ptr_array_add(fixture->cuts, cut);
  al_file_cuts_write(fixture->cuts, rendering, fixture->delivered, &error);
  g_assert_no_error(error);
  fixture->path = g_build_filename(al_staging_folder(fixture->test.staging), cut->name, NULL);
}

static void
tear_down(Fixture *fixture, gconstpointer form)
{
  (void)form;
  g_free(fixture->path);
  g_ptr_array_unref(fixture->cuts);
  al_delivered_free(fixture->delivered);
  test_rendering_clear(&fixture->test);
}

static void
assert_proven(const Fixture *fixture, AlDeliveredAudio *audio)
{
  g_autoptr(GError) error = NULL;

  al_file_proof(fixture->cut, fixture->path, audio, &fixture->test.job, &error);
  g_assert_no_error(error);
}

static void
assert_refused(const Fixture *fixture, AlError code, const char *said)
{
  g_autoptr(GError) error = NULL;
  AlDeliveredAudio audio;

  g_assert_false(al_file_proof(fixture->cut, fixture->path, &audio, &fixture->test.job, &error));
  g_assert_error(error, AL_ERROR, (gint)code);
  g_assert_nonnull(strstr(error->message, said));
}

/* The file is not changed; what is meant by it is. */
static void
test_length(Fixture *fixture, gconstpointer form)
{
  AlDeliveredAudio audio = {0};

  (void)form;
  assert_proven(fixture, &audio);
  fixture->cut->frames--;
  assert_refused(fixture, AL_ERROR_PROOF, "download/a, read back, has not as many frames");
  fixture->cut->frames += 2;
  assert_refused(fixture, AL_ERROR_PROOF, "has not as many frames");
  fixture->cut->frames--;
  g_cancellable_cancel(fixture->test.cancellable);
  assert_refused(fixture, AL_ERROR_CANCELLED, "");
}

static void
flip_bit(const char *path, gsize from_end)
{
  char *bytes;
  gsize count;

  g_assert_true(g_file_get_contents(path, &bytes, &count, NULL));
  bytes[count - 1 - from_end] ^= 1;
  g_assert_true(g_file_set_contents(path, bytes, (gssize)count, NULL));
  g_free(bytes);
}

/* A frame too late, and the lowest bit of the first sample, the last, and one of the silence. */
static void
test_samples(Fixture *fixture, gconstpointer form)
{
  const gsize frame_bytes = 2 * (gsize)fixture->cut->encoding.bits / 8;
  const gsize places[] = {0, (RATE - 1) * frame_bytes, (RATE + HEAD_FRAMES / 2) * frame_bytes};
  AlDeliveredAudio audio = {.integrated_lufs = 3, .true_peak_dbtp = 4};

  (void)form;
  fixture->cut->first_frame++;
  assert_refused(fixture, AL_ERROR_PROOF, "download/a, read back, is not what was written");
  fixture->cut->first_frame--;
  for (guint i = 0; i < G_N_ELEMENTS(places); i++) {
    flip_bit(fixture->path, places[i]);
    assert_refused(fixture, AL_ERROR_PROOF, "is not what was written");
    flip_bit(fixture->path, places[i]);
    assert_proven(fixture, &audio);
  }
  g_assert_cmpfloat(audio.integrated_lufs, ==, 3);
  g_assert_cmpfloat(audio.true_peak_dbtp, ==, 4);
}

/* What comes out is measured, to the bit as an AlMeasurement does it. */
static void
test_levels(Fixture *fixture, gconstpointer form)
{
  g_autoptr(AlSource) source = al_decoded_open(fixture->path, NULL, NULL);
  g_autoptr(AlMeasurement) measurement = al_measurement_of(source, NULL);
  const AlMeasured *measured = al_measurement_get(measurement);
  AlDeliveredAudio audio = {0};

  (void)form;
  assert_proven(fixture, &audio);
  g_assert_cmpfloat(audio.true_peak_dbtp, ==, measured->true_peak_dbtp);
  g_assert_cmpfloat(audio.integrated_lufs, ==, measured->loudness.integrated_lufs);
}

static void
test_cut_off(Fixture *fixture, gconstpointer form)
{
  char *bytes;
  gsize count;

  (void)form;
  g_assert_true(g_file_get_contents(fixture->path, &bytes, &count, NULL));
  g_assert_true(g_file_set_contents(fixture->path, bytes, (gssize)count / 2, NULL));
  g_free(bytes);
  assert_refused(fixture, AL_ERROR_AUDIO, "download/a");
}

#define ADD(name, form, test) \
  g_test_add("/file_proof/" name, Fixture, form, set_up, test, tear_down)

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  ADD("length/lossless", "flac 24", test_length);
  ADD("length/lossy", "vorbis 128", test_length);
  ADD("samples/24", "wav 24", test_samples);
  ADD("samples/16", "aiff 16", test_samples);
  ADD("levels", "mp3 128", test_levels);
  ADD("cut off", "flac 16", test_cut_off);
  return g_test_run();
}
