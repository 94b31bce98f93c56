/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/audio/quantise.h"

#include <math.h>
#include <string.h>

#include "album/audio/grid.h"
#include "album/audio/noise_shape.h"
#include "album/vector.h"

/* Rounding errs by half a step, the dither by less than one. */
#define ROUNDING_ERROR 0.5
#define DITHERED_ERROR 1.5

/*  frames:   |...given...|.......decided.......|....undecided....|.....free.....|
 *            0           given                 decided           held           capacity
 *
 * Undecided are the frames at the end that lie on the grid, in a run that is still shorter than
 * exact_frames. */
struct AlQuantiser {
  AlSource *input;
  double scale; /* full scale in steps of the grid */
  AlDither dither;
  const AlNoiseShape *shape;
  AlNoiseShapeState states[2];
  guint64 noise; /* state of the dither's generator */
  gint64 clipped;

  struct {
    double *samples; /* 2 per frame */
    gboolean *exact; /* 1 per frame */
    gsize capacity, held, decided, given;
    gsize exact_frames; /* shortest run that passes as it is */
    gsize run_frames;   /* of the run on the grid at the end, counted up to exact_frames */
  } window;
};

AlQuantiser *
al_quantiser_new(AlSource *input, int bits, AlDither dither, guint64 seed)
{
  AlQuantiser *q = g_new0(AlQuantiser, 1);

  q->input = input;
  q->scale = al_grid_scale(bits);
  q->dither = dither;
  q->shape = dither == AL_DITHER_SHAPED ? al_noise_shape_for_rate(input->rate) : NULL;
  q->noise = seed;
  q->window.exact_frames = (gsize)ceil(AL_QUANTISE_EXACT_SECONDS * input->rate);
  q->window.capacity = q->window.exact_frames + AL_BLOCK_FRAMES;
  q->window.samples = g_new(double, 2 * q->window.capacity);
  q->window.exact = g_new(gboolean, q->window.capacity);
  return q;
}

void
al_quantiser_free(AlQuantiser *quantiser)
{
  if (quantiser == NULL)
    return;
  g_free(quantiser->window.samples);
  g_free(quantiser->window.exact);
  g_free(quantiser);
}

/* SplitMix64: Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014;
 * Vigna's form, which is in the public domain. A counter through a mixer: every sample of the two
 * channels has its own place in it, whether it is dithered or not. */
#define NOISE_STEP G_GUINT64_CONSTANT(0x9E3779B97F4A7C15)

