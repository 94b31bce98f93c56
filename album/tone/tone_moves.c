/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/tone/tone_moves.h"

#include "album/filter/least_squares.h"
#include "album/process/eq_band.h"

/* Near enough: no further move is looked for, and none that helps by less than this is kept. */
#define NEAR_DB 0.25
#define LEAST_HELP_DB 0.04

#define SHELF_Q 0.707
#define TURNED_ABOVE_HZ 800.0
#define LEAST_Q 0.3
#define MOST_Q 2.0 /* narrower than that nothing is seen between two thirds of an octave */
#define LEAST_HZ 35.0
#define MOST_HZ 16000.0
#define MOST_DB 12.0

/* Where the curve is followed: beyond it fades out, which no equaliser needs to do. */
#define FIRST_BAND 2 /* 40 Hz */
#define LAST_BAND 28 /* 16 kHz */
#define BANDS (LAST_BAND - FIRST_BAND + 1)

/* A last point holds gains down, so that two moves do not work against each other. */
#define POINTS (BANDS + 1)
#define GAIN_COST 0.15

/* After each new move all are fitted in turn this often. */
#define ROUNDS 6

/* One move that is fitted to what the others leave of a curve. */
typedef struct {
  const double *left_db;
  AlEqForm form;
} Fit;

static double
gain_at(const AlEqBand *move, guint band)
{
  AlPrototype section[AL_EQ_MAX_SECTIONS];

  return al_eq_band_sections(move, section) > 0
             ? 10 * log10(al_prototype_power(&section[0], al_tone_band_hz(band)))
             : 0;
}

/* Parameters: the level; octaves from 1 kHz; gain in units of 3 dB; for a bell octaves of Q. */
static AlEqBand
decode(const double *parameters, AlEqForm form)
{
  return (AlEqBand){
      .form = form,
      .hz = CLAMP(1000 * exp2(parameters[1]), LEAST_HZ, MOST_HZ),
      .gain_db = CLAMP(3 * parameters[2], -MOST_DB, MOST_DB),
      .q = form == AL_EQ_BELL ? CLAMP(exp2(parameters[3]), LEAST_Q, MOST_Q) : SHELF_Q,
      .dynamics = {.threshold_db = HUGE_VAL},
  };
}

static double
residual(const double *parameters, gsize i, gconstpointer data)
{
  const Fit *fit = data;
  const AlEqBand move = decode(parameters, fit->form);
  guint band = FIRST_BAND + (guint)i;

  if (i == POINTS - 1)
    return GAIN_COST * move.gain_db;

  return fit->left_db[band] - parameters[0] - gain_at(&move, band);
}

/* Improves a move; returns the sum of squares that it leaves. */
static double
fit_move(AlEqBand *move, const double left_db[AL_TONE_BANDS])
{
  const Fit fit = {.left_db = left_db, .form = move->form};
  const AlLeastSquares problem = {.residual = residual,
                                  .data = &fit,
                                  .points = POINTS,
                                  .parameters = move->form == AL_EQ_BELL ? 4 : 3};
  double parameters[AL_LEAST_SQUARES_MAX_PARAMETERS] = {0, log2(move->hz / 1000), move->gain_db / 3,
                                                        log2(move->q)};
  double sum = al_least_squares_fit(&problem, parameters);
  AlEqChannel channel = move->channel;

  *move = decode(parameters, move->form);
  move->channel = channel;
  return sum;
}

/* What all moves but one (an index behind the last: but none) leave of the curve. */
static void
leave(const GArray *moves, guint but, const double curve_db[AL_TONE_BANDS], double *left_db)
{
  for (guint band = 0; band < AL_TONE_BANDS; band++) {
    left_db[band] = curve_db[band];
    for (guint i = 0; i < moves->len; i++)
      if (i != but)
        left_db[band] -= gain_at(&g_array_index(moves, AlEqBand, i), band);
  }
}

double
al_tone_moves_miss_db(const GArray *moves, const double curve_db[AL_TONE_BANDS])
{
  double left_db[AL_TONE_BANDS], sum = 0, squares = 0;

  leave(moves, moves->len, curve_db, left_db);
  for (guint band = FIRST_BAND; band <= LAST_BAND; band++) {
    sum += left_db[band];
    squares += left_db[band] * left_db[band];
  }
  return sqrt(MAX(squares / BANDS - pow(sum / BANDS, 2), 0));
}

/* Adds the move that helps most, of those that begin at one of these places. */
static void
add_move(GArray *moves, const double curve_db[AL_TONE_BANDS], AlEqChannel channel)
{
  static const struct {
    AlEqForm form;
    double hz;
  } starts[] = {{AL_EQ_LOW_SHELF, 120},   {AL_EQ_LOW_SHELF, 400}, {AL_EQ_HIGH_SHELF, 2000},
                {AL_EQ_HIGH_SHELF, 7000}, {AL_EQ_BELL, 60},       {AL_EQ_BELL, 125},
                {AL_EQ_BELL, 250},        {AL_EQ_BELL, 500},      {AL_EQ_BELL, 1000},
                {AL_EQ_BELL, 2000},       {AL_EQ_BELL, 4000},     {AL_EQ_BELL, 8000}};
  double left_db[AL_TONE_BANDS], least = HUGE_VAL;
  AlEqBand best = {0};

  leave(moves, moves->len, curve_db, left_db);
  for (guint i = 0; i < G_N_ELEMENTS(starts); i++) {
    guint band = (guint)(al_tone_band_place(starts[i].hz) + 0.5);
    AlEqBand move = {.form = starts[i].form,
                     .channel = channel,
                     .hz = starts[i].hz,
                     .gain_db = left_db[band],
                     .q = starts[i].form == AL_EQ_BELL ? 1 : SHELF_Q};
    double sum = fit_move(&move, left_db);

    if (sum < least) {
      least = sum;
      best = move;
    }
  }
  g_array_append_val(moves, best);
}

