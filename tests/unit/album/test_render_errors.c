/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Projects that read well and cannot become a disc, and what each is told. What is wrong with a
 * file itself is in test_project_errors.c. */
#include <math.h>
#include <sndfile.h>
#include <string.h>

#include "album/deliver/render.h"
#include "album/error.h"
#include "tests/support/signal.h"
#include "tests/support/sound_file.h"

#define RATE 8000

/* Mixes, by what they are good for. */
static const char ten[] = "ten.wav";         /* 10 s */
static const char fifty[] = "fifty.wav";     /* 50 s */
static const char nan_mix[] = "nan.wav";     /* not a number at 2.5 s, right */
static const char infinite[] = "inf.wav";    /* infinite at 1 s, left */
static const char truncated[] = "cut.wav";   /* its header promises more */
static const char surround[] = "six.wav";    /* six channels */
static const char not_audio[] = "notes.txt"; /* text */
static const char empty[] = "empty.wav";     /* no frames */

#define HEAD "segue: 1\nalbum: {title: T}\ntracks:\n"
#define CD "deliver: {cd: {}}\n"

typedef struct {
  const char *name;
  const char *yaml;
  const char *words[3]; /* each must be in what the user is told */
} Wrong;

static const Wrong wrongs[] = {
    {"track_under_4_s",
     HEAD "  - {file: ten.wav}\n  - {file: ten.wav, end: 3.9 s}\n" CD,
     {"album.yaml:5:5: error: cd, track 2: 00:03:68 (293 sectors)", "at least 00:04:00", "R07"}},
    {"index_beyond",
     HEAD "  - {file: ten.wav, index: [2 s, 11 s]}\n" CD,
     {"album.yaml:4:34: error: INDEX 03 lies beyond track 1, which is 10.00 s long"}},
    {"index_beyond_gap",
     HEAD "  - {file: ten.wav, index: [10.5 s]}\n  - {file: ten.wav}\n" CD,
     {"album.yaml:4:29: error: INDEX 02 lies beyond track 1"}},
    {"crossfade_longer",
     HEAD "  - {file: fifty.wav}\n  - {file: ten.wav, crossfade: 12 s}\n" CD,
     {"album.yaml:5:32: error: the crossfade takes 12.000 s, and track 2 has only 10.000 s"}},
    {"crossfade_longer_before",
     HEAD "  - {file: ten.wav}\n  - {file: fifty.wav, crossfade: 12 s}\n" CD,
     {"album.yaml:5:34: error: the crossfade takes 12.000 s, and track 1 has only 10.000 s"}},
    {"fades_overlap",
     HEAD "  - {file: ten.wav, fade-in: 6 s, fade-out: 4.5 s linear}\n" CD,
     {"the fades of track 1 overlap: they take 10.500 s, and the track has 10.000 s"}},
    {"fade_in_and_crossfade",
     HEAD "  - {file: ten.wav}\n  - {file: ten.wav, crossfade: 2 s, fade-in: 1 s}\n" CD,
     {"track 2 has a fade-in and a crossfade at its start"}},
    {"start_beyond",
     HEAD "  - {file: ten.wav, start: 0:10}\n" CD,
     {"album.yaml:4:28: error: start lies beyond the mix, which is 10.000 s long"}},
    {"end_beyond",
     HEAD "  - {file: ten.wav, end: 0:10.001}\n" CD,
     {"album.yaml:4:26: error: end lies beyond the mix, which is 10.000 s long"}},
    {"nan", HEAD "  - {file: nan.wav}\n" CD, {"album.yaml:4:12: error:", "nan.wav", "right"}},
    {"infinite", HEAD "  - {file: inf.wav}\n" CD, {"inf.wav", "left", "0:01"}},
    {"truncated",
     HEAD "  - {file: cut.wav}\n" CD,
     {"album.yaml:4:12: error:", "cut.wav", "truncated"}},
    {"six_channels", HEAD "  - {file: six.wav}\n" CD, {"six.wav", "6 channels"}},
    {"not_audio", HEAD "  - {file: notes.txt}\n" CD, {"album.yaml:4:12: error:", "notes.txt"}},
    {"no_frames", HEAD "  - {file: empty.wav}\n" CD, {"empty.wav"}},
    {"all_at_once",
     HEAD "  - {file: nan.wav}\n  - {file: cut.wav}\n  - {file: notes.txt}\n" CD,
     {"album.yaml:6:12: error:"}},
};

typedef struct {
  char *folder;
} Fixture;

static char *
path_of(const Fixture *fixture, const char *name)
{
  return g_build_filename(fixture->folder, name, NULL);
}

