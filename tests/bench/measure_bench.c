/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures files, one after the other on one thread, and them as an album; tells the values and the
 * processor time. measure.sh runs it beside its peers. */

#include <sndfile.h>
#include <time.h>

#include "album/measure/measurement.h"

typedef struct {
  AlSource source;
  SNDFILE *file;
} FileSource;

static gssize
file_read(AlSource *source, double *block, gsize frames, GError **error)
{
  (void)error;
  return (gssize)sf_readf_double(((FileSource *)source)->file, block, (sf_count_t)frames);
}

static void
file_free(AlSource *source)
{
  (void)source;
}

static void
show(const char *name, const AlMeasured *measured)
{
  g_autofree char *base = g_path_get_basename(name);

  g_print("%-32s I %6.2f LRA %5.2f M %6.2f S %6.2f TP %7.3f PLR %5.2f PSR %5.2f DR%d\n", base,
          measured->loudness.integrated_lufs, measured->loudness.range_lu,
          measured->loudness.max_momentary_lufs, measured->loudness.max_short_term_lufs,
          measured->true_peak_dbtp, measured->plr_lu, measured->min_psr_lu,
          measured->dynamic_range);
}

static AlMeasurement *
measure(const char *path, double *seconds)
{
  static const AlSourceClass class = {.read = file_read, .free = file_free};
  SF_INFO info = {0};
  FileSource file = {.source = {.class = &class}, .file = sf_open(path, SFM_READ, &info)};
  AlMeasurement *measurement;

  if (file.file == NULL || info.channels != 2)
    g_error("%s: cannot be read, or is not stereo", path);
  file.source.rate = info.samplerate;
  file.source.frames = info.frames;
  measurement = al_measurement_of(&file.source, NULL);
  show(path, al_measurement_get(measurement));
  *seconds += (double)info.frames / info.samplerate;
  sf_close(file.file);
  return measurement;
}

int
main(int argc, char **argv)
{
  g_autoptr(GPtrArray) tracks = g_ptr_array_new_with_free_func((GDestroyNotify)al_measurement_free);
  clock_t begin = clock();
  double seconds = 0, used;
  AlMeasured album;

  if (argc < 2)
    return 2;
  for (int i = 1; i < argc; i++)
    g_ptr_array_add(tracks, measure(argv[i], &seconds));
  album = al_measurement_album((AlMeasurement *const *)tracks->pdata, tracks->len);
  show("album", &album);
  used = (double)(clock() - begin) / CLOCKS_PER_SEC;
  g_print("%.2f s of processor time, %.0f x\n", used, seconds / used);
  return 0;
}
