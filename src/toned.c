/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "src/toned.h"

#include <math.h>
#include <stdio.h>

#include "album/tone/tone_moves.h"
#include "album/tone/tone_picture.h"
#include "src/table.h"

#define OCTAVES (AL_TONE_BANDS / 3)

/* What a cell of a table shows of three thirds, or one. */
typedef double (*Value)(const AlToneTrack *track, guint lane, guint first_band, guint bands);

static const char *
title_of(const AlProject *project, guint number)
{
  const char *title = al_project_track(project, number)->texts.field[RB_TEXT_TITLE];

  return title != NULL ? title : "";
}

static double
sum_db(const double *level_db, guint first_band, guint bands)
{
  double power = 0;

  for (guint band = first_band; band < first_band + bands; band++)
    power += pow(10, level_db[band] / 10);
  return 10 * log10(power);
}

static double
deviation(const AlToneTrack *track, guint lane, guint first_band, guint bands)
{
  AlToneLane which = track->lane[lane].lane;

  return sum_db(track->spectrum.level_db[which], first_band, bands) -
         sum_db(track->target.level_db[which], first_band, bands);
}

static double
correction(const AlToneTrack *track, guint lane, guint first_band, guint bands)
{
  double sum = 0;

  for (guint band = first_band; band < first_band + bands; band++)
    sum += track->lane[lane].correction.gain_db[band];
  return sum / bands;
}

static double
target(const AlToneTrack *track, guint lane, guint first_band, guint bands)
{
  return sum_db(track->target.level_db[track->lane[lane].lane], first_band, bands);
}

static void
print_db(Table *table, double db, gboolean with_sign)
{
  double rounded = round(10 * db) / 10;

  if (!isfinite(db))
    table_add(table, "-");
  else
    table_add(table, with_sign && rounded != 0 ? "%+.1f" : "%.1f", rounded + 0.0);
}

/* "", or which of its lanes a row is of. */
static const char *
lane_name(const AlToneTrack *track, guint lane)
{
  return track->lanes == 1 ? "" : lane == 0 ? " (mid)" : " (side)";
}

static void
print_octave_row(Table *table, const AlToneTrack *track, guint lane, Value value)
{
  for (guint octave = 0; octave < OCTAVES; octave++)
    print_db(table, value(track, lane, 3 * octave, 3), value != target);
}

static void
print_distances(Table *table, const AlToneTrack *track, guint lane)
{
  print_db(table, track->lane[lane].distance_before_db, FALSE);
  print_db(table, track->lane[lane].distance_after_db, FALSE);
  table_add(table, "%s%s", al_tone_stop_name(track->lane[lane].correction.stop),
            track->refined ? ", refined" : "");
}

/* One row a track, or a lane of one. */
static void
print_octaves(const AlProject *project, const AlToneMatch *match, Value value)
{
  static const char *const columns[] = {">Nr",  "Title", ">31.5",      ">63", ">125", ">250",
                                        ">500", ">1k",   ">2k",        ">4k", ">8k",  ">16k",
                                        ">dB",  ">Then", "Stopped by", NULL};
  g_autoptr(Table) table = table_new(columns);

  for (guint number = 1; number <= project->tracks->len; number++) {
    const AlToneTrack *track = al_tone_match_track(match, number);

    for (guint lane = 0; lane < track->lanes; lane++) {
      table_add(table, "%u", number);
      table_add(table, "%s%s", title_of(project, number), lane_name(track, lane));
      print_octave_row(table, track, lane, value);
      print_distances(table, track, lane);
    }
  }
  table_print(table, stdout);
}

/* "Hz" and a column for every row that print_octaves() would have. */
static GPtrArray *
third_columns(const AlProject *project, const AlToneMatch *match)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func(g_free);

  g_ptr_array_add(columns, g_strdup(">Hz"));
  for (guint number = 1; number <= project->tracks->len; number++) {
    const AlToneTrack *track = al_tone_match_track(match, number);

    for (guint lane = 0; lane < track->lanes; lane++)
      g_ptr_array_add(columns, g_strdup_printf(">%u%s", number, lane_name(track, lane)));
  }
  g_ptr_array_add(columns, NULL);
  return columns;
}

