/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/tone/tone_correction.h"

#include <string.h>

#include "album/tone/tone_smooth.h"

/* Bands that hold nothing. Music falls by 5 dB per octave and more, so that its top band may lie 50
 * dB below its loudest; 16 bits of dither lie lower. No equaliser of a mix takes 20 dB away. */
#define NOTHING_BELOW_LOUDEST_DB 65
#define NOTHING_BELOW_TARGET_DB 20

/* A side channel so far below mid is noise of a mono recording. */
#define NO_SIDE_DB (-50)

/* Corrections smaller than this are rounding. */
#define NOTHING_DB 1e-3

/* What is beyond the judged bands says little of the curve inside them. */
#define WEIGHT_BEYOND 0.25

/* The rest is for what the loudness does that the bands do not foresee: a limit holds for the
 * finished track, relative to its loudness. */
#define KEPT_OF_LIMIT 0.99

#define BISECTIONS 60

void
al_tone_settings_init(AlToneSettings *settings)
{
  *settings = (AlToneSettings){.strength = 0.5,
                               .limit_db = 3,
                               .side_limit_db = 2,
                               .detail_octaves = 0.5,
                               .low_hz = 20,
                               .high_hz = 20000,
                               .dead_zone_db = 0.5};
}

const char *
al_tone_stop_name(AlToneStop stop)
{
  static const char *const names[] = {
      [AL_TONE_STOP_REACHED] = "reached", [AL_TONE_STOP_RANGE] = "range",
      [AL_TONE_STOP_BOUND] = "bound",     [AL_TONE_STOP_DEAD_ZONE] = "dead zone",
      [AL_TONE_STOP_SILENCE] = "silence", [AL_TONE_STOP_SHORT] = "too short",
      [AL_TONE_STOP_OFF] = "off",
  };

  return names[stop];
}

/* From 0 to 1 over `octaves` that end at `full_hz` (going down: over those that begin there). */
static double
rise(double hz, double full_hz, double octaves, gboolean down)
{
  double from_full = log2(hz / full_hz) * (down ? -1 : 1);

  return CLAMP(1 + from_full / octaves, 0, 1);
}

/* How much of its correction a band gets. Half of it an octave beyond the judged bands is left of
 * the edges of hearing; at the ends of the range a third of an octave inside makes the slope. */
static double
taper(guint band, const AlToneSettings *settings)
{
  double hz = al_tone_band_hz(band);
  double edges = rise(hz, al_tone_band_hz(AL_TONE_FIRST_JUDGED), 1, FALSE) *
                 rise(hz, al_tone_band_hz(AL_TONE_LAST_JUDGED), 2.0 / 3.0, TRUE);
  double third = AL_TONE_BAND_OCTAVES;
  double low = rise(hz, settings->low_hz * exp2(third), third, FALSE);
  double high = rise(hz, settings->high_hz * exp2(-third), third, TRUE);

  return edges * MIN(low, high);
}

static double
loudest(const double level_db[AL_TONE_BANDS])
{
  double most = AL_TONE_NONE;

  for (guint band = 0; band < AL_TONE_BANDS; band++)
    most = MAX(most, level_db[band]);
  return most;
}

/* Fills the deviation from the target; and where the track holds nothing, forbids a lift. */
static void
deviate(AlToneCorrection *correction, const double is_db[AL_TONE_BANDS],
        const double target_db[AL_TONE_BANDS], double deviation_db[AL_TONE_BANDS])
{
  double nothing_db = loudest(is_db) - NOTHING_BELOW_LOUDEST_DB;
  double unknown_db = loudest(target_db) - NOTHING_BELOW_LOUDEST_DB;

  for (guint band = 0; band < AL_TONE_BANDS; band++) {
    double missing_db = target_db[band] - is_db[band];
    gboolean known = target_db[band] > unknown_db;

    deviation_db[band] = 0;
    if (is_db[band] < nothing_db || (known && missing_db > NOTHING_BELOW_TARGET_DB))
      correction->ceiling_db[band] = MIN(correction->ceiling_db[band], 0);
    else if (known)
      deviation_db[band] = MAX(missing_db, -NOTHING_BELOW_TARGET_DB);
  }
}

