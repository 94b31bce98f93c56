/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codecs on deliverables, by whole renders of music that is loud: noise, cut off and limited. */
#include "album/deliver/codec_safety.h"

#include <math.h>
#include <sndfile.h>
#include <string.h>

#include "album/deliver/render.h"
#include "tests/support/signal.h"
#include "tests/support/sound_file.h"

#define RATE 44100
#define FRAMES (5 * RATE)

#define ALBUM                                                       \
  "segue: 1\nalbum: {title: T}\nmaster: {loudness: off}\ntracks:\n" \
  "  - {file: quiet.wav, title: One}\n  - {file: loud.wav, title: Two, gap: 0 s}\n"

typedef struct {
  char *folder;
} Fixture;

static void
write_noise(const char *folder, const char *name, double gain)
{
  g_autofree char *path = g_build_filename(folder, name, NULL);
  g_autofree double *noise = test_noise(2, 5, FRAMES);

  for (gint64 i = 0; i < 2 * FRAMES; i++)
    noise[i] = CLAMP(gain * noise[i], -1, 1);
  test_sound_file_write(path, SF_FORMAT_WAV | SF_FORMAT_FLOAT, RATE, 2, noise, FRAMES);
}

static void
set_up(Fixture *fixture, gconstpointer data)
{
  (void)data;
  fixture->folder = test_folder_new();
  write_noise(fixture->folder, "quiet.wav", 0.05);
  write_noise(fixture->folder, "loud.wav", 1);
}

static void
tear_down(Fixture *fixture, gconstpointer data)
{
  (void)data;
  test_folder_remove(fixture->folder);
}

/* An album and what became of it. */
typedef struct {
  AlProject *project;
  AlRender *render;
  RbFindings *findings;
} Rendered;

static void
rendered_clear(Rendered *rendered)
{
  al_render_free(rendered->render);
  al_project_free(rendered->project);
  rb_findings_free(rendered->findings);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Rendered, rendered_clear)

static Rendered
render(const Fixture *fixture, const char *deliver, guint threads)
{
  g_autofree char *path = g_build_filename(fixture->folder, "album.yaml", NULL);
  g_autofree char *yaml = g_strconcat(ALBUM, deliver, NULL);
  const AlRenderSettings settings = {0};
  const AlJob job = {.threads = threads};
  Rendered rendered = {.project = al_project_parse(path, yaml, strlen(yaml)),
                       .findings = rb_findings_new()};
  g_autofree char *wrong = al_diagnostics_format(rendered.project->diagnostics);
  g_autoptr(GError) error = NULL;

  g_assert_cmpstr(wrong, ==, "");
  rendered.render = al_render(rendered.project, &settings, &job, rendered.findings, &error);
  g_assert_no_error(error);
  return rendered;
}

static const AlDelivered *
delivered_at(const Rendered *rendered, guint i)
{
  return g_ptr_array_index(rendered->render->delivered, i);
}

static const AlDeliveredCodec *
codec_at(const GPtrArray *codecs, guint i)
{
  g_assert_cmpuint(i, <, codecs->len);
  return g_ptr_array_index(codecs, i);
}

static guint
count_findings(const Rendered *rendered, const char *id)
{
  guint count = 0;

  for (guint i = 0; i < rb_findings_count(rendered->findings); i++)
    count += strcmp(rb_findings_get(rendered->findings, i)->id, id) == 0;
  return count;
}

