/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What limiters.sh needs beside the peers:
 *
 *   limiter_bench tones OUT DB HZ...        10 s of tones of equal level, together DB over full
 * scale limiter_bench limit IN OUT DB CEILING   our limiter behind a gain; tells its speed
 *   limiter_bench residue FILE HZ...        what is in the file beside the tones, in dB
 *   limiter_bench compare IN OUT            loudness and true peak of OUT, and how far it is from
 * IN times a slow gain, in dB */

#include <math.h>
#include <sndfile.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "album/limiter/limiter.h"
#include "album/measure/measurement.h"

#define RATE 44100
#define WINDOW 4096 /* of the slow gain: 93 ms */

typedef struct {
  AlSource source;
  double *samples;
  gint64 position;
  double gain;
} Memory;

static gssize
memory_read(AlSource *source, double *block, gsize frames, GError **error)
{
  Memory *memory = (Memory *)source;
  gsize given = (gsize)MIN((gint64)frames, source->frames - memory->position);

  (void)error;
  for (gsize n = 0; n < 2 * given; n++)
    block[n] = memory->samples[2 * memory->position + (gint64)n] * memory->gain;
  memory->position += (gint64)given;
  return (gssize)given;
}

static void
memory_free(AlSource *source)
{
  (void)source;
}

static const AlSourceClass memory_class = {.read = memory_read, .free = memory_free};

static Memory
load(const char *path)
{
  SF_INFO info = {0};
  SNDFILE *file = sf_open(path, SFM_READ, &info);
  Memory memory = {.gain = 1};

  if (file == NULL || info.channels != 2)
    g_error("%s: cannot be read, or is not stereo", path);
  memory.source = (AlSource){.class = &memory_class, .rate = info.samplerate};
  memory.source.frames = info.frames;
  memory.samples = g_new(double, 2 * (gsize)info.frames);
  memory.source.frames = sf_readf_double(file, memory.samples, info.frames);
  sf_close(file);
  return memory;
}

static void
save(const char *path, const double *samples, gint64 frames, int rate)
{
  SF_INFO info = {.samplerate = rate, .channels = 2, .format = SF_FORMAT_WAV | SF_FORMAT_FLOAT};
  SNDFILE *file = sf_open(path, SFM_WRITE, &info);

  if (file == NULL)
    g_error("%s: cannot be written", path);
  sf_writef_double(file, samples, frames);
  sf_close(file);
}

static void
make_tones(const char *path, double db, char **hz, int count)
{
  gint64 frames = 10 * RATE;
  g_autofree double *samples = g_new0(double, 2 * (gsize)frames);
  double amplitude = pow(10, db / 20) / count;

  for (gint64 n = 0; n < frames; n++) {
    for (int i = 0; i < count; i++)
      samples[2 * n] += amplitude * sin(2 * G_PI * atof(hz[i]) * (double)n / RATE + i);
    samples[2 * n + 1] = samples[2 * n];
  }
  save(path, samples, frames, RATE);
}

static void
limit(const char *in, const char *out, double db, double ceiling)
{
  Memory memory = load(in);
  gint64 frames = memory.source.frames, start = 0;
  g_autofree double *limited = g_new(double, 2 * (gsize)frames);
  g_autoptr(AlSource) limiter = NULL;
  g_autoptr(AlMeasurement) measurement = NULL;
  AlLimiterSettings settings;
  double block[2 * AL_BLOCK_FRAMES], seconds;
  gint64 done = 0;
  gssize got;
  clock_t begin;

  al_limiter_settings_init(&settings);
  settings.ceiling_dbtp = ceiling;
  memory.gain = pow(10, db / 20);
  limiter = al_limiter_new(&memory.source, &settings, &start, 1);
  measurement = al_measurement_new(memory.source.rate);
  memset(limited, 1, 2 * (gsize)frames * sizeof(double));
  begin = clock();
  for (; (got = al_source_read(limiter, block, AL_BLOCK_FRAMES, NULL)) > 0; done += got) {
    al_measurement_feed(measurement, block, (gsize)got);
    memcpy(limited + 2 * done, block, 2 * (gsize)got * sizeof(double));
  }
  al_measurement_finish(measurement);
  seconds = (double)(clock() - begin) / CLOCKS_PER_SEC;
  save(out, limited, frames, memory.source.rate);
  g_print("reduction max %.2f mean %.2f sustained %.2f dB; limiter and meters %.0f x\n",
          al_limiter_whole(limiter).max_db, al_limiter_whole(limiter).mean_db,
          al_limiter_whole(limiter).sustained_db, (double)frames / memory.source.rate / seconds);
  g_free(memory.samples);
}

