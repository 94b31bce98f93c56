/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/check/disc_audio.h"

#include <math.h>

#include "album/check/disc_ears.h"
#include "album/check/mix_faults.h"
#include "redbook/place.h"

#define MOST_LEAD_SECONDS 0.5
#define MOST_TRAIL_SECONDS 3.0
#define MOST_DC_PERCENT 0.1
/* 0, and the error that meters are allowed. */
#define MOST_TRUE_PEAK_DBTP 0.1
#define STEP_DBFS (-40.0)
#define CUT_DBFS (-40.0)
#define DEAD_DBFS (-90.0)
#define EQUAL_DB (-80.0)
#define DISC_BITS 16

/* A mark is moved back by less than this to lie on a sector; what sets in later was not cut. */
#define SECTOR_SECONDS (1.0 / RB_SECTORS_PER_SECOND)

/* A sound that begins so little before its mark belongs behind it. */
#define ATTACK_SECONDS 1.0
#define MARK_SECONDS 0.05

#define TOLD 5

typedef enum { R62, R63, R64, R65, R66, R67, R68, R69, R71, RULES } Rule;

static const char *const ids[RULES] = {"R62", "R63", "R64", "R65", "R66",
                                       "R67", "R68", "R69", "R71"};

typedef struct {
  RbFindings *findings;
  GPtrArray *tracks; /* of AlTrackHeard */
  guint broken[RULES];
} Judging;

/* Adds a finding about track `number`; `seconds` from INDEX 01, NAN: all of it. */
static void G_GNUC_PRINTF(6, 7) tell(Judging *judging, Rule rule, RbSeverity severity, guint number,
                                     double seconds, const char *format, ...)
{
  g_autofree char *track = rb_place_track(number);
  g_autofree char *time = isnan(seconds) ? NULL : al_mix_faults_format_time(fmax(seconds, 0));
  g_autofree char *place = g_strjoin(", ", track, time, NULL);
  g_autofree char *text = NULL;
  va_list arguments;

  if (++judging->broken[rule] > TOLD)
    return;
  va_start(arguments, format);
  text = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  rb_findings_add(judging->findings, ids[rule], severity, place, "%s", text);
}

static double
seconds_of(const AlFaults *faults, guint i)
{
  return (double)al_faults_get(faults, i)->first_frame / RB_FRAME_RATE;
}

static const AlTrackHeard *
heard(const Judging *judging, guint number)
{
  return g_ptr_array_index(judging->tracks, number - 1);
}

/* What lies before INDEX 01 of a track: its pause, or the end of the track before. */
static gboolean
is_silent_before(const Judging *judging, guint number)
{
  const AlTrackHeard *track = heard(judging, number);
  const AlSilences *before = track->pause_frames > 0 ? track->pause
                             : number > 1            ? heard(judging, number - 1)->silences
                                                     : NULL;

  return before == NULL || !(al_silences_tail(before)->figure < MARK_SECONDS);
}

/* What lies behind its end: the pause of the next track, or that track. */
static gboolean
is_silent_behind(const Judging *judging, guint number)
{
  const AlTrackHeard *next = number < judging->tracks->len ? heard(judging, number + 1) : NULL;
  const AlSilences *behind = next == NULL             ? NULL
                             : next->pause_frames > 0 ? next->pause
                                                      : next->silences;

  return behind == NULL || !(al_silences_head(behind)->figure < MARK_SECONDS);
}

static void
judge_edges(Judging *judging, guint number)
{
  const AlTrackHeard *track = heard(judging, number);
  const AlFaults *start = al_silences_start(track->silences);
  const AlFaults *end = al_silences_end(track->silences);

  if (start->figure > STEP_DBFS && al_silences_head(track->silences)->figure < SECTOR_SECONDS &&
      is_silent_before(judging, number))
    tell(judging, R63, RB_SEVERITY_WARNING, number, seconds_of(start, 0),
         "The sound begins with a step from silence to %.1f dBFS: a click, or a cut attack; up to "
         "%.0f dBFS is heard as clean.",
         start->figure, STEP_DBFS);
  if (end->figure > CUT_DBFS && is_silent_behind(judging, number))
    tell(judging, R63, RB_SEVERITY_WARNING, number, seconds_of(end, 0),
         "The sound is cut at %.1f dBFS, and silence follows; it should have died away to %.0f "
         "dBFS.",
         end->figure, CUT_DBFS);
}

/* Seconds of sound that go on, without silence, to the end of a pause; 0: none. */
static double
sound_at_end_of(const AlTrackHeard *track)
{
  const AlFaults *inside = al_silences_inside(track->pause);
  gint64 from;

  if (track->pause_frames == 0 || !(al_silences_tail(track->pause)->figure < MARK_SECONDS))
    return 0;
  from = al_faults_get(al_silences_head(track->pause), 0)->frames;
  if (inside->spots->len > 0) {
    const AlFault *last = al_faults_get(inside, inside->spots->len - 1);

    from = last->first_frame + last->frames;
  }
  return from > 0 ? (double)(track->pause_frames - from) / RB_FRAME_RATE : HUGE_VAL;
}

