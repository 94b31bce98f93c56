/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/check/ears.h"

#include <math.h>

#include "album/audio/source.h"
#include "album/check/bit_depth.h"
#include "album/check/clicks.h"
#include "album/check/clipping.h"
#include "album/check/dropouts.h"
#include "album/check/quiet.h"
#include "album/check/silences.h"
#include "album/check/stereo.h"
#include "album/measure/levels.h"
#include "album/measure/loudness.h"
#include "album/measure/true_peak.h"

#define BASS_HZ 150
#define DYNAMICS_LEAST_SECONDS 10

/* A sound that sets in later, as sudden as it may be, was not cut by the edge of the file. */
#define CUT_START_SECONDS 0.005

/* The edges of a gap and the corners of a cut peak are no clicks of their own. */
#define SAME_FAULT_SECONDS 0.02

/* What encoders leave: 16 kHz at 128 kbit/s, to 20.6 at 320 (delivery.md 5, and LAME's tables).
 * Above that it is the filter of a sample rate, and close to the end of the band the file's own. */
#define WALL_FROM_HZ 14000
#define LOSSY_TO_HZ 20600
#define OWN_FILTER 0.93

struct AlEars {
  int rate;
  gint64 frames;
  AlClipping *clipping;
  AlDropouts *dropouts;
  AlClicks *clicks;
  AlSilences *silences;
  AlStereo *stereo;
  AlMeanSpectrum *spectrum;
  AlQuiet *quiet;
  AlBitDepth depth;
  AlTruePeak *peak;
  gint64 second_frames; /* since the last mark */
  AlLoudness *loudness, *mono;
};

AlEars *
al_ears_new(int rate, double least_silence_seconds)
{
  static const AlChannel one[] = {AL_CHANNEL_LEFT};
  AlEars *ears = g_new0(AlEars, 1);

  ears->rate = rate;
  ears->clipping = al_clipping_new(rate);
  ears->dropouts = al_dropouts_new(rate);
  ears->clicks = al_clicks_new(rate);
  ears->silences = al_silences_new(rate, least_silence_seconds);
  ears->stereo = al_stereo_new(rate);
  ears->spectrum = al_mean_spectrum_new(rate);
  ears->quiet = al_quiet_new(rate);
  al_bit_depth_init(&ears->depth);
  ears->peak = al_true_peak_new();
  ears->loudness = al_loudness_new_stereo(rate);
  ears->mono = al_loudness_new(rate, one, 1);
  return ears;
}

void
al_ears_free(AlEars *ears)
{
  if (ears == NULL)
    return;
  al_clipping_free(ears->clipping);
  al_dropouts_free(ears->dropouts);
  al_clicks_free(ears->clicks);
  al_silences_free(ears->silences);
  al_stereo_free(ears->stereo);
  al_mean_spectrum_free(ears->spectrum);
  al_quiet_free(ears->quiet);
  al_true_peak_free(ears->peak);
  al_loudness_free(ears->loudness);
  al_loudness_free(ears->mono);
  g_free(ears);
}

/* Each second is a region, so that the time of the peak is known. */
static void
feed_peak(AlEars *ears, const double *samples, gsize frames)
{
  while (frames > 0) {
    gsize left = (gsize)(ears->rate - ears->second_frames);
    gsize taken = MIN(frames, left);

    al_true_peak_feed(ears->peak, samples, taken);
    ears->second_frames += (gint64)taken;
    if (taken == left) {
      al_true_peak_mark(ears->peak);
      ears->second_frames = 0;
    }
    samples += 2 * taken;
    frames -= taken;
  }
}

/* One speaker that plays the sum at -3 dB: as loud as two with the same in both. */
static void
feed_mono(AlEars *ears, const double *samples, gsize frames)
{
  double sum[AL_BLOCK_FRAMES];

  while (frames > 0) {
    gsize taken = MIN(frames, AL_BLOCK_FRAMES);

    for (gsize i = 0; i < taken; i++)
      sum[i] = (samples[2 * i] + samples[2 * i + 1]) * G_SQRT2 / 2;
    al_loudness_feed(ears->mono, sum, taken);
    samples += 2 * taken;
    frames -= taken;
  }
}

void
al_ears_feed(AlEars *ears, const double *samples, gsize frames)
{
  ears->frames += (gint64)frames;
  al_clipping_feed(ears->clipping, samples, frames);
  al_dropouts_feed(ears->dropouts, samples, frames);
  al_clicks_feed(ears->clicks, samples, frames);
  al_silences_feed(ears->silences, samples, frames);
  al_stereo_feed(ears->stereo, samples, frames);
  al_mean_spectrum_feed(ears->spectrum, samples, frames);
  al_quiet_feed(ears->quiet, samples, frames);
  al_bit_depth_feed(&ears->depth, samples, frames);
  al_loudness_feed(ears->loudness, samples, frames);
  feed_peak(ears, samples, frames);
  feed_mono(ears, samples, frames);
}

/* A figure with one spot. */
static void
note(AlMixFaults *faults, AlCheck check, double figure, gint64 first_frame, gint64 frames)
{
  const AlFault fault = {first_frame, frames, AL_FAULT_BOTH};

  faults->of[check].figure = figure;
  if (!isnan(figure))
    al_faults_add(&faults->of[check], &fault, 0);
}

static void
finish_peak(AlEars *ears, AlMixFaults *faults)
{
  double highest, loudness = al_loudness_integrated(ears->loudness);
  guint second = 0;

  al_true_peak_finish(ears->peak);
  highest = al_true_peak_whole(ears->peak);
  while (second + 1 < al_true_peak_regions(ears->peak) &&
         al_true_peak_region(ears->peak, second) < highest)
    second++;
  note(faults, AL_CHECK_TRUE_PEAK, al_levels_db(highest), (gint64)second * ears->rate, ears->rate);
  if (isfinite(loudness) && ears->frames >= (gint64)DYNAMICS_LEAST_SECONDS * ears->rate)
    note(faults, AL_CHECK_DYNAMICS, al_levels_db(highest) - loudness, 0, ears->frames);
}

