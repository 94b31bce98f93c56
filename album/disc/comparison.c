/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/disc/comparison.h"

#include <math.h>

#include "album/disc/comparison_shift.h"
#include "redbook/msf.h"

/* Below this a difference in level, in dB, is none that matters. */
#define LEVEL_DB 0.05

/* A frame for people: on a disc in minutes, seconds and sectors. */
static char *
time_text(const AlRecording *recording, gint64 frame)
{
  gint64 milliseconds = ABS(frame) * 1000 / recording->rate;
  gint64 sector = frame / RB_FRAMES_PER_SECTOR;

  if (recording->image != NULL && frame >= 0 && sector < RB_MAX_SECTORS)
    return rb_msf_format((gint32)sector);
  return g_strdup_printf("%s%d:%02d.%03d", frame < 0 ? "-" : "", (int)(milliseconds / 60000),
                         (int)(milliseconds / 1000 % 60), (int)(milliseconds % 1000));
}

static void
add_level(GString *text, const AlAudioDifference *difference)
{
  double level_db = al_audio_difference_level_db(difference);

  if (isfinite(level_db) && fabs(level_db) >= LEVEL_DB)
    g_string_append_printf(text, " As a whole it is %.1f dB %s.", fabs(level_db),
                           level_db > 0 ? "louder" : "softer");
}

static void
tell_difference(const AlComparedAudio *compared, RbFindings *findings)
{
  const AlAudioDifference *difference = &compared->difference;
  const AlRecording *a = compared->pair.a;
  double null_db = al_audio_difference_null_db(difference);
  g_autofree char *first = time_text(a, difference->first_frame);
  g_autofree char *last = time_text(a, difference->last_frame);
  g_autoptr(GString) text = g_string_new(NULL);

  g_string_append_printf(text,
                         "The audio differs in %" G_GINT64_FORMAT " of %" G_GINT64_FORMAT
                         " frames, first at %s (frame %" G_GINT64_FORMAT
                         "), last at %s; the largest difference of a sample is %.1f dBFS.",
                         difference->differing_frames, difference->frames, first,
                         difference->first_frame, last, 20 * log10(difference->largest));
  if (isfinite(null_db))
    g_string_append_printf(text, " Null depth: %.1f dB.", null_db);
  add_level(text, difference);
  rb_findings_add(findings, "P20", RB_SEVERITY_ERROR, compared->pair.b->name, "%s", text->str);
}

static void
tell_shift(const AlComparedAudio *compared, RbFindings *findings)
{
  const AlRecordingPair *pair = &compared->pair;
  gint64 frames = ABS(pair->offset_frames);

  rb_findings_add(findings, "P30", RB_SEVERITY_ERROR, pair->b->name,
                  "The same audio comes %" G_GINT64_FORMAT " frame%s (%.3f ms) %s%s.", frames,
                  frames == 1 ? "" : "s", 1000.0 * (double)frames / pair->a->rate,
                  pair->offset_frames > 0 ? "later" : "earlier",
                  compared->difference.differing_frames == 0
                      ? "; moved back, it is the same sample for sample"
                      : "; what is said of its samples holds when it is moved back");
}

/* A shift counts where it leaves less of a difference. */
static gboolean
try_shifted(AlComparedAudio *compared, const AlJob *job, GError **error)
{
  AlComparedAudio shifted = *compared;

  if (!al_comparison_shift_find(&shifted.pair, job, error))
    return FALSE;
  if (shifted.pair.offset_frames == 0)
    return TRUE;
  if (!al_audio_difference_measure(&shifted.pair, job, &shifted.difference, error))
    return FALSE;
  if (shifted.difference.energy_difference < compared->difference.energy_difference)
    *compared = shifted;
  return TRUE;
}

static void
tell_audio(const AlComparedAudio *compared, RbFindings *findings)
{
  const AlRecordingPair *pair = &compared->pair;

  if (pair->offset_frames != 0)
    tell_shift(compared, findings);
  if (pair->a->path != NULL && pair->b->path != NULL && pair->a->frames != pair->b->frames)
    rb_findings_add(findings, "P31", RB_SEVERITY_ERROR, pair->b->name,
                    "The length: expected %" G_GINT64_FORMAT " frames, found %" G_GINT64_FORMAT ".",
                    pair->a->frames, pair->b->frames);
  if (compared->difference.differing_frames > 0)
    tell_difference(compared, findings);
}

static gboolean
compare_recordings(AlComparison *comparison, const AlRecordingPair *pair, const AlJob *job,
                   RbFindings *findings, GError **error)
{
  AlComparedAudio compared = {.pair = *pair};

  if (pair->a->rate != pair->b->rate) {
    rb_findings_add(findings, "P33", RB_SEVERITY_ERROR, pair->b->name,
                    "The sample rate: expected %d Hz, found %d Hz.", pair->a->rate, pair->b->rate);
    return TRUE;
  }
  if (!al_audio_difference_measure(&compared.pair, job, &compared.difference, error) ||
      (compared.difference.differing_frames > 0 && !try_shifted(&compared, job, error)))
    return FALSE;
  tell_audio(&compared, findings);
  g_array_append_val(comparison->audio, compared);
  return TRUE;
}

static gboolean
compare_audio(AlComparison *comparison, const AlComparisonSide *a, const AlComparisonSide *b,
              const AlJob *job, RbFindings *findings, GError **error)
{
  if (a->recordings->len != b->recordings->len) {
    rb_findings_add(findings, "P32", RB_SEVERITY_ERROR, "",
                    "The number of recordings: expected %u, found %u.", a->recordings->len,
                    b->recordings->len);
    return TRUE;
  }
  for (guint i = 0; i < a->recordings->len; i++) {
    const AlRecordingPair pair = {.a = al_comparison_side_get(a, i),
                                  .b = al_comparison_side_get(b, i)};

    if (!compare_recordings(comparison, &pair, job, findings, error))
      return FALSE;
  }
  return TRUE;
}

AlComparison *
al_compare(const AlComparisonSide *a, const AlComparisonSide *b, const AlJob *job,
           RbFindings *findings, GError **error)
{
  g_autoptr(AlComparison) comparison = g_new0(AlComparison, 1);

  comparison->audio = g_array_new(FALSE, FALSE, sizeof(AlComparedAudio));
  if (a->disc != NULL && b->disc != NULL) {
    comparison->discs = TRUE;
    if (a->disc->disc->tracks->len == b->disc->disc->tracks->len)
      comparison->both_carry = a->disc->carries & b->disc->carries;
    rb_disc_compare(a->disc->disc, b->disc->disc, comparison->both_carry, findings);
  }
  return compare_audio(comparison, a, b, job, findings, error) ? g_steal_pointer(&comparison)
                                                               : NULL;
}

void
al_comparison_free(AlComparison *comparison)
{
  if (comparison == NULL)
    return;
  g_array_unref(comparison->audio);
  g_free(comparison);
}
