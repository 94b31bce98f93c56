/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/codec_report.h"

#include <math.h>

/* Above this a decoder of another make may be over. */
#define NEAR_LIMIT_DBTP (AL_CODEC_LIMIT_DBTP - 0.3)

/* A finding names so many overs, and counts the others. */
#define MOST_TIMES 5

static const AlDeliveredCodec *
codec_at(const GPtrArray *codecs, guint i)
{
  return g_ptr_array_index(codecs, i);
}

const AlDeliveredCodec *
al_codec_report_worst(const GPtrArray *codecs)
{
  const AlDeliveredCodec *worst = codec_at(codecs, 0);

  for (guint i = 1; i < codecs->len; i++)
    if (al_codec_check_peak(codec_at(codecs, i)->check) > al_codec_check_peak(worst->check))
      worst = codec_at(codecs, i);
  return worst;
}

/* ", at 0:03.2 (+0.81 dBTP), 1:10.0 (+0.12 dBTP) and 7 more", or nothing. */
static char *
list_times(const GArray *overs)
{
  GString *text = g_string_new(NULL);

  for (guint i = 0; i < MIN(overs->len, MOST_TIMES); i++) {
    const AlCodecOver *over = &g_array_index(overs, AlCodecOver, i);
    int tenths = (int)round(10 * over->seconds);

    g_string_append_printf(text, "%s%d:%02d.%d (%+.2f dBTP)", i > 0 ? ", " : ", at ", tenths / 600,
                           tenths / 10 % 60, tenths % 10, over->true_peak_dbtp);
  }
  if (overs->len > MOST_TIMES)
    g_string_append_printf(text, " and %u more", overs->len - MOST_TIMES);
  return g_string_free(text, FALSE);
}

static void
report_codec(const AlDelivered *delivered, const AlDeliveredCodec *codec, RbFindings *findings)
{
  g_autofree char *place =
      g_strdup_printf("%s, track %u", delivered->deliverable->name, codec->track);
  g_autofree char *name = al_encoding_print(&codec->encoding);
  g_autofree char *times = list_times(codec->check->overs);
  double peak_dbtp = al_codec_check_peak(codec->check);
  gboolean safe = delivered->deliverable->codecs.safe;

  if (peak_dbtp > AL_CODEC_LIMIT_DBTP)
    rb_findings_add(findings, "E01", RB_SEVERITY_WARNING, place,
                    "%s makes peaks over full scale of it, up to %+.2f dBTP%s%s.", name, peak_dbtp,
                    times, safe ? "" : "; lower the ceiling, or write codec-safe: yes");
  else if (peak_dbtp > NEAR_LIMIT_DBTP && !safe)
    rb_findings_add(findings, "E02", RB_SEVERITY_NOTE, place,
                    "%s brings its peaks up to %+.2f dBTP, near full scale.", name, peak_dbtp);
}

/* Of all that were over, the worst is named. */
static void
report_lowered(const AlDelivered *delivered, RbFindings *findings)
{
  const AlDeliveredCodec *worst = al_codec_report_worst(delivered->codecs_before);
  g_autofree char *name = al_encoding_print(&worst->encoding);
  double asked_dbtp = delivered->deliverable->level.limiter.ceiling_dbtp;
  double ceiling_dbtp = delivered->level.limiter.ceiling_dbtp;
  guint over = 0;

  for (guint i = 0; i < delivered->codecs_before->len; i++)
    over += al_codec_check_peak(codec_at(delivered->codecs_before, i)->check) > AL_CODEC_LIMIT_DBTP;
  rb_findings_add(findings, "E03", RB_SEVERITY_NOTE, delivered->deliverable->name,
                  "Its ceiling is %.2f dB lower than was asked for, at %.2f dBTP: at %.2f dBTP "
                  "%s made peaks of %+.2f dBTP of track %u (%u of %u tracks and codecs were over).",
                  asked_dbtp - ceiling_dbtp, ceiling_dbtp, asked_dbtp, name,
                  al_codec_check_peak(worst->check), worst->track, over,
                  delivered->codecs_before->len);
}

void
al_codec_report(const AlDelivered *delivered, RbFindings *findings)
{
  for (guint i = 0; i < delivered->codecs->len; i++)
    report_codec(delivered, codec_at(delivered->codecs, i), findings);
  if (delivered->codecs_before != NULL)
    report_lowered(delivered, findings);
}

void
al_codec_report_unsafe(const AlDelivered *delivered, RbFindings *findings)
{
  rb_findings_add(findings, "E04", RB_SEVERITY_ERROR, delivered->deliverable->name,
                  "No ceiling down to %.2f dBTP keeps what its codecs make of it below full scale; "
                  "it was made with the ceiling that was asked for.",
                  delivered->deliverable->level.limiter.ceiling_dbtp - AL_CODEC_MOST_LOWERING_DB);
}
