/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/check/silences.h"

#include <math.h>

#include "album/measure/levels.h"

#define SOUND 0.000316 /* -70 dBFS */
#define SILENCE 0.001  /* -60 dBFS */
#define START_SECONDS 0.0001
#define SLOT_SECONDS 0.001
#define END_SLOTS 2

struct AlSilences {
  int rate;
  gint64 least_frames, slot_frames, start_frames;
  gint64 frame;
  gint64 first_sound, last_sound; /* -1: none yet */
  gint64 silence_first;           /* of the silence that goes on; -1: none */
  double slots[END_SLOTS + 1];    /* the peaks of the last milliseconds, a ring */
  double start_peak, end_peak;
  AlFaults head, tail, inside, start, end;
};

AlSilences *
al_silences_new(int rate, double least_seconds)
{
  AlSilences *silences = g_new0(AlSilences, 1);

  silences->rate = rate;
  silences->least_frames = (gint64)ceil(least_seconds * rate);
  silences->slot_frames = MAX((gint64)(SLOT_SECONDS * rate), 1);
  silences->start_frames = MAX((gint64)(START_SECONDS * rate), 1);
  silences->first_sound = silences->last_sound = silences->silence_first = -1;
  al_faults_init(&silences->head);
  al_faults_init(&silences->tail);
  al_faults_init(&silences->inside);
  al_faults_init(&silences->start);
  al_faults_init(&silences->end);
  return silences;
}

void
al_silences_free(AlSilences *silences)
{
  if (silences == NULL)
    return;
  al_faults_clear(&silences->head);
  al_faults_clear(&silences->tail);
  al_faults_clear(&silences->inside);
  al_faults_clear(&silences->start);
  al_faults_clear(&silences->end);
  g_free(silences);
}

/* Sound came back. What was silent before the first sound is the head. */
static void
end_silence(AlSilences *silences)
{
  gint64 frames = silences->frame - silences->silence_first;
  const AlFault silence = {silences->silence_first, frames, AL_FAULT_BOTH};

  if (frames >= silences->least_frames && silences->first_sound >= 0 &&
      silences->first_sound < silences->silence_first) {
    al_faults_add(&silences->inside, &silence, 0);
    silences->inside.figure = fmax(silences->inside.figure, (double)frames / silences->rate);
  }
  silences->silence_first = -1;
}

/* The peaks of the milliseconds up to the last one with sound in it. */
static void
end_slot(AlSilences *silences)
{
  gint64 slot_first = silences->frame / silences->slot_frames * silences->slot_frames;

  if (silences->first_sound < 0 || silences->last_sound < slot_first)
    return;
  silences->end_peak = 0;
  for (gsize i = 0; i <= END_SLOTS; i++)
    silences->end_peak = MAX(silences->end_peak, silences->slots[i]);
}

static void
note_sound(AlSilences *silences, double peak)
{
  silences->last_sound = silences->frame;
  if (silences->first_sound < 0)
    silences->first_sound = silences->frame;
  if (silences->frame < silences->first_sound + silences->start_frames)
    silences->start_peak = MAX(silences->start_peak, peak);
}

static void
take(AlSilences *silences, double peak)
{
  double *slot = &silences->slots[silences->frame / silences->slot_frames % (END_SLOTS + 1)];
  gint64 within = silences->frame % silences->slot_frames;

  *slot = within == 0 ? peak : MAX(*slot, peak);
  if (peak > SILENCE && silences->silence_first >= 0)
    end_silence(silences);
  else if (peak <= SILENCE && silences->silence_first < 0)
    silences->silence_first = silences->frame;
  if (peak > SOUND)
    note_sound(silences, peak);
  if (within + 1 == silences->slot_frames)
    end_slot(silences);
  silences->frame++;
}

void
al_silences_feed(AlSilences *silences, const double *samples, gsize frames)
{
  for (gsize i = 0; i < frames; i++)
    take(silences, MAX(fabs(samples[2 * i]), fabs(samples[2 * i + 1])));
}

static void
note(AlFaults *faults, double figure, gint64 first_frame, gint64 frames)
{
  const AlFault fault = {first_frame, frames, AL_FAULT_BOTH};

  faults->figure = figure;
  al_faults_add(faults, &fault, 0);
}

void
al_silences_finish(AlSilences *silences)
{
  gint64 behind = silences->last_sound + 1;

  if (silences->first_sound < 0)
    return;
  end_slot(silences);
  note(&silences->head, (double)silences->first_sound / silences->rate, 0, silences->first_sound);
  note(&silences->tail, (double)(silences->frame - behind) / silences->rate, behind,
       silences->frame - behind);
  note(&silences->start, al_levels_db(silences->start_peak), silences->first_sound, 1);
  note(&silences->end, al_levels_db(silences->end_peak), silences->last_sound, 1);
}

const AlFaults *
al_silences_head(const AlSilences *silences)
{
  return &silences->head;
}

const AlFaults *
al_silences_tail(const AlSilences *silences)
{
  return &silences->tail;
}

const AlFaults *
al_silences_inside(const AlSilences *silences)
{
  return &silences->inside;
}

const AlFaults *
al_silences_start(const AlSilences *silences)
{
  return &silences->start;
}

const AlFaults *
al_silences_end(const AlSilences *silences)
{
  return &silences->end;
}
