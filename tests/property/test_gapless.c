/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A continuous recording, cut at arbitrary frames into the mixes of a gapless album, comes out of a
 * render as the recording does that was never cut, frame for frame; and each mark is the last
 * sector at or before its cut. */
#include <math.h>
#include <sndfile.h>
#include <string.h>

#include "album/deliver/render.h"
#include "redbook/sector.h"
#include "tests/support/signal.h"
#include "tests/support/sound_file.h"

#define TRACKS 5
#define SECONDS 31
#define FIRST_FRAME (RB_FIRST_PAUSE_SECTORS * RB_FRAMES_PER_SECTOR)

typedef struct {
  const char *name;
  int rate;
  int format; /* of the mixes */
  const char *settings;
} Recording;

static const Recording recordings[] = {
    {"44100_16_bit", 44100, SF_FORMAT_WAV | SF_FORMAT_PCM_16, "dither: shaped"},
    {"44100_24_bit", 44100, SF_FORMAT_WAV | SF_FORMAT_PCM_24, "dither: shaped"},
    {"48000_24_bit", 48000, SF_FORMAT_FLAC | SF_FORMAT_PCM_24, "dither: shaped"},
    {"96000_float", 96000, SF_FORMAT_WAV | SF_FORMAT_FLOAT, "dither: tpdf"},
};

/* Cuts at frames of no sector, each track at least four seconds long. */
static void
choose_cuts(gint64 *cuts, int rate)
{
  cuts[0] = 0;
  for (guint i = 1; i < TRACKS; i++)
    cuts[i] = (gint64)i * 6 * rate + g_test_rand_int_range(1, rate);
  cuts[TRACKS] = (gint64)SECONDS * rate;
}

static char *
render(const char *folder, const char *yaml, AlRender **result)
{
  g_autofree char *path = g_build_filename(folder, "album.yaml", NULL);
  g_autofree char *image = g_build_filename(folder, "masters", "cd", "DDP", "IMAGE.DAT", NULL);
  g_autoptr(AlProject) project = al_project_parse(path, yaml, strlen(yaml));
  g_autofree char *wrong = al_diagnostics_format(project->diagnostics);
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autoptr(GError) error = NULL;
  const AlRenderSettings settings = {0};
  const AlJob job = {.threads = 2};
  char *bytes;
  gsize length;

  g_assert_cmpstr(wrong, ==, "");
  *result = al_render(project, &settings, &job, findings, &error);
  g_assert_no_error(error);
  g_assert_true(g_file_get_contents(image, &bytes, &length, &error));
  g_assert_cmpuint(length % RB_BYTES_PER_SECTOR, ==, 0);
  return bytes;
}

static char *
cut_up(const char *folder, const Recording *recording, const double *samples, const gint64 *cuts)
{
  GString *yaml = g_string_new("segue: 1\nalbum: {title: Cut}\ntracks:\n");

  for (guint i = 0; i < TRACKS; i++) {
    g_autofree char *name = g_strdup_printf("%u.audio", i);
    g_autofree char *path = g_build_filename(folder, name, NULL);

    test_sound_file_write(path, recording->format, recording->rate, 2, samples + 2 * cuts[i],
                          cuts[i + 1] - cuts[i]);
    g_string_append_printf(yaml, "  - {file: %s, gap: %s}\n", name, i == 0 ? "2 s" : "0 s");
  }
  g_string_append_printf(yaml, "deliver: {cd: {images: [ddp], %s}}\n", recording->settings);
  return g_string_free(yaml, FALSE);
}

static void
expect_marks(const AlRender *render, const Recording *recording, const gint64 *cuts)
{
  const AlDelivered *delivered = g_ptr_array_index(render->delivered, 0);

  for (guint i = 0; i < TRACKS; i++) {
    gint32 sector = g_array_index(delivered->tracks, AlDeliveredTrack, i).start_sector;
    gint64 frames_per_sector = recording->rate / RB_SECTORS_PER_SECOND;

    g_assert_cmpint(sector, ==, RB_FIRST_PAUSE_SECTORS + cuts[i] / frames_per_sector);
  }
}

static void
test_recording(gconstpointer data)
{
  const Recording *recording = data;
  char *folder = test_folder_new(), *other = test_folder_new();
  gint64 frames = (gint64)SECONDS * recording->rate, cuts[TRACKS + 1];
  g_autofree double *samples = test_noise(0.5, 7, frames);
  g_autofree char *yaml = NULL, *whole_yaml = NULL, *cut = NULL, *whole = NULL;
  g_autofree char *whole_path = g_build_filename(other, "whole.audio", NULL);
  g_autoptr(AlRender) cut_render = NULL;
  g_autoptr(AlRender) whole_render = NULL;

  choose_cuts(cuts, recording->rate);
  yaml = cut_up(folder, recording, samples, cuts);
  test_sound_file_write(whole_path, recording->format, recording->rate, 2, samples, frames);
  whole_yaml = g_strdup_printf("segue: 1\nalbum: {title: Whole}\ntracks:\n  - {file: whole.audio}\n"
                               "deliver: {cd: {images: [ddp], %s}}\n",
                               recording->settings);
  cut = render(folder, yaml, &cut_render);
  whole = render(other, whole_yaml, &whole_render);
  g_assert_cmpmem(cut, (gsize)(FIRST_FRAME + SECONDS * RB_FRAME_RATE) * 4, whole,
                  (gsize)(FIRST_FRAME + SECONDS * RB_FRAME_RATE) * 4);
  expect_marks(cut_render, recording, cuts);
  test_folder_remove(folder);
  test_folder_remove(other);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS(recordings); i++) {
    g_autofree char *path = g_strconcat("/gapless/", recordings[i].name, NULL);

    g_test_add_data_func(path, &recordings[i], test_recording);
  }
  return g_test_run();
}
