/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Mixes with one fault each: what is found, and when. The same mix without a fault gives nothing.
 */

#include <math.h>
#include <sndfile.h>
#include <string.h>

#include "album/audio/resample.h"
#include "album/check/mix_check.h"
#include "tests/support/signal.h"
#include "tests/support/sound_file.h"

#define RATE 44100
#define LEAD_SECONDS 0.2
#define MUSIC_SECONDS 5
#define TAIL_SECONDS 1.6

typedef struct {
  double *samples;
  gsize frames;
  int rate;
  int format;
} Mix;

typedef struct {
  const char *name;
  const char *ids; /* of all findings, in order */
  double seconds;  /* of the first spot of the first of them; NAN: it has no time */
  double near_seconds;
  void (*spoil)(Mix *mix);
} Row;

static gsize
frame_at(const Mix *mix, double seconds)
{
  return (gsize)(seconds * mix->rate + 0.5);
}

/* Chords, each with a soft attack, that die away; air above them; and a quiet tail. */
static Mix
make_mix(double music_seconds)
{
  static const double partials[] = {65.4, 130.8, 329.6, 493.9, 1244.5, 3520, 7040};
  gsize frames = (gsize)((LEAD_SECONDS + music_seconds + TAIL_SECONDS) * RATE);
  gsize first = (gsize)(LEAD_SECONDS * RATE), end = first + (gsize)(music_seconds * RATE);
  Mix mix = {test_noise(2e-7, 1, (gint64)frames), frames, RATE, SF_FORMAT_WAV | SF_FORMAT_PCM_24};
  g_autofree double *air = test_noise(1, 2, (gint64)frames);

  for (gsize n = first; n < end; n++) {
    double beat = fmod((double)(n - first) / RATE, 0.5), left = (double)(end - n) / RATE;
    double level = 0.5 * (1 - exp(-beat / 0.01)) * fmin(left / 2, 1) * fmin(1, (0.5 - beat) / 0.02);

    for (gsize k = 0; k < G_N_ELEMENTS(partials); k++) {
      double phase = 2 * G_PI * partials[k] * (double)(n - first) / RATE;
      double partial = level * exp(-beat * (1 + (double)k)) / (3.0 + (double)k);

      mix.samples[2 * n] += partial * sin(phase);
      mix.samples[2 * n + 1] += partial * sin(phase + 0.15 * (double)k);
    }
    mix.samples[2 * n] += level * 0.004 * air[2 * n];
    mix.samples[2 * n + 1] += level * 0.004 * air[2 * n + 1];
  }
  return mix;
}

/* 0 outside of a stretch, 1 inside. */
static double
edged_at(const Mix *mix, gsize n, double from, double to, double edge_seconds)
{
  double seconds = (double)n / mix->rate;

  return CLAMP(fmin(seconds - from, to - seconds) / edge_seconds + 1, 0, 1);
}

static double
window_at(const Mix *mix, gsize n, double from, double to)
{
  return edged_at(mix, n, from, to, 0.01);
}

/* Nearly all of a mix: what sounds in it does not make its edges sound cut. */
static double
whole_at(const Mix *mix, gsize n)
{
  return edged_at(mix, n, 0.3, 6.4, 0.3);
}

static void
boost(Mix *mix, double from, double to, double gain, guint channels, double limit)
{
  for (gsize n = 0; n < mix->frames; n++)
    for (guint channel = 0; channel < 2; channel++) {
      double *sample = &mix->samples[2 * n + channel];

      if (channels >> channel & 1)
        *sample = CLAMP(*sample * (1 + (gain - 1) * window_at(mix, n, from, to)), -limit, limit);
    }
}

static void
nothing(Mix *mix)
{
  (void)mix;
}

static void
clip_both(Mix *mix)
{
  boost(mix, 2.21, 2.25, 8, 3, 8388607 / 8388608.0);
}

static void
clip_left(Mix *mix)
{
  boost(mix, 3.21, 3.25, 8, 1, 8388607 / 8388608.0);
}

static void
flatten(Mix *mix)
{
  boost(mix, 1.21, 1.29, 3, 3, 0.5);
}

static void
exceed(Mix *mix)
{
  mix->format = SF_FORMAT_WAV | SF_FORMAT_FLOAT;
  boost(mix, 3.21, 3.25, 8, 3, HUGE_VAL);
}

