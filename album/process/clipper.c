/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/clipper.h"

#include "album/filter/decibel.h"
#include "album/filter/delay.h"
#include "album/filter/oversample.h"
#include "album/process/processor.h"

#include <math.h>
#include <string.h>

#define FACTOR 8
#define BLOCK_FRAMES 128
#define HIGH_FRAMES (BLOCK_FRAMES * FACTOR)
/* A difference quotient over less than this is noise; the middle is then as good. */
#define SMALLEST_STEP 1e-5

const AlClipperSettings al_clipper_defaults = {.drive_db = 0, .ceiling_db = -1, .softness = 0.5};

typedef struct {
  double knee;
  double ceiling;
} Curve;

typedef struct {
  AlProcessor processor;
  Curve curve;
  double drive;
  AlDelay *delay;
  AlOversampler *oversampler;
  double last_in[2];     /* of the high rate */
  double last_change[2]; /* the quotient one step before */
  AlActivityMeter meter;
} Clipper;

static Curve
curve_of(const AlClipperSettings *settings)
{
  double ceiling = al_decibel_to_gain(settings->ceiling_db);

  return (Curve){.knee = ceiling * (1 - settings->softness), .ceiling = ceiling};
}

gboolean
al_clipper_is_idle(const AlClipperSettings *settings, double peak)
{
  return settings->drive_db == 0 && peak <= curve_of(settings).knee;
}

/* What the curve takes away from x. */
static inline double
taken(const Curve *curve, double x)
{
  double size = fabs(x), width = curve->ceiling - curve->knee;
  double over = size - curve->knee;
  double change;

  if (over <= 0)
    return 0;
  change = over < 2 * width ? over * over / (4 * width) : size - curve->ceiling;
  return x < 0 ? -change : change;
}

/* Its integral from 0 to x. */
static inline double
taken_integral(const Curve *curve, double x)
{
  double size = fabs(x), width = curve->ceiling - curve->knee;
  double over = size - curve->knee;

  if (over <= 0)
    return 0;
  if (over < 2 * width)
    return over * over * over / (12 * width);
  return (size - curve->ceiling) * (size - curve->ceiling) / 2 + width * width / 6;
}

/* The mean of what is taken between two samples, as if the wave were straight there. */
static inline double
mean_taken(const Curve *curve, double from, double to)
{
  double step = to - from;

  if (fabs(from) <= curve->knee && fabs(to) <= curve->knee)
    return 0;
  if (fabs(step) < SMALLEST_STEP)
    return taken(curve, from + step / 2);
  return (taken_integral(curve, to) - taken_integral(curve, from)) / step;
}

/* Each mean belongs half a step before its frame; the mean of two of them a whole step. */
static void
take_changes(Clipper *clipper, double *high, guint channel)
{
  const Curve curve = clipper->curve;
  double last = clipper->last_in[channel], last_change = clipper->last_change[channel];

  for (gsize i = channel; i < 2 * HIGH_FRAMES; i += 2) {
    double change = mean_taken(&curve, last, high[i]);

    last = high[i];
    high[i] = (change + last_change) / 2;
    last_change = change;
  }
  clipper->last_in[channel] = last;
  clipper->last_change[channel] = last_change;
}

static void
count_reductions(Clipper *clipper, const double *high)
{
  double reductions_db[BLOCK_FRAMES];

  for (gsize frame = 0; frame < BLOCK_FRAMES; frame++) {
    double peak = 0, change;

    for (gsize i = 0; i < 2 * FACTOR; i++)
      peak = MAX(peak, fabs(high[2 * FACTOR * frame + i]));
    change = taken(&clipper->curve, peak);
    reductions_db[frame] = change > 0 ? -al_decibel_from_gain(1 - change / peak) : 0;
  }
  al_activity_meter_add(&clipper->meter, reductions_db, BLOCK_FRAMES);
}

static void
clipper_process(AlProcessor *processor, double *block)
{
  Clipper *clipper = (Clipper *)processor;
  double changes[2 * BLOCK_FRAMES];
  double *high;

  if (clipper->drive != 1)
    for (gsize i = 0; i < 2 * BLOCK_FRAMES; i++)
      block[i] *= clipper->drive;
  high = al_oversampler_up(clipper->oversampler, block);
  count_reductions(clipper, high);
  take_changes(clipper, high, 0);
  take_changes(clipper, high, 1);
  al_oversampler_down(clipper->oversampler, changes);
  al_delay_process(clipper->delay, block);
  for (gsize i = 0; i < 2 * BLOCK_FRAMES; i++)
    block[i] -= changes[i];
}

static void
clipper_free(AlProcessor *processor)
{
  Clipper *clipper = (Clipper *)processor;

  al_delay_free(clipper->delay);
  al_oversampler_free(clipper->oversampler);
  g_free(clipper);
}

static const AlProcessorClass clipper_class = {clipper_process, clipper_free};

AlSource *
al_clipper_new(AlSource *input, const AlClipperSettings *settings)
{
  Clipper *clipper = g_new0(Clipper, 1);
  gsize delay_frames;

  g_assert(settings->softness >= 0 && settings->softness <= 1);
  clipper->oversampler = al_oversampler_new(FACTOR, 1, BLOCK_FRAMES);
  delay_frames = al_oversampler_delay_frames(clipper->oversampler);
  al_processor_init(&clipper->processor, &clipper_class, input, BLOCK_FRAMES, delay_frames);
  clipper->delay = al_delay_new(delay_frames, BLOCK_FRAMES);
  clipper->curve = curve_of(settings);
  clipper->drive = al_decibel_to_gain(settings->drive_db);
  return &clipper->processor.source;
}

AlActivity
al_clipper_get_reduction(const AlSource *clipper)
{
  return al_activity_meter_get(&((const Clipper *)clipper)->meter);
}
