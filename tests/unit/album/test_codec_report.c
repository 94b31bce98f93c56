/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/codec_report.h"

#include <math.h>

/* A track through a codec, with overs at 0.1 s, 10.1 s, 20.1 s and so on. */
static void
add_codec(GPtrArray *codecs, guint track, AlCodec codec, double true_peak_dbtp, guint overs)
{
  AlDeliveredCodec *tried = g_new0(AlDeliveredCodec, 1);

  tried->track = track;
  tried->encoding = (AlEncoding){.codec = codec, .rate = 48000, .kbps = 160};
  tried->check = g_new0(AlCodecCheck, 1);
  tried->check->true_peak_dbtp = true_peak_dbtp;
  tried->check->sample_peak_dbfs = true_peak_dbtp - 0.2;
  tried->check->overs = g_array_new(FALSE, FALSE, sizeof(AlCodecOver));
  for (guint i = 0; i < overs; i++) {
    AlCodecOver over = {.seconds = 0.1 + 10 * i, .true_peak_dbtp = true_peak_dbtp - 0.05 * i};

    g_array_append_val(tried->check->overs, over);
  }
  g_ptr_array_add(codecs, tried);
}

static GPtrArray *
codecs_new(void)
{
  return g_ptr_array_new_with_free_func(al_delivered_codec_free);
}

static void
expect(const RbFindings *findings, guint i, const char *id, const char *place, const char *text)
{
  const RbFinding *finding = rb_findings_get(findings, i);

  g_assert_cmpstr(finding->id, ==, id);
  g_assert_cmpstr(finding->place, ==, place);
  g_assert_cmpstr(finding->text, ==, text);
}

static void
test_overs(void)
{
  g_autoptr(GPtrArray) codecs = codecs_new();
  g_autoptr(RbFindings) findings = rb_findings_new();
  const AlDeliverable deliverable = {.name = (char *)(guintptr) "web"};
  const AlDelivered delivered = {.deliverable = &deliverable, .codecs = codecs};

  add_codec(codecs, 1, AL_CODEC_OPUS, 1.24, 7);
  add_codec(codecs, 1, AL_CODEC_MP3, -0.3, 0);
  add_codec(codecs, 2, AL_CODEC_OPUS, -0.29, 0);
  add_codec(codecs, 2, AL_CODEC_MP3, -HUGE_VAL, 0);
  al_codec_report(&delivered, findings);
  g_assert_cmpuint(rb_findings_count(findings), ==, 2);
  expect(findings, 0, "E01", "web, track 1",
         "opus 160 makes peaks over full scale of it, up to +1.24 dBTP, at 0:00.1 (+1.24 dBTP), "
         "0:10.1 (+1.19 dBTP), 0:20.1 (+1.14 dBTP), 0:30.1 (+1.09 dBTP), 0:40.1 (+1.04 dBTP) and 2 "
         "more; lower the ceiling, or write codec-safe: yes.");
  expect(findings, 1, "E02", "web, track 2",
         "opus 160 brings its peaks up to -0.29 dBTP, near full scale.");
  g_assert_true(al_codec_report_worst(codecs) == g_ptr_array_index(codecs, 0));
}

static void
test_lowered(void)
{
  g_autoptr(GPtrArray) codecs = codecs_new();
  g_autoptr(GPtrArray) before = codecs_new();
  g_autoptr(RbFindings) findings = rb_findings_new();
  const AlDeliverable deliverable = {
      .name = (char *)(guintptr) "web", .level.limiter.ceiling_dbtp = -1, .codecs.safe = TRUE};
  const AlDelivered delivered = {.deliverable = &deliverable,
                                 .level.limiter.ceiling_dbtp = -1.86,
                                 .codecs = codecs,
                                 .codecs_before = before};

  add_codec(before, 1, AL_CODEC_MP3, 0.3, 1);
  add_codec(before, 2, AL_CODEC_MP3, 0.81, 1);
  add_codec(before, 3, AL_CODEC_MP3, -0.1, 0);
  for (guint track = 1; track <= 3; track++)
    add_codec(codecs, track, AL_CODEC_MP3, -0.05, 0);
  al_codec_report(&delivered, findings);
  g_assert_cmpuint(rb_findings_count(findings), ==, 1);
  expect(findings, 0, "E03", "web",
         "Its ceiling is 0.86 dB lower than was asked for, at -1.86 dBTP: at -1.00 dBTP mp3 160 "
         "made peaks of +0.81 dBTP of track 2 (2 of 3 tracks and codecs were over).");
}

static void
test_unsafe(void)
{
  g_autoptr(RbFindings) findings = rb_findings_new();
  const AlDeliverable deliverable = {.name = (char *)(guintptr) "web",
                                     .level.limiter.ceiling_dbtp = -1};
  const AlDelivered delivered = {.deliverable = &deliverable};

  al_codec_report_unsafe(&delivered, findings);
  g_assert_cmpint(rb_findings_get(findings, 0)->severity, ==, RB_SEVERITY_ERROR);
  expect(findings, 0, "E04", "web",
         "No ceiling down to -7.00 dBTP keeps what its codecs make of it below full scale; it was "
         "made with the ceiling that was asked for.");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/codec_report/overs", test_overs);
  g_test_add_func("/codec_report/lowered", test_lowered);
  g_test_add_func("/codec_report/unsafe", test_unsafe);
  return g_test_run();
}
