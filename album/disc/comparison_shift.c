/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/disc/comparison_shift.h"

#include <math.h>
#include <string.h>

#include "album/audio/fft.h"

#define STAGE "Looking for a shift"

#define EXCERPTS 5
#define EXCERPT_FRAMES 65536

/* The share of the energy of one that the other explains, from which on they are the same music. */
#define LEAST_ALIKE 0.25

/* Shifts that explain as much as the best one but for rounding. */
#define AS_GOOD 1e-9

/* Energies below this share of the excerpts' own are rounding. */
#define NO_ENERGY 1e-12

/* The share of the excerpts' energy that must lie beside what the other recording has. */
#define LEAST_BESIDE 0.25

/* Sums over the excerpts. An excerpt of `a` lies in the middle of a window of `b`:
 *
 *   a:          |excerpt|
 *   b:  |< most >|       |< most >|      shift k of the excerpt begins at frame most + k
 */
typedef struct {
  gint64 most_frames;    /* the farthest shift */
  gint64 window_frames;  /* of `b` */
  AlFft *fft;            /* of a window */
  double *cross;         /* spectrum of the correlation: conj(A) B, as al_fft_spectrum() */
  double *energies;      /* of what lies beside the excerpts at shift k - most_frames */
  double *own;           /* of the excerpts, where something lies beside them */
  double excerpt_energy; /* of the excerpts, all of them */
} Search;

static void
search_init(Search *search, int rate)
{
  *search = (Search){.most_frames = (gint64)rate * AL_COMPARISON_SHIFT_SECONDS};
  search->window_frames = EXCERPT_FRAMES + 2 * search->most_frames;
  search->fft = al_fft_new(al_fft_power_of_two((gsize)search->window_frames));
  search->cross = g_new0(double, al_fft_size(search->fft) + 2);
  search->energies = g_new0(double, 2 * search->most_frames + 1);
  search->own = g_new0(double, 2 * search->most_frames + 1);
}

static void
search_clear(Search *search)
{
  al_fft_free(search->fft);
  g_free(search->cross);
  g_free(search->energies);
  g_free(search->own);
}

/* Frames of a recording as one channel, which neither a signal on one side nor one in opposite
 * phase makes silent; zeros behind them. */
static gboolean
read_channel(const AlRecording *recording, gint64 first_frame, gint64 frames, AlFft *fft,
             GError **error)
{
  g_autoptr(AlSource) source =
      al_recording_open(recording, first_frame, first_frame + frames, error);
  double block[2 * AL_BLOCK_FRAMES], *samples = al_fft_time(fft);
  gssize got;

  if (source == NULL)
    return FALSE;
  memset(samples, 0, al_fft_size(fft) * sizeof *samples);
  while ((got = al_source_read(source, block, AL_BLOCK_FRAMES, error)) > 0)
    for (gssize i = 0; i < got; i++)
      *samples++ = block[2 * i] + 0.5 * block[2 * i + 1];
  return got == 0;
}

static double
energy(const double *samples, gint64 frames)
{
  double sum = 0;

  for (gint64 i = 0; i < frames; i++)
    sum += samples[i] * samples[i];
  return sum;
}

/* The energy beside the excerpt at each shift: one frame comes in, one goes out. */
static void
add_energies(Search *search, const double *window)
{
  double sum = energy(window, EXCERPT_FRAMES);

  for (gint64 k = 0; k <= 2 * search->most_frames; k++) {
    search->energies[k] += MAX(sum, 0);
    if (k < 2 * search->most_frames)
      sum += window[k + EXCERPT_FRAMES] * window[k + EXCERPT_FRAMES] - window[k] * window[k];
  }
}

/* The energy of the excerpt itself at each shift, as far as it does not stick out of `b` at either
 * end. `begin_frame` is where it lies in `b` at shift 0. */
