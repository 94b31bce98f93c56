/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/disc/comparison_audio.h"

#include <math.h>

/* Frames that are read and compared at a time. */
#define PIECE_FRAMES 32768

#define STAGE "Comparing the audio"

typedef struct {
  AlSource *a, *b;
  gint64 first_frame; /* of `a`, with which both begin */
  double *samples;    /* PIECE_FRAMES of `a`, then as many of `b` */
} Reading;

/* Fills the piece; a source gives less than asked for only at its end. */
static gboolean
read_piece(AlSource *source, double *samples, gsize frames, GError **error)
{
  gssize got = al_source_read(source, samples, frames, error);

  g_assert(got < 0 || got == (gssize)frames);
  return got >= 0;
}

static void
note_difference(AlAudioDifference *difference, gint64 frame, double largest)
{
  if (difference->first_frame < 0)
    difference->first_frame = frame;
  difference->last_frame = frame;
  difference->differing_frames++;
  difference->largest = MAX(difference->largest, largest);
}

/* The sums of a piece are made for themselves, so that small numbers are not added to large ones.
 */
static void
compare_piece(const double *a, const double *b, gint64 first_frame, gsize frames,
              AlAudioDifference *difference)
{
  double energy_a = 0, energy_b = 0, energy_difference = 0;

  for (gsize i = 0; i < frames; i++) {
    double left = a[2 * i] - b[2 * i], right = a[2 * i + 1] - b[2 * i + 1];

    energy_a += a[2 * i] * a[2 * i] + a[2 * i + 1] * a[2 * i + 1];
    energy_b += b[2 * i] * b[2 * i] + b[2 * i + 1] * b[2 * i + 1];
    if (left != 0 || right != 0) {
      energy_difference += left * left + right * right;
      note_difference(difference, first_frame + (gint64)i, MAX(fabs(left), fabs(right)));
    }
  }
  difference->energy_a += energy_a;
  difference->energy_b += energy_b;
  difference->energy_difference += energy_difference;
}

static gboolean
compare_pieces(const Reading *reading, const AlJob *job, AlAudioDifference *difference,
               GError **error)
{
  double *a = reading->samples, *b = reading->samples + 2 * PIECE_FRAMES;

  for (gint64 at = 0; at < difference->frames; at += PIECE_FRAMES) {
    gsize count = (gsize)MIN(PIECE_FRAMES, difference->frames - at);

    if (al_job_cancelled(job, error) || !read_piece(reading->a, a, count, error) ||
        !read_piece(reading->b, b, count, error))
      return FALSE;
    compare_piece(a, b, reading->first_frame + at, count, difference);
    al_job_progress(job, STAGE, (double)at / (double)difference->frames);
  }
  return TRUE;
}

gboolean
al_audio_difference_measure(const AlRecordingPair *pair, const AlJob *job,
                            AlAudioDifference *difference, GError **error)
{
  gint64 offset = pair->offset_frames;
  gint64 first = MIN(0, -offset), end = MAX(pair->a->frames, pair->b->frames - offset);
  g_autoptr(AlSource) a = NULL;
  g_autoptr(AlSource) b = NULL;
  g_autofree double *samples = g_new(double, 4 * PIECE_FRAMES);

  g_assert(pair->a->rate == pair->b->rate);
  *difference = (AlAudioDifference){.frames = end - first, .first_frame = -1, .last_frame = -1};
  if ((a = al_recording_open(pair->a, first, end, error)) == NULL ||
      (b = al_recording_open(pair->b, first + offset, end + offset, error)) == NULL)
    return FALSE;
  const Reading reading = {.a = a, .b = b, .first_frame = first, .samples = samples};

  return compare_pieces(&reading, job, difference, error);
}

double
al_audio_difference_null_db(const AlAudioDifference *difference)
{
  if (difference->energy_difference == 0)
    return -INFINITY;
  return 10 * log10(difference->energy_difference / difference->energy_a);
}

double
al_audio_difference_level_db(const AlAudioDifference *difference)
{
  if (difference->energy_a == 0 || difference->energy_b == 0)
    return NAN;
  return 10 * log10(difference->energy_b / difference->energy_a);
}
