/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/check/disc_audio.h"

#include <math.h>
#include <string.h>

#include "tests/support/discs.h"
#include "tests/support/sound_file.h"
#include "tests/support/stream.h"

/* Two tracks of 5 s with pauses of 2 s before each, and what is put into them. */
#define TRACK_1 SECONDS(2)
#define PAUSE_2 SECONDS(7)
#define TRACK_2 SECONDS(9)
#define LEAD_OUT SECONDS(14)

typedef struct {
  RbDisc *disc;
  double *audio; /* 2 * frames, from 00:00:00 */
  gsize frames;
} Master;

static gsize
frame_at(double seconds)
{
  return (gsize)(seconds * RB_FRAME_RATE + 0.5);
}

/* Sound that comes and goes softly. */
static void
put_sound(Master *master, double from, double to, double amplitude)
{
  for (gsize n = frame_at(from); n < frame_at(to); n++) {
    double seconds = (double)n / RB_FRAME_RATE;
    double edge = fmin(1, fmin(seconds - from, to - seconds) / 0.3),
           level = amplitude * edge * edge;

    master->audio[2 * n] = level * sin(2 * G_PI * 440 * seconds);
    master->audio[2 * n + 1] = level * sin(2 * G_PI * 440 * seconds + 0.5);
  }
}

static Master
make_master(void)
{
  Master master = {.disc = rb_disc_new(), .frames = frame_at(14)};

  rb_track_add_index(discs_add_track(master.disc, TRACK_1), 2, SECONDS(4));
  rb_track_add_index(rb_disc_add_track(master.disc), 0, PAUSE_2);
  rb_track_add_index(rb_disc_track(master.disc, 2), 1, TRACK_2);
  master.disc->lead_out_sector = LEAD_OUT;
  master.audio = signal_silence(master.frames);
  put_sound(&master, 2.1, 6.5, 0.5);
  put_sound(&master, 9.1, 13.5, 0.5);
  return master;
}

/* "R63 track 1, 0:04.998 | R71 track 2": all findings; frees the master. */
static char *
judge(Master *master)
{
  char *folder = test_folder_new();
  g_autofree char *path = g_build_filename(folder, "image", NULL);
  g_autofree gint16 *samples = g_new(gint16, 2 * master->frames);
  g_autoptr(RbImage) image = rb_image_new();
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autoptr(GError) error = NULL;
  const AlJob job = {.threads = 2};
  GString *list = g_string_new(NULL);

  for (gsize i = 0; i < 2 * master->frames; i++)
    samples[i] = GINT16_TO_LE((gint16)CLAMP(lrint(master->audio[i] * 32768), -32768, 32767));
  g_assert_true(
      g_file_set_contents(path, (const char *)samples, (gssize)(4 * master->frames), NULL));
  g_assert_true(rb_image_add_file(image, path, RB_AUDIO_RAW_LITTLE_ENDIAN, 0, -1, &error));
  g_assert_true(al_disc_audio_judge(image, master->disc, &job, findings, &error));
  g_assert_no_error(error);
  for (guint i = 0; i < rb_findings_count(findings); i++)
    g_string_append_printf(list, "%s%s %s", i > 0 ? " | " : "", rb_findings_get(findings, i)->id,
                           rb_findings_get(findings, i)->place);
  g_free(master->audio);
  rb_disc_free(master->disc);
  test_folder_remove(folder);
  return g_string_free(list, FALSE);
}

static void
expect(Master *master, const char *expected)
{
  g_autofree char *found = judge(master);

  g_assert_cmpstr(found, ==, expected);
}

static void
test_clean(void)
{
  Master master = make_master();

  expect(&master, "");
}

static void
test_first_pause(void)
{
  Master master = make_master();

  put_sound(&master, 0.5, 1.5, 0.1);
  expect(&master, "R71 track 1");
}

static void
test_pause(void)
{
  Master master = make_master();

  put_sound(&master, 7.5, 8.5, 0.1);
  expect(&master, "R71 track 2");
}

/* The sound of track 2 begins 300 ms before its mark. */
static void
test_early_attack(void)
{
  Master master = make_master();

  put_sound(&master, 8.7, 13.5, 0.5);
  expect(&master, "R62 track 2, 0:00.000");
}

static void
test_cut_edges(void)
{
  Master master = make_master();

  put_sound(&master, 1.5, 7.5, 0.5);
  memset(master.audio, 0, 2 * frame_at(2) * sizeof(double));
  memset(master.audio + 2 * frame_at(7), 0, 2 * frame_at(2) * sizeof(double));
  expect(&master, "R63 track 1, 0:00.000 | R63 track 1, 0:05.000");
}

