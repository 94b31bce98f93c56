/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/tape_hysteresis.h"

#include "album/vector.h"

#include <math.h>
#include <string.h>

/* A loop that is narrow at the reference level of tape.c and closes before full scale. */
#define SHAPE 0.22      /* a */
#define REVERSIBLE 0.7  /* c */
#define COERCIVITY 0.12 /* k */
/* Where the continued fraction of L has its maximum. */
#define LARGEST_Q 7.326712089162631
/* The trapezoid rule cannot take longer steps (in coercivities) without overshoot; after that of
 * 2 nothing is left of the lag before. */
#define LONGEST_WAY 2.0

#define CHUNK_FRAMES 128
#define PAST_FRAMES G_N_ELEMENTS(((AlTapeHysteresis *)NULL)->past)
#define TO_FRAME 3 /* of the fields, where the first step leads to */

/* Interleaved stereo. A step leads from ends[n] to ends[n + 1], and gives lags[n].
 *
 *   fields   PAST_FRAMES of the past | a chunk |
 *   ends              1 of the past | a chunk | */
typedef struct {
  double fields[2 * (PAST_FRAMES + CHUNK_FRAMES)];
  double ends[2 * (1 + CHUNK_FRAMES)];
  double ways[2 * CHUNK_FRAMES];   /* of the step, in coercivities */
  double shares[2 * CHUNK_FRAMES]; /* 1 / (1 + |way| / 2) */
  double lags[2 * CHUNK_FRAMES];
} Chunk;

/* Both channels of a frame side by side. */
typedef double Pair __attribute__((vector_size(2 * sizeof(double))));
typedef gint64 PairBits __attribute__((vector_size(2 * sizeof(gint64))));

static inline Pair
lower(Pair a, Pair b)
{
  return (Pair){MIN(a[0], b[0]), MIN(a[1], b[1])};
}

static inline Pair
higher(Pair a, Pair b)
{
  return (Pair){MAX(a[0], b[0]), MAX(a[1], b[1])};
}

static inline Pair
size_of(Pair a)
{
  const PairBits all_but_sign = {G_MAXINT64, G_MAXINT64};

  return (Pair)((PairBits)a & all_but_sign);
}

static inline Pair
pair_at(const double *frame)
{
  Pair pair;

  memcpy(&pair, frame, sizeof pair);
  return pair;
}

/* Per frame, from the five about it: exact for a polynomial of order 4. */
static inline double
slope_at(const double *field)
{
  return (8 * (field[2] - field[-2]) - (field[4] - field[-4])) * (1.0 / 12);
}

/* A step ends at its frame; but where the field turns on the way it ends there, and the next one
 * begins there. The turn is taken from a parabola at either side, and the nearer counts more. */
AL_VECTOR_CLONES static void
find_ends(Chunk *chunk, gsize count)
{
  for (gsize i = 0; i < count; i++) {
    const double *to = chunk->fields + 2 * TO_FRAME + i, *from = to - 2;
    double before = slope_at(from), after = slope_at(to);
    double part = before / (before - after), rest = 1 - part;
    double turn = rest * (*from + 0.5 * part * before) + part * (*to - 0.5 * rest * after);

    chunk->ends[2 + i] = before * after < 0 ? turn : *to;
  }
}

AL_VECTOR_CLONES static void
find_ways(Chunk *chunk, gsize count)
{
  for (gsize i = 0; i < count; i++) {
    double way = (chunk->ends[2 + i] - chunk->ends[i]) * (1 / COERCIVITY);
    double size = MIN(fabs(way), LONGEST_WAY);

    chunk->ways[i] = copysign(size, way);
    chunk->shares[i] = 1 / (1 + 0.5 * size);
  }
}

/* The lag z after a step, for a field that rises by w (for one that falls all signs are turned),
 * with s = 1 / (1 + w / 2):
 *
 *   z <= -w       z + w                        the field does not come by what is pinned
 *   -w < z < 0    z + s w (1 - z) - s / 2 z^2  a parabola that joins the two, with their slopes
 *   z >= 0        z + s w (1 - z)              the trapezoid rule
 *
 * In one expression without branches, with few operations from one z to the next. `against` is what
 * of z stands against the movement, up to the whole of it. */
AL_VECTOR_CLONES static void
follow(Chunk *chunk, double *lag, gsize count)
{
  const Pair none = {0, 0};
  Pair z = pair_at(lag);

  for (gsize i = 0; i < count; i += 2) {
    Pair way = pair_at(chunk->ways + i), share = pair_at(chunk->shares + i);
    Pair pull = share * way, half = 0.5 * pull;
    Pair against = lower(higher(z, lower(-way, none)), higher(-way, none));
    Pair along = (z * (1 - size_of(half)) + pull) - half * size_of(z);

    z = (along - size_of(pull) * against) + (0.5 * share) * against * size_of(against);
    memcpy(chunk->lags + i, &z, sizeof z);
  }
  memcpy(lag, &z, sizeof z);
}

/* L(Q) = Q (315 + 14 Q^2) / (945 + 105 Q^2 + Q^4), of both parts over one denominator. */
AL_VECTOR_CLONES static void
magnetise(const Chunk *chunk, double *out, gsize count)
{
  for (gsize i = 0; i < count; i++) {
    double field = chunk->fields[2 * TO_FRAME + i];
    double pinned = chunk->ends[2 + i] - COERCIVITY * chunk->lags[i];
    double p = MIN(MAX(field * (1 / SHAPE), -LARGEST_Q), LARGEST_Q), pp = p * p;
    double q = MIN(MAX(pinned * (1 / SHAPE), -LARGEST_Q), LARGEST_Q), qq = q * q;
    double under_p = (pp + 105) * pp + 945, under_q = (qq + 105) * qq + 945;
    double over_p = REVERSIBLE * p * (14 * pp + 315);
    double over_q = (1 - REVERSIBLE) * q * (14 * qq + 315);

    out[i] = (over_p * under_q + over_q * under_p) / (under_p * under_q);
  }
}

void
al_tape_hysteresis_process(AlTapeHysteresis *state, double *fields, gsize frames)
{
  Chunk chunk;

  for (gsize done = 0; done < frames; done += CHUNK_FRAMES) {
    gsize count = 2 * MIN(CHUNK_FRAMES, frames - done);
    double *block = fields + 2 * done;

    memcpy(chunk.fields, state->past, sizeof state->past);
    memcpy(chunk.fields + 2 * PAST_FRAMES, block, count * sizeof *block);
    memcpy(chunk.ends, state->end, sizeof state->end);
    find_ends(&chunk, count);
    find_ways(&chunk, count);
    follow(&chunk, state->lag, count);
    magnetise(&chunk, block, count);
    memcpy(state->past, chunk.fields + count, sizeof state->past);
    memcpy(state->end, chunk.ends + count, sizeof state->end);
  }
}