static void
press(Mix *mix)
{
  g_free(mix->samples);
  *mix = make_mix(11);
  /* Every other chord upside down, so that no offset comes of it. */
  for (gsize n = frame_at(mix, LEAD_SECONDS); n < mix->frames; n++) {
    gsize chord = (n - frame_at(mix, LEAD_SECONDS)) / (RATE / 2);

    for (guint channel = 0; channel < 2; channel++)
      mix->samples[2 * n + channel] =
          (chord % 2 == 0 ? 0.5 : -0.5) * tanh(6 * mix->samples[2 * n + channel]);
  }
}

static void
offset(Mix *mix)
{
  for (gsize n = 0; n < mix->frames; n++)
    mix->samples[2 * n] += 0.01 * whole_at(mix, n);
}

static void
lean(Mix *mix)
{
  for (gsize n = 0; n < mix->frames; n++)
    mix->samples[2 * n + 1] *= 0.6;
}

static void
make_mono(Mix *mix)
{
  for (gsize n = 0; n < mix->frames; n++)
    mix->samples[2 * n + 1] = mix->samples[2 * n];
}

static void
lose_left(Mix *mix)
{
  for (gsize n = 0; n < mix->frames; n++)
    mix->samples[2 * n] = 0;
}

static void
silence_all(Mix *mix)
{
  memset(mix->samples, 0, 2 * mix->frames * sizeof *mix->samples);
}

static void
invert(Mix *mix)
{
  for (gsize n = 0; n < mix->frames; n++)
    mix->samples[2 * n + 1] *= -1;
}

static void
invert_second(Mix *mix)
{
  for (gsize n = 0; n < mix->frames; n++)
    mix->samples[2 * n + 1] *= 1 - 2 * window_at(mix, n, 2.0, 3.0);
}

static void
add_opposite(Mix *mix, double hz, double level)
{
  for (gsize n = 0; n < mix->frames; n++) {
    double tone = level * sin(2 * G_PI * hz * (double)n / mix->rate);

    mix->samples[2 * n] += tone * window_at(mix, n, 0.3, 3.8);
    mix->samples[2 * n + 1] -= tone * window_at(mix, n, 0.3, 3.8);
  }
}

static void
widen_treble(Mix *mix)
{
  add_opposite(mix, 3000, 0.12);
}

static void
widen_bass(Mix *mix)
{
  add_opposite(mix, 80, 0.14);
}

/* Puts `seconds` of digital silence in at a place. */
static void
insert_silence(Mix *mix, double at, double seconds)
{
  gsize where = frame_at(mix, at), more = frame_at(mix, seconds);
  double *longer = g_new0(double, 2 * (mix->frames + more));

  memcpy(longer, mix->samples, 2 * where * sizeof *longer);
  memcpy(longer + 2 * (where + more), mix->samples + 2 * where,
         2 * (mix->frames - where) * sizeof *longer);
  g_free(mix->samples);
  mix->samples = longer;
  mix->frames += more;
}

static void
start_late(Mix *mix)
{
  insert_silence(mix, 0, 3);
}

static void
end_late(Mix *mix)
{
  insert_silence(mix, LEAD_SECONDS + MUSIC_SECONDS + TAIL_SECONDS, 5);
}

static void
pause_inside(Mix *mix)
{
  boost(mix, 2.6, 2.8, 0, 3, 1);
  insert_silence(mix, 2.7, 3);
}

static void
cut_start(Mix *mix)
{
  gsize cut = frame_at(mix, 0.4612);

  mix->frames -= cut;
  memmove(mix->samples, mix->samples + 2 * cut, 2 * mix->frames * sizeof *mix->samples);
}

static void
cut_end(Mix *mix)
{
  mix->frames = frame_at(mix, 3.3);
}

static void
drop_out(Mix *mix, double at, double seconds, guint channels, gboolean hold)
{
  gsize first = frame_at(mix, at), end = first + frame_at(mix, seconds);

  for (guint channel = 0; channel < 2; channel++)
    while (hold && fabs(mix->samples[2 * first + channel]) > 0.01)
      first++;
  for (gsize n = first; n < end; n++)
    for (guint channel = 0; channel < 2; channel++)
      if (channels >> channel & 1)
        mix->samples[2 * n + channel] = hold ? mix->samples[2 * first + channel] : 0;
}

