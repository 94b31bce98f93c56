/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How fast each step is: seconds of 48 kHz stereo per second of one core. With arguments, each is a
 * step in the words of tests/support/step_text.h, and they run as one chain; without, a table, the
 * chain of the worked example last, and status 1 where any of it is slower than it must be. */

#include <stdio.h>
#include <time.h>

#include "tests/support/step_text.h"
#include "tests/support/stream.h"

#define RATE 48000
#define SECONDS 60
#define LEAST_SPEED 100 /* times real time, of a step alone */
#define LEAST_CHAIN_SPEED 30

static double
cpu_seconds(void)
{
  struct timespec now;

  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static void
free_step(gpointer step)
{
  al_step_free(step);
}

/* CPU seconds for the chain, without making the signal. */
static double
time_chain(const char *const *texts, guint count, const double *music)
{
  g_autoptr(GPtrArray) steps = g_ptr_array_new_with_free_func(free_step);
  g_autoptr(AlSource) input = stream_new(music, SECONDS * RATE, RATE);
  g_autoptr(AlChain) chain = NULL;
  g_autofree double *block = g_new(double, 2 * AL_BLOCK_FRAMES);
  double start = cpu_seconds();

  for (guint i = 0; i < count; i++)
    g_ptr_array_add(steps, step_from_text(texts[i]));
  chain = al_chain_new(steps, input, NULL, NULL);
  while (al_source_read(al_chain_source(chain), block, AL_BLOCK_FRAMES, NULL) > 0)
    continue;
  return cpu_seconds() - start;
}

/* The best of some runs, as the machine may be busy. Is it fast enough? */
static gboolean
print(const char *const *texts, guint count, const double *music)
{
  double best = time_chain(texts, count, music);
  double least = count > 1 ? LEAST_CHAIN_SPEED : LEAST_SPEED;
  gboolean fast;

  for (int i = 0; i < 2; i++)
    best = MIN(best, time_chain(texts, count, music));
  fast = SECONDS / best >= least;
  printf("%8.0f x  %7.3f s  %s%s%s\n", SECONDS / best, best, texts[0], count > 1 ? " ..." : "",
         fast ? "" : "  TOO SLOW");
  return fast;
}

/* That of examples/quay-song/album.yaml, but for the make-up of the tape, which does not matter. */
static gboolean
print_example(const double *music)
{
  static const char *const chain[] = {
      "tape drive=3 make-up=0",
      "compressor threshold=-26 ratio=1.5 attack=0.03 release=0.2 make-up=8",
      "eq; bell=850 gain=-0.65 q=1",
      "deesser frequency=6000 threshold=-6 range=4",
      "limiter ceiling=-1",
  };

  return print(chain, G_N_ELEMENTS(chain), music);
}

int
main(int argc, char **argv)
{
  static const char *const table[] = {
      "gain gain=-3",
      "dc",
      "eq; bell=850 gain=-0.65",
      "eq; bell=850 gain=-0.65; bell=100 gain=1; bell=3000 gain=1; high-shelf=9000 gain=1",
      "eq; bell=850 gain=-0.65 on=mid",
      "eq; high-pass=30 slope=48",
      "eq; bell=3000 threshold=-40 ratio=3",
      "eq phase=linear; bell=850 gain=-0.65; high-shelf=9000 gain=1",
      "eq phase=linear; high-pass=30 slope=24",
      "deesser",
      "compressor",
      "multiband; to=120; to=4500; threshold=-30",
      "tape",
      "tape model=hysteresis",
      "clipper ceiling=-6",
      "limiter ceiling=-12",
      "width side=1",
      "width side=1 mono-below=120",
  };
  g_autofree double *music = signal_music(SECONDS * RATE, RATE, 1);
  gboolean fast = TRUE;

  if (argc > 1) {
    print((const char *const *)argv + 1, (guint)argc - 1, music);
    return 0;
  }
  for (gsize i = 0; i < G_N_ELEMENTS(table); i++)
    fast &= print(&table[i], 1, music);
  fast &= print_example(music);
  return fast ? 0 : 1;
}
