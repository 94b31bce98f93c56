/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/check/album_check.h"

#include <math.h>
#include <sndfile.h>
#include <string.h>

#include "tests/support/sound_file.h"
#include "tests/support/stream.h"

#define SECONDS 2

/* Writes noise that begins and ends at once, at a rate. */
static void
write_mix(const char *folder, const char *name, int rate)
{
  g_autofree char *path = g_build_filename(folder, name, NULL);
  g_autofree double *samples = signal_noise((gsize)(SECONDS * rate), 1, 0.3);

  test_sound_file_write(path, SF_FORMAT_WAV | SF_FORMAT_PCM_24, rate, 2, samples, SECONDS * rate);
}

/* The findings of an album, "Q14 track 1, 0:00.000" each, and more. `tracks` and `checks` are
 * parts of its project file. */
static char *
check(const char *folder, const char *tracks, const char *checks, guint threads)
{
  g_autofree char *path = g_build_filename(folder, "album.yaml", NULL);
  g_autofree char *text = g_strdup_printf("segue: 1\nalbum: {title: A}\ntracks: [%s]\n"
                                          "deliver: {cd: }\nchecks: {%s}\n",
                                          tracks, checks);
  g_autoptr(AlProject) project = al_project_parse(path, text, strlen(text));
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autoptr(AlAlbumCheck) album = NULL;
  g_autoptr(GError) error = NULL;
  const AlJob job = {.threads = threads};
  GString *list = g_string_new(NULL);

  g_assert_cmpuint(al_diagnostics_count(project->diagnostics), ==, 0);
  album = al_album_check_new(project, &job, &error);
  g_assert_no_error(error);
  al_album_check_judge(album, findings);
  for (guint i = 0; i < rb_findings_count(findings); i++)
    g_string_append_printf(list, "%s%s %s", i > 0 ? " | " : "", rb_findings_get(findings, i)->id,
                           rb_findings_get(findings, i)->place);
  return g_string_free(list, FALSE);
}

static char *
make_folder(void)
{
  char *folder = test_folder_new();

  write_mix(folder, "a.wav", 44100);
  write_mix(folder, "b.wav", 48000);
  return folder;
}

static void
expect(const char *tracks, const char *checks, const char *expected)
{
  char *folder = make_folder();
  g_autofree char *found = check(folder, tracks, checks, 1);
  g_autofree char *again = check(folder, tracks, checks, 4);

  g_assert_cmpstr(found, ==, expected);
  g_assert_cmpstr(again, ==, expected);
  test_folder_remove(folder);
}

#define NOISE_IS_MEANT "dc: off, correlation: off, mono-loss: off, low-side: off"

static void
test_edges(void)
{
  expect("{file: a.wav}", NOISE_IS_MEANT, "Q14 track 1, 0:00.000 | Q16 track 1, 0:02.000");
}

/* Edges that are faded, joined or trimmed are meant. */
static void
test_edges_that_are_meant(void)
{
  expect("{file: a.wav, fade-in: 10 ms}, {file: a.wav, gap: 0 s, end: 1 s}, "
         "{file: a.wav, start: 1 s}, {file: a.wav, crossfade: 1 s, fade-out: 1 s}",
         NOISE_IS_MEANT, "");
}

static void
test_hidden(void)
{
  expect("{file: a.wav, fade-in: 1 s, fade-out: 1 s, hidden: a.wav}", NOISE_IS_MEANT,
         "Q14 hidden audio, 0:00.000 | Q16 hidden audio, 0:02.000");
}

static void
test_rates(void)
{
  const char *tracks = "{file: a.wav, fade-in: 1 s, fade-out: 1 s}, "
                       "{file: b.wav, fade-in: 1 s, fade-out: 1 s}";

  expect(tracks, NOISE_IS_MEANT, "Q25 ");
  expect(tracks, NOISE_IS_MEANT ", rates: off", "");
  expect(tracks, NOISE_IS_MEANT ", rates: {warning: 3}", "");
}

static void
test_limits(void)
{
  expect("{file: a.wav, fade-in: 1 s, fade-out: 1 s}",
         NOISE_IS_MEANT ", true-peak: {warning: -12 dBTP}", "Q03 track 1, 0:01.000");
}

static void
test_unreadable(void)
{
  char *folder = make_folder();
  g_autofree char *path = g_build_filename(folder, "a.wav", NULL), *found = NULL;

  g_assert_true(g_file_set_contents(path, "no audio", -1, NULL));
  found =
      check(folder, "{file: a.wav}, {file: b.wav, fade-in: 1 s, fade-out: 1 s}", NOISE_IS_MEANT, 2);
  g_assert_cmpstr(found, ==, "");
  test_folder_remove(folder);
}

static void
test_interrupted(void)
{
  char *folder = make_folder();
  g_autofree char *path = g_build_filename(folder, "album.yaml", NULL);
  const char *text = "segue: 1\nalbum: {title: A}\ntracks: [{file: a.wav}]\ndeliver: {cd: }\n";
  g_autoptr(AlProject) project = al_project_parse(path, text, strlen(text));
  g_autoptr(GCancellable) cancellable = g_cancellable_new();
  g_autoptr(GError) error = NULL;
  const AlJob job = {.threads = 1, .cancellable = cancellable};

  g_cancellable_cancel(cancellable);
  g_assert_null(al_album_check_new(project, &job, &error));
  g_assert_nonnull(error);
  test_folder_remove(folder);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/album_check/edges", test_edges);
  g_test_add_func("/album_check/edges_that_are_meant", test_edges_that_are_meant);
  g_test_add_func("/album_check/hidden", test_hidden);
  g_test_add_func("/album_check/rates", test_rates);
  g_test_add_func("/album_check/limits", test_limits);
  g_test_add_func("/album_check/unreadable", test_unreadable);
  g_test_add_func("/album_check/interrupted", test_interrupted);
  return g_test_run();
}
