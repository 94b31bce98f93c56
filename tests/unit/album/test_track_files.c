/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tracks as files, compared with the mixes themselves: where nothing touches a mix its samples must
 * be there, at their place, and silence between them. */
#include <sndfile.h>
#include <string.h>

#include "album/deliver/render.h"
#include "tests/support/sound_file.h"

#define RATE 44100
#define SECTOR 588
#define TRACKS 3

/* No whole number of sectors. */
static const gint64 lengths[TRACKS] = {3 * RATE + 17, 2 * RATE + 100, 2 * RATE};

/* Where the audio of each begins in the joined files: the second follows at once, the third after
 * the end of the sector and two seconds. */
static gint64
start_of(guint track)
{
  gint64 joined = lengths[0] + lengths[1];

  if (track < 2)
    return track == 0 ? 0 : lengths[0];
  return (joined + SECTOR - 1) / SECTOR * SECTOR + 2 * RATE;
}

#define ALBUM                                                                \
  "segue: 1\nalbum: {title: T}\ntracks:\n"                                   \
  "  - {file: 0.wav, title: One}\n  - {file: 1.wav, title: Two, gap: 0 s}\n" \
  "  - {file: 2.wav, title: Three}\n"

typedef struct {
  char *folder;
  int *mixes[TRACKS];
} Fixture;

static void
set_up(Fixture *fixture, gconstpointer data)
{
  g_autoptr(GRand) random = g_rand_new_with_seed(7);

  (void)data;
  fixture->folder = test_folder_new();
  for (guint i = 0; i < TRACKS; i++) {
    g_autofree char *name = g_strdup_printf("%u.wav", i);
    g_autofree char *path = g_build_filename(fixture->folder, name, NULL);

    fixture->mixes[i] = g_new(int, 2 * lengths[i]);
    for (gint64 k = 0; k < 2 * lengths[i]; k++)
      fixture->mixes[i][k] = (int)(g_rand_int(random) & 0xFFFFFF00) / 2 & ~0xFF;
    test_sound_file_write_integers(path, SF_FORMAT_WAV | SF_FORMAT_PCM_24, RATE, 2,
                                   fixture->mixes[i], lengths[i]);
  }
}

static void
tear_down(Fixture *fixture, gconstpointer data)
{
  (void)data;
  for (guint i = 0; i < TRACKS; i++)
    g_free(fixture->mixes[i]);
  test_folder_remove(fixture->folder);
}

static AlRender *
render(const Fixture *fixture, const char *deliver, RbFindings *findings, GError **error)
{
  g_autofree char *path = g_build_filename(fixture->folder, "album.yaml", NULL);
  g_autofree char *yaml = g_strconcat(ALBUM, deliver, NULL);
  g_autoptr(AlProject) project = al_project_parse(path, yaml, strlen(yaml));
  g_autofree char *wrong = al_diagnostics_format(project->diagnostics);
  const AlRenderSettings settings = {0};
  const AlJob job = {.threads = 2};

  g_assert_cmpstr(wrong, ==, "");
  return al_render(project, &settings, &job, findings, error);
}

/* The samples of files, joined, in 32 bits. */
static GArray *
join(const Fixture *fixture, const char *const *names)
{
  GArray *samples = g_array_new(FALSE, FALSE, sizeof(int));

  for (guint i = 0; names[i] != NULL; i++) {
    g_autofree char *path = g_build_filename(fixture->folder, "masters", names[i], NULL);
    SF_INFO info = {0};
    SNDFILE *file = sf_open(path, SFM_READ, &info);
    guint before = samples->len;

    g_assert_nonnull(file);
    g_assert_cmpint(info.samplerate, ==, RATE);
    g_array_set_size(samples, before + 2 * (guint)info.frames);
    g_assert_cmpint(sf_readf_int(file, &g_array_index(samples, int, before), info.frames), ==,
                    info.frames);
    sf_close(file);
  }
  return samples;
}

static void
expect_mixes(const Fixture *fixture, const GArray *joined)
{
  const int *samples = (const int *)(gconstpointer)joined->data;
  gint64 end = start_of(2) + lengths[2], frame = 0;

  for (guint i = 0; i < TRACKS; i++) {
    for (; frame < start_of(i); frame++)
      g_assert_true(samples[2 * frame] == 0 && samples[2 * frame + 1] == 0);
    g_assert_cmpmem(samples + 2 * frame, (gsize)(8 * lengths[i]), fixture->mixes[i],
                    (gsize)(8 * lengths[i]));
    frame += lengths[i];
  }
  g_assert_cmpint(joined->len, ==, 2 * ((end + SECTOR - 1) / SECTOR * SECTOR));
}

