/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <sndfile.h>
#include <string.h>

#include "album/audio/float_store.h"
#include "album/audio/mix.h"
#include "album/audio/quantise.h"
#include "album/audio/read_ahead.h"
#include "album/audio/resample.h"
#include "album/audio/silent_head.h"
#include "album/tone/tone_filter.h"
#include "tests/support/signal.h"
#include "tests/support/sound_file.h"
#include "tests/support/source_rules.h"

typedef struct {
  char *path;
  gint64 first_frame;
  gint64 end_frame;
} Excerpt;

static AlSource *
make_mix(GPtrArray *owned, gconstpointer data)
{
  const Excerpt *excerpt = data;
  g_autoptr(GError) error = NULL;
  AlSource *mix = al_mix_open(excerpt->path, excerpt->first_frame, excerpt->end_frame, &error);

  (void)owned;
  g_assert_no_error(error);
  return mix;
}

static void
test_mix(gconstpointer data)
{
  char *folder = test_folder_new();
  g_autofree char *path = g_build_filename(folder, "mix", NULL);
  g_autofree double *noise = test_noise(0.5, 3, 30000);

  for (int channels = 1; channels <= 2; channels++) {
    test_sound_file_write(path, GPOINTER_TO_INT(data), 48000, channels, noise, 30000);
    test_source_rules(make_mix, &(Excerpt){path, 0, AL_MIX_END});
    test_source_rules(make_mix, &(Excerpt){path, 12345, 12346});
    test_source_rules(make_mix, &(Excerpt){path, 4097, 20011});
  }
  test_folder_remove(folder);
}

static AlSource *
make_resampler(AlSource *input, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  int rate = input->rate == 44100 ? 48000 : 44100;
  AlSource *source = al_resample_new(input, rate, AL_RESAMPLE_WHOLE, GPOINTER_TO_INT(data), &error);

  g_assert_no_error(error);
  return source;
}

static void
test_resampler(gconstpointer data)
{
  test_stage_rules(make_resampler, data, 48000);
  test_stage_rules(make_resampler, data, 44100);
  test_stage_rules(make_resampler, data, 96000);
}

static AlSource *
make_read_ahead(AlSource *input, gconstpointer data)
{
  (void)data;
  return al_read_ahead_new(input);
}

static void
test_read_ahead(void)
{
  test_stage_rules(make_read_ahead, NULL, 44100);
}

static AlSource *
make_silent_head(AlSource *input, gconstpointer data)
{
  return al_silent_head_new(input, GPOINTER_TO_INT(data));
}

static void
test_silent_head(gconstpointer data)
{
  test_stage_rules(make_silent_head, data, 44100);
}

static AlSource *
make_tone_filter(AlSource *input, gconstpointer data)
{
  double gain_db[AL_TONE_BANDS];
  const AlToneCurves curves = {.first = gain_db, .linear_phase = GPOINTER_TO_INT(data)};

  for (guint band = 0; band < AL_TONE_BANDS; band++)
    gain_db[band] = 3 * sin(band);
  return al_tone_filter_new(input, &curves);
}

static void
test_tone_filter(gconstpointer data)
{
  test_stage_rules(make_tone_filter, data, 44100);
}

typedef struct {
  const AlFloatStore *store;
  gint64 first_frame;
} StorePlace;

static AlSource *
make_store_reader(GPtrArray *owned, gconstpointer data)
{
  const StorePlace *place = data;

  (void)owned;
  return al_float_store_open(place->store, place->first_frame);
}

static void
test_float_store(void)
{
  g_autofree double *noise = test_noise(1.5, 5, 40000);
  g_autoptr(AlSource) source = test_source_new(noise, 40000, 48000);
  g_autoptr(GError) error = NULL;
  g_autoptr(AlFloatStore) store = al_float_store_new(source, g_get_tmp_dir(), NULL, &error);

  g_assert_no_error(error);
  test_source_rules(make_store_reader, &(StorePlace){store, 0});
  test_source_rules(make_store_reader, &(StorePlace){store, 16385});
  test_source_rules(make_store_reader, &(StorePlace){store, 40000});
}