static void
test_overs_are_told(Fixture *fixture, gconstpointer data)
{
  g_auto(Rendered) rendered =
      render(fixture,
             "deliver:\n"
             "  streaming: {ceiling: -0.3 dBTP, codecs: [opus-96, mp3-128], rate: 44.1 kHz}\n"
             "  b: {kind: streaming}\n",
             2);
  const AlDelivered *streaming = delivered_at(&rendered, 0);

  (void)data;
  g_assert_cmpuint(streaming->codecs->len, ==, 4);
  g_assert_null(streaming->codecs_before);
  g_assert_cmpfloat(streaming->level.limiter.ceiling_dbtp, ==, -0.3);
  g_assert_cmpuint(codec_at(streaming->codecs, 1)->track, ==, 1);
  g_assert_cmpint(codec_at(streaming->codecs, 1)->encoding.codec, ==, AL_CODEC_MP3);
  g_assert_cmpint(codec_at(streaming->codecs, 1)->encoding.rate, ==, 44100);
  g_assert_cmpuint(codec_at(streaming->codecs, 2)->track, ==, 2);
  g_assert_cmpint(codec_at(streaming->codecs, 2)->encoding.rate, ==, 48000);
  g_assert_cmpuint(codec_at(streaming->codecs, 0)->check->overs->len, ==, 0);
  g_assert_cmpuint(codec_at(streaming->codecs, 2)->check->overs->len, >, 0);
  g_assert_cmpuint(count_findings(&rendered, "E01"), ==, 2);
  g_assert_null(delivered_at(&rendered, 1)->codecs);
}

static void
assert_safe(const AlDelivered *delivered, double asked_dbtp)
{
  g_assert_nonnull(delivered->codecs_before);
  g_assert_cmpfloat(delivered->level.limiter.ceiling_dbtp, <, asked_dbtp - 0.1);
  g_assert_cmpfloat(delivered->level.limiter.ceiling_dbtp, >=,
                    asked_dbtp - AL_CODEC_MOST_LOWERING_DB);
  for (guint i = 0; i < delivered->codecs->len; i++) {
    g_assert_cmpfloat(al_codec_check_peak(codec_at(delivered->codecs, i)->check), <=, 0);
    g_assert_cmpuint(codec_at(delivered->codecs, i)->check->overs->len, ==, 0);
  }
  /* What was written has that ceiling, and no lower one than needed. */
  for (guint number = 1; number <= delivered->tracks->len; number++)
    g_assert_cmpfloat(al_delivered_track(delivered, number)->loudness.true_peak_dbtp, <=,
                      delivered->level.limiter.ceiling_dbtp);
  g_assert_cmpfloat(al_delivered_track(delivered, 2)->loudness.true_peak_dbtp, >,
                    delivered->level.limiter.ceiling_dbtp - 0.1);
}

/* Each kind makes its audio in its own way. */
static const char *const safe_kinds[] = {
    "deliver: {cd: {images: [cue, ddp], ceiling: -0.3 dBTP, codecs: opus-96, codec-safe: yes}}\n",
    "deliver: {streaming: {ceiling: -0.3 dBTP, codecs: opus-96, codec-safe: yes}}\n",
    "deliver: {download: {format: opus 96, ceiling: -0.3 dBTP, codec-safe: yes}}\n",
    "deliver: {vinyl: {ceiling: -0.3 dBTP, codecs: opus-96, codec-safe: yes}}\n",
};

static void
test_safe(Fixture *fixture, gconstpointer deliver)
{
  g_auto(Rendered) rendered = render(fixture, deliver, 2);

  assert_safe(delivered_at(&rendered, 0), -0.3);
  g_assert_cmpuint(count_findings(&rendered, "E03"), ==, 1);
  g_assert_cmpuint(count_findings(&rendered, "E01"), ==, 0);
}

/* Also where another deliverable has the same level as was asked for. */
static void
test_others_keep_their_ceiling(Fixture *fixture, gconstpointer data)
{
  g_auto(Rendered) rendered =
      render(fixture,
             "deliver:\n"
             "  first: {kind: streaming, ceiling: -0.3 dBTP}\n"
             "  safe: {kind: streaming, ceiling: -0.3 dBTP, codecs: opus-96, codec-safe: yes}\n"
             "  last: {kind: streaming, ceiling: -0.3 dBTP}\n",
             1);

  (void)data;
  assert_safe(delivered_at(&rendered, 1), -0.3);
  for (guint i = 0; i <= 2; i += 2) {
    g_assert_cmpfloat(delivered_at(&rendered, i)->level.limiter.ceiling_dbtp, ==, -0.3);
    g_assert_cmpfloat(al_delivered_track(delivered_at(&rendered, i), 2)->loudness.true_peak_dbtp, >,
                      -0.4);
  }
}

