/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole masters: ceilings and loudness targets, measured on the integers that were written.
 *
 * The albums are the example, and a quarter of a minute from each of ten pieces of real music (the
 * Debian package wesnoth-1.16-music; without it those tests are skipped, or fail with
 * PEERS=required). */
#include <ebur128.h>
#include <math.h>
#include <sndfile.h>
#include <string.h>

#include "album/deliver/render.h"
#include "album/match/match.h"
#include "redbook/sector.h"
#include "tests/measure/signals.h"
#include "tests/support/signal.h"
#include "tests/support/sound_file.h"

#define MUSIC "/usr/share/games/wesnoth/1.16/data/core/music"

static const char *const pieces[] = {
    "battle", "breaking_the_chains",  "wanderer",  "underground", "elvish-theme", "frantic",
    "knolls", "legends_of_the_north", "loyalists", "vengeful"};

/* A master that was rendered for a test, and its samples as they were written. */
typedef struct {
  char *folder;
  AlProject *project;
  RbFindings *findings;
  AlRender *render;
  Signal written; /* from 00:00:00 on */
} Master;

static void
master_clear(Master *master)
{
  test_folder_remove(master->folder);
  al_project_free(master->project);
  rb_findings_free(master->findings);
  al_render_free(master->render);
  signal_clear(&master->written);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Master, master_clear)