static void
drop_out_both(Mix *mix)
{
  drop_out(mix, 2.3, 0.005, 3, FALSE);
}

static void
hold_right(Mix *mix)
{
  drop_out(mix, 1.3, 0.008, 2, TRUE);
}

static void
drop_out_often(Mix *mix)
{
  drop_out(mix, 1.3, 0.003, 1, FALSE);
  drop_out(mix, 2.3, 0.010, 3, FALSE);
  drop_out(mix, 3.3, 0.020, 3, FALSE);
}

static void
click(Mix *mix)
{
  mix->samples[2 * frame_at(mix, 2.65)] += 0.2;
}

static void
splice(Mix *mix)
{
  gsize at = frame_at(mix, 3.4), cut = frame_at(mix, 0.0073);

  mix->frames -= cut;
  memmove(mix->samples + 2 * at, mix->samples + 2 * (at + cut),
          2 * (mix->frames - at) * sizeof *mix->samples);
}

static void
add_noise(Mix *mix)
{
  g_autofree double *noise = test_noise(0.0055, 3, (gint64)mix->frames); /* -50 dBFS */

  for (gsize n = 0; n < 2 * mix->frames; n++)
    mix->samples[n] += noise[n] * whole_at(mix, n / 2);
}

static void
add_hum(Mix *mix, double hz)
{
  for (gsize n = 0; n < mix->frames; n++)
    for (guint harmonic = 1; harmonic <= 5; harmonic++) {
      double hum = 0.002 / harmonic * sin(2 * G_PI * hz * harmonic * (double)n / mix->rate);

      mix->samples[2 * n] += hum * whole_at(mix, n);
      mix->samples[2 * n + 1] += hum * whole_at(mix, n);
    }
}

static void
hum_50(Mix *mix)
{
  add_hum(mix, 50);
}

static void
hum_60(Mix *mix)
{
  add_hum(mix, 60);
}

static void
lose_bits(Mix *mix)
{
  for (gsize n = 0; n < 2 * mix->frames; n++)
    mix->samples[n] = round(mix->samples[n] * 32768) / 32768;
}

static void
convert_up(Mix *mix)
{
  AlSource *low = test_source_new(mix->samples, (gint64)mix->frames, mix->rate);
  gint64 frames = (gint64)mix->frames * 96000 / mix->rate;
  AlSource *high = al_resample_new(low, 96000, frames, AL_RESAMPLER_LIBSAMPLERATE, NULL);

  g_free(mix->samples);
  mix->samples = test_read_all(high, &frames);
  mix->frames = (gsize)frames;
  mix->rate = 96000;
  al_source_free(high);
  al_source_free(low);
}

/* As encoders do it: a windowed sinc of 511 taps. */
static void
cut_at_16_khz(Mix *mix)
{
  enum { REACH = 255 };
  double *filtered = g_new0(double, 2 * mix->frames);
  double taps[2 * REACH + 1];

  for (int k = -REACH; k <= REACH; k++) {
    double x = G_PI * 2 * 16000.0 / mix->rate * k;

    taps[k + REACH] = (k == 0 ? 1 : sin(x) / x) * 2 * 16000.0 / mix->rate *
                      (0.42 + 0.5 * cos(G_PI * k / REACH) + 0.08 * cos(2 * G_PI * k / REACH));
  }
  for (gsize n = REACH; n + REACH < mix->frames; n++)
    for (int k = -REACH; k <= REACH; k++)
      for (guint channel = 0; channel < 2; channel++)
        filtered[2 * n + channel] +=
            taps[k + REACH] * mix->samples[2 * (n + (gsize)(k + REACH) - REACH) + channel];
  g_free(mix->samples);
  mix->samples = filtered;
}

static void
encode(Mix *mix)
{
  mix->format = SF_FORMAT_OGG | SF_FORMAT_VORBIS;
}

#define ANY NAN, 0