static void
finish_stereo(AlEars *ears, AlMixFaults *faults)
{
  double stereo = al_loudness_integrated(ears->loudness);

  al_stereo_finish(ears->stereo);
  al_loudness_finish(ears->mono);
  al_faults_copy(&faults->of[AL_CHECK_DC], al_stereo_dc(ears->stereo));
  al_faults_copy(&faults->of[AL_CHECK_DEAD_CHANNEL], al_stereo_dead_channel(ears->stereo));
  if (faults->info.channels == 1)
    return;
  al_faults_copy(&faults->of[AL_CHECK_DUAL_MONO], al_stereo_dual_mono(ears->stereo));
  al_faults_copy(&faults->of[AL_CHECK_IMBALANCE], al_stereo_imbalance(ears->stereo));
  al_faults_copy(&faults->of[AL_CHECK_CORRELATION], al_stereo_correlation(ears->stereo));
  al_faults_copy(&faults->of[AL_CHECK_PHASE], al_stereo_phase(ears->stereo));
  note(faults, AL_CHECK_LOW_SIDE, al_mean_spectrum_side_db(ears->spectrum, BASS_HZ), 0,
       ears->frames);
  if (isfinite(stereo)) /* and mono as low as it likes: -HUGE_VAL is a loss beyond measure */
    note(faults, AL_CHECK_MONO_LOSS, stereo - al_loudness_integrated(ears->mono), 0, ears->frames);
}

static void
finish_quiet(AlEars *ears, AlMixFaults *faults)
{
  gint64 first_frame, frames = al_quiet_block_frames(ears->quiet);

  al_quiet_finish(ears->quiet);
  first_frame = al_quiet_first_frame(ears->quiet);
  note(faults, AL_CHECK_NOISE, al_quiet_noise_dbfs(ears->quiet), first_frame, frames);
  note(faults, AL_CHECK_HUM,
       fmax(al_quiet_hum_dbfs(ears->quiet, 50), al_quiet_hum_dbfs(ears->quiet, 60)), first_frame,
       frames);
}

static void
finish_silences(AlEars *ears, AlMixFaults *faults)
{
  al_silences_finish(ears->silences);
  al_faults_copy(&faults->of[AL_CHECK_HEAD], al_silences_head(ears->silences));
  al_faults_copy(&faults->of[AL_CHECK_TAIL], al_silences_tail(ears->silences));
  al_faults_copy(&faults->of[AL_CHECK_SILENCE], al_silences_inside(ears->silences));
  if (al_silences_head(ears->silences)->figure < CUT_START_SECONDS)
    al_faults_copy(&faults->of[AL_CHECK_CUT_START], al_silences_start(ears->silences));
  al_faults_copy(&faults->of[AL_CHECK_CUT_END], al_silences_end(ears->silences));
}

static void
finish_impulses(AlEars *ears, AlMixFaults *faults)
{
  AlFaults *clicks = &faults->of[AL_CHECK_CLICKS];
  gint64 near = (gint64)(SAME_FAULT_SECONDS * ears->rate);

  al_clipping_finish(ears->clipping);
  al_dropouts_finish(ears->dropouts);
  al_clicks_finish(ears->clicks);
  al_faults_copy(&faults->of[AL_CHECK_CLIPPING], al_clipping_full_scale(ears->clipping));
  al_faults_copy(&faults->of[AL_CHECK_FLAT_TOPS], al_clipping_flat_tops(ears->clipping));
  al_faults_copy(&faults->of[AL_CHECK_DROPOUTS], al_dropouts_found(ears->dropouts));
  al_faults_copy(clicks, al_clicks_found(ears->clicks));
  al_faults_remove_near(clicks, &faults->of[AL_CHECK_DROPOUTS], near);
  al_faults_remove_near(clicks, &faults->of[AL_CHECK_CLIPPING], near);
  al_faults_remove_near(clicks, &faults->of[AL_CHECK_FLAT_TOPS], near);
  al_faults_remove_near(clicks, &faults->of[AL_CHECK_SILENCE], near);
  clicks->figure = al_faults_spots(clicks);
}

/* What the spectrum and the samples say of where the file comes from. */
static void
finish_source(AlEars *ears, AlMixFaults *faults)
{
  guint used = al_bit_depth_used(&ears->depth);
  double own_hz = OWN_FILTER * ears->rate / 2;
  AlWall wall = al_mean_spectrum_wall(ears->spectrum, WALL_FROM_HZ, own_hz);

  faults->wall = wall;
  if (faults->info.bits == 0)
    note(faults, AL_CHECK_LOSSY, HUGE_VAL, 0, ears->frames);
  else if (wall.fall_db > 0)
    note(faults, wall.hz <= LOSSY_TO_HZ ? AL_CHECK_LOSSY : AL_CHECK_UPSAMPLED, wall.fall_db, 0,
         ears->frames);
  if (used > 0 && (guint)faults->info.bits > used)
    note(faults, AL_CHECK_BIT_DEPTH, used, 0, ears->frames);
}

void
al_ears_finish(AlEars *ears, AlMixFaults *faults)
{
  al_loudness_finish(ears->loudness);
  finish_silences(ears, faults);
  finish_impulses(ears, faults);
  finish_peak(ears, faults);
  finish_stereo(ears, faults);
  finish_quiet(ears, faults);
  finish_source(ears, faults);
}
