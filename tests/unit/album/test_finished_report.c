/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is told of finished audio, by whole renders. */
#include "album/deliver/finished_report.h"

#include <math.h>
#include <string.h>

#include "tests/support/rendered.h"
#include "tests/support/signal.h"

#define RATE 44100
#define FRAMES (3 * RATE)

static void
set_up(TestRendered *rendered, gconstpointer data)
{
  g_autofree double *sine = test_sine(997, 0.1, RATE, FRAMES);
  g_autofree double *noise = test_noise(0.5, 4, FRAMES);
  g_autofree double *silence = g_new0(double, 2 * FRAMES);
  g_autofree double *crest = g_new(double, 2 * FRAMES);

  (void)data;
  test_rendered_init(rendered);
  test_rendered_add_mix(rendered, "sine.wav", RATE, sine, FRAMES);
  test_rendered_add_mix(rendered, "noise.wav", RATE, noise, FRAMES);
  noise[FRAMES] = noise[FRAMES + 1] = 0.99;
  for (gint64 i = 0; i < 2 * FRAMES; i++)
    noise[i] *= i == FRAMES || i == FRAMES + 1 ? 1 : 0.1;
  test_rendered_add_mix(rendered, "click.wav", RATE, noise, FRAMES);
  for (gint64 i = 0; i < 2 * FRAMES; i++)
    crest[i] = 0.85 * cos(2 * G_PI * 50 * (double)(i / 2) / RATE);
  test_rendered_add_mix(rendered, "crest.wav", RATE, crest, FRAMES);
  test_rendered_add_mix(rendered, "silence.wav", RATE, silence, FRAMES);
}

static void
tear_down(TestRendered *rendered, gconstpointer data)
{
  (void)data;
  test_rendered_clear(rendered);
}

typedef struct {
  const char *name;
  const char *mix; /* of track 1; track 2 is a sine at -20 LUFS */
  const char *deliverable;
  const char *id; /* the only one of A01 to A05; NULL: none */
  const char *words;
} Case;

static const Case cases[] = {
    {"all is well", "noise.wav", "vinyl: {loudness: -20 LUFS}", NULL, NULL},
    {"over full scale", "click.wav", "vinyl: {loudness: -6 LUFS}", "A01",
     "samples are over full scale, by up to"},
    {"held", "noise.wav", "vinyl: {loudness: 0 LUFS, ceiling: -8 dBTP, max-reduction: 1 dB}", "A02",
     "with 1.0 dB of limiting, which is all that max-reduction allows"},
    {"silence", "silence.wav", "vinyl: {loudness: -20 LUFS}", "A04", "and keeps its level."},
};

static void
test_case(TestRendered *rendered, gconstpointer data)
{
  const Case *row = data;
  g_autofree char *yaml =
      g_strdup_printf("segue: 1\nalbum: {title: T}\nmaster: {loudness: tracks}\n"
                      "tracks: [{file: %s}, {file: sine.wav, loudness: -20 LU}]\n"
                      "deliver: {%s}\n",
                      row->mix, row->deliverable);

  test_rendered_run(rendered, yaml, FALSE);
  g_assert_no_error(rendered->error);
  for (int number = 1; number <= 5; number++) {
    g_autofree char *id = g_strdup_printf("A%02d", number);

    if (test_rendered_count(rendered, id) != (g_strcmp0(id, row->id) == 0))
      g_error("%s: %s: %u", row->name, id, test_rendered_count(rendered, id));
  }
  if (row->id != NULL && strstr(test_rendered_finding(rendered, row->id), row->words) == NULL)
    g_error("%s is not in: %s", row->words, test_rendered_finding(rendered, row->id));
}

/* Neither the mix nor the program is over this ceiling, and the file that begins with its crest is.
 * A side begins with silence. */
static void
test_cut_peak(TestRendered *rendered, gconstpointer data)
{
  (void)data;
  test_rendered_run(rendered,
                    "segue: 1\nalbum: {title: T}\nmaster: {loudness: off}\n"
                    "tracks: [{file: crest.wav}, {file: sine.wav}]\n"
                    "deliver: {streaming: {rate: 96 kHz, ceiling: -1.3 dBTP}, "
                    "cassette: {rate: 96 kHz, ceiling: -1.3 dBTP}}\n",
                    FALSE);
  g_assert_no_error(rendered->error);
  g_assert_cmpuint(test_rendered_count(rendered, "A05"), ==, 1);
  g_assert_nonnull(strstr(test_rendered_finding(rendered, "A05"), "the ceiling is -1.30 dBTP"));
}

/* The figures of a track are those of its audio. */
static void
test_figures(TestRendered *rendered, gconstpointer data)
{
  const AlDelivered *vinyl;
  const AlDeliveredLoudness *loudness;

  (void)data;
  test_rendered_run(rendered,
                    "segue: 1\nalbum: {title: T}\nmaster: {loudness: tracks}\n"
                    "tracks: [{file: noise.wav}, {file: sine.wav}]\n"
                    "deliver: {vinyl: {loudness: -23 LUFS}}\n",
                    FALSE);
  g_assert_no_error(rendered->error);
  vinyl = g_ptr_array_index(rendered->render->delivered, 0);
  loudness = &al_delivered_track(vinyl, 2)->loudness;
  g_assert_cmpfloat_with_epsilon(loudness->before_lufs, -20, 0.1);
  g_assert_cmpfloat_with_epsilon(loudness->gain_db, -3, 0.2);
  g_assert_cmpfloat_with_epsilon(loudness->integrated_lufs, -23, 0.1);
  g_assert_cmpfloat_with_epsilon(loudness->sample_peak_dbfs, -23, 0.2);
  g_assert_cmpfloat(loudness->target_lufs, ==, -23);
  g_assert_cmpfloat_with_epsilon(vinyl->album_lufs, -23, 0.2);
  g_assert_cmpuint(vinyl->passes, >=, 1);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *path = g_strconcat("/finished_report/", cases[i].name, NULL);

    g_test_add(path, TestRendered, &cases[i], set_up, test_case, tear_down);
  }
  g_test_add("/finished_report/figures", TestRendered, NULL, set_up, test_figures, tear_down);
  g_test_add("/finished_report/cut peak", TestRendered, NULL, set_up, test_cut_peak, tear_down);
  return g_test_run();
}
