/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/sequence/tone_judge.h"

#include <sndfile.h>
#include <string.h>

#include "album/error.h"
#include "album/project/tone_curve.h"
#include "tests/support/sound_file.h"
#include "tests/support/step_text.h"
#include "tests/support/stream.h"

#define RATE 44100
#define FRAMES (6 * RATE)
#define TRACKS 3

static char *folder;
static double *samples[TRACKS]; /* plain, dull, bright */

/* An album of the three recordings, with a text for `master` and one for track 2. */
static AlProject *
project_new(const char *master, const char *second)
{
  g_autofree char *path = g_build_filename(folder, "album.yaml", NULL);
  g_autofree char *text = g_strdup_printf(
      "segue: 1\nalbum: {title: A}\nmaster: {%s}\n"
      "tracks: [{file: 0.wav}, {file: 1.wav%s}, {file: 2.wav}]\ndeliver: {cd: {}}\n",
      master, second);
  AlProject *project = al_project_parse(path, text, strlen(text));
  g_autofree char *told = al_diagnostics_format(project->diagnostics);

  g_assert_cmpstr(told, ==, "");
  return project;
}

static AlSource *
open_track(guint number, gpointer data, GError **error)
{
  (void)data;
  (void)error;
  return stream_new(samples[number - 1], FRAMES, RATE);
}

static AlToneMatch *
match_new(const AlProject *project)
{
  const AlJob job = {.threads = 2};
  g_autoptr(GError) error = NULL;
  AlToneMatch *match = al_tone_match_new(project, open_track, NULL, &job, &error);

  g_assert_no_error(error);
  return match;
}

static void
test_wanted(void)
{
  g_autoptr(AlProject) without = project_new("", "");
  g_autoptr(AlProject) with = project_new("tone: {}", ", tone: off");
  g_autoptr(AlProject) alone = project_new("tone: off", ", tone: {match: 10 %}");

  g_assert_false(al_tone_match_is_wanted(without));
  g_assert_true(al_tone_match_is_wanted(with));
  g_assert_true(al_project_track(with, 1)->tone.on);
  g_assert_false(al_project_track(with, 2)->tone.on);
  g_assert_false(al_project_track(alone, 1)->tone.on);
  g_assert_cmpfloat(al_project_track(alone, 2)->tone.settings.strength, ==, 0.1);
}

/* The plain track is the centre of the three; the others are moved toward it. */
static void
test_toward_album(void)
{
  g_autoptr(AlProject) project = project_new("tone: {match: 100 %, limit: off}", "");
  g_autoptr(AlToneMatch) match = match_new(project);

  g_assert_cmpint(al_tone_match_track(match, 1)->stop, ==, AL_TONE_STOP_DEAD_ZONE);
  for (guint number = 2; number <= TRACKS; number++) {
    const AlToneLaneDone *lane = &al_tone_match_track(match, number)->lane[0];

    g_assert_cmpfloat(lane->distance_before_db, >, 1.5);
    g_assert_cmpfloat(lane->distance_after_db, <, 0.4);
  }
  g_assert_cmpfloat(al_tone_match_track(match, 2)->lane[0].correction.gain_db[26], >, 1);
  g_assert_cmpfloat(al_tone_match_track(match, 3)->lane[0].correction.gain_db[26], <, -1);
}

/* Every other thing that tone can be moved toward, each so that track 2 stays as it is. */
static void
test_toward_others(void)
{
  static const char *const towards[] = {"track 2", "1.wav", "[1.wav, {file: 1.wav, weight: 3}]",
                                        "kept.yaml"};
  g_autofree char *curve = g_build_filename(folder, "kept.yaml", NULL);
  g_autofree char *text = NULL;
  AlToneTarget target;

  {
    g_autoptr(AlProject) project = project_new("tone: {}", "");
    g_autoptr(AlToneMatch) match = match_new(project);

    al_tone_target_of(&target, &al_tone_match_track(match, 2)->spectrum);
    text = al_tone_curve_format(&target);
    g_assert_true(g_file_set_contents(curve, text, -1, NULL));
  }
  for (guint i = 0; i < G_N_ELEMENTS(towards); i++) {
    g_autofree char *master = g_strdup_printf("tone: {toward: %s}", towards[i]);
    g_autoptr(AlProject) project = project_new(master, "");
    g_autoptr(AlToneMatch) match = match_new(project);

    g_assert_cmpint(al_tone_match_track(match, 2)->stop, ==, AL_TONE_STOP_DEAD_ZONE);
    g_assert_cmpint(al_tone_match_track(match, 1)->stop, !=, AL_TONE_STOP_DEAD_ZONE);
  }
}

static void
test_pink(void)
{
  g_autoptr(AlProject) project = project_new("tone: {toward: pink 4.5 dB/oct}", "");
  g_autoptr(AlToneMatch) match = match_new(project);
  const double *target_db = al_tone_match_track(match, 1)->target.level_db[AL_TONE_STEREO];

  g_assert_cmpfloat_with_epsilon(target_db[16] - target_db[26], 1.5 * log2(10), 1e-9);
}