static void
fit_in_turn(GArray *moves, const double curve_db[AL_TONE_BANDS])
{
  double left_db[AL_TONE_BANDS];

  for (guint round = 0; round < ROUNDS; round++) {
    for (guint i = 0; i < moves->len; i++) {
      leave(moves, i, curve_db, left_db);
      fit_move(&g_array_index(moves, AlEqBand, i), left_db);
    }
  }
}

/* Two digits, as one would set it. */
static double
round_hz(double hz)
{
  double unit = pow(10, floor(log10(hz)) - 1);

  return round(hz / unit) * unit;
}

static int
compare_hz(gconstpointer a, gconstpointer b)
{
  double left = ((const AlEqBand *)a)->hz, right = ((const AlEqBand *)b)->hz;

  return (left > right) - (left < right);
}

/* A low shelf at the top is a high shelf the other way round, but for a level, and the reverse. */
static void
turn_shelf(AlEqBand *move)
{
  gboolean high = move->hz > TURNED_ABOVE_HZ;

  if (move->form == (high ? AL_EQ_LOW_SHELF : AL_EQ_HIGH_SHELF)) {
    move->form = high ? AL_EQ_HIGH_SHELF : AL_EQ_LOW_SHELF;
    move->gain_db = -move->gain_db;
  }
}

/* What one would write; moves that come to nothing are dropped. */
static void
round_off(GArray *moves)
{
  for (guint i = moves->len; i-- > 0;) {
    AlEqBand *move = &g_array_index(moves, AlEqBand, i);

    turn_shelf(move);
    move->hz = round_hz(move->hz);
    move->gain_db = round(move->gain_db * 10) / 10;
    if (move->form == AL_EQ_BELL)
      move->q = round(move->q * 10) / 10;
    if (fabs(move->gain_db) < 0.15)
      g_array_remove_index(moves, i);
  }
  g_array_sort(moves, compare_hz);
}

GArray *
al_tone_moves_new(const double curve_db[AL_TONE_BANDS], AlEqChannel channel)
{
  GArray *moves = g_array_new(FALSE, TRUE, sizeof(AlEqBand));
  double miss_db = al_tone_moves_miss_db(moves, curve_db);

  while (moves->len < AL_TONE_MOST_MOVES && miss_db > NEAR_DB) {
    g_autoptr(GArray) before = g_array_copy(moves);
    double before_db = miss_db;

    add_move(moves, curve_db, channel);
    fit_in_turn(moves, curve_db);
    miss_db = al_tone_moves_miss_db(moves, curve_db);
    if (before_db - miss_db < LEAST_HELP_DB) {
      g_array_set_size(moves, 0);
      g_array_append_vals(moves, before->data, before->len);
      break;
    }
  }
  round_off(moves);
  return moves;
}

static void
append_quantity(GString *text, const char *before, const char *format, double value,
                const char *after)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd(number, sizeof number, format, value);
  g_string_append_printf(text, "%s%s%s", before, number, after);
}

static void
append_hz(GString *text, double hz)
{
  append_quantity(text, "", "%.3g", hz < 1000 ? hz : hz / 1000, hz < 1000 ? " Hz" : " kHz");
}

static const char *
form_name(const AlEqBand *move, gboolean in_words)
{
  switch (move->form) {
  case AL_EQ_LOW_SHELF:
    return in_words ? "low shelf" : "low-shelf";
  case AL_EQ_HIGH_SHELF:
    return in_words ? "high shelf" : "high-shelf";
  default:
    return "bell";
  }
}

static const char *
channel_name(const AlEqBand *move)
{
  return move->channel == AL_EQ_MID ? "mid" : move->channel == AL_EQ_SIDE ? "side" : NULL;
}

char *
al_tone_moves_words(const GArray *moves)
{
  GString *text = g_string_new(NULL);

  for (guint i = 0; i < moves->len; i++) {
    const AlEqBand *move = &g_array_index(moves, AlEqBand, i);

    g_string_append_printf(text, "%s%s ", i > 0 ? ", " : "", form_name(move, TRUE));
    append_quantity(text, "", "%+.1f", move->gain_db, " dB at ");
    append_hz(text, move->hz);
    if (move->form == AL_EQ_BELL)
      append_quantity(text, ", Q ", "%.1f", move->q, "");
    if (channel_name(move) != NULL)
      g_string_append_printf(text, " on %s", channel_name(move));
  }
  return g_string_free(text, FALSE);
}

char *
al_tone_moves_step(const GArray *moves)
{
  GString *text = g_string_new("eq: [");

  for (guint i = 0; i < moves->len; i++) {
    const AlEqBand *move = &g_array_index(moves, AlEqBand, i);

    g_string_append_printf(text, "%s{%s: ", i > 0 ? ", " : "", form_name(move, FALSE));
    append_hz(text, move->hz);
    append_quantity(text, ", gain: ", "%.1f", move->gain_db, " dB");
    if (move->form == AL_EQ_BELL)
      append_quantity(text, ", q: ", "%.1f", move->q, "");
    if (channel_name(move) != NULL)
      g_string_append_printf(text, ", on: %s", channel_name(move));
    g_string_append_c(text, '}');
  }
  g_string_append_c(text, ']');
  return g_string_free(text, FALSE);
}
