/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/width.h"

#include <math.h>

#include "album/filter/fir.h"
#include "album/filter/kernel.h"
#include "album/filter/prototype.h"
#include "album/process/stage.h"

#define SHELF_Q 0.707

/* L' = left[0] L + left[1] R, R' = right[0] L + right[1] R */
typedef struct {
  double left[2];
  double right[2];
} Matrix;

typedef struct {
  AlStage stage;
  Matrix matrix;
} Mixer;

typedef struct {
  AlStage stage;
  Matrix matrix;
  AlSource *before; /* polarity, swap, mono; NULL where there is none of it */
  AlSource *side;   /* the kernel; NULL where there is none */
} Width;

static void
matrix_apply(const Matrix *m, double *block, gsize frames)
{
  for (gsize i = 0; i < frames; i++) {
    double left = block[2 * i], right = block[2 * i + 1];

    block[2 * i] = m->left[0] * left + m->left[1] * right;
    block[2 * i + 1] = m->right[0] * left + m->right[1] * right;
  }
}

static void
mixer_work(AlStage *stage, double *block, gsize frames)
{
  matrix_apply(&((Mixer *)stage)->matrix, block, frames);
}

static void
width_work(AlStage *stage, double *block, gsize frames)
{
  matrix_apply(&((Width *)stage)->matrix, block, frames);
}

static void
width_clear(AlStage *stage)
{
  Width *width = (Width *)stage;

  al_source_free(width->side);
  al_source_free(width->before);
}

static Matrix
matrix_before(const AlWidthSettings *settings)
{
  AlWidthPolarity polarity = settings->polarity;
  gboolean both = polarity == AL_WIDTH_POLARITY_BOTH;
  double left = both || polarity == AL_WIDTH_POLARITY_LEFT ? -1.0 : 1.0;
  double right = both || polarity == AL_WIDTH_POLARITY_RIGHT ? -1.0 : 1.0;

  if (settings->mono)
    return (Matrix){{0.5 * left, 0.5 * right}, {0.5 * left, 0.5 * right}};
  if (settings->swap)
    return (Matrix){{0.0, right}, {left, 0.0}};
  return (Matrix){{left, 0.0}, {0.0, right}};
}

/* The side's gain, then the balance, then the rotation. */
static Matrix
matrix_after(const AlWidthSettings *settings)
{
  double side = pow(10.0, settings->side.gain_db / 20.0);
  double same = 0.5 * (1.0 + side), other = 0.5 * (1.0 - side);
  double right = pow(10.0, settings->balance_db / 40.0), left = 1.0 / right;
  double angle = settings->rotation_degrees * G_PI / 180.0;
  double c = cos(angle), s = sin(angle);

  return (Matrix){{c * left * same - s * right * other, c * left * other - s * right * same},
                  {s * left * same + c * right * other, s * left * other + c * right * same}};
}

static AlSource *
mixer_new(AlSource *input, const Matrix *matrix)
{
  static const AlStageClass class = {.work = mixer_work};
  Mixer *mixer = g_new0(Mixer, 1);

  al_stage_init(&mixer->stage, &class, input);
  mixer->matrix = *matrix;
  return &mixer->stage.source;
}

/* The side's gain at a frequency, without its fixed part. */
static double
side_gain(double hz, gconstpointer data)
{
  const AlWidthSide *side = data;
  AlPrototype low = al_prototype_low_shelf(side->low_hz, side->low_gain_db, SHELF_Q);
  AlPrototype high = al_prototype_high_shelf(side->high_hz, side->high_gain_db, SHELF_Q);
  double power = al_prototype_power(&low, hz) * al_prototype_power(&high, hz);

  if (side->mono_below_hz > 0.0 && hz == 0.0)
    return 0.0;
  if (side->mono_below_hz > 0.0)
    power /= 1.0 + pow(side->mono_below_hz / hz, side->mono_slope_db / 3.0);
  return sqrt(power);
}

static gboolean
side_depends_on_frequency(const AlWidthSide *side)
{
  return side->low_gain_db != 0.0 || side->high_gain_db != 0.0 || side->mono_below_hz > 0.0;
}

static AlSource *
side_new(AlSource *input, const AlWidthSide *side)
{
  double lowest_hz = MIN(side->low_hz, side->high_hz);
  gsize half;
  g_autofree double *taps = NULL;

  if (side->mono_below_hz > 0.0)
    lowest_hz = MIN(lowest_hz, side->mono_below_hz);
  /* Forty periods of the lowest frequency resolve a tenth of it. */
  half = al_kernel_half(40.0 / lowest_hz, input->rate);
  taps = g_new(double, 2 * half + 1);
  al_kernel_linear_phase(taps, half, input->rate, side_gain, side);
  return al_fir_new(
      input, &(AlFirKernels){
                 .second = taps, .taps = 2 * half + 1, .delay_frames = half, .mid_side = TRUE});
}

static gboolean
has_before(const AlWidthSettings *settings)
{
  return settings->mono || settings->swap || settings->polarity != AL_WIDTH_POLARITY_NONE;
}

AlSource *
al_width_new(AlSource *input, const AlWidthSettings *settings)
{
  static const AlStageClass class = {.work = width_work, .clear = width_clear};
  Width *width = g_new0(Width, 1);

  if (has_before(settings)) {
    Matrix before = matrix_before(settings);

    input = width->before = mixer_new(input, &before);
  }
  if (side_depends_on_frequency(&settings->side))
    input = width->side = side_new(input, &settings->side);
  al_stage_init(&width->stage, &class, input);
  width->matrix = matrix_after(settings);
  return &width->stage.source;
}
