/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/eq.h"

#include "album/error.h"
#include "album/process/eq_band.h"
#include "album/process/eq_dynamic.h"
#include "album/process/eq_linear.h"
#include "album/process/stage.h"

/* Nearer to half the rate no digital filter can follow the analogue one. */
#define HIGHEST_SHARE_OF_RATE 0.48

/* A band at work. */
typedef struct {
  AlEqChannel channel;
  guint sections;
  AlBiquad section[AL_EQ_MAX_SECTIONS];
  AlBiquadState state[AL_EQ_MAX_SECTIONS][2];
  AlEqDynamic *dynamic; /* NULL where it is not */
} Band;

typedef struct {
  AlStage stage;
  GArray *bands;       /* of Band */
  AlSource *linear[2]; /* linear phase: what stands before the stage; else NULL */
} Eq;

static void
band_work(Band *band, double *block, gsize frames)
{
  double first[AL_STAGE_PIECE], second[AL_STAGE_PIECE];
  double *lane[2] = {first, second};
  guint lanes;

  if (band->channel == AL_EQ_STEREO && band->dynamic == NULL) {
    for (guint i = 0; i < band->sections; i++)
      al_biquad_run_stereo(&band->section[i], band->state[i], block, frames);
    return;
  }
  lanes = al_eq_lanes_take(band->channel, block, frames, lane);
  for (guint i = 0; i < band->sections; i++)
    for (guint k = 0; k < lanes; k++)
      al_biquad_run(&band->section[i], &band->state[i][k], lane[k], frames, 1);
  if (band->dynamic != NULL)
    al_eq_dynamic_run(band->dynamic, lane, lanes, frames);
  al_eq_lanes_put(band->channel, block, frames, lane);
}

static void
eq_work(AlStage *stage, double *block, gsize frames)
{
  Eq *eq = (Eq *)stage;

  for (guint i = 0; i < eq->bands->len; i++)
    band_work(&g_array_index(eq->bands, Band, i), block, frames);
}

static void
eq_settle(AlStage *stage)
{
  Eq *eq = (Eq *)stage;

  for (guint i = 0; i < eq->bands->len; i++) {
    Band *band = &g_array_index(eq->bands, Band, i);

    for (guint k = 0; k < band->sections; k++) {
      al_biquad_settle(&band->state[k][0]);
      al_biquad_settle(&band->state[k][1]);
    }
    if (band->dynamic != NULL)
      al_eq_dynamic_settle(band->dynamic);
  }
}

static void
eq_clear(AlStage *stage)
{
  Eq *eq = (Eq *)stage;

  for (guint i = 0; i < eq->bands->len; i++)
    g_free(g_array_index(eq->bands, Band, i).dynamic);
  g_array_unref(eq->bands);
  for (guint i = 0; i < 2; i++)
    al_source_free(eq->linear[i]);
}

/* Adds a band's sections (unless a kernel has them) and its dynamic part. */
static void
add_band(Eq *eq, const AlEqBand *settings, AlEqPhase phase, int rate)
{
  AlPrototype sections[AL_EQ_MAX_SECTIONS];
  Band band = {.channel = settings->channel};

  if (phase == AL_EQ_MINIMUM_PHASE)
    band.sections = al_eq_band_sections(settings, sections);
  for (guint i = 0; i < band.sections; i++)
    band.section[i] = al_biquad_match(&sections[i], rate);
  if (al_eq_band_is_dynamic(settings)) {
    band.dynamic = g_new(AlEqDynamic, 1);
    al_eq_dynamic_init(band.dynamic, settings, rate);
  }
  if (band.sections > 0 || band.dynamic != NULL)
    g_array_append_val(eq->bands, band);
}

static gboolean
check_bands(const GArray *bands, int rate, GError **error)
{
  for (guint i = 0; i < bands->len; i++) {
    double hz = g_array_index(bands, AlEqBand, i).hz;

    if (hz > HIGHEST_SHARE_OF_RATE * rate) {
      g_set_error(error, AL_ERROR, AL_ERROR_PROJECT,
                  "band %u: %.0f Hz is too near half the sample rate of %d Hz", i + 1, hz, rate);
      return FALSE;
    }
  }
  return TRUE;
}

AlSource *
al_eq_new(AlSource *input, const AlEqSettings *settings, GError **error)
{
  static const AlStageClass class = {eq_work, eq_settle, eq_clear};
  Eq *eq;

  if (!check_bands(settings->bands, input->rate, error))
    return NULL;
  eq = g_new0(Eq, 1);
  eq->bands = g_array_new(FALSE, FALSE, sizeof(Band));
  for (guint i = 0; i < 2 && settings->phase == AL_EQ_LINEAR_PHASE; i++) {
    AlSource *linear = al_eq_linear_new(input, settings->bands, i == 1);

    if (linear != input)
      eq->linear[i] = input = linear;
  }
  al_stage_init(&eq->stage, &class, input);
  for (guint i = 0; i < settings->bands->len; i++)
    add_band(eq, &g_array_index(settings->bands, AlEqBand, i), settings->phase, input->rate);
  return &eq->stage.source;
}

AlActivity
al_eq_activity(const AlSource *source)
{
  const Eq *eq = (const Eq *)source;
  AlActivity most = {0};

  for (guint i = 0; i < eq->bands->len; i++) {
    const AlEqDynamic *dynamic = g_array_index(eq->bands, Band, i).dynamic;
    AlActivity activity = {0};

    if (dynamic != NULL)
      activity = al_activity_meter_get(&dynamic->activity);
    if (activity.max_db > most.max_db)
      most = activity;
  }
  return most;
}