/* Takes the tones out of the seconds 4 to 8, where whole hertz are orthogonal. */
static void
find_residue(const char *path, char **hz, int count)
{
  Memory memory = load(path);
  gint64 length = 4 * RATE;
  double *x = memory.samples + 2 * 4 * RATE, tones = 0, rest = 0;

  for (int i = 0; i < count; i++) {
    double w = 2 * G_PI * atof(hz[i]) / RATE, a = 0, b = 0;

    for (gint64 n = 0; n < length; n++) {
      a += x[2 * n] * cos(w * (double)n) * 2 / (double)length;
      b += x[2 * n] * sin(w * (double)n) * 2 / (double)length;
    }
    for (gint64 n = 0; n < length; n++)
      x[2 * n] -= a * cos(w * (double)n) + b * sin(w * (double)n);
    tones += (a * a + b * b) / 2;
  }
  for (gint64 n = 0; n < length; n++)
    rest += x[2 * n] * x[2 * n] / (double)length;
  g_print("%7.1f\n", 10 * log10(rest / tones + 1e-20));
  g_free(memory.samples);
}

/* Adds up, over overlapping windows, the energy of OUT and of what is not IN times one gain per
 * window. Both start together; a peer's delay is found by the loudest match. */
static double
distance_db(const Memory *in, const Memory *out, gint64 delay)
{
  double rest = 0, whole = 0;
  gint64 frames = MIN(in->source.frames, out->source.frames - delay);

  for (gint64 start = 0; start + WINDOW <= frames; start += WINDOW / 2) {
    const double *x = in->samples + 2 * start, *y = out->samples + 2 * (start + delay);
    double xx = 0, xy = 0, yy = 0;

    for (gint64 n = 0; n < 2 * WINDOW; n++) {
      double weight = 0.5 - 0.5 * cos(G_PI * (double)n / WINDOW);

      xx += weight * x[n] * x[n];
      xy += weight * x[n] * y[n];
      yy += weight * y[n] * y[n];
    }
    whole += yy;
    rest += xx > 0 ? yy - xy * xy / xx : yy;
  }
  return 10 * log10(rest / whole);
}

static void
compare(const char *in_path, const char *out_path)
{
  Memory in = load(in_path), out = load(out_path);
  g_autoptr(AlMeasurement) measurement = al_measurement_of(&out.source, NULL);
  const AlMeasured *measured = al_measurement_get(measurement);
  double best = HUGE_VAL;

  for (gint64 delay = 0; delay <= 600; delay++) {
    Memory start = in;
    double distance;

    start.source.frames = MIN(in.source.frames, 20 * WINDOW);
    start.samples += 2 * (in.source.frames / 2);
    distance = distance_db(&start,
                           &(Memory){.source = {.frames = 20 * WINDOW + delay},
                                     .samples = out.samples + 2 * (in.source.frames / 2)},
                           delay);
    if (distance < best) {
      best = distance;
      in.position = delay;
    }
  }
  g_print("%7.2f LUFS %8.4f dBTP  distance %6.2f dB (delay %d)\n",
          measured->loudness.integrated_lufs, measured->true_peak_dbtp,
          distance_db(&in, &out, in.position), (int)in.position);
  g_free(in.samples);
  g_free(out.samples);
}

int
main(int argc, char **argv)
{
  const char *what = argc > 2 ? argv[1] : "";

  if (strcmp(what, "tones") == 0 && argc > 4)
    make_tones(argv[2], atof(argv[3]), argv + 4, argc - 4);
  else if (strcmp(what, "limit") == 0 && argc == 6)
    limit(argv[2], argv[3], atof(argv[4]), atof(argv[5]));
  else if (strcmp(what, "residue") == 0 && argc > 3)
    find_residue(argv[2], argv + 3, argc - 3);
  else if (strcmp(what, "compare") == 0 && argc == 4)
    compare(argv[2], argv[3]);
  else
    return 2;
  return 0;
}