static void
judge_pause(Judging *judging, guint number)
{
  const AlTrackHeard *track = heard(judging, number);
  double attack = sound_at_end_of(track), first;

  if (track->pause_frames == 0 || isnan(al_silences_head(track->pause)->figure))
    return;
  if (attack > 0 && attack <= ATTACK_SECONDS &&
      al_silences_head(track->silences)->figure < MARK_SECONDS) {
    tell(judging, R62, RB_SEVERITY_WARNING, number, 0,
         "The sound begins %.0f ms before INDEX 01: who selects the track misses its attack.",
         1000 * attack);
    return;
  }
  first = al_silences_head(track->pause)->figure;
  if (number == 1 && first < (double)RB_FIRST_PAUSE_SECTORS / RB_SECTORS_PER_SECOND)
    tell(judging, R71, RB_SEVERITY_WARNING, number, NAN,
         "There is sound %.3f s into the disc; its first 2 s are never played, and are silent.",
         first);
  else
    tell(judging, R71, RB_SEVERITY_NOTE, number, NAN,
         "There is sound in the pause before the track, where only some players play it.");
}

static void
judge_silence(Judging *judging, guint number)
{
  const AlTrackHeard *track = heard(judging, number);
  const AlFaults *dropouts = al_dropouts_found(track->dropouts);
  double head = al_silences_head(track->silences)->figure;
  double tail = al_silences_tail(track->silences)->figure;

  if (dropouts->events > 0)
    tell(judging, R64, RB_SEVERITY_WARNING, number, seconds_of(dropouts, 0),
         "The sound drops out for a moment, %u time%s in all.", al_faults_spots(dropouts),
         al_faults_spots(dropouts) == 1 ? "" : "s");
  if (head > MOST_LEAD_SECONDS)
    tell(judging, R64, RB_SEVERITY_NOTE, number, 0,
         "The sound begins %.1f s behind the mark; %.1f s are usual at most.", head,
         MOST_LEAD_SECONDS);
  if (tail > MOST_TRAIL_SECONDS)
    tell(judging, R64, RB_SEVERITY_NOTE, number, seconds_of(al_silences_tail(track->silences), 0),
         "The track ends with %.1f s of silence; %.0f s are usual at most.", tail,
         MOST_TRAIL_SECONDS);
}

static void
judge_levels(Judging *judging, guint number)
{
  const AlTrackHeard *track = heard(judging, number);
  const AlFaults *clipped = al_clipping_full_scale(track->clipping);
  double dc = al_stereo_dc(track->stereo)->figure;

  if (dc > MOST_DC_PERCENT)
    tell(judging, R65, RB_SEVERITY_WARNING, number, NAN,
         "A DC offset of %.2f %% of full scale; up to %.1f %% does no harm.", dc, MOST_DC_PERCENT);
  if (clipped->events > 0)
    tell(judging, R66, RB_SEVERITY_WARNING, number, seconds_of(clipped, 0),
         "Samples stand still at full scale, %u run%s of 3 or more in all: the peaks are clipped.",
         clipped->events, clipped->events == 1 ? "" : "s");
  if (track->true_peak_dbtp > MOST_TRUE_PEAK_DBTP)
    tell(judging, R67, RB_SEVERITY_WARNING, number, NAN,
         "The true peak is %.1f dBTP: players can clip above 0.", track->true_peak_dbtp);
}

static void
judge_channels(Judging *judging, guint number)
{
  const AlStereo *stereo = heard(judging, number)->stereo;
  const AlFaults *dead = al_stereo_dead_channel(stereo);
  double correlation = al_stereo_correlation(stereo)->figure;

  if (dead->figure < DEAD_DBFS)
    tell(judging, R69, RB_SEVERITY_WARNING, number, NAN, "Silent: %s.",
         al_fault_channels_name(al_faults_get(dead, 0)->channels));
  else if (correlation < 0)
    tell(judging, R69, RB_SEVERITY_WARNING, number, NAN,
         "The channels cancel each other in mono: their correlation is %.2f.", correlation);
  else if (al_stereo_dual_mono(stereo)->figure < EQUAL_DB)
    tell(judging, R69, RB_SEVERITY_NOTE, number, NAN,
         "Both channels hold the same: the track is mono.");
}

static void
judge_bits(Judging *judging)
{
  AlBitDepth all = {0};
  guint used;

  for (guint i = 0; i < judging->tracks->len; i++)
    all.bits |= heard(judging, i + 1)->depth.bits;
  used = al_bit_depth_used(&all);
  if (used > 0 && used < DISC_BITS)
    rb_findings_add(judging->findings, ids[R68], RB_SEVERITY_NOTE, "",
                    "Only %u of 16 bits are in use: the audio was cut to fewer, or made without "
                    "dither.",
                    used);
}

static void
tell_rest(const Judging *judging)
{
  for (Rule rule = 0; rule < RULES; rule++)
    if (judging->broken[rule] > TOLD)
      rb_findings_add(judging->findings, ids[rule], RB_SEVERITY_NOTE, "",
                      "The same kind of thing was found %u more times.",
                      judging->broken[rule] - TOLD);
}

static void
judge_track(Judging *judging, guint number)
{
  if (heard(judging, number)->frames == 0)
    return;
  judge_pause(judging, number);
  judge_edges(judging, number);
  judge_silence(judging, number);
  judge_levels(judging, number);
  judge_channels(judging, number);
}

gboolean
al_disc_audio_judge(RbImage *image, const RbDisc *disc, const AlJob *job, RbFindings *findings,
                    GError **error)
{
  g_autoptr(GPtrArray) tracks = al_disc_ears_hear(image, disc, job, error);
  Judging judging = {.findings = findings, .tracks = tracks};

  if (tracks == NULL)
    return FALSE;
  for (guint number = 1; number <= tracks->len; number++)
    judge_track(&judging, number);
  judge_bits(&judging);
  tell_rest(&judging);
  return TRUE;
}