/* One row a band. */
static void
print_thirds(const AlProject *project, const AlToneMatch *match, Value value)
{
  g_autoptr(GPtrArray) columns = third_columns(project, match);
  g_autoptr(Table) table = table_new((const char *const *)(gpointer)columns->pdata);

  for (guint band = 0; band < AL_TONE_BANDS; band++) {
    table_add(table, "%s", al_tone_band_name(band));
    for (guint number = 1; number <= project->tracks->len; number++) {
      const AlToneTrack *track = al_tone_match_track(match, number);

      for (guint lane = 0; lane < track->lanes; lane++)
        print_db(table, value(track, lane, band, 1), value != target);
    }
  }
  table_print(table, stdout);
}

static void
print_values(const AlProject *project, const AlToneMatch *match, TonedBands bands, Value value)
{
  if (bands == TONED_OCTAVES)
    print_octaves(project, match, value);
  else
    print_thirds(project, match, value);
}

GArray *
toned_moves(const AlToneTrack *track)
{
  static const AlEqChannel channels[AL_TONE_LANES] = {
      [AL_TONE_STEREO] = AL_EQ_STEREO, [AL_TONE_MID] = AL_EQ_MID, [AL_TONE_SIDE] = AL_EQ_SIDE};
  GArray *moves = g_array_new(FALSE, FALSE, sizeof(AlEqBand));

  for (guint lane = 0; lane < track->lanes; lane++) {
    const AlToneLaneDone *done = &track->lane[lane];
    g_autoptr(GArray) of_lane = al_tone_moves_new(done->correction.gain_db, channels[done->lane]);

    g_array_append_vals(moves, of_lane->data, of_lane->len);
  }
  return moves;
}

static void
print_moves(const AlProject *project, const AlToneMatch *match)
{
  printf("\nThe nearest moves of an equaliser, and as steps of a chain:\n");
  for (guint number = 1; number <= project->tracks->len; number++) {
    g_autoptr(GArray) moves = toned_moves(al_tone_match_track(match, number));
    g_autofree char *words = al_tone_moves_words(moves);
    g_autofree char *step = al_tone_moves_step(moves);

    if (moves->len == 0)
      printf("%3u  none\n", number);
    else
      printf("%3u  %s\n     - %s\n", number, words, step);
  }
}

void
toned_print_corrections(const AlProject *project, const AlToneMatch *match, TonedBands bands)
{
  printf("\nCorrection of the tone in dB, the distance from the target (RMS), and then:\n");
  print_values(project, match, bands, correction);
  print_moves(project, match);
}

void
toned_print(const AlProject *project, const AlToneMatch *match, TonedBands bands)
{
  printf("Targets: levels in dB, relative to the loudness:\n");
  print_values(project, match, bands, target);
  printf("\nTracks in dB from their targets:\n");
  print_values(project, match, bands, deviation);
  toned_print_corrections(project, match, bands);
}

gboolean
toned_draw(const AlProject *project, const AlToneMatch *match, const char *path, GError **error)
{
  guint count = project->tracks->len;
  g_autofree AlToneLine *lines = g_new0(AlToneLine, count + 1);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  const AlTonePicture picture = {
      .title = project->album.texts.field[RB_TEXT_TITLE], .lines = lines, .count = count + 1};

  for (guint number = 1; number <= count; number++) {
    char *name = g_strdup_printf("%u %s", number, title_of(project, number));

    g_ptr_array_add(names, name);
    lines[number - 1] = (AlToneLine){
        .name = name,
        .level_db = al_tone_match_track(match, number)->spectrum.level_db[AL_TONE_STEREO]};
  }
  lines[count] = (AlToneLine){.name = "centre of the album",
                              .level_db = al_tone_match_centre(match)->level_db[AL_TONE_STEREO],
                              .strong = TRUE};
  return al_tone_picture_write(&picture, path, error);
}
