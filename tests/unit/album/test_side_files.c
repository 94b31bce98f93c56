/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sides by whole renders: what is in their files, and what is told of them. */
#include "album/deliver/side_files.h"

#include <math.h>
#include <sndfile.h>
#include <string.h>

#include "album/error.h"
#include "tests/support/rendered.h"
#include "tests/support/signal.h"

#define RATE 44100
#define TRACK_FRAMES (2 * RATE)

static void
set_up(TestRendered *rendered, gconstpointer data)
{
  g_autofree double *noise = test_noise(0.2, 3, TRACK_FRAMES);
  g_autofree double *sine = test_sine(997, 0.1, RATE, TRACK_FRAMES);

  (void)data;
  test_rendered_init(rendered);
  test_rendered_add_mix(rendered, "noise.wav", RATE, noise, TRACK_FRAMES);
  test_rendered_add_mix(rendered, "harmless.wav", RATE, sine, TRACK_FRAMES);
}

static void
tear_down(TestRendered *rendered, gconstpointer data)
{
  (void)data;
  test_rendered_clear(rendered);
}

#define HEAD "segue: 1\nalbum: {title: T}\nmaster: {loudness: off}\ntracks:\n"
#define NOISE "  - {file: noise.wav}\n"

/* What the manifest says of a file. */
static gint64
frames_told(const TestRendered *rendered, guint deliverable, const char *name)
{
  const AlDelivered *delivered = g_ptr_array_index(rendered->render->delivered, deliverable);

  for (guint i = 0; i < delivered->files->len; i++) {
    const AlDeliveredFile *file = g_ptr_array_index(delivered->files, i);

    if (strcmp(file->name, name) == 0)
      return file->audio.frames;
  }
  return -1;
}

/* A side of a cassette is a second of zeros, also where dither is added, and then what a side of a
 * record is. */
static void
compare_sides(const TestRendered *rendered, char side, int rate)
{
  g_autofree char *tape_name = g_strdup_printf("cassette/Side %c.wav", side);
  g_autofree char *disc_name = g_strdup_printf("vinyl/Side %c.wav", side);
  gint64 tape_frames, disc_frames;
  g_autofree int *tape = test_rendered_samples(rendered, tape_name, &tape_frames);
  g_autofree int *disc = test_rendered_samples(rendered, disc_name, &disc_frames);

  g_assert_cmpint(tape_frames, ==, disc_frames + rate);
  g_assert_cmpint(frames_told(rendered, 0, tape_name), ==, tape_frames);
  g_assert_cmpint(frames_told(rendered, 1, disc_name), ==, disc_frames);
  for (gint64 i = 0; i < 2 * (gint64)rate; i++)
    g_assert_cmpint(tape[i], ==, 0);
  g_assert_cmpmem(tape + 2 * rate, (gsize)disc_frames * 8, disc, (gsize)disc_frames * 8);
  g_assert_true(disc[0] != 0 || disc[1] != 0);
}

static void
test_head_of_a_cassette(TestRendered *rendered, gconstpointer data)
{
  int rate = GPOINTER_TO_INT(data);
  g_autofree char *yaml =
      g_strdup_printf(HEAD NOISE NOISE NOISE "deliver:\n"
                                             "  cassette: {format: wav 16, rate: %d Hz}\n"
                                             "  vinyl: {format: wav 16, rate: %d Hz}\n",
                      rate, rate);

  test_rendered_run(rendered, yaml, FALSE);
  g_assert_no_error(rendered->error);
  compare_sides(rendered, 'A', rate);
  compare_sides(rendered, 'B', rate);
}

typedef struct {
  const char *name;
  const char *gap; /* between the two tracks of side A, which have 2 s each */
  const char *deliver;
  const char *id;    /* NULL: nothing is told */
  const char *words; /* what it says */
} Length;

static const Length lengths[] = {
    {"cassette of 30 min", "1795 s", "cassette", NULL, NULL},
    {"longer cassette", "1795.1 s", "cassette", "G01",
     "lasts 30:01, and a side of this form "
     "(cassette) holds up to 30:00"},
    {"ideal record", "19:26", "vinyl", NULL, NULL},
    {"long record", "19:56", "vinyl", "G02", "lasts 20:00, which leaves about +0.0 dB"},
    {"longer record", "22:57", "vinyl", "G01",
     "lasts 23:01, and a side of this form (12 in, 33 rpm) "
     "holds up to 23:00"},
};

static void
test_length(TestRendered *rendered, gconstpointer data)
{
  const Length *row = data;
  g_autofree char *yaml = g_strdup_printf(HEAD NOISE "  - {file: noise.wav, gap: %s}\n" NOISE
                                                     "deliver: {%s: {sides: [[1, 2], [3]]}}\n",
                                          row->gap, row->deliver);

  test_rendered_run(rendered, yaml, TRUE);
  g_assert_no_error(rendered->error);
  g_assert_cmpuint(test_rendered_count(rendered, "G01"), ==, g_strcmp0(row->id, "G01") == 0);
  g_assert_cmpuint(test_rendered_count(rendered, "G02"), ==, g_strcmp0(row->id, "G02") == 0);
  if (row->id != NULL)
    g_assert_nonnull(strstr(test_rendered_finding(rendered, row->id), row->words));
}