static const Row rows[] = {
    {"clean", "", ANY, nothing},
    {"clipped for a moment", "Q01 Q03", 2.2, 0.02, clip_both},
    {"clipped on the left", "Q01 Q03", 3.2, 0.02, clip_left},
    {"flat tops below full scale", "Q02", 1.2, 0.05, flatten},
    {"over full scale in a float file", "Q03", 3, 0.001, exceed},
    {"pressed", "Q04", ANY, press},
    {"a DC offset", "Q05", ANY, offset},
    {"a channel that is dead", "Q06", ANY, lose_left},
    {"silence all through", "Q06", ANY, silence_all},
    {"mono in a stereo file", "Q07", ANY, make_mono},
    {"a channel that is louder", "Q08", ANY, lean},
    {"a channel that is inverted", "Q09", ANY, invert},
    {"a second out of phase", "Q10", 2, 0.001, invert_second},
    {"treble that cancels in mono", "Q11", ANY, widen_treble},
    {"bass in the side", "Q12", ANY, widen_bass},
    {"a late start", "Q13", 0, 0.001, start_late},
    {"a start inside of a sound", "Q14", 0, 0.001, cut_start},
    {"a long tail", "Q15", 5.2, 0.05, end_late},
    {"an end inside of a sound", "Q16", 3.3, 0.002, cut_end},
    {"a pause inside", "Q17", 2.6, 0.02, pause_inside},
    {"a dropout of 5 ms", "Q18", 2.3, 0.001, drop_out_both},
    {"a held value on the right", "Q18", 1.3, 0.01, hold_right},
    {"several dropouts", "Q18", 1.3, 0.001, drop_out_often},
    {"a click", "Q19", 2.65, 0.001, click},
    {"an edit without a crossfade", "Q19", 3.4, 0.001, splice},
    {"noise", "Q20", 5.9, 0.7, add_noise},
    {"hum of 50 Hz", "Q21", 5.9, 0.7, hum_50},
    {"hum of 60 Hz", "Q21", 5.9, 0.7, hum_60},
    {"16 bits in a file of 24", "Q22", ANY, lose_bits},
    {"converted from 44.1 to 96 kHz", "Q23", ANY, convert_up},
    {"cut at 16 kHz", "Q24", ANY, cut_at_16_khz},
    {"a lossy file", "Q24", ANY, encode},
};

static AlMixFaults *
check_mix(const Mix *mix)
{
  char *folder = test_folder_new();
  g_autofree char *path = g_build_filename(folder, "mix", NULL);
  const AlMixPart part = {.path = path, .end = -1};
  g_autoptr(GError) error = NULL;
  AlCheckSettings settings;
  AlMixFaults *faults;

  test_sound_file_write(path, mix->format, mix->rate, 2, mix->samples, (gint64)mix->frames);
  al_check_settings_init(&settings);
  faults = al_mix_check(&part, &settings, NULL, &error);
  g_assert_no_error(error);
  test_folder_remove(folder);
  return faults;
}

static char *
list_ids(const RbFindings *findings)
{
  GString *ids = g_string_new(NULL);

  for (guint i = 0; i < rb_findings_count(findings); i++)
    g_string_append_printf(ids, "%s%s", i > 0 ? " " : "", rb_findings_get(findings, i)->id);
  return g_string_free(ids, FALSE);
}

/* The seconds in "track 1, 0:02.300"; NAN where there are none. */
static double
time_in(const char *place)
{
  const char *colon = strchr(place, ':');

  return colon != NULL ? g_ascii_strtod(colon + 1, NULL) : NAN;
}

static void
test_row(gconstpointer data)
{
  const Row *row = data;
  Mix mix = make_mix(MUSIC_SECONDS);
  g_autoptr(AlMixFaults) faults = NULL;
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autofree char *ids = NULL;
  AlCheckSettings settings;

  row->spoil(&mix);
  faults = check_mix(&mix);
  al_check_settings_init(&settings);
  al_mix_faults_judge(faults, &settings, "track 1", findings);
  for (guint i = 0; i < rb_findings_count(findings); i++)
    g_test_message("%s, %s: %s", rb_findings_get(findings, i)->id,
                   rb_findings_get(findings, i)->place, rb_findings_get(findings, i)->text);
  ids = list_ids(findings);
  g_assert_cmpstr(ids, ==, row->ids);
  if (!isnan(row->seconds))
    g_assert_cmpfloat_with_epsilon(time_in(rb_findings_get(findings, 0)->place), row->seconds,
                                   row->near_seconds + 1e-9);
  g_free(mix.samples);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree char *name = g_strdup_printf("/checks/%s", rows[i].name);

    g_test_add_data_func(name, &rows[i], test_row);
  }
  return g_test_run();
}