static void
test_exact(Fixture *fixture, gconstpointer data)
{
  static const char *const sets[][4] = {
      {"streaming/flac 24/01 One.flac", "streaming/flac 24/02 Two.flac",
       "streaming/flac 24/03 Three.flac", NULL},
      {"streaming/wav 24/01 One.wav", "streaming/wav 24/02 Two.wav",
       "streaming/wav 24/03 Three.wav", NULL},
      {"streaming/aiff 24/01 One.aiff", "streaming/aiff 24/02 Two.aiff",
       "streaming/aiff 24/03 Three.aiff", NULL},
      {"download/flac 24/T.flac", NULL},
      {"download/wav 24/T.wav", NULL},
      {"download/aiff 24/T.aiff", NULL}};
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autoptr(GError) error = NULL;
  g_autoptr(AlRender) done =
      render(fixture,
             "deliver:\n  streaming: {formats: [flac 24, wav 24, aiff 24]}\n"
             "  download: {format: mp3 320, album-file: [flac 24, wav 24, aiff 24]}\n",
             findings, &error);

  (void)data;
  g_assert_no_error(error);
  g_assert_nonnull(done);
  g_assert_cmpuint(rb_findings_count_of(findings, RB_SEVERITY_ERROR), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS(sets); i++) {
    g_autoptr(GArray) joined = join(fixture, sets[i]);

    expect_mixes(fixture, joined);
  }
}

/* Where libsndfile finds the titles "Two" and so on; the cues are as many as `count`. */
static void
assert_cues(const Fixture *fixture, const char *name, guint count, const gint64 *frames)
{
  static const char *const titles[TRACKS] = {"One", "Two", "Three"};
  g_autofree char *path = g_build_filename(fixture->folder, "masters", name, NULL);
  SF_INFO info = {0};
  SNDFILE *file = sf_open(path, SFM_READ, &info);
  SF_CUES cues = {0};

  g_assert_nonnull(file);
  g_assert_cmpint(sf_command(file, SFC_GET_CUE, &cues, sizeof cues), ==, SF_TRUE);
  g_assert_cmpuint(cues.cue_count, ==, count);
  for (guint i = 0; i < count; i++) {
    g_assert_cmpstr(cues.cue_points[i].name, ==, titles[TRACKS - count + i]);
    g_assert_cmpint(cues.cue_points[i].sample_offset, ==, frames[i]);
  }
  sf_close(file);
}

/* Marks lie on sectors, and so before a track that joins the one before; never before the file. */
static void
test_marks(Fixture *fixture, gconstpointer data)
{
  const gint64 album[] = {0, lengths[0] / SECTOR * SECTOR, start_of(2)};
  const gint64 record[] = {0, start_of(2) - lengths[0]};
  const gint64 tape[] = {RATE, RATE + record[1]}; /* behind a second of silence */
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autoptr(GError) error = NULL;
  g_autoptr(AlRender) done = render(fixture,
                                    "deliver:\n  download: {album-file: [wav 24, aiff 24]}\n"
                                    "  vinyl: {sides: [[1], [2, 3]], formats: [wav 24, aiff 24]}\n"
                                    "  cassette: {sides: [[1], [2, 3]], format: wav 24}\n",
                                    findings, &error);

  (void)data;
  g_assert_no_error(error);
  g_assert_nonnull(done);
  assert_cues(fixture, "download/wav 24/T.wav", 3, album);
  assert_cues(fixture, "download/aiff 24/T.aiff", 3, album);
  assert_cues(fixture, "vinyl/wav 24/Side B.wav", 2, record);
  assert_cues(fixture, "vinyl/aiff 24/Side B.aiff", 2, record);
  assert_cues(fixture, "cassette/Side B.wav", 2, tape);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add("/track_files/exact", Fixture, NULL, set_up, test_exact, tear_down);
  g_test_add("/track_files/marks", Fixture, NULL, set_up, test_marks, tear_down);
  return g_test_run();
}
