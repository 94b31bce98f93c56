/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The true peak of a whole master by the slow reference of the tests (64 taps per phase, 32 times
 * oversampled): reference_peak IMAGE.DAT CEILING. Takes a minute or two for an album. */
#include <stdio.h>
#include <stdlib.h>

#include "tests/measure/signals.h"

int
main(int argc, char **argv)
{
  g_autofree char *bytes = NULL;
  g_auto(Signal) signal = {0};
  double ceiling, peak;
  gsize length;

  if (argc != 3 || !g_file_get_contents(argv[1], &bytes, &length, NULL)) {
    fputs("Usage: reference_peak IMAGE.DAT CEILING\n", stderr);
    return 2;
  }
  ceiling = g_ascii_strtod(argv[2], NULL);
  signal = signal_new(length / 4);
  for (gsize i = 0; i < length / 2; i++) {
    gint16 sample;

    memcpy(&sample, bytes + 2 * i, sizeof sample);
    signal.samples[i] = GINT16_FROM_LE(sample) / 32768.0;
  }
  peak = reference_peak(&signal, 64, 8, pow(10, ceiling / 20) / 2);
  printf("%.4f dBTP, ceiling %.1f: %s\n", peak, ceiling, peak <= ceiling ? "held" : "BROKEN");
  return peak <= ceiling ? 0 : 1;
}
