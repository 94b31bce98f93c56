/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deliverables that are beyond what a receiver takes, by whole renders, and such that just are not.
 * What the receivers take is in receivers.yaml. */
#include "album/deliver/receiver_check.h"

#include <string.h>

#include "album/error.h"
#include "tests/support/rendered.h"
#include "tests/support/signal.h"

#define RATE 44100

/* A sine with silence before and behind it, in seconds. */
static void
add_mix(const TestRendered *rendered, const char *name, double amplitude, int head, int tail)
{
  const gint64 sounding = 2 * RATE, frames = (head + tail) * RATE + sounding;
  g_autofree double *sine = test_sine(997, amplitude, RATE, sounding);
  g_autofree double *samples = g_new0(double, 2 * frames);

  memcpy(samples + 2 * head * RATE, sine, 2 * sounding * sizeof *sine);
  test_rendered_add_mix(rendered, name, RATE, samples, frames);
}

static void
set_up(TestRendered *rendered, gconstpointer data)
{
  (void)data;
  test_rendered_init(rendered);
  add_mix(rendered, "short.wav", 0.5, 0, 0);
  add_mix(rendered, "long.wav", 0.5, 4, 25);
  add_mix(rendered, "loud.wav", 0.99, 4, 25);
  add_mix(rendered, "late.wav", 0.5, 6, 23);
}

static void
tear_down(TestRendered *rendered, gconstpointer data)
{
  (void)data;
  test_rendered_clear(rendered);
}

typedef struct {
  const char *name;
  const char *mix;      /* of the only track */
  const char *settings; /* of the deliverable */
  const char *id;       /* told once, and of S01 to S09 nothing else but what is in `also` */
  const char *words;    /* what it says */
  const char *also;     /* ids; NULL: none */
} Case;

/* 25 s of silence at the end are S07 to most receivers. */
static const Case cases[] = {
    {"format", "long.wav", "format: flac 24, receivers: [Catapult]", "S01",
     "Catapult: files of the format flac are not taken.", "S07"},
    {"rate", "long.wav", "format: wav 16, rate: 96 kHz, receivers: [Symphonic], metadata: none",
     "S02", "Symphonic: files of 96.0 kHz are not taken.", "S07"},
    {"depth", "long.wav", "format: wav 24, receivers: [Symphonic], metadata: none", "S03",
     "Symphonic: files of 24 bits are not taken.", "S07"},
    {"metadata", "long.wav", "format: wav 16, receivers: [Symphonic]", "S04",
     "Symphonic: files are without metadata", "S07"},
    {"name", "long.wav", "format: wav 16, receivers: [CD Baby]", "S05", "and this is \"01 A B\"",
     "S07"},
    {"nothing but the silence", "long.wav",
     "format: wav 16, receivers: [CD Baby], characters: plain", "S07",
     "Most receivers: a track ends with at most 10 s of silence, and this with 25.0 s.", NULL},
    {"length", "short.wav", "format: wav 16", "S06",
     "Most receivers: a track has at least 30 s, and this has 2.0 s.", NULL},
    {"peak", "loud.wav", "receivers: [Sundesire]", "S08",
     "Sundesire: peaks have at most -0.3 dBFS, and here is one of -0.09 dBFS.", "S07"},
};

static void
test_case(TestRendered *rendered, gconstpointer data)
{
  const Case *row = data;
  g_autofree char *yaml =
      g_strdup_printf("segue: 1\nalbum: {title: T}\nmaster: {loudness: off}\n"
                      "tracks: [{file: %s, title: A B}]\ndeliver: {streaming: {%s}}\n",
                      row->mix, row->settings);

  test_rendered_run(rendered, yaml, FALSE);
  g_assert_no_error(rendered->error);
  g_assert_cmpuint(test_rendered_count(rendered, row->id), ==, 1);
  if (strstr(test_rendered_finding(rendered, row->id), row->words) == NULL)
    g_error("%s is not in: %s", row->words, test_rendered_finding(rendered, row->id));
  for (int number = 1; number <= 9; number++) {
    g_autofree char *id = g_strdup_printf("S%02d", number);

    if (strcmp(id, row->id) != 0 && (row->also == NULL || strstr(row->also, id) == NULL))
      g_assert_cmpuint(test_rendered_count(rendered, id), ==, 0);
  }
}

/* The head is told beside the tail, and by each receiver for itself. */
static void
test_silence(TestRendered *rendered, gconstpointer data)
{
  (void)data;
  test_rendered_run(rendered,
                    "segue: 1\nalbum: {title: T}\nmaster: {loudness: off}\n"
                    "tracks: [{file: late.wav, title: A}]\n"
                    "deliver: {streaming: {receivers: [Sundesire]}}\n",
                    FALSE);
  g_assert_no_error(rendered->error);
  g_assert_cmpuint(test_rendered_count(rendered, "S07"), ==, 3);
}

/* What counts is the file: less than the mix where the next track fades in, more with a gap. */
static void
test_length_of_the_file(TestRendered *rendered, gconstpointer data)
{
  (void)data;
  test_rendered_run(rendered,
                    "segue: 1\nalbum: {title: T}\nmaster: {loudness: off}\ntracks:\n"
                    "  - {file: long.wav, end: 31 s}\n"
                    "  - {file: long.wav, end: 28 s, crossfade: 2 s}\n"
                    "  - {file: long.wav, end: 31 s, gap: 3 s}\n"
                    "deliver: {streaming: {format: wav 16}}\n",
                    FALSE);
  g_assert_no_error(rendered->error);
  g_assert_cmpuint(test_rendered_count(rendered, "S06"), ==, 1);
  g_assert_nonnull(strstr(test_rendered_finding(rendered, "S06"), "and this has 29.0 s"));
}

static void
test_unknown(TestRendered *rendered, gconstpointer data)
{
  g_autofree char *told = NULL;

  (void)data;
  test_rendered_run(rendered,
                    "segue: 1\nalbum: {title: T}\ntracks: [{file: long.wav}]\n"
                    "deliver: {streaming: {receivers: [Catapulp]}}\n",
                    TRUE);
  g_assert_error(rendered->error, AL_ERROR, AL_ERROR_PROJECT);
  told = al_diagnostics_format(rendered->project->diagnostics);
  g_assert_nonnull(strstr(told, "album.yaml:4:35: error: no such receiver is known: \"Catapulp\""));
  g_assert_nonnull(strstr(told, "did you mean \"Catapult\"?"));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *path = g_strconcat("/receiver_check/", cases[i].name, NULL);

    g_test_add(path, TestRendered, &cases[i], set_up, test_case, tear_down);
  }
  g_test_add("/receiver_check/silence", TestRendered, NULL, set_up, test_silence, tear_down);
  g_test_add("/receiver_check/length of the file", TestRendered, NULL, set_up,
             test_length_of_the_file, tear_down);
  g_test_add("/receiver_check/unknown", TestRendered, NULL, set_up, test_unknown, tear_down);
  return g_test_run();
}