static void
smooth(double curve[AL_TONE_BANDS], double detail_octaves)
{
  double weight[AL_TONE_BANDS];

  for (guint band = 0; band < AL_TONE_BANDS; band++)
    weight[band] = band >= AL_TONE_FIRST_JUDGED && band <= AL_TONE_LAST_JUDGED ? 1 : WEIGHT_BEYOND;
  al_tone_smooth(curve, weight, detail_octaves);
}

static double
bounded(const AlToneCorrection *correction, guint band, double gain_db)
{
  return CLAMP(gain_db, correction->floor_db, correction->ceiling_db[band]);
}

/* The change of the loudness of a lane by moves of its bands. */
static double
loudness_of_move(const double is_db[AL_TONE_BANDS], const double move_db[AL_TONE_BANDS])
{
  double changed_db[AL_TONE_BANDS];

  for (guint band = 0; band < AL_TONE_BANDS; band++)
    changed_db[band] = is_db[band] + move_db[band];
  return al_tone_bands_loudness_db(changed_db) - al_tone_bands_loudness_db(is_db);
}

/* The change of the loudness of a lane by bounded gains that are raised by `level_db`. */
static double
loudness_change(const AlToneCorrection *correction, const double is_db[AL_TONE_BANDS],
                const double share_db[AL_TONE_BANDS], double level_db)
{
  double gain_db[AL_TONE_BANDS];

  for (guint band = 0; band < AL_TONE_BANDS; band++)
    gain_db[band] = bounded(correction, band, share_db[band] + level_db);
  return loudness_of_move(is_db, gain_db);
}

/* The level at which the loudness changes by so much: it rises with the level, so bisection finds
 * it. */
static double
find_level(const AlToneCorrection *correction, const double is_db[AL_TONE_BANDS],
           const double share_db[AL_TONE_BANDS], double change_db)
{
  double low = -2 * NOTHING_BELOW_TARGET_DB, high = 2 * NOTHING_BELOW_TARGET_DB;

  for (guint i = 0; i < BISECTIONS; i++) {
    double middle = 0.5 * (low + high);

    if (loudness_change(correction, is_db, share_db, middle) < change_db)
      low = middle;
    else
      high = middle;
  }
  return 0.5 * (low + high);
}

/* The deviation without its level, at the largest: what the dead zone is compared with. */
static double
largest(const double curve[AL_TONE_BANDS], double level_db)
{
  double most = 0;

  for (guint band = 0; band < AL_TONE_BANDS; band++)
    most = MAX(most, fabs(curve[band] + level_db));
  return most;
}

/* Bounds the share, and finds out what held it. */
static void
apply_share(AlToneCorrection *correction, double level_db)
{
  gboolean held = FALSE;

  for (guint band = 0; band < AL_TONE_BANDS; band++) {
    double gain_db = correction->share_db[band] + level_db;

    correction->gain_db[band] = correction->wanted_db[band] = bounded(correction, band, gain_db);
    held = held || gain_db < correction->floor_db - NOTHING_DB ||
           gain_db > MAX(correction->ceiling_db[band], -correction->floor_db) + NOTHING_DB;
  }
  if (held)
    correction->stop = AL_TONE_STOP_BOUND;
}

/* Whether a judged band lies further off than the dead zone where nothing may be done about it. */
static gboolean
is_out_of_range(const AlToneCorrection *correction, const double deviation_db[AL_TONE_BANDS],
                const AlToneSettings *settings, double limit_db)
{
  for (guint band = AL_TONE_FIRST_JUDGED; band <= AL_TONE_LAST_JUDGED; band++) {
    double left_db = fabs(deviation_db[band]) * (1 - taper(band, settings));

    if (left_db > settings->dead_zone_db + NOTHING_DB || correction->ceiling_db[band] < limit_db)
      return TRUE;
  }
  return FALSE;
}

