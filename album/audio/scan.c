/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/audio/scan.h"

#include <math.h>

#include "album/audio/grid.h"
#include "album/audio/mix.h"
#include "album/error.h"

static void
scan_frame(AlScan *scan, const double *frame, double *sum)
{
  for (int channel = 0; channel < 2; channel++) {
    double magnitude = fabs(frame[channel]);

    scan->peak[channel] = MAX(scan->peak[channel], magnitude);
    scan->over_full_scale[channel] += magnitude > 1;
    sum[channel] += frame[channel];
  }
  if (frame[0] == 0 && frame[1] == 0) {
    if (scan->leading_silence_frames == scan->frames)
      scan->leading_silence_frames++;
    scan->trailing_silence_frames++;
  } else {
    scan->trailing_silence_frames = 0;
  }
  scan->frames++;
}

gboolean
al_scan(AlSource *source, AlScan *scan, GCancellable *cancellable, GError **error)
{
  g_autofree double *block = g_new(double, 2 * AL_BLOCK_FRAMES);
  double sum[2] = {0, 0};
  gssize got;

  *scan = (AlScan){.on_16_bit_grid = TRUE};
  while ((got = al_source_read(source, block, AL_BLOCK_FRAMES, error)) > 0) {
    for (gssize i = 0; i < got; i++) {
      scan_frame(scan, block + 2 * i, sum);
      scan->on_16_bit_grid = scan->on_16_bit_grid && al_grid_holds_frame(block + 2 * i, al_grid_scale(16));
    }
    if (al_error_cancelled(cancellable, error))
      return FALSE;
  }
  for (int channel = 0; channel < 2; channel++)
    scan->mean[channel] = scan->frames == 0 ? 0 : sum[channel] / (double)scan->frames;
  return got == 0;
}

gboolean
al_mix_scan(const char *path, AlScan *scan, GCancellable *cancellable, GError **error)
{
  g_autoptr(AlSource) mix = al_mix_open(path, 0, AL_MIX_END, error);

  return mix != NULL && al_scan(mix, scan, cancellable, error);
}
