/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/dc.h"

#include "album/audio/fft.h"

/* Frames read at a time. */
#define FETCH 1024

/* For a window of N frames and the frame n that is due:
 *   total(n)  = sum of (N - |k|) x(n + k) over |k| < N
 *   ahead(n)  = x(n + 1) + ... + x(n + N)
 *   behind(n) = x(n - N + 1) + ... + x(n)
 *   total(n + 1) = total(n) + ahead(n) - behind(n)
 * Outside of the stream x is 0. The ring holds x from n - N to n + N + 1 and what is fetched on top
 * of it. The sums of 24-bit samples are exact in doubles; those of others lose less than -200 dB
 * over hours. */
typedef struct {
  AlSource source;
  AlSource *input;
  gint64 window;    /* N */
  double *ring;     /* interleaved */
  gint64 ring_mask; /* the ring's frames, a power of two, less one */
  gint64 fetched;   /* frames of the stream that the ring has been given, zeros after its end */
  gint64 due;       /* n */
  double total[2], ahead[2], behind[2];
} Dc;

static double
at(const Dc *dc, gint64 n, guint channel)
{
  return n < 0 ? 0.0 : dc->ring[2 * (n & dc->ring_mask) + channel];
}

/* Fills the ring as far as frame `last`. */
static gboolean
fetch_until(Dc *dc, gint64 last, GError **error)
{
  while (dc->fetched <= last) {
    double block[2 * FETCH] = {0};
    gint64 left = dc->source.frames - dc->fetched;

    if (left > 0 && al_source_read(dc->input, block, (gsize)MIN(left, FETCH), error) < 0)
      return FALSE;
    for (gsize i = 0; i < FETCH; i++) {
      gint64 place = (dc->fetched + (gint64)i) & dc->ring_mask;

      dc->ring[2 * place] = block[2 * i];
      dc->ring[2 * place + 1] = block[2 * i + 1];
    }
    dc->fetched += FETCH;
  }
  return TRUE;
}

static gboolean
begin(Dc *dc, GError **error)
{
  if (!fetch_until(dc, dc->window, error))
    return FALSE;
  for (guint c = 0; c < 2; c++) {
    dc->behind[c] = at(dc, 0, c);
    for (gint64 k = 0; k < dc->window; k++) {
      dc->total[c] += (double)(dc->window - k) * at(dc, k, c);
      dc->ahead[c] += at(dc, k + 1, c);
    }
  }
  return TRUE;
}

/* The sum of 1 + ... + m for the frames that the window misses beyond an end of the stream. */
static double
missing(gint64 m)
{
  return m > 0 ? 0.5 * (double)m * (double)(m + 1) : 0.0;
}

static double
weight(const Dc *dc)
{
  gint64 after = dc->source.frames - 1 - dc->due;

  return (double)dc->window * (double)dc->window - missing(dc->window - 1 - dc->due) -
         missing(dc->window - 1 - after);
}

static void
advance(Dc *dc)
{
  for (guint c = 0; c < 2; c++) {
    double next = at(dc, dc->due + 1, c);

    dc->total[c] += dc->ahead[c] - dc->behind[c];
    dc->ahead[c] += at(dc, dc->due + 1 + dc->window, c) - next;
    dc->behind[c] += next - at(dc, dc->due + 1 - dc->window, c);
  }
  dc->due++;
}

static gssize
dc_read(AlSource *source, double *block, gsize frames, GError **error)
{
  Dc *dc = (Dc *)source;
  gsize count = (gsize)MIN((gint64)frames, source->frames - dc->due);

  if (count > 0 && dc->due == 0 && !begin(dc, error))
    return -1;
  for (gsize i = 0; i < count; i++) {
    double scale = 1.0 / weight(dc);

    if (!fetch_until(dc, dc->due + dc->window + 1, error))
      return -1;
    block[2 * i] = at(dc, dc->due, 0) - dc->total[0] * scale;
    block[2 * i + 1] = at(dc, dc->due, 1) - dc->total[1] * scale;
    advance(dc);
  }
  return (gssize)count;
}

static void
dc_free(AlSource *source)
{
  g_free(((Dc *)source)->ring);
  g_free(source);
}

AlSource *
al_dc_new(AlSource *input, const AlDcSettings *settings)
{
  static const AlSourceClass class = {dc_read, dc_free};
  Dc *dc = g_new0(Dc, 1);
  gsize ring_frames;

  dc->source = (AlSource){.class = &class, .rate = input->rate, .frames = input->frames};
  dc->input = input;
  dc->window = (gint64)(settings->window_seconds * input->rate);
  g_assert(dc->window > 0);
  ring_frames = al_fft_power_of_two((gsize)(2 * dc->window + 2 + FETCH));
  dc->ring_mask = (gint64)ring_frames - 1;
  dc->ring = g_new0(double, 2 * ring_frames);
  return &dc->source;
}
