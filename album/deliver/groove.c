/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/groove.h"

#include <math.h>
#include <string.h>

#include "album/filter/biquad.h"

#define BASS_HZ 150.0
#define SIBILANT_LOW_HZ 5000.0
#define SIBILANT_HIGH_HZ 10000.0
#define ORDER 4
#define SECTIONS 2 /* of a Butterworth filter of that order */

#define STRETCHES_PER_SECOND 20
#define SIBILANT_LEAST_POWER 0.0158 /* -18 dBFS */
#define SIBILANT_LEAST_SHARE 0.25   /* -6 dB */

#define PIECE 256

typedef struct {
  AlBiquad sections[SECTIONS];
  AlBiquadState states[SECTIONS][2];
} Filter;

struct AlGroove {
  Filter bass, above, below; /* a low pass; a high and a low pass for sibilance */
  double left, right, both;  /* energies of the bass: LL, RR, LR */
  double whole[2], band[2];  /* energies of the stretch at hand, by channel */
  gint64 stretch_frames, in_stretch, frames;
  guint sibilant;
  gint64 first_sibilant;
};

static void
filter_init(Filter *filter, AlPrototype (*prototype)(double, double), double hz, int rate)
{
  for (guint i = 0; i < SECTIONS; i++) {
    AlPrototype section = prototype(hz, al_prototype_butterworth_q(ORDER, i));

    filter->sections[i] = al_biquad_match(&section, rate);
  }
}

static void
filter_run(Filter *filter, double *block, gsize frames)
{
  for (guint i = 0; i < SECTIONS; i++) {
    al_biquad_run_stereo(&filter->sections[i], filter->states[i], block, frames);
    al_biquad_settle(&filter->states[i][0]);
    al_biquad_settle(&filter->states[i][1]);
  }
}

AlGroove *
al_groove_new(int rate)
{
  AlGroove *groove = g_new0(AlGroove, 1);

  g_assert(rate >= 32000);
  filter_init(&groove->bass, al_prototype_low_pass, BASS_HZ, rate);
  filter_init(&groove->above, al_prototype_high_pass, SIBILANT_LOW_HZ, rate);
  filter_init(&groove->below, al_prototype_low_pass, SIBILANT_HIGH_HZ, rate);
  groove->stretch_frames = rate / STRETCHES_PER_SECOND;
  groove->first_sibilant = -1;
  return groove;
}

void
al_groove_free(AlGroove *groove)
{
  g_free(groove);
}

static void
feed_bass(AlGroove *groove, double *block, gsize frames)
{
  filter_run(&groove->bass, block, frames);
  for (gsize i = 0; i < frames; i++) {
    groove->left += block[2 * i] * block[2 * i];
    groove->right += block[2 * i + 1] * block[2 * i + 1];
    groove->both += block[2 * i] * block[2 * i + 1];
  }
}

static void
end_stretch(AlGroove *groove)
{
  gboolean sibilant = FALSE;

  for (guint channel = 0; channel < 2; channel++)
    sibilant = sibilant ||
               (groove->band[channel] >= SIBILANT_LEAST_POWER * (double)groove->stretch_frames &&
                groove->band[channel] >= SIBILANT_LEAST_SHARE * groove->whole[channel]);
  if (sibilant && groove->first_sibilant < 0)
    groove->first_sibilant = groove->frames - groove->stretch_frames;
  groove->sibilant += sibilant;
  groove->in_stretch = 0;
  memset(groove->whole, 0, sizeof groove->whole);
  memset(groove->band, 0, sizeof groove->band);
}

static void
feed_sibilance(AlGroove *groove, const double *samples, double *block, gsize frames)
{
  filter_run(&groove->above, block, frames);
  filter_run(&groove->below, block, frames);
  for (gsize i = 0; i < frames; i++) {
    for (guint channel = 0; channel < 2; channel++) {
      gsize at = 2 * i + channel;

      groove->whole[channel] += samples[at] * samples[at];
      groove->band[channel] += block[at] * block[at];
    }
    groove->frames++;
    if (++groove->in_stretch == groove->stretch_frames)
      end_stretch(groove);
  }
}

void
al_groove_feed(AlGroove *groove, const double *samples, gsize frames)
{
  double block[2 * PIECE];

  while (frames > 0) {
    gsize count = MIN(frames, PIECE);

    memcpy(block, samples, 2 * count * sizeof *block);
    feed_bass(groove, block, count);
    memcpy(block, samples, 2 * count * sizeof *block);
    feed_sibilance(groove, samples, block, count);
    samples += 2 * count;
    frames -= count;
  }
}

AlGrooveTrouble
al_groove_trouble(const AlGroove *groove)
{
  double energy = sqrt(groove->left * groove->right);
  double middle = groove->left + groove->right + 2 * groove->both;
  double side = groove->left + groove->right - 2 * groove->both;

  return (AlGrooveTrouble){
      .side_db = side > 0 ? 10 * log10(side / middle) : -HUGE_VAL,
      .correlation = energy > 0 ? groove->both / energy : 1,
      .sibilant_stretches = groove->sibilant,
      .first_sibilant_frame = groove->first_sibilant,
  };
}
