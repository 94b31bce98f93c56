/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How fast each processor of dynamics and saturation is: seconds of 48 kHz stereo per second of one
 * core. With arguments only those whose name begins with one of them. */

#include <stdio.h>
#include <time.h>

#include "tests/support/dynamics_cases.h"
#include "tests/support/stream.h"

#define RATE 48000
#define SECONDS 20

static double
cpu_seconds(void)
{
  struct timespec now;

  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static double
time_case(const DynamicsCase *c, const double *music)
{
  g_autoptr(AlSource) input = stream_new(music, SECONDS * RATE, RATE);
  g_autofree double *block = g_new(double, 2 * AL_BLOCK_FRAMES);
  double start = cpu_seconds();
  g_autoptr(AlSource) processor = c->create(input);

  while (al_source_read(processor, block, AL_BLOCK_FRAMES, NULL) > 0)
    continue;
  return cpu_seconds() - start;
}

static gboolean
is_wanted(const DynamicsCase *c, char **names, int count)
{
  for (int i = 0; i < count; i++)
    if (g_str_has_prefix(c->name, names[i]))
      return TRUE;
  return count == 0;
}

int
main(int argc, char **argv)
{
  g_autofree double *music = signal_music(SECONDS * RATE, RATE, 1);

  for (gsize i = 0; i < 2 * SECONDS * RATE; i++)
    music[i] *= 3;
  for (const DynamicsCase *c = dynamics_cases; c->name != NULL; c++) {
    double best;

    if (!is_wanted(c, argv + 1, argc - 1))
      continue;
    best = time_case(c, music);
    for (int i = 0; i < 2; i++)
      best = MIN(best, time_case(c, music));
    printf("%-20s %6.0f x %8.1f ns/frame\n", c->name, SECONDS / best, 1e9 * best / SECONDS / RATE);
  }
  return 0;
}
