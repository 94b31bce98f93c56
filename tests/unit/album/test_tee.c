/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/tee.h"

#include <string.h>

#include "tests/support/stream.h"

#define FRAMES 3000
#define LOOK_AHEAD 700

/* A processor with a look-ahead: gives the negative of its input, and has read LOOK_AHEAD frames
 * more of it than it gave. */
typedef struct {
  AlSource source;
  AlSource *input;
  GArray *ahead; /* of double */
  gboolean begun;
} Slow;

static void
slow_fetch(Slow *slow, gsize frames)
{
  g_autofree double *block = g_new(double, 2 * frames);
  gssize got = al_source_read(slow->input, block, frames, NULL);

  g_assert_cmpint(got, >=, 0);
  g_array_append_vals(slow->ahead, block, (guint)(2 * got));
}

static gssize
slow_read(AlSource *source, double *block, gsize frames, GError **error)
{
  Slow *slow = (Slow *)source;
  gsize got;

  (void)error;
  slow_fetch(slow, slow->begun ? frames : frames + LOOK_AHEAD);
  slow->begun = TRUE;
  got = MIN(frames, slow->ahead->len / 2);
  for (gsize i = 0; i < 2 * got; i++)
    block[i] = -g_array_index(slow->ahead, double, i);
  if (got > 0)
    g_array_remove_range(slow->ahead, 0, (guint)(2 * got));
  return (gssize)got;
}

static void
slow_free(AlSource *source)
{
  g_array_unref(((Slow *)source)->ahead);
  g_free(source);
}

static AlSource *
slow_new(AlSource *input)
{
  static const AlSourceClass class = {slow_read, slow_free};
  Slow *slow = g_new0(Slow, 1);

  slow->source = (AlSource){.class = &class, .rate = input->rate, .frames = input->frames};
  slow->input = input;
  slow->ahead = g_array_new(FALSE, FALSE, sizeof(double));
  return &slow->source;
}

static void
test_blend_meets_its_frames(gconstpointer data)
{
  g_autofree double *noise = signal_noise(FRAMES, 2, 0.5);
  g_autoptr(AlSource) input = stream_new(noise, FRAMES, 48000);
  AlTee *tee = al_tee_new(input);
  g_autoptr(AlSource) tee_source = (AlSource *)tee;
  g_autoptr(AlSource) wet = slow_new(tee_source);
  g_autoptr(AlSource) blend = al_blend_new(tee, wet, 0.25);
  g_autofree double *out = stream_read_all(blend, GPOINTER_TO_SIZE(data));

  for (gsize i = 0; i < 2 * FRAMES; i++)
    g_assert_cmpfloat(out[i], ==, 0.25 * -noise[i] + 0.75 * noise[i]);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_data_func("/tee/blend/7", GSIZE_TO_POINTER(7), test_blend_meets_its_frames);
  g_test_add_data_func("/tee/blend/588", GSIZE_TO_POINTER(588), test_blend_meets_its_frames);
  g_test_add_data_func("/tee/blend/4096", GSIZE_TO_POINTER(4096), test_blend_meets_its_frames);
  return g_test_run();
}
