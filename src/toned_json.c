/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "album/tone/tone_moves.h"
#include "src/report.h"
#include "src/toned.h"

static void
json_levels(JsonBuilder *builder, const char *name, const double level_db[AL_TONE_BANDS])
{
  json_builder_set_member_name(builder, name);
  json_builder_begin_array(builder);
  for (guint band = 0; band < AL_TONE_BANDS; band++) {
    if (isfinite(level_db[band]))
      json_builder_add_double_value(builder, level_db[band]);
    else
      json_builder_add_null_value(builder);
  }
  json_builder_end_array(builder);
}

static void
json_bands(JsonBuilder *builder)
{
  double hz[AL_TONE_BANDS];

  for (guint band = 0; band < AL_TONE_BANDS; band++)
    hz[band] = al_tone_band_hz(band);
  json_levels(builder, "bands_hz", hz);
}

static void
json_lane(JsonBuilder *builder, const AlToneTrack *track, const AlToneLaneDone *done)
{
  static const char *const names[AL_TONE_LANES] = {"stereo", "mid", "side"};

  json_builder_begin_object(builder);
  report_json_text(builder, "lane", names[done->lane]);
  json_levels(builder, "level_db", track->spectrum.level_db[done->lane]);
  json_levels(builder, "target_db", track->target.level_db[done->lane]);
  json_levels(builder, "correction_db", done->correction.gain_db);
  json_levels(builder, "after_db", done->after_db);
  report_json_number(builder, "distance_before_db", done->distance_before_db);
  report_json_number(builder, "distance_after_db", done->distance_after_db);
  report_json_text(builder, "stopped_by", al_tone_stop_name(done->correction.stop));
  json_builder_end_object(builder);
}

static void
json_moves(JsonBuilder *builder, const AlToneTrack *track)
{
  g_autoptr(GArray) moves = toned_moves(track);
  g_autofree char *words = al_tone_moves_words(moves);
  g_autofree char *step = al_tone_moves_step(moves);

  report_json_text(builder, "moves", moves->len > 0 ? words : NULL);
  report_json_text(builder, "step", moves->len > 0 ? step : NULL);
}

static void
json_track(JsonBuilder *builder, const AlProject *project, const AlToneTrack *track, guint number)
{
  const AlTrack *entry = al_project_track(project, number);

  json_builder_begin_object(builder);
  json_builder_set_member_name(builder, "number");
  json_builder_add_int_value(builder, number);
  report_json_text(builder, "title", entry->texts.field[RB_TEXT_TITLE]);
  report_json_number(builder, "match_percent",
                     entry->tone.on ? 100 * entry->tone.settings.strength : 0);
  report_json_number(builder, "heard_seconds", track->spectrum.heard_seconds);
  report_json_text(builder, "stopped_by", al_tone_stop_name(track->stop));
  json_builder_set_member_name(builder, "refined");
  json_builder_add_boolean_value(builder, track->refined);
  json_builder_set_member_name(builder, "lanes");
  json_builder_begin_array(builder);
  for (guint lane = 0; lane < track->lanes; lane++)
    json_lane(builder, track, &track->lane[lane]);
  json_builder_end_array(builder);
  json_moves(builder, track);
  json_builder_end_object(builder);
}

void
toned_json(JsonBuilder *builder, const AlProject *project, const AlToneMatch *match)
{
  json_builder_set_member_name(builder, "tone");
  if (match == NULL) {
    json_builder_add_null_value(builder);
    return;
  }
  json_builder_begin_object(builder);
  json_bands(builder);
  json_levels(builder, "centre_db", al_tone_match_centre(match)->level_db[AL_TONE_STEREO]);
  json_builder_set_member_name(builder, "tracks");
  json_builder_begin_array(builder);
  for (guint number = 1; number <= project->tracks->len; number++)
    json_track(builder, project, al_tone_match_track(match, number), number);
  json_builder_end_array(builder);
  json_builder_end_object(builder);
}