/* Tracks without a pause between them, and sound that goes on, are not cut. */
static void
test_gapless(void)
{
  Master master = make_master();
  RbDisc *gapless = rb_disc_new();

  discs_add_track(gapless, TRACK_1);
  discs_add_track(gapless, SECONDS(8));
  gapless->lead_out_sector = LEAD_OUT;
  rb_disc_free(master.disc);
  master.disc = gapless;
  put_sound(&master, 2.1, 13.5, 0.5);
  expect(&master, "");
}

static void
test_dropout(void)
{
  Master master = make_master();

  memset(master.audio + 2 * frame_at(4.5), 0, 2 * frame_at(0.004) * sizeof(double));
  expect(&master, "R64 track 1, 0:02.500");
}

static void
test_late_and_long(void)
{
  Master master = make_master();

  memset(master.audio, 0, 2 * frame_at(7) * sizeof(double));
  put_sound(&master, 2.7, 3.6, 0.5);
  expect(&master, "R64 track 1, 0:00.000 | R64 track 1, 0:01.592");
}

static void
test_levels(void)
{
  Master master = make_master();

  for (gsize n = frame_at(2.5); n < frame_at(6); n++)
    master.audio[2 * n] += 0.002;
  for (gsize n = frame_at(10); n < frame_at(13); n++)
    master.audio[2 * n] *= 2.2;
  expect(&master, "R65 track 1 | R66 track 2, 0:01.000");
}

/* A quarter of the rate between two samples: the peaks lie 3 dB above them. */
static void
test_true_peak(void)
{
  Master master = make_master();

  for (gsize n = frame_at(10); n < frame_at(13); n++)
    for (guint channel = 0; channel < 2; channel++)
      master.audio[2 * n + channel] =
          1.3 * sin(G_PI / 4 + G_PI / 2 * (double)n) * fmin(1, (double)(n - frame_at(10)) / 4410) *
          fmin(1, (double)(frame_at(13) - n) / 4410) * (channel == 0 ? 1 : 0.99);
  expect(&master, "R67 track 2");
}

static void
test_channels(void)
{
  Master master = make_master();

  for (gsize n = frame_at(2); n < frame_at(7); n++)
    master.audio[2 * n] = 0;
  for (gsize n = frame_at(9); n < frame_at(14); n++)
    master.audio[2 * n + 1] = -master.audio[2 * n];
  expect(&master, "R69 track 1 | R69 track 2");
}

static void
test_few_bits(void)
{
  Master master = make_master();

  for (gsize i = 0; i < 2 * master.frames; i++)
    master.audio[i] = round(master.audio[i] * 4096) / 4096;
  expect(&master, "R68 ");
}

/* Marks that make no sense, and an image that is shorter than they say. */
static void
test_wrong_disc(void)
{
  Master master = make_master();

  discs_add_track(master.disc, SECONDS(3));
  rb_disc_add_track(master.disc);
  discs_add_track(master.disc, SECONDS(60));
  master.disc->lead_out_sector = SECONDS(90);
  g_free(judge(&master));
}

static void
test_many(void)
{
  Master master = make_master();
  RbDisc *disc = rb_disc_new();

  for (gint32 i = 0; i < 8; i++)
    discs_add_track(disc, SECONDS(2) + i * 100);
  disc->lead_out_sector = SECONDS(14);
  rb_disc_free(master.disc);
  master.disc = disc;
  memset(master.audio, 0, 2 * master.frames * sizeof(double));
  expect(&master, "R69 track 1 | R69 track 2 | R69 track 3 | R69 track 4 | R69 track 5 | R69 ");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/disc_audio/clean", test_clean);
  g_test_add_func("/disc_audio/first_pause", test_first_pause);
  g_test_add_func("/disc_audio/pause", test_pause);
  g_test_add_func("/disc_audio/early_attack", test_early_attack);
  g_test_add_func("/disc_audio/cut_edges", test_cut_edges);
  g_test_add_func("/disc_audio/gapless", test_gapless);
  g_test_add_func("/disc_audio/dropout", test_dropout);
  g_test_add_func("/disc_audio/late_and_long", test_late_and_long);
  g_test_add_func("/disc_audio/levels", test_levels);
  g_test_add_func("/disc_audio/true_peak", test_true_peak);
  g_test_add_func("/disc_audio/channels", test_channels);
  g_test_add_func("/disc_audio/few_bits", test_few_bits);
  g_test_add_func("/disc_audio/wrong_disc", test_wrong_disc);
  g_test_add_func("/disc_audio/many", test_many);
  return g_test_run();
}