/* Noise, a stretch of the same on the grid, a short silence, noise: both sides of the quantiser. */
static double *
make_patchwork(gint64 frames)
{
  double *samples = test_noise(0.5, 11, frames);

  for (gint64 i = frames / 4; i < frames / 2; i++)
    for (int channel = 0; channel < 2; channel++)
      samples[2 * i + channel] = (double)(int)(samples[2 * i + channel] * 32768) / 32768;
  memset(samples + 2 * (frames * 3 / 4), 0, 2 * 100 * sizeof *samples);
  return samples;
}

/* In blocks of one size; 0: all at once. */
static void
quantise(const double *samples, gint64 frames, AlDither dither, gsize block_size, gint32 *out)
{
  g_autoptr(AlSource) source = test_source_new(samples, frames, 44100);
  g_autoptr(AlQuantiser) quantiser = al_quantiser_new(source, 16, dither, 42);
  gint64 done = 0;

  while (done < frames) {
    gsize size = block_size == 0 ? (gsize)frames : block_size;
    gssize got = al_quantiser_read(quantiser, out + 2 * done, size, NULL);

    g_assert_cmpint(got, ==, MIN((gint64)size, frames - done));
    done += got;
  }
  g_assert_cmpint(al_quantiser_read(quantiser, out, 1, NULL), ==, 0);
}

static void
test_quantiser(gconstpointer data)
{
  static const gsize sizes[] = {1, 7, 588, 4096};
  const gint64 frames = 60001;
  g_autofree double *samples = make_patchwork(frames);
  g_autofree gint32 *expected = g_new(gint32, 2 * (frames + 4096));
  g_autofree gint32 *out = g_new(gint32, 2 * (frames + 4096));

  quantise(samples, frames, GPOINTER_TO_INT(data), 0, expected);
  for (guint i = 0; i < G_N_ELEMENTS(sizes); i++) {
    quantise(samples, frames, GPOINTER_TO_INT(data), sizes[i], out);
    g_assert_cmpmem(out, (gsize)frames * 8, expected, (gsize)frames * 8);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_data_func("/sources/mix/wav", GINT_TO_POINTER(SF_FORMAT_WAV | SF_FORMAT_PCM_24),
                       test_mix);
  g_test_add_data_func("/sources/mix/flac", GINT_TO_POINTER(SF_FORMAT_FLAC | SF_FORMAT_PCM_16),
                       test_mix);
  g_test_add_data_func("/sources/mix/vorbis", GINT_TO_POINTER(SF_FORMAT_OGG | SF_FORMAT_VORBIS),
                       test_mix);
  if (al_resampler_available(AL_RESAMPLER_SOXR))
    g_test_add_data_func("/sources/resampler/soxr", GINT_TO_POINTER(AL_RESAMPLER_SOXR),
                         test_resampler);
  g_test_add_data_func("/sources/resampler/libsamplerate",
                       GINT_TO_POINTER(AL_RESAMPLER_LIBSAMPLERATE), test_resampler);
  g_test_add_func("/sources/read_ahead", test_read_ahead);
  g_test_add_data_func("/sources/silent_head/none", GINT_TO_POINTER(0), test_silent_head);
  g_test_add_data_func("/sources/silent_head/some", GINT_TO_POINTER(5000), test_silent_head);
  g_test_add_data_func("/sources/tone_filter/minimum", GINT_TO_POINTER(FALSE), test_tone_filter);
  g_test_add_data_func("/sources/tone_filter/linear", GINT_TO_POINTER(TRUE), test_tone_filter);
  g_test_add_func("/sources/float_store", test_float_store);
  g_test_add_data_func("/sources/quantiser/shaped", GINT_TO_POINTER(AL_DITHER_SHAPED),
                       test_quantiser);
  g_test_add_data_func("/sources/quantiser/tpdf", GINT_TO_POINTER(AL_DITHER_TPDF), test_quantiser);
  g_test_add_data_func("/sources/quantiser/none", GINT_TO_POINTER(AL_DITHER_NONE), test_quantiser);
  return g_test_run();
}
