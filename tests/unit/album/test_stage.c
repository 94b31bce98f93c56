/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/stage.h"

#include "tests/support/stream.h"

/* Notes where the stage cuts its work. */
typedef struct {
  AlStage stage;
  gint64 done;
  GArray *settled; /* of gint64 */
} Probe;

static void
probe_work(AlStage *stage, double *block, gsize frames)
{
  Probe *probe = (Probe *)stage;

  g_assert_cmpuint(frames, >, 0);
  g_assert_cmpint(probe->done / AL_STAGE_PIECE, ==,
                  (probe->done + (gint64)frames - 1) / AL_STAGE_PIECE);
  for (gsize i = 0; i < 2 * frames; i++)
    block[i] = -block[i];
  probe->done += (gint64)frames;
}

static void
probe_settle(AlStage *stage)
{
  Probe *probe = (Probe *)stage;

  g_array_append_val(probe->settled, probe->done);
}

static void
probe_clear(AlStage *stage)
{
  g_array_unref(((Probe *)stage)->settled);
}

static void
test_pieces(gconstpointer data)
{
  static const AlStageClass class = {probe_work, probe_settle, probe_clear};
  gsize block_frames = GPOINTER_TO_SIZE(data);
  g_autofree double *noise = signal_noise(1000, 1, 0.5);
  g_autoptr(AlSource) input = stream_new(noise, 1000, 48000);
  Probe *probe = g_new0(Probe, 1);
  g_autoptr(AlSource) source = &probe->stage.source;
  g_autofree double *out = NULL;

  al_stage_init(&probe->stage, &class, input);
  probe->settled = g_array_new(FALSE, FALSE, sizeof(gint64));
  g_assert_cmpint(source->rate, ==, 48000);
  out = stream_read_all(source, block_frames);

  for (gsize i = 0; i < 2000; i++)
    g_assert_cmpfloat(out[i], ==, -noise[i]);
  g_assert_cmpuint(probe->settled->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint(g_array_index(probe->settled, gint64, i), ==, (i + 1) * AL_STAGE_PIECE);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_data_func("/stage/pieces/1", GSIZE_TO_POINTER(1), test_pieces);
  g_test_add_data_func("/stage/pieces/7", GSIZE_TO_POINTER(7), test_pieces);
  g_test_add_data_func("/stage/pieces/4096", GSIZE_TO_POINTER(4096), test_pieces);
  return g_test_run();
}
