/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/shaping.h"

#include <math.h>

#include "album/audio/stack.h"
#include "album/process/eq.h"
#include "album/process/width.h"

#define SLOPE_DB 24

/* Of shelves of 0 dB, which need some frequency. */
#define SHELF_HZ 1000

static const AlShaping nothing;

gboolean
al_shaping_equal(const AlShaping *a, const AlShaping *b)
{
  a = a != NULL ? a : &nothing;
  b = b != NULL ? b : &nothing;
  return a->mono_below_hz == b->mono_below_hz && a->high_pass_hz == b->high_pass_hz &&
         a->low_pass_hz == b->low_pass_hz;
}

static void
add_pass(GArray *bands, AlEqForm form, double hz)
{
  const AlEqBand band = {.form = form,
                         .channel = AL_EQ_STEREO,
                         .hz = hz,
                         .slope_db = SLOPE_DB,
                         .dynamics = {.threshold_db = INFINITY}};

  if (hz > 0)
    g_array_append_val(bands, band);
}

static gboolean
push_passes(AlSource *stack, const AlShaping *shaping, GError **error)
{
  g_autoptr(GArray) bands = g_array_new(FALSE, FALSE, sizeof(AlEqBand));
  const AlEqSettings settings = {.phase = AL_EQ_MINIMUM_PHASE, .bands = bands};

  add_pass(bands, AL_EQ_HIGH_PASS, shaping->high_pass_hz);
  add_pass(bands, AL_EQ_LOW_PASS, shaping->low_pass_hz);
  return bands->len == 0 || al_stack_push(stack, al_eq_new(al_stack_top(stack), &settings, error));
}

AlSource *
al_shaping_new(AlSource *program, const AlShaping *shaping, GError **error)
{
  AlSource *stack = al_stack_new(program);

  if (shaping == NULL)
    return stack;
  if (!push_passes(stack, shaping, error)) {
    al_source_free(stack);
    return NULL;
  }
  if (shaping->mono_below_hz > 0) {
    const AlWidthSettings settings = {.side = {.low_hz = SHELF_HZ,
                                               .high_hz = SHELF_HZ,
                                               .mono_below_hz = shaping->mono_below_hz,
                                               .mono_slope_db = SLOPE_DB}};

    al_stack_push(stack, al_width_new(al_stack_top(stack), &settings));
  }
  return stack;
}
