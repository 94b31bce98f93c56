/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/finished_report.h"

#include <math.h>

static void
tell_overs(const AlPeakRegion *peaks, int rate, const char *place, RbFindings *findings)
{
  if (peaks->over_full_scale == 0)
    return;
  rb_findings_add(findings, "A01", RB_SEVERITY_ERROR, place,
                  "%" G_GINT64_FORMAT " samples are over full scale, by up to %.2f dB, and were "
                  "clipped, first %.3f s into the track; lower its level, or give a ceiling.",
                  peaks->over_full_scale, 20 * log10(peaks->peak),
                  (double)(peaks->first_over_frame - peaks->first_frame) / rate);
}

static void
tell_missed(double lufs, double target, const char *place, RbFindings *findings)
{
  if (fabs(lufs - target) > AL_MATCH_ACCURACY_LU)
    rb_findings_add(findings, "A03", RB_SEVERITY_WARNING, place,
                    "It measures %.2f LUFS and was to have %.2f LUFS.", lufs, target);
}

static void
tell_held_by_reduction(const AlDeliveredLevel *level, const AlMatchedTrack *matched, double lufs,
                       double target, const char *place, RbFindings *findings)
{
  rb_findings_add(findings, "A02", RB_SEVERITY_WARNING, place,
                  "It reaches %.1f LUFS with %.1f dB of limiting, which is all that "
                  "max-reduction allows; %.1f LUFS %s %.1f dB of gain and %.1f dB of limiting.",
                  lufs, level->max_reduction_db, target,
                  matched->out_of_reach ? "is out of reach even with" : "would need",
                  matched->needed_gain_db, matched->needed_reduction_db);
}

/* What matching came to, of one track or of the album. */
static void
tell_match(const AlDeliveredLevel *level, const AlMatchedTrack *matched, double lufs, double target,
           const char *place, RbFindings *findings)
{
  if (target <= AL_LOUDNESS_NONE || lufs <= AL_LOUDNESS_NONE)
    return;
  switch (matched->held) {
  case AL_MATCH_HELD_NOT:
    tell_missed(lufs, target, place, findings);
    break;
  case AL_MATCH_HELD_BY_REDUCTION:
    tell_held_by_reduction(level, matched, lufs, target, place, findings);
    break;
  case AL_MATCH_HELD_BY_GAIN:
    rb_findings_add(
        findings, "A02", RB_SEVERITY_WARNING, place,
        "It reaches %.1f LUFS, and not %.1f, with %d dB of gain, and no more is given: it "
        "is very quiet (is it hiss, or a click in silence? Else raise the mix), or the "
        "ceiling leaves no room.",
        lufs, target, AL_MATCH_MOST_GAIN_DB);
    break;
  case AL_MATCH_HELD_BY_CROSSFADE:
    rb_findings_add(findings, "A02", RB_SEVERITY_WARNING, place,
                    "With the end of the track before, which sounds in its crossfade, it measures "
                    "%.1f LUFS, and not %.1f; its gain is not moved by more than %d dB for that.",
                    lufs, target, AL_MATCH_CROSSFADE_DB);
    break;
  }
}

static void
fill_loudness(const AlMatchedTrack *matched, const AlMeasured *measured,
              const AlReduction *reduction, AlDeliveredLoudness *loudness)
{
  *loudness = (AlDeliveredLoudness){
      .before_lufs = matched->before_lufs,
      .target_lufs = matched->target_lufs,
      .gain_db = matched->gain_db,
      .integrated_lufs = measured->loudness.integrated_lufs,
      .sample_peak_dbfs = al_levels_peak_dbfs(&measured->levels),
      .true_peak_dbtp = measured->true_peak_dbtp,
      .plr_lu = measured->plr_lu,
      .max_reduction_db = reduction->max_db,
      .mean_reduction_db = reduction->mean_db,
  };
}

static void
report_track(const AlFinished *finished, AlDelivered *delivered, guint number, RbFindings *findings)
{
  const AlMatchedTrack *matched = &g_array_index(finished->matched, AlMatchedTrack, number);
  const AlFinishedRegions *regions = finished->regions;
  AlMeasurement *const *measured = al_region_measurement_list(regions->measured) + number;
  g_autofree char *place = g_strdup_printf("%s, track %u", delivered->deliverable->name, number);
  AlLoudnessMode mode = delivered->level.mode;

  fill_loudness(matched, al_measurement_get(*measured), &regions->reductions[number],
                &al_delivered_track(delivered, number)->loudness);
  tell_overs(&regions->peaks[number], finished->rate, place, findings);
  if (mode != AL_LOUDNESS_MODE_OFF && matched->before_lufs <= AL_LOUDNESS_NONE)
    rb_findings_add(findings, "A04", RB_SEVERITY_NOTE, place,
                    "It has no loudness (silence, or shorter than 400 ms) and %s.",
                    mode == AL_LOUDNESS_MODE_ALBUM ? "goes with the album" : "keeps its level");
  tell_match(&delivered->level, matched, al_match_loudness(finished->matching, measured, 1),
             matched->target_lufs, place, findings);
}

/* In album mode the album has the target, or its anchor. */
static void
report_album(const AlFinished *finished, AlDelivered *delivered, RbFindings *findings)
{
  const AlMatching *matching = finished->matching;
  const AlDeliveredLevel *level = &delivered->level;
  const AlMatchedTrack *first = &g_array_index(finished->matched, AlMatchedTrack, 1);
  AlMeasurement *const *measured = al_region_measurement_list(finished->regions->measured);
  guint count = delivered->tracks->len;
  guint anchor = al_match_anchor(matching, level);
  AlMeasured album = al_measurement_album(measured + 1, count);
  double lufs = anchor != 0 ? al_match_loudness(matching, measured + anchor, 1)
                            : al_match_loudness(matching, measured + 1, count);

  delivered->album_lufs = album.loudness.integrated_lufs;
  if (level->mode == AL_LOUDNESS_MODE_ALBUM && level->has_target)
    tell_match(level, first, lufs, level->target_lufs, delivered->deliverable->name, findings);
}

void
al_finished_report(const AlFinished *finished, AlDelivered *delivered, RbFindings *findings)
{
  delivered->passes = finished->passes;
  for (guint number = 1; number < finished->matched->len; number++)
    report_track(finished, delivered, number, findings);
  report_album(finished, delivered, findings);
}
