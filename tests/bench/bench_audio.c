/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much faster than real time each stage of album/audio/ runs on one core: seconds of audio per
 * second of processor time. */
#include <sndfile.h>
#include <stdio.h>
#include <time.h>

#include "album/audio/float_store.h"
#include "album/audio/mix.h"
#include "album/audio/quantise.h"
#include "album/audio/resample.h"
#include "album/audio/scan.h"
#include "tests/support/signal.h"
#include "tests/support/sound_file.h"

#define SECONDS 60

static double
processor_seconds(void)
{
  struct timespec now;

  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void
print_speed(const char *name, double audio_seconds, double since)
{
  printf("%-28s %7.0f x\n", name, audio_seconds / (processor_seconds() - since));
}

static void
run_source(const char *name, AlSource *source)
{
  static double block[2 * AL_BLOCK_FRAMES];
  double since = processor_seconds();

  while (al_source_read(source, block, AL_BLOCK_FRAMES, NULL) > 0)
    ;
  print_speed(name, (double)source->frames / source->rate, since);
}

static void
bench_mix(const char *name, int format, const double *noise)
{
  char *folder = test_folder_new();
  g_autofree char *path = g_build_filename(folder, "mix", NULL);
  g_autoptr(AlSource) mix = NULL;
  double since;
  AlScan scan;

  test_sound_file_write(path, format, 48000, 2, noise, SECONDS * 48000);
  mix = al_mix_open(path, 0, AL_MIX_END, NULL);
  run_source(name, mix);
  since = processor_seconds();
  al_mix_scan(path, &scan, NULL, NULL);
  print_speed("  and scan", SECONDS, since);
  test_folder_remove(folder);
}

static void
bench_resample(const char *name, int rate, AlResamplerChoice choice, const double *noise)
{
  g_autoptr(AlSource) input = test_source_new(noise, SECONDS / 4 * rate, rate);
  g_autoptr(AlSource) source = al_resample_new(input, 44100, AL_RESAMPLE_WHOLE, choice, NULL);

  if (source != NULL)
    run_source(name, source);
}

static void
bench_quantise(const char *name, AlDither dither, const double *noise)
{
  static gint32 block[2 * AL_BLOCK_FRAMES];
  g_autoptr(AlSource) input = test_source_new(noise, SECONDS * 44100, 44100);
  g_autoptr(AlQuantiser) quantiser = al_quantiser_new(input, 16, dither, 1);
  double since = processor_seconds();

  while (al_quantiser_read(quantiser, block, AL_BLOCK_FRAMES, NULL) > 0)
    ;
  print_speed(name, SECONDS, since);
}

static void
bench_float_store(const double *noise)
{
  g_autoptr(AlSource) input = test_source_new(noise, SECONDS * 44100, 44100);
  double since = processor_seconds();
  g_autoptr(AlFloatStore) store = al_float_store_new(input, g_get_tmp_dir(), NULL, NULL);
  g_autoptr(AlSource) reader = al_float_store_open(store, 0);

  print_speed("float store, write", SECONDS, since);
  run_source("float store, read", reader);
}

int
main(void)
{
  g_autofree double *noise = test_noise(0.3, 1, SECONDS * 48000);

  bench_mix("mix, WAV 24 bit", SF_FORMAT_WAV | SF_FORMAT_PCM_24, noise);
  bench_mix("mix, FLAC 24 bit", SF_FORMAT_FLAC | SF_FORMAT_PCM_24, noise);
  bench_resample("libsoxr 48 to 44.1", 48000, AL_RESAMPLER_SOXR, noise);
  bench_resample("libsoxr 96 to 44.1", 96000, AL_RESAMPLER_SOXR, noise);
  bench_resample("libsamplerate 48 to 44.1", 48000, AL_RESAMPLER_LIBSAMPLERATE, noise);
  bench_quantise("quantise, shaped", AL_DITHER_SHAPED, noise);
  bench_quantise("quantise, TPDF", AL_DITHER_TPDF, noise);
  bench_float_store(noise);
  return 0;
}