static void
write_mix(const Fixture *fixture, const char *name, int format, int channels, double seconds,
          gint64 odd_sample, double odd)
{
  g_autofree char *path = path_of(fixture, name);
  gint64 frames = (gint64)(seconds * RATE);
  g_autofree double *samples = g_new0(double, (gsize)(frames * channels) + 1);

  for (gint64 i = 0; i < frames * channels; i++)
    samples[i] = 0.25 * sin(0.3 * (double)i);
  if (odd_sample >= 0)
    samples[odd_sample] = odd;
  test_sound_file_write(path, SF_FORMAT_WAV | format, RATE, channels, samples, frames);
}

static void
set_up(Fixture *fixture, gconstpointer data)
{
  g_autofree char *notes = NULL, *cut = NULL;

  (void)data;
  fixture->folder = test_folder_new();
  write_mix(fixture, ten, SF_FORMAT_PCM_16, 1, 10, -1, 0);
  write_mix(fixture, fifty, SF_FORMAT_PCM_U8, 1, 50, -1, 0);
  write_mix(fixture, nan_mix, SF_FORMAT_FLOAT, 2, 10, 2 * 20000 + 1, NAN);
  write_mix(fixture, infinite, SF_FORMAT_DOUBLE, 2, 10, 2 * RATE, -HUGE_VAL);
  write_mix(fixture, truncated, SF_FORMAT_PCM_24, 2, 10, -1, 0);
  write_mix(fixture, surround, SF_FORMAT_PCM_16, 6, 1, -1, 0);
  write_mix(fixture, empty, SF_FORMAT_PCM_16, 2, 0, -1, 0);
  test_file_cut((cut = path_of(fixture, truncated)), 5000);
  g_assert_true(
      g_file_set_contents((notes = path_of(fixture, not_audio)), "Take 3 is best.\n", -1, NULL));
}

static void
tear_down(Fixture *fixture, gconstpointer data)
{
  (void)data;
  test_folder_remove(fixture->folder);
}

/* What the user is told on a dry run that must fail; frees with g_free(). */
static char *
told(const Fixture *fixture, const char *yaml)
{
  g_autofree char *path = path_of(fixture, "album.yaml");
  g_autoptr(AlProject) project = al_project_parse(path, yaml, strlen(yaml));
  g_autofree char *before = al_diagnostics_format(project->diagnostics);
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autoptr(AlRender) render = NULL;
  g_autoptr(GError) error = NULL;
  const AlRenderSettings settings = {.dry_run = TRUE};
  const AlJob job = {.threads = 2};

  g_assert_cmpstr(before, ==, "");
  render = al_render(project, &settings, &job, findings, &error);
  g_assert_null(render);
  g_assert_error(error, AL_ERROR, AL_ERROR_PROJECT);
  return al_diagnostics_format(project->diagnostics);
}

static void
test_wrong(Fixture *fixture, gconstpointer data)
{
  const Wrong *wrong = data;
  g_autofree char *text = told(fixture, wrong->yaml);

  for (guint i = 0; i < G_N_ELEMENTS(wrong->words) && wrong->words[i] != NULL; i++)
    if (strstr(text, wrong->words[i]) == NULL)
      g_error("\"%s\" is not in:\n%s", wrong->words[i], text);
}

/* 99 tracks of 48.5 s and 2 s between them. */
static void
test_too_long(Fixture *fixture, gconstpointer data)
{
  g_autoptr(GString) yaml = g_string_new(HEAD);
  g_autofree char *text = NULL;

  (void)data;
  for (guint i = 0; i < 99; i++)
    g_string_append(yaml, "  - {file: fifty.wav, end: 48.5 s}\n");
  g_string_append(yaml, CD);
  text = told(fixture, yaml->str);
  g_assert_nonnull(strstr(text, "album.yaml:103:11: error: cd: "));
  g_assert_nonnull(strstr(text, "79:57:00"));
  g_assert_nonnull(strstr(text, "R11"));
}

/* Each message at most 160 characters, all of them more than a block of CD-TEXT holds. */
static void
test_too_much_text(Fixture *fixture, gconstpointer data)
{
  g_autoptr(GString) yaml = g_string_new(HEAD);
  g_autofree char *message = g_strnfill(150, 'm'), *text = NULL;

  (void)data;
  for (guint i = 0; i < 24; i++)
    g_string_append_printf(yaml, "  - {file: ten.wav, message: %s}\n", message);
  g_string_append(yaml, CD);
  text = told(fixture, yaml->str);
  g_assert_nonnull(strstr(text, "R41"));
  g_assert_nonnull(strstr(text, "53 too many. Shorten the texts by about 636 characters in all; "
                                "the longest are the message of track 1 (150)"));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS(wrongs); i++) {
    g_autofree char *path = g_strconcat("/render_errors/", wrongs[i].name, NULL);

    g_test_add(path, Fixture, &wrongs[i], set_up, test_wrong, tear_down);
  }
  g_test_add("/render_errors/too_long", Fixture, NULL, set_up, test_too_long, tear_down);
  g_test_add("/render_errors/too_much_text", Fixture, NULL, set_up, test_too_much_text, tear_down);
  return g_test_run();
}
