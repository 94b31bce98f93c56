/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/rendering.h"

#include <sndfile.h>
#include <string.h>

#include "tests/support/signal.h"
#include "tests/support/sound_file.h"

#define FRAMES (2 * TEST_RENDERING_RATE)

static void
write_mix(const char *folder, const char *name, const double *samples)
{
  g_autofree char *path = g_build_filename(folder, name, NULL);

  test_sound_file_write(path, SF_FORMAT_WAV | SF_FORMAT_PCM_24, TEST_RENDERING_RATE, 2, samples,
                        FRAMES);
}

static void
make_project(TestRendering *test, const char *rest)
{
  g_autofree double *sine = test_sine(997, 0.1, TEST_RENDERING_RATE, FRAMES);
  g_autofree double *noise = test_noise(0.3, 5, FRAMES);
  g_autofree char *path = g_build_filename(test->folder, "album.yaml", NULL);
  g_autofree char *yaml = g_strconcat(
      "segue: 1\nalbum: {title: T}\ntracks: [{file: sine.wav}, {file: noise.wav}]\n", rest, NULL);
  g_autofree char *wrong = NULL;

  write_mix(test->folder, "sine.wav", sine);
  write_mix(test->folder, "noise.wav", noise);
  test->project = al_project_parse(path, yaml, strlen(yaml));
  wrong = al_diagnostics_format(test->project->diagnostics);
  g_assert_cmpstr(wrong, ==, "");
}

void
test_rendering_init(TestRendering *test, const char *rest)
{
  g_autofree char *place = NULL;
  g_autoptr(GError) error = NULL;

  *test = (TestRendering){.folder = test_folder_new(), .cancellable = g_cancellable_new()};
  test->job = (AlJob){.threads = 2, .cancellable = test->cancellable};
  make_project(test, rest);
  test->mixes = al_mixes_new(test->project, &test->job, &error);
  g_assert_no_error(error);
  test->timeline =
      al_timeline_new(test->project, al_mixes_rate(test->mixes), al_mixes_frames(test->mixes));
  test->staging = al_staging_new((place = g_build_filename(test->folder, "masters", NULL)), &error);
  g_assert_no_error(error);
  test->matcher = al_matcher_new(&(AlMatching){.project = test->project,
                                               .timeline = test->timeline,
                                               .open = al_mixes_open,
                                               .data = test->mixes});
  test->programs = al_programs_new();
  al_mixes_process(test->mixes, al_staging_work_folder(test->staging), NULL, &test->job, &error);
  g_assert_no_error(error);
  test->rendering = (AlRendering){.project = test->project,
                                  .timeline = test->timeline,
                                  .mixes = test->mixes,
                                  .staging = test->staging,
                                  .matcher = test->matcher,
                                  .programs = test->programs,
                                  .job = &test->job};
}

void
test_rendering_clear(TestRendering *test)
{
  al_programs_free(test->programs);
  al_matcher_free(test->matcher);
  al_mixes_free(test->mixes);
  al_staging_free(test->staging);
  al_timeline_free(test->timeline);
  al_project_free(test->project);
  g_object_unref(test->cancellable);
  test_folder_remove(test->folder);
}