/* Track `number` in a store, as it comes. */
static AlFloatStore *
keep(guint number)
{
  g_autoptr(AlSource) source = open_track(number, NULL, NULL);

  return al_float_store_new(source, folder, NULL, NULL);
}

static void
test_apply(void)
{
  static const char *const masters[] = {
      "tone: {}",
      "tone: {phase: linear}",
      "tone: {side: yes, side-limit: 1 dB}",
  };

  for (guint i = 0; i < G_N_ELEMENTS(masters); i++) {
    g_autoptr(AlProject) project = project_new(masters[i], "");
    g_autoptr(AlToneMatch) match = match_new(project);
    g_autoptr(AlFloatStore) store = keep(2);
    const AlToneTrack *track = al_tone_match_track(match, 2);
    double foreseen_db = track->lane[0].distance_after_db;

    g_assert_true(al_tone_match_apply(match, 2, &store, folder, NULL, NULL));
    g_assert_cmpint(al_float_store_frames(store), ==, FRAMES);
    g_assert_cmpfloat_with_epsilon(track->lane[0].distance_after_db, foreseen_db, 0.25);
    g_assert_cmpfloat(track->lane[0].distance_after_db, <, 0.8 * track->lane[0].distance_before_db);
  }
}

/* What is left alone keeps its store. */
static void
test_left_alone(void)
{
  static const char *const masters[] = {"tone: {match: 0 %}", "tone: {toward: track 2}",
                                        "tone: {limit: 0 dB}"};

  for (guint i = 0; i < G_N_ELEMENTS(masters); i++) {
    g_autoptr(AlProject) project = project_new(masters[i], "");
    g_autoptr(AlToneMatch) match = match_new(project);
    g_autoptr(AlFloatStore) store = keep(2);
    const AlFloatStore *before = store;

    g_assert_true(al_tone_match_apply(match, 2, &store, folder, NULL, NULL));
    g_assert_true(store == before);
  }
}

static void
test_interrupted(void)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new();
  g_autoptr(AlProject) project = project_new("tone: {}", "");
  g_autoptr(AlToneMatch) match = match_new(project);
  g_autoptr(AlFloatStore) store = keep(2);
  g_autoptr(GError) error = NULL;
  const AlFloatStore *before = store;

  g_cancellable_cancel(cancellable);
  g_assert_false(al_tone_match_apply(match, 2, &store, folder, cancellable, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_CANCELLED);
  g_assert_true(store == before);
}

static void
test_judge(void)
{
  g_autoptr(AlProject) project = project_new("tone: {toward: 2.wav}", "");
  g_autoptr(RbFindings) findings = rb_findings_new();
  double *kept = samples[0];

  samples[0] = signal_silence(FRAMES);
  {
    g_autoptr(AlToneMatch) match = match_new(project);

    al_tone_judge(match, project, findings);
  }
  g_free(samples[0]);
  samples[0] = kept;
  g_assert_cmpuint(rb_findings_count(findings), >=, 1);
  g_assert_cmpstr(rb_findings_get(findings, 0)->id, ==, "T02");
  g_assert_cmpstr(rb_findings_get(findings, 0)->place, ==, "track 1");
}

static void
test_reference_is_no_audio(void)
{
  g_autoptr(AlProject) project = project_new("tone: {toward: album.txt}", "");

  al_tone_match_check(project);
  g_assert_cmpuint(al_diagnostics_count(project->diagnostics), ==, 1);
  g_assert_cmpuint(al_diagnostics_get(project->diagnostics, 0)->place.line, ==, 3);
}

static void
make_files(void)
{
  static const char *const steps[TRACKS] = {NULL, "eq; tilt=-3", "eq; tilt=3"};
  g_autofree char *text = g_build_filename(folder, "album.txt", NULL);

  g_assert_true(g_file_set_contents(text, "no audio", -1, NULL));
  samples[0] = signal_music(FRAMES, RATE, 4);
  for (guint i = 0; i < TRACKS; i++) {
    g_autofree char *name = g_strdup_printf("%u.wav", i);
    g_autofree char *path = g_build_filename(folder, name, NULL);

    if (i > 0)
      samples[i] = step_apply(steps[i], samples[0], FRAMES, RATE, 4096);
    test_sound_file_write(path, SF_FORMAT_WAV | SF_FORMAT_DOUBLE, RATE, 2, samples[i], FRAMES);
  }
}

int
main(int argc, char **argv)
{
  int status;

  g_test_init(&argc, &argv, NULL);
  folder = test_folder_new();
  make_files();
  g_test_add_func("/tone-match/wanted", test_wanted);
  g_test_add_func("/tone-match/toward-album", test_toward_album);
  g_test_add_func("/tone-match/toward-others", test_toward_others);
  g_test_add_func("/tone-match/pink", test_pink);
  g_test_add_func("/tone-match/apply", test_apply);
  g_test_add_func("/tone-match/left-alone", test_left_alone);
  g_test_add_func("/tone-match/interrupted", test_interrupted);
  g_test_add_func("/tone-match/judge", test_judge);
  g_test_add_func("/tone-match/no-audio", test_reference_is_no_audio);
  status = g_test_run();
  for (guint i = 0; i < TRACKS; i++)
    g_free(samples[i]);
  test_folder_remove(folder);
  return status;
}
