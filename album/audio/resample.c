/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifdef HAVE_CONFIG_H
#include <config.h>
#endif

#include "album/audio/resample.h"

#include "album/audio/resample_library.h"
#include "album/error.h"

/* The libraries always see blocks of this size on both sides, so that nothing in them can depend on
 * the blocks that the reader asks for. */
#define PIECE_FRAMES 2048

typedef struct {
  AlSource source;
  AlSource *input;
  const AlResampleLibrary *library;
  gpointer state;
  gint64 frames_left;

  /*  input --> in: |used|.....waiting.....|    library    out: |given|....ready....| --> read()  */
  double in[2 * PIECE_FRAMES], out[2 * PIECE_FRAMES];
  gsize in_used, in_frames;
  gsize out_given, out_frames;
} Resampler;

static const AlResampleLibrary *
choose_library(AlResamplerChoice choice)
{
#ifdef HAVE_SOXR
  if (choice != AL_RESAMPLER_LIBSAMPLERATE)
    return &al_resample_soxr;
#endif
  return choice == AL_RESAMPLER_SOXR ? NULL : &al_resample_libsamplerate;
}

gboolean
al_resampler_available(AlResamplerChoice choice)
{
  return choose_library(choice) != NULL;
}

/* The next piece of input; past its end silence, which brings out what the filter still holds. */
static gboolean
refill(Resampler *r, GError **error)
{
  gssize got = al_source_read(r->input, r->in, PIECE_FRAMES, error);

  if (got < 0)
    return FALSE;
  for (gsize i = 2 * (gsize)got; i < 2 * PIECE_FRAMES; i++)
    r->in[i] = 0;
  r->in_used = 0;
  r->in_frames = PIECE_FRAMES;
  return TRUE;
}

static gboolean
make_piece(Resampler *r, GError **error)
{
  r->out_given = 0;
  r->out_frames = 0;
  while (r->out_frames == 0) {
    gsize used;
    gssize got;

    if (r->in_used == r->in_frames && !refill(r, error))
      return FALSE;
    got = r->library->process(r->state, r->in + 2 * r->in_used, r->in_frames - r->in_used, &used,
                              r->out, PIECE_FRAMES, error);
    if (got < 0)
      return FALSE;
    g_assert(used > 0 || got > 0);
    r->in_used += used;
    r->out_frames = (gsize)got;
  }
  return TRUE;
}

static gssize
resampler_read(AlSource *source, double *block, gsize frames, GError **error)
{
  Resampler *r = (Resampler *)source;
  gsize count;

  if (r->frames_left == 0)
    return 0;
  if (r->out_given == r->out_frames && !make_piece(r, error))
    return -1;
  count = MIN(frames, r->out_frames - r->out_given);
  count = (gsize)MIN((gint64)count, r->frames_left);
  for (gsize i = 0; i < 2 * count; i++)
    block[i] = r->out[2 * r->out_given + i];
  r->out_given += count;
  r->frames_left -= (gint64)count;
  return (gssize)count;
}

static void
resampler_free(AlSource *source)
{
  Resampler *r = (Resampler *)source;

  r->library->close(r->state);
  g_free(r);
}

static const AlSourceClass resampler_class = {resampler_read, resampler_free};

static gint64
whole_frames(const AlSource *input, int rate)
{
  return (input->frames * rate + input->rate - 1) / input->rate;
}

AlSource *
al_resample_new(AlSource *input, int rate, gint64 frames, AlResamplerChoice choice, GError **error)
{
  const AlResampleLibrary *library = choose_library(choice);
  gpointer state;
  Resampler *r;

  g_assert(rate > 0 && rate != input->rate);
  if (library == NULL) {
    g_set_error(error, AL_ERROR, AL_ERROR_AUDIO,
                "libsoxr was asked for, but this program was built without it");
    return NULL;
  }
  state = library->open(input->rate, rate, error);
  if (state == NULL)
    return NULL;
  r = g_new0(Resampler, 1);
  r->source.class = &resampler_class;
  r->source.rate = rate;
  r->source.frames = frames < 0 ? whole_frames(input, rate) : frames;
  r->input = input;
  r->library = library;
  r->state = state;
  r->frames_left = r->source.frames;
  return &r->source;
}