static void
add_own(Search *search, const double *excerpt, gint64 begin_frame, gint64 b_frames)
{
  g_autofree double *up_to = g_new(double, EXCERPT_FRAMES + 1);

  up_to[0] = 0;
  for (gint64 i = 0; i < EXCERPT_FRAMES; i++)
    up_to[i + 1] = up_to[i] + excerpt[i] * excerpt[i];
  for (gint64 k = 0; k <= 2 * search->most_frames; k++) {
    gint64 begin = begin_frame + k - search->most_frames;
    gint64 first = CLAMP(-begin, 0, EXCERPT_FRAMES);
    gint64 end = CLAMP(b_frames - begin, first, EXCERPT_FRAMES);

    search->own[k] += up_to[end] - up_to[first];
  }
  search->excerpt_energy += up_to[EXCERPT_FRAMES];
}

/* conj(A) B, bin by bin. */
static void
add_product(Search *search, const double *a, const double *b)
{
  for (gsize i = 0; i < al_fft_size(search->fft) + 2; i += 2) {
    search->cross[i] += a[i] * b[i] + a[i + 1] * b[i + 1];
    search->cross[i + 1] += a[i] * b[i + 1] - a[i + 1] * b[i];
  }
}

static gboolean
add_excerpt(Search *search, const AlRecordingPair *pair, gint64 first_frame, GError **error)
{
  gsize bins = al_fft_size(search->fft) + 2;
  g_autofree double *excerpt = g_new(double, bins);

  if (!read_channel(pair->a, first_frame, EXCERPT_FRAMES, search->fft, error))
    return FALSE;
  add_own(search, al_fft_time(search->fft), first_frame, pair->b->frames);
  al_fft_forward(search->fft);
  memcpy(excerpt, al_fft_spectrum(search->fft), bins * sizeof *excerpt);
  if (!read_channel(pair->b, first_frame - search->most_frames, search->window_frames, search->fft,
                    error))
    return FALSE;
  add_energies(search, al_fft_time(search->fft));
  al_fft_forward(search->fft);
  add_product(search, excerpt, al_fft_spectrum(search->fft));
  return TRUE;
}

/* The square of the correlation at shift k - most_frames, 0 to 1. */
static double
alike(const Search *search, const double *correlation, gint64 k)
{
  if (search->own[k] <= LEAST_BESIDE * search->excerpt_energy ||
      search->energies[k] <= NO_ENERGY * search->excerpt_energy)
    return 0;
  return correlation[k] * correlation[k] / (search->own[k] * search->energies[k]);
}

static gint64
best_shift(const Search *search)
{
  double scale = 1 / (double)al_fft_size(search->fft), *correlation = al_fft_time(search->fft);
  double best = 0;

  memcpy(al_fft_spectrum(search->fft), search->cross,
         (al_fft_size(search->fft) + 2) * sizeof *search->cross);
  al_fft_backward(search->fft);
  for (gint64 k = 0; k <= 2 * search->most_frames; k++) {
    correlation[k] *= scale;
    best = MAX(best, alike(search, correlation, k));
  }
  if (best < LEAST_ALIKE)
    return 0;
  for (gint64 shift = 0; shift <= search->most_frames; shift++) {
    if (alike(search, correlation, search->most_frames + shift) >= best - AS_GOOD)
      return shift;
    if (alike(search, correlation, search->most_frames - shift) >= best - AS_GOOD)
      return -shift;
  }
  g_assert_not_reached();
}

gboolean
al_comparison_shift_find(AlRecordingPair *pair, const AlJob *job, GError **error)
{
  Search search;
  gboolean done = TRUE;

  search_init(&search, pair->a->rate);
  for (gint64 i = 1; done && i <= EXCERPTS; i++) {
    gint64 middle = pair->a->frames * i / (EXCERPTS + 1);

    al_job_progress(job, STAGE, (double)(i - 1) / EXCERPTS);
    done = !al_job_cancelled(job, error) &&
           add_excerpt(&search, pair, middle - EXCERPT_FRAMES / 2, error);
  }
  if (done)
    pair->offset_frames = best_shift(&search);
  search_clear(&search);
  return done;
}
