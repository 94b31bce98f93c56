/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far the tracks of an album lie from its centre, before and after, measured on finished audio
 * with nothing of Segue in it: libsndfile, FFTW and libebur128 alone.
 *
 *   tone_distance N FILE:FIRST_FRAME:FRAMES ...     N tracks before, then the same N after
 *
 * Prints the mean distance before and after (RMS dB over thirds of an octave from 50 Hz to 12.5 kHz
 * of the whole track, both channels, relative to its integrated loudness; the centre is the median
 * of the tracks), by how many per cent it fell, the largest move of any band of any track, and by
 * how much the track that moved away most did so (negative: none did). */

#include <ebur128.h>
#include <fftw3.h>
#include <math.h>
#include <sndfile.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SIZE 32768
#define BANDS 25
#define MOST_TRACKS 99

typedef struct {
  double db[BANDS];
} Track;

static void
die(const char *what)
{
  fprintf(stderr, "tone_distance: %s\n", what);
  exit(2);
}

static void *
allocate(size_t bytes)
{
  void *memory = calloc(1, bytes);

  if (memory == NULL)
    die("no memory");
  return memory;
}

/* Interleaved stereo frames of a part of a file. */
static double *
read_part(char *spec, long *frames, int *rate)
{
  SF_INFO info = {0};
  char *count = strrchr(spec, ':'), *first;
  SNDFILE *file;
  double *samples;

  if (count == NULL)
    die("FILE:FIRST:FRAMES is wanted");
  *count++ = '\0';
  first = strrchr(spec, ':');
  if (first == NULL)
    die("FILE:FIRST:FRAMES is wanted");
  *first++ = '\0';
  file = sf_open(spec, SFM_READ, &info);
  if (file == NULL || info.channels != 2)
    die(spec);
  *frames = atol(count);
  *rate = info.samplerate;
  if (*frames < SIZE || *frames > info.frames)
    die("a track is too short");
  samples = allocate((size_t)*frames * 2 * sizeof *samples);
  if (sf_seek(file, atol(first), SEEK_SET) < 0 ||
      sf_readf_double(file, samples, *frames) != *frames)
    die("a part cannot be read");
  sf_close(file);
  return samples;
}

static double
loudness(const double *samples, long frames, int rate)
{
  ebur128_state *meter = ebur128_init(2, (unsigned long)rate, EBUR128_MODE_I);
  double lufs = 0;

  if (meter == NULL || ebur128_add_frames_double(meter, samples, (size_t)frames) != 0 ||
      ebur128_loudness_global(meter, &lufs) != 0)
    die("no loudness");
  ebur128_destroy(&meter);
  return lufs;
}

/* Adds the power of one channel, block by block under a Blackman window. */
static void
add_channel(const double *samples, long frames, double *power)
{
  static double window[SIZE], time[SIZE];
  static fftw_complex spectrum[SIZE / 2 + 1];
  static fftw_plan plan;

  if (plan == NULL) {
    plan = fftw_plan_dft_r2c_1d(SIZE, time, spectrum, FFTW_ESTIMATE);
    for (int i = 0; i < SIZE; i++)
      window[i] = 0.42 - 0.5 * cos(2 * M_PI * i / SIZE) + 0.08 * cos(4 * M_PI * i / SIZE);
  }
  for (long start = 0; start + SIZE <= frames; start += SIZE / 2) {
    for (int i = 0; i < SIZE; i++)
      time[i] = samples[2 * (start + i)] * window[i];
    fftw_execute(plan);
    for (int i = 0; i <= SIZE / 2; i++)
      power[i] += spectrum[i][0] * spectrum[i][0] + spectrum[i][1] * spectrum[i][1];
  }
}

static Track
measure(char *spec)
{
  static double power[SIZE / 2 + 1];
  Track track;
  long frames;
  int rate;
  double *samples = read_part(spec, &frames, &rate);
  double lufs = loudness(samples, frames, rate);

  memset(power, 0, sizeof power);
  add_channel(samples, frames, power);
  add_channel(samples + 1, frames, power);
  free(samples);
  for (int band = 0; band < BANDS; band++) {
    double centre = 1000 * pow(10, (band - 13) / 10.0), sum = 0;

    for (int i = 0; i <= SIZE / 2; i++) {
      double hz = (double)i * rate / SIZE;

      if (hz >= centre * pow(10, -0.05) && hz < centre * pow(10, 0.05))
        sum += power[i];
    }
    track.db[band] = 10 * log10(sum / ((double)frames * SIZE)) - lufs;
  }
  return track;
}

static int
compare(const void *a, const void *b)
{
  double left = *(const double *)a, right = *(const double *)b;

  return (left > right) - (left < right);
}

static Track
median(const Track *tracks, int count)
{
  Track centre;
  double values[MOST_TRACKS];

  for (int band = 0; band < BANDS; band++) {
    for (int i = 0; i < count; i++)
      values[i] = tracks[i].db[band];
    qsort(values, (size_t)count, sizeof *values, compare);
    centre.db[band] = (values[(count - 1) / 2] + values[count / 2]) / 2;
  }
  return centre;
}

static double
distance(const Track *track, const Track *centre)
{
  double sum = 0;

  for (int band = 0; band < BANDS; band++)
    sum += pow(track->db[band] - centre->db[band], 2);
  return sqrt(sum / BANDS);
}

static double
largest_move(const Track *before, const Track *after)
{
  double most = 0;

  for (int band = 0; band < BANDS; band++)
    most = fmax(most, fabs(after->db[band] - before->db[band]));
  return most;
}

int
main(int argc, char **argv)
{
  static Track tracks[2 * MOST_TRACKS];
  int count = argc > 1 ? atoi(argv[1]) : 0;
  Track centre[2];
  double mean[2] = {0, 0}, move = 0, away = -HUGE_VAL;

  if (count < 1 || count > MOST_TRACKS || argc != 2 + 2 * count)
    die("usage: tone_distance N FILE:FIRST:FRAMES...");
  for (int i = 0; i < 2 * count; i++)
    tracks[i] = measure(argv[2 + i]);
  centre[0] = median(tracks, count);
  centre[1] = median(tracks + count, count);
  for (int i = 0; i < count; i++) {
    double before = distance(&tracks[i], &centre[0]);
    double after = distance(&tracks[count + i], &centre[1]);

    mean[0] += before / count;
    mean[1] += after / count;
    away = fmax(away, after - before);
    move = fmax(move, largest_move(&tracks[i], &tracks[count + i]));
  }
  printf("%.3f %.3f %.1f %.3f %.3f\n", mean[0], mean[1], 100 * (1 - mean[1] / mean[0]), move, away);
  return 0;
}