static inline guint64
mix_bits(guint64 z)
{
  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT(0xBF58476D1CE4E5B9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT(0x94D049BB133111EB);
  return z ^ (z >> 31);
}

/* Triangular over (-1, 1): the difference of two uniform numbers of 31 bits. */
static inline double
next_dither(guint64 *noise)
{
  guint64 bits = mix_bits(*noise += NOISE_STEP);

  return ((double)(gint32)(bits >> 33) - (double)(gint32)(bits & 0x7FFFFFFF)) / 2147483648.0;
}

static inline double
round_to_grid(AlQuantiser *q, double value)
{
  double whole = rint(value);

  if (whole >= -q->scale && whole <= q->scale - 1)
    return whole;
  q->clipped++;
  return whole > 0 ? q->scale - 1 : -q->scale;
}

static inline double
quantise_shaped(AlQuantiser *q, AlNoiseShapeState *state, double value, double dither)
{
  double feedback = al_noise_shape_feedback(q->shape, state);
  double target = value - feedback;
  double given = round_to_grid(q, target + dither);
  double error = given - target;

  /* What clipping cut off is no error to make up for later: the loop would run away. */
  al_noise_shape_push(state, feedback, MAX(MIN(error, DITHERED_ERROR), -DITHERED_ERROR));
  return given;
}

/* With the states at hand in registers: each sample waits for what became of the one before. */
AL_VECTOR_CLONES static void
give_shaped(AlQuantiser *q, const double *from, gint32 *samples, gsize frames)
{
  AlNoiseShapeState left = q->states[0], right = q->states[1];
  guint64 noise = q->noise;

  for (gsize i = 0; i < frames; i++) {
    double first = next_dither(&noise), second = next_dither(&noise);

    samples[2 * i] = (gint32)quantise_shaped(q, &left, from[2 * i] * q->scale, first);
    samples[2 * i + 1] = (gint32)quantise_shaped(q, &right, from[2 * i + 1] * q->scale, second);
  }
  q->states[0] = left;
  q->states[1] = right;
  q->noise = noise;
}

AL_VECTOR_CLONES static void
give_flat(AlQuantiser *q, const double *from, gint32 *samples, gsize frames)
{
  gboolean dithered = q->dither != AL_DITHER_NONE;
  guint64 noise = q->noise;

  for (gsize i = 0; i < 2 * frames; i++) {
    double dither = next_dither(&noise);

    samples[i] = (gint32)round_to_grid(q, from[i] * q->scale + (dithered ? dither : 0));
  }
  q->noise = noise;
}

static void
give_exact(AlQuantiser *q, const double *from, gint32 *samples, gsize frames)
{
  for (gsize i = 0; i < 2 * frames; i++)
    samples[i] = (gint32)(from[i] * q->scale);
  q->noise += 2 * frames * NOISE_STEP;
  memset(q->states, 0, sizeof q->states);
}

/* How many frames from here on are to pass as they are, or are not, like the first. */
static gsize
count_alike(const gboolean *exact, gsize frames)
{
  gsize count = 1;

  while (count < frames && exact[count] == exact[0])
    count++;
  return count;
}

static void
give(AlQuantiser *q, gint32 *samples, gsize frames)
{
  while (frames > 0) {
    const double *from = q->window.samples + 2 * q->window.given;
    const gboolean *exact = q->window.exact + q->window.given;
    gsize count = count_alike(exact, frames);

    if (exact[0])
      give_exact(q, from, samples, count);
    else if (q->shape != NULL)
      give_shaped(q, from, samples, count);
    else
      give_flat(q, from, samples, count);
    q->window.given += count;
    samples += 2 * count;
    frames -= count;
  }
}

/* Decides about one more frame, and with it about the run that it completes or ends. */
static inline void
decide_frame(AlQuantiser *q, gsize frame)
{
  gsize exact_frames = q->window.exact_frames;

  if (!al_grid_holds_frame(q->window.samples + 2 * frame, q->scale)) {
    q->window.exact[frame] = FALSE;
    q->window.run_frames = 0;
    return;
  }
  q->window.exact[frame] = q->window.run_frames == exact_frames;
  if (q->window.run_frames < exact_frames && ++q->window.run_frames == exact_frames)
    for (gsize i = frame + 1 - exact_frames; i <= frame; i++)
      q->window.exact[i] = TRUE;
}

static void
decide(AlQuantiser *q, gsize from, gboolean at_end)
{
  for (gsize frame = from; frame < q->window.held; frame++)
    decide_frame(q, frame);
  q->window.decided = q->window.held;
  if (!at_end && q->window.run_frames < q->window.exact_frames)
    q->window.decided -= q->window.run_frames;
}

/* Moves what is undecided to the front and fills the window behind it; FALSE with an error. At the
 * end of the input nothing stays undecided. */
static gboolean
fill_window(AlQuantiser *q, GError **error)
{
  gsize undecided = q->window.held - q->window.decided;
  gssize got;

  memmove(q->window.samples, q->window.samples + 2 * q->window.decided,
          2 * undecided * sizeof *q->window.samples);
  memmove(q->window.exact, q->window.exact + q->window.decided,
          undecided * sizeof *q->window.exact);
  got = al_source_read(q->input, q->window.samples + 2 * undecided, AL_BLOCK_FRAMES, error);
  if (got < 0)
    return FALSE;
  q->window.given = 0;
  q->window.held = undecided + (gsize)got;
  decide(q, undecided, got == 0);
  return TRUE;
}

gssize
al_quantiser_read(AlQuantiser *quantiser, gint32 *samples, gsize frames, GError **error)
{
  gsize filled = 0;

  while (filled < frames) {
    gsize count = MIN(frames - filled, quantiser->window.decided - quantiser->window.given);

    give(quantiser, samples + 2 * filled, count);
    filled += count;
    if (filled == frames)
      break;
    if (!fill_window(quantiser, error))
      return -1;
    if (quantiser->window.held == 0)
      break;
  }
  return (gssize)filled;
}

gint64
al_quantiser_clipped_samples(const AlQuantiser *quantiser)
{
  return quantiser->clipped;
}

double
al_quantiser_max_error_steps(AlDither dither, int rate)
{
  switch (dither) {
  case AL_DITHER_NONE:
    return ROUNDING_ERROR;
  case AL_DITHER_TPDF:
    return DITHERED_ERROR;
  case AL_DITHER_SHAPED:
    return DITHERED_ERROR * al_noise_shape_max_gain(al_noise_shape_for_rate(rate));
  }
  g_assert_not_reached();
}