static void
read_written(Master *master)
{
  g_autofree char *path =
      g_build_filename(master->folder, "masters", "cd", "DDP", "IMAGE.DAT", NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true(g_file_get_contents(path, &bytes, &length, NULL));
  master->written = signal_new(length / 4);
  for (gsize i = 0; i < length / 2; i++) {
    gint16 sample;

    memcpy(&sample, bytes + 2 * i, sizeof sample);
    master->written.samples[i] = GINT16_FROM_LE(sample) / 32768.0;
  }
}

/* Renders the project that `yaml` is, as if it lay in `home`. */
static Master
render(const char *home, const char *yaml)
{
  g_autofree char *path = g_build_filename(home, "album.yaml", NULL), *place = NULL, *wrong = NULL;
  Master master = {.folder = test_folder_new(), .findings = rb_findings_new()};
  g_autoptr(GError) error = NULL;
  const AlJob job = {.threads = 2};
  AlRenderSettings settings = {0};

  settings.place = place = g_build_filename(master.folder, "masters", NULL);
  master.project = al_project_parse(path, yaml, strlen(yaml));
  wrong = al_diagnostics_format(master.project->diagnostics);
  g_assert_cmpstr(wrong, ==, "");
  master.render = al_render(master.project, &settings, &job, master.findings, &error);
  g_assert_no_error(error);
  read_written(&master);
  return master;
}

static char *
real_album(const char *mode, const char *settings)
{
  GString *yaml = g_string_new("segue: 1\nalbum: {title: Real}\n");

  g_string_append_printf(yaml, "master: {loudness: %s}\ntracks:\n", mode);
  for (guint i = 0; i < G_N_ELEMENTS(pieces); i++)
    g_string_append_printf(yaml, "  - {file: %s/%s.ogg, start: 0:40, end: 0:55, gap: %s}\n", MUSIC,
                           pieces[i], i % 3 == 1 ? "0 s" : "2 s");
  g_string_append_printf(yaml, "deliver: {cd: {images: [ddp], %s}}\n", settings);
  return g_string_free(yaml, FALSE);
}

/* The example's own project with other settings of its CD; `home` gets its folder. */
static char *
example_album(const char *settings, char **home)
{
  g_autofree char *path = NULL, *text = NULL;
  g_auto(GStrv) parts = NULL;

  *home = g_build_filename(g_getenv("TOP_BUILDDIR"), "examples", "night-ferry", NULL);
  path = g_build_filename(*home, "album.yaml", NULL);
  g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
  parts = g_strsplit(text, "\ndeliver:", 2);
  return g_strdup_printf("%s\nmaster: {loudness: tracks}\ndeliver: {cd: {images: [ddp], %s}}\n",
                         parts[0], settings);
}

/* TRUE where a test on real music cannot run. */
static gboolean
lacks_music(void)
{
  if (g_file_test(MUSIC, G_FILE_TEST_IS_DIR))
    return FALSE;
  if (g_strcmp0(g_getenv("PEERS"), "required") == 0)
    g_error("%s is not there, and PEERS=required", MUSIC);
  g_test_skip("the package wesnoth-1.16-music is not installed");
  return TRUE;
}

static double
peak_by_libebur128(const Signal *signal)
{
  ebur128_state *state = ebur128_init(2, RB_FRAME_RATE, EBUR128_MODE_TRUE_PEAK);
  double peak[2];

  g_assert_cmpint(ebur128_add_frames_double(state, signal->samples, signal->frames), ==, 0);
  ebur128_true_peak(state, 0, &peak[0]);
  ebur128_true_peak(state, 1, &peak[1]);
  ebur128_destroy(&state);
  return 20 * log10(MAX(peak[0], peak[1]));
}

static const double ceilings[] = {-0.1, -0.3, -1, -2};

static void
expect_below(const Master *master, double ceiling)
{
  double half = pow(10, ceiling / 20) / 2;
  double reference = reference_peak(&master->written, 64, 8, half);
  double library = peak_by_libebur128(&master->written);

  g_test_message("ceiling %.1f dBTP: reference %.4f, libebur128 %.4f", ceiling, reference, library);
  g_assert_cmpfloat(reference, <=, ceiling);
  g_assert_cmpfloat(library, <=, ceiling);
  g_assert_cmpfloat(reference, >, ceiling - 0.5);
}

static void
test_ceiling_of_example(gconstpointer data)
{
  double ceiling = *(const double *)data;
  g_autofree char *settings =
      g_strdup_printf("loudness: -8 LUFS, max-reduction: 10 dB, ceiling: %.1f dBTP", ceiling);
  g_autofree char *home = NULL, *yaml = example_album(settings, &home);
  g_auto(Master) master = render(home, yaml);

  expect_below(&master, ceiling);
}

static void
test_ceiling_of_music(gconstpointer data)
{
  double ceiling = *(const double *)data;
  g_autofree char *settings =
      g_strdup_printf("loudness: -7 LUFS, max-reduction: 10 dB, ceiling: %.1f dBTP", ceiling);
  g_autofree char *yaml = real_album("tracks", settings);

  if (lacks_music())
    return;
  {
    g_auto(Master) master = render("/", yaml);

    expect_below(&master, ceiling);
  }
}

static const double targets[] = {-9, -11, -14, -16, -18, -23};

static gboolean
is_held(const Master *master, guint number)
{
  for (guint i = 0; i < rb_findings_count(master->findings); i++) {
    const RbFinding *finding = rb_findings_get(master->findings, i);

    if (strcmp(finding->id, "A02") == 0 && rb_finding_track(finding) == number)
      return TRUE;
  }
  return FALSE;
}

/* The loudness of a track of the written samples, by libebur128 itself. */
static double
loudness_of(const Master *master, gsize first_frame, gsize end_frame)
{
  ebur128_state *state = ebur128_init(2, RB_FRAME_RATE, EBUR128_MODE_I);
  double lufs;

  ebur128_add_frames_double(state, master->written.samples + 2 * first_frame,
                            end_frame - first_frame);
  ebur128_loudness_global(state, &lufs);
  ebur128_destroy(&state);
  return lufs;
}

static const AlDeliveredTrack *
track_of(const Master *master, guint number)
{
  const AlDelivered *delivered = g_ptr_array_index(master->render->delivered, 0);

  return &g_array_index(delivered->tracks, AlDeliveredTrack, number - 1);
}

static double
written_loudness(const Master *master, guint number)
{
  const AlDeliveredTrack *track = track_of(master, number);
  gsize first = (gsize)track->start_sector * RB_FRAMES_PER_SECTOR;

  return loudness_of(master, first, first + (gsize)track->length_sectors * RB_FRAMES_PER_SECTOR);
}

static void
test_targets(gconstpointer data)
{
  double target = *(const double *)data, worst = 0;
  g_autofree char *settings =
      g_strdup_printf("loudness: %.0f LUFS, ceiling: -1 dBTP, max-reduction: 6 dB", target);
  g_autofree char *yaml = real_album("tracks", settings);
  guint held = 0;

  if (lacks_music())
    return;
  g_auto(Master) master = render("/", yaml);
  for (guint number = 1; number <= G_N_ELEMENTS(pieces); number++) {
    double error = written_loudness(&master, number) - target;

    if (is_held(&master, number))
      held++;
    else
      worst = MAX(worst, fabs(error));
    /* A held track is below its target, never above. */
    g_assert_cmpfloat(error, <, 0.1);
  }
  g_test_message("%.0f LUFS: worst error %.3f LU, %u of %u held", target, worst, held,
                 (guint)G_N_ELEMENTS(pieces));
  g_assert_cmpfloat(worst, <=, 0.1);
  g_assert_cmpuint(held, <, target < -12 ? 1 : G_N_ELEMENTS(pieces));
}

/* One gain for all: the album meets its target, and where nothing is limited the tracks keep their
 * distances. */
static void
test_album_mode(void)
{
  g_autofree char *before_yaml = real_album("off", "dither: shaped");
  g_autofree char *yaml = real_album("album", "loudness: -18 LUFS, ceiling: -1 dBTP");
  double album, shift = 0;

  if (lacks_music())
    return;
  g_auto(Master) before = render("/", before_yaml);
  g_auto(Master) master = render("/", yaml);
  album = ((const AlDelivered *)g_ptr_array_index(master.render->delivered, 0))->album_lufs;
  g_test_message("album mode: %.3f LUFS", album);
  g_assert_cmpfloat(fabs(album - -18), <=, 0.1);
  for (guint number = 1; number <= G_N_ELEMENTS(pieces); number++) {
    double moved = written_loudness(&master, number) - written_loudness(&before, number);

    if (number == 1)
      shift = moved;
    g_assert_cmpfloat(track_of(&master, number)->loudness.gain_db, ==,
                      track_of(&master, 1)->loudness.gain_db);
    if (track_of(&master, number)->loudness.max_reduction_db < 0.01)
      g_assert_cmpfloat(fabs(moved - shift), <=, 0.1);
  }
}

/* An offset moves its track against the others, an anchor sets them. */
static void
test_offset_and_anchor(void)
{
  static const char yaml[] = "segue: 1\nalbum: {title: T}\n"
                             "master: {loudness: tracks, anchor: 2}\ntracks:\n"
                             "  - {file: " MUSIC "/battle.ogg, end: 30 s, loudness: -3.5 LU}\n"
                             "  - {file: " MUSIC "/loyalists.ogg, end: 30 s}\n"
                             "deliver: {cd: {images: [ddp]}}\n";

  if (lacks_music())
    return;
  g_auto(Master) master = render("/", yaml);
  g_assert_cmpfloat(track_of(&master, 2)->loudness.gain_db, ==, 0);
  g_assert_cmpfloat_with_epsilon(written_loudness(&master, 1) - written_loudness(&master, 2), -3.5,
                                 0.1);
}

/* Six seconds of mono: a drum twice a second, one click, or nothing. */
static void
write_sparse(const char *folder, const char *name, guint period_frames, guint length_frames)
{
  g_autofree char *path = g_build_filename(folder, name, NULL);
  g_autofree double *samples = g_new0(double, 6 * RB_FRAME_RATE);

  for (guint n = 1000; n < 6 * RB_FRAME_RATE && period_frames > 0; n++)
    if ((n - 1000) % period_frames < length_frames)
      samples[n] = 0.9 * sin(0.3 * n);
  test_sound_file_write(path, SF_FORMAT_WAV | SF_FORMAT_FLOAT, RB_FRAME_RATE, 1, samples,
                        6 * RB_FRAME_RATE);
}

/* What is said where a track cannot have its loudness. */
static void
test_findings(void)
{
  static const struct {
    const char *mode, *track, *text;
  } cases[] = {
      {"tracks", "drum", "dB of limiting, which is all that max-reduction allows; "},
      {"tracks", "click", "LUFS, and not -3.0, with 30 dB of gain, and no more is given: "},
      {"tracks", "silence", "A04 It has no loudness (silence, or shorter than 400 ms) and keeps"},
      {"album", "silence", "A04 It has no loudness (silence, or shorter than 400 ms) and goes"},
  };
  char *folder = test_folder_new();

  write_sparse(folder, "drum.wav", RB_FRAME_RATE / 2, 4000);
  write_sparse(folder, "click.wav", 6 * RB_FRAME_RATE, 2);
  write_sparse(folder, "silence.wav", 0, 0);
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *yaml =
        g_strdup_printf("segue: 1\nalbum: {title: T}\nmaster: {loudness: %s}\n"
                        "tracks: [{file: %s.wav}, {file: drum.wav}]\n"
                        "deliver: {cd: {images: [ddp], loudness: -3 LUFS, ceiling: -1 dBTP}}\n",
                        cases[i].mode, cases[i].track);
    g_auto(Master) master = render(folder, yaml);
    GString *told = g_string_new(NULL);

    for (guint f = 0; f < rb_findings_count(master.findings); f++)
      g_string_append_printf(told, "%s %s\n", rb_findings_get(master.findings, f)->id,
                             rb_findings_get(master.findings, f)->text);
    g_test_message("%s", told->str);
    g_assert_nonnull(strstr(told->str, cases[i].text));
    g_string_free(told, TRUE);
  }
  test_folder_remove(folder);
}