/* A tone from 1 s on; `right` is its gain in the right channel. */
static void
add_tone(const TestRendered *rendered, double hz, double right)
{
  g_autofree double *samples = test_sine(hz, 0.5, RATE, TRACK_FRAMES);

  for (gint64 i = 0; i < TRACK_FRAMES; i++) {
    samples[2 * i] *= i >= RATE;
    samples[2 * i + 1] *= i >= RATE ? right : 0;
  }
  test_rendered_add_mix(rendered, "tone.wav", RATE, samples, TRACK_FRAMES);
}

typedef struct {
  const char *name;
  const char *medium;
  double hz, right;
  const char *id; /* NULL: there is no trouble */
  const char *words;
} Trouble;

/* The times are those of the file, with its head. */
static const Trouble troubles[] = {
    {"bass in the middle", "vinyl", 60, 1, NULL, NULL},
    {"bass out of phase", "vinyl", 60, -1, "G04", "correlation -1.00"},
    {"bass out of phase on tape", "cassette", 60, -1, NULL, NULL},
    {"sibilance", "vinyl", 7000, 1, "G03", "in 20 places of 50 ms, first at 0:01, is hard to cut"},
    {"sibilance on tape", "cassette", 7000, 1, "G03",
     "in 20 places of 50 ms, first at 0:02, is hard to record on tape"},
};

static void
test_trouble(TestRendered *rendered, gconstpointer data)
{
  const Trouble *row = data;
  g_autofree char *project = g_strdup_printf(HEAD "  - {file: tone.wav}\n  - {file: harmless.wav}\n"
                                                  "deliver: {%s: {}}\n",
                                             row->medium);

  add_tone(rendered, row->hz, row->right);
  test_rendered_run(rendered, project, FALSE);
  g_assert_no_error(rendered->error);
  g_assert_cmpuint(test_rendered_count(rendered, "G03"), ==, g_strcmp0(row->id, "G03") == 0);
  g_assert_cmpuint(test_rendered_count(rendered, "G04"), ==, g_strcmp0(row->id, "G04") == 0);
  if (row->id != NULL)
    g_assert_nonnull(strstr(test_rendered_finding(rendered, row->id), row->words));
}

/* A side says of what album it is, or nothing at all: the 44 bytes of RIFF, fmt and data. */
static void
test_metadata(TestRendered *rendered, gconstpointer data)
{
  g_autofree char *path = NULL, *plain = NULL;
  gsize bytes;
  SF_INFO info = {0};
  SNDFILE *file;

  (void)data;
  test_rendered_run(rendered,
                    HEAD NOISE NOISE "deliver:\n"
                                     "  vinyl: {format: wav 16}\n"
                                     "  plain: {kind: vinyl, format: wav 16, metadata: none}\n",
                    FALSE);
  g_assert_no_error(rendered->error);
  path = g_build_filename(rendered->folder, "masters", "vinyl", "Side B.wav", NULL);
  file = sf_open(path, SFM_READ, &info);
  g_assert_cmpstr(sf_get_string(file, SF_STR_TITLE), ==, "T, Side B");
  g_assert_cmpstr(sf_get_string(file, SF_STR_ALBUM), ==, "T");
  sf_close(file);
  g_clear_pointer(&path, g_free);
  path = g_build_filename(rendered->folder, "masters", "plain", "Side B.wav", NULL);
  g_assert_true(g_file_get_contents(path, &plain, &bytes, NULL));
  g_assert_cmpuint(bytes, ==, 44 + 4 * (gsize)info.frames);
}

static void
test_crossfade_between_sides(TestRendered *rendered, gconstpointer data)
{
  g_autofree char *told = NULL;

  (void)data;
  test_rendered_run(rendered,
                    HEAD NOISE "  - {file: noise.wav, crossfade: 1 s}\n"
                               "deliver: {vinyl: {sides: [[1], [2]]}}\n",
                    TRUE);
  g_assert_error(rendered->error, AL_ERROR, AL_ERROR_PROJECT);
  told = al_diagnostics_format(rendered->project->diagnostics);
  g_assert_nonnull(strstr(told, "track 2 crossfades with the one before it"));
}

static void
add(const char *what, const char *name, gconstpointer row,
    void (*test)(TestRendered *, gconstpointer))
{
  g_autofree char *path = g_strconcat("/side_files/", what, name, NULL);

  g_test_add(path, TestRendered, row, set_up, test, tear_down);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  add("head of a cassette/", "44.1 kHz", GINT_TO_POINTER(44100), test_head_of_a_cassette);
  add("head of a cassette/", "48 kHz", GINT_TO_POINTER(48000), test_head_of_a_cassette);
  for (guint i = 0; i < G_N_ELEMENTS(lengths); i++)
    add("length/", lengths[i].name, &lengths[i], test_length);
  for (guint i = 0; i < G_N_ELEMENTS(troubles); i++)
    add("trouble/", troubles[i].name, &troubles[i], test_trouble);
  add("metadata", "", NULL, test_metadata);
  add("crossfade between sides", "", NULL, test_crossfade_between_sides);
  return g_test_run();
}