static void
test_safe_as_it_is(Fixture *fixture, gconstpointer data)
{
  g_auto(Rendered) rendered = render(
      fixture, "deliver: {streaming: {ceiling: -9 dBTP, codecs: opus-160, codec-safe: yes}}\n", 2);
  const AlDelivered *streaming = delivered_at(&rendered, 0);

  (void)data;
  g_assert_cmpfloat(streaming->level.limiter.ceiling_dbtp, ==, -9);
  g_assert_null(streaming->codecs_before);
  g_assert_cmpuint(streaming->codecs->len, ==, 2);
  g_assert_cmpuint(count_findings(&rendered, "E03"), ==, 0);
}

/* From 100 Hz to beyond hearing, at full scale throughout. */
static void
write_square_sweep(const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename(folder, name, NULL);
  g_autofree double *sweep = g_new(double, 2 * FRAMES);

  for (gint64 i = 0; i < FRAMES; i++) {
    double seconds = (double)i / RATE;

    sweep[2 * i] = sweep[2 * i + 1] = sin(2 * G_PI * (100 + 2000 * seconds) * seconds) < 0 ? -1 : 1;
  }
  test_sound_file_write(path, SF_FORMAT_WAV | SF_FORMAT_FLOAT, RATE, 2, sweep, FRAMES);
}

/* A codec that has next to no bits for what it is given. */
static void
test_never_safe(Fixture *fixture, gconstpointer data)
{
  g_auto(Rendered) rendered = {0};
  const AlDelivered *download;

  (void)data;
  write_square_sweep(fixture->folder, "loud.wav");
  rendered = render(
      fixture, "deliver: {download: {format: opus 32, ceiling: 0 dBTP, codec-safe: yes}}\n", 2);
  download = delivered_at(&rendered, 0);
  g_assert_cmpuint(count_findings(&rendered, "E04"), ==, 1);
  g_assert_cmpuint(count_findings(&rendered, "E01"), ==, 1);
  g_assert_cmpuint(count_findings(&rendered, "E03"), ==, 0);
  g_assert_null(download->codecs_before);
  g_assert_cmpfloat(download->level.limiter.ceiling_dbtp, ==, 0);
  g_assert_cmpfloat(al_delivered_track(download, 2)->loudness.true_peak_dbtp, >, -0.1);
  g_assert_cmpuint(codec_at(download->codecs, 1)->check->overs->len, >, 0);
}

static void
test_threads(Fixture *fixture, gconstpointer data)
{
  const char *deliver =
      "deliver: {download: {format: opus 96, ceiling: -0.3 dBTP, codec-safe: yes}}\n";
  g_auto(Rendered) one = render(fixture, deliver, 1);
  g_auto(Rendered) three = render(fixture, deliver, 3);
  const AlDelivered *a = delivered_at(&one, 0), *b = delivered_at(&three, 0);

  (void)data;
  g_assert_cmpfloat(a->level.limiter.ceiling_dbtp, ==, b->level.limiter.ceiling_dbtp);
  for (guint i = 0; i < a->codecs->len; i++)
    g_assert_cmpfloat(codec_at(a->codecs, i)->check->true_peak_dbtp, ==,
                      codec_at(b->codecs, i)->check->true_peak_dbtp);
}

#define ADD(name, data, test) g_test_add(name, Fixture, data, set_up, test, tear_down)

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  ADD("/codec_safety/overs_are_told", NULL, test_overs_are_told);
  ADD("/codec_safety/safe/cd", safe_kinds[0], test_safe);
  ADD("/codec_safety/safe/streaming", safe_kinds[1], test_safe);
  ADD("/codec_safety/safe/download", safe_kinds[2], test_safe);
  ADD("/codec_safety/safe/vinyl", safe_kinds[3], test_safe);
  ADD("/codec_safety/others_keep_their_ceiling", NULL, test_others_keep_their_ceiling);
  ADD("/codec_safety/safe_as_it_is", NULL, test_safe_as_it_is);
  ADD("/codec_safety/never_safe", NULL, test_never_safe);
  ADD("/codec_safety/threads", NULL, test_threads);
  return g_test_run();
}