static AlToneStop
reason_to_leave(const AlToneSpectrum *spectrum, AlToneLane lane, const AlToneSettings *settings)
{
  if (settings->strength <= 0)
    return AL_TONE_STOP_OFF;
  if (spectrum->heard_seconds <= 0 || spectrum->loudness_db[lane] <= AL_TONE_NONE ||
      (lane == AL_TONE_SIDE &&
       spectrum->loudness_db[AL_TONE_SIDE] - spectrum->loudness_db[AL_TONE_MID] < NO_SIDE_DB))
    return AL_TONE_STOP_SILENCE;
  return spectrum->heard_seconds < AL_TONE_LEAST_SECONDS ? AL_TONE_STOP_SHORT
                                                         : AL_TONE_STOP_REACHED;
}

void
al_tone_correction_propose(AlToneCorrection *correction, const AlToneSpectrum *spectrum,
                           const AlToneTarget *target, AlToneLane lane,
                           const AlToneSettings *settings)
{
  const double *is_db = spectrum->level_db[lane];
  double limit_db =
      KEPT_OF_LIMIT * (lane == AL_TONE_SIDE ? settings->side_limit_db : settings->limit_db);
  double deviation_db[AL_TONE_BANDS];
  double level_db;

  *correction = (AlToneCorrection){.floor_db = -limit_db};
  correction->stop = reason_to_leave(spectrum, lane, settings);
  if (correction->stop != AL_TONE_STOP_REACHED)
    return;
  for (guint band = 0; band < AL_TONE_BANDS; band++)
    correction->ceiling_db[band] = limit_db;
  deviate(correction, is_db, target->level_db[lane], deviation_db);
  smooth(deviation_db, settings->detail_octaves);
  for (guint band = 0; band < AL_TONE_BANDS; band++)
    correction->share_db[band] = deviation_db[band] * taper(band, settings);
  level_db = find_level(correction, is_db, correction->share_db, 0);
  if (largest(correction->share_db, level_db) <= MAX(settings->dead_zone_db, NOTHING_DB)) {
    correction->stop = AL_TONE_STOP_DEAD_ZONE;
    return;
  }
  if (is_out_of_range(correction, deviation_db, settings, limit_db))
    correction->stop = AL_TONE_STOP_RANGE;
  for (guint band = 0; band < AL_TONE_BANDS; band++)
    correction->share_db[band] *= settings->strength;
  apply_share(correction, find_level(correction, is_db, correction->share_db, 0));
}

gboolean
al_tone_correction_is_idle(const AlToneCorrection *correction)
{
  return largest(correction->gain_db, 0) <= 0;
}

double
al_tone_correction_miss_db(const AlToneCorrection *correction, const AlToneMoved *moved)
{
  double sum = 0;

  for (guint band = AL_TONE_FIRST_JUDGED; band <= AL_TONE_LAST_JUDGED; band++) {
    double miss = correction->wanted_db[band] - (moved->band_db[band] - moved->loudness_db);

    sum += miss * miss;
  }
  return sqrt(sum / AL_TONE_JUDGED);
}

/* The loudness of a track does not follow the model of its bands to the hundredth of a dB, since
 * gates open and close with the tone; by how much it does not, the first pass has shown. */
void
al_tone_correction_refine(AlToneCorrection *correction, const AlToneSpectrum *spectrum,
                          AlToneLane lane, const AlToneMoved *moved)
{
  const double *is_db = spectrum->level_db[lane];
  double unforeseen_db = moved->loudness_db - loudness_of_move(is_db, moved->band_db);
  double level_db = find_level(correction, is_db, correction->share_db, -unforeseen_db);

  for (guint band = 0; band < AL_TONE_BANDS; band++) {
    gboolean judged = band >= AL_TONE_FIRST_JUDGED && band <= AL_TONE_LAST_JUDGED;
    double smeared_db = judged ? correction->gain_db[band] - moved->band_db[band] : 0;

    correction->wanted_db[band] = bounded(correction, band, correction->share_db[band] + level_db);
    correction->gain_db[band] = bounded(correction, band, correction->wanted_db[band] + smeared_db);
  }
}