static gboolean
is_told(const Master *master, const char *id)
{
  for (guint i = 0; i < rb_findings_count(master->findings); i++)
    if (strcmp(rb_findings_get(master->findings, i)->id, id) == 0)
      return TRUE;
  return FALSE;
}

/* A click in silence, and hiss, are not made loud for the sake of a figure, be there a limiter or
 * not. */
static void
test_next_to_silence_is_not_made_loud(void)
{
  static const struct {
    const char *track, *level;
  } cases[] = {
      {"click", "-11 LUFS, ceiling: -1 dBTP"}, {"click", "-11 LUFS"},
      {"hiss", "-11 LUFS, ceiling: -1 dBTP"},  {"hiss", "-11 LUFS"},
      {"hiss", "-20 LUFS, ceiling: -1 dBTP"}, /* 3 LU more than it gets */
  };
  char *folder = test_folder_new();
  g_autofree char *hiss = g_build_filename(folder, "hiss.wav", NULL);
  g_autofree double *noise = test_noise(2e-3, 1, 6 * RB_FRAME_RATE);

  write_sparse(folder, "click.wav", 6 * RB_FRAME_RATE, 2);
  test_sound_file_write(hiss, SF_FORMAT_WAV | SF_FORMAT_FLOAT, RB_FRAME_RATE, 2, noise,
                        6 * RB_FRAME_RATE);
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *yaml = g_strdup_printf(
        "segue: 1\nalbum: {title: T}\nmaster: {loudness: tracks}\ntracks: [{file: %s.wav}]\n"
        "deliver: {cd: {images: [ddp], loudness: %s}}\n",
        cases[i].track, cases[i].level);
    g_auto(Master) master = render(folder, yaml);
    const AlDeliveredLoudness *loudness = &track_of(&master, 1)->loudness;

    g_test_message("%s to %s: %.1f LUFS, gain %.1f dB, reduction %.1f dB", cases[i].track,
                   cases[i].level, loudness->before_lufs, loudness->gain_db,
                   loudness->max_reduction_db);
    g_assert_cmpfloat(loudness->gain_db, ==, AL_MATCH_MOST_GAIN_DB);
    g_assert_cmpfloat(loudness->max_reduction_db, <, AL_MATCH_MOST_GAIN_DB + 3);
    g_assert_true(is_told(&master, "A02"));
  }
  test_folder_remove(folder);
}

static void
add(const char *name, GTestDataFunc test, const double *data)
{
  g_autofree char *path = g_strdup_printf("/masters/%s/%.1f", name, *data);

  g_test_add_data_func(path, data, test);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS(ceilings); i++) {
    add("ceiling/example", test_ceiling_of_example, &ceilings[i]);
    add("ceiling/music", test_ceiling_of_music, &ceilings[i]);
  }
  for (guint i = 0; i < G_N_ELEMENTS(targets); i++)
    add("target", test_targets, &targets[i]);
  g_test_add_func("/masters/album_mode", test_album_mode);
  g_test_add_func("/masters/findings", test_findings);
  g_test_add_func("/masters/next_to_silence", test_next_to_silence_is_not_made_loud);
  g_test_add_func("/masters/offset_and_anchor", test_offset_and_anchor);
  return g_test_run();
}
