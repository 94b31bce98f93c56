/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Audio of which a meter could make nonsense: every value is defined (a number, or "none", never
 * NaN), the ones that can be worked out by hand are right, and what is odd is told. */

#include <sndfile.h>

#include "album/deliver/service_verdict.h"
#include "album/measure/file_measurement.h"
#include "tests/support/sound_file.h"

static const int rates[] = {44100, 48000, 96000};

typedef double (*Shape)(double seconds, gint64 frame);

static double
silence(double seconds, gint64 frame)
{
  (void)seconds, (void)frame;
  return 0;
}

/* -20 dBFS of 997 Hz: in both channels -20 LUFS, as 1 kHz is 0.69 dB above the offset. */
static double
tone(double seconds, gint64 frame)
{
  (void)frame;
  return 0.1 * sin(2 * G_PI * 997 * seconds);
}

static double
faint(double seconds, gint64 frame)
{
  return 1e-4 * tone(seconds, frame);
}

static double
click(double seconds, gint64 frame)
{
  (void)seconds;
  return frame == 20000;
}

static double
offset(double seconds, gint64 frame)
{
  (void)seconds, (void)frame;
  return 0.25;
}

#define NONE AL_LOUDNESS_NONE
#define ANY NAN /* exists, and is not known by hand */

typedef struct {
  const char *name;
  Shape left;
  double right; /* times the left; ignored in mono */
  double seconds;
  int channels;
  double integrated_lufs, true_peak_dbtp, correlation;
  const char *findings;
} Case;

static const Case cases[] = {
    {"silence", silence, 1, 5, 2, NONE, NONE, NONE, "L01"},
    {"silence in mono", silence, 1, 5, 1, NONE, NONE, NONE, "L01"},
    {"one frame", offset, 1, 0.00001, 1, NONE, ANY, 1, "L02 L04"},
    {"399 ms", tone, -0.5, 0.399, 2, NONE, ANY, -1, "L02 L05"},
    {"400 ms", tone, 0.5, 0.400, 2, -22.04, ANY, 1, ""},
    {"under the gate", faint, 1, 5, 2, NONE, -100, 1, "L03 L06"},
    {"one click", click, 0, 5, 2, ANY, 0, NONE, ""},
    {"one click in both", click, 1, 5, 2, ANY, 0, 1, "L06"},
    {"DC only", offset, 1, 5, 2, ANY, ANY, 1, "L04 L04 L06"},
    {"dual mono", tone, 1, 20, 2, -20, -20, 1, "L06"},
    {"mono", tone, 1, 20, 1, -20, -20, 1, ""},
    {"one channel", tone, 0, 20, 2, -23.01, -20, NONE, ""},
    {"anti-phase", tone, -1, 20, 2, -20, -20, -1, "L05"},
};

static void
write_case(const Case *one, int rate, const char *path)
{
  gint64 frames = MAX(1, (gint64)(one->seconds * rate + 0.5));
  g_autofree double *samples = g_new(double, 2 * frames);

  for (gint64 n = 0; n < frames; n++) {
    double *frame = samples + one->channels * n;

    frame[0] = one->left((double)n / rate, n);
    if (one->channels == 2)
      frame[1] = one->right * frame[0];
  }
  test_sound_file_write(path, SF_FORMAT_WAV | SF_FORMAT_FLOAT, rate, one->channels, samples,
                        frames);
}

static void
assert_defined(const AlMeasured *measured)
{
  const double values[] = {
      measured->loudness.integrated_lufs,
      measured->loudness.range_lu,
      measured->loudness.max_momentary_lufs,
      measured->loudness.max_short_term_lufs,
      measured->loudness.loud_sections_lufs,
      measured->true_peak_dbtp,
      measured->plr_lu,
      measured->min_psr_lu,
      al_levels_peak_dbfs(&measured->levels),
      al_levels_rms_dbfs(&measured->levels),
      al_levels_crest_db(&measured->levels),
      al_levels_correlation(&measured->levels),
      al_levels_dc_offset(&measured->levels, 0),
      al_levels_dc_offset(&measured->levels, 1),
  };

  for (gsize i = 0; i < G_N_ELEMENTS(values); i++)
    g_assert_true(isfinite(values[i]) || values[i] == NONE);
  g_assert_cmpint(measured->dynamic_range, >=, -3);
  g_assert_cmpint(measured->dynamic_range, <, 100);
}

static void
assert_value(double value, double expected, double epsilon)
{
  if (isnan(expected))
    g_assert_true(isfinite(value));
  else if (isfinite(expected))
    g_assert_cmpfloat_with_epsilon(value, expected, epsilon);
  else
    g_assert_true(value == expected);
}

/* The findings' ids, with spaces between. */
static char *
list_findings(const AlFileMeasurements *measurements)
{
  g_autoptr(RbFindings) findings = rb_findings_new();
  GString *list = g_string_new(NULL);

  al_file_measurements_judge(measurements, findings);
  for (guint i = 0; i < rb_findings_count(findings); i++)
    g_string_append_printf(list, "%s%s", i > 0 ? " " : "", rb_findings_get(findings, i)->id);
  return g_string_free(list, FALSE);
}

static AlFileMeasurements *
measure(char *const *paths)
{
  const AlJob job = {.threads = 1};
  AlFileMeasurements *measurements = al_file_measurements_new(paths, &job, NULL);

  g_assert_nonnull(measurements);
  for (guint i = 0; i < measurements->files->len; i++)
    g_assert_no_error(al_file_measurements_get(measurements, i)->error);
  return measurements;
}

static void
test_cases(void)
{
  char *folder = test_folder_new();
  g_autofree char *path = g_build_filename(folder, "case.wav", NULL);
  char *paths[] = {path, NULL};

  for (gsize r = 0; r < G_N_ELEMENTS(rates); r++)
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
      g_autoptr(AlFileMeasurements) measurements = NULL;
      g_autofree char *findings = NULL;
      const AlMeasured *measured;

      write_case(&cases[i], rates[r], path);
      measurements = measure(paths);
      findings = list_findings(measurements);
      measured = al_measurement_get(al_file_measurements_get(measurements, 0)->measurement);
      g_test_message("%s, %d Hz: %.2f LUFS, %.2f dBTP, PLR %.2f, DR%d, %s", cases[i].name, rates[r],
                     measured->loudness.integrated_lufs, measured->true_peak_dbtp, measured->plr_lu,
                     measured->dynamic_range, findings);
      assert_defined(measured);
      assert_defined(&measurements->album);
      assert_value(measured->loudness.integrated_lufs, cases[i].integrated_lufs, 0.05);
      assert_value(measured->true_peak_dbtp, cases[i].true_peak_dbtp, 0.1);
      assert_value(al_levels_correlation(&measured->levels), cases[i].correlation, 1e-6);
      g_assert_cmpstr(findings, ==, cases[i].findings);
    }
  test_folder_remove(folder);
}

/* All of them as one album, and what services would do with it. */
static void
test_album(void)
{
  char *folder = test_folder_new();
  g_auto(GStrv) paths = g_new0(char *, G_N_ELEMENTS(cases) + 1);
  g_autoptr(AlFileMeasurements) measurements = NULL;
  g_autoptr(GPtrArray) services = al_services_shipped();
  g_autoptr(GPtrArray) verdicts = NULL;
  AlServiceMeasured album, tracks[G_N_ELEMENTS(cases)];

  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    paths[i] = g_strdup_printf("%s/%u.wav", folder, (guint)i);
    write_case(&cases[i], rates[i % G_N_ELEMENTS(rates)], paths[i]);
  }
  measurements = measure(paths);
  assert_defined(&measurements->album);
  album = (AlServiceMeasured){measurements->album.loudness.integrated_lufs,
                              measurements->album.true_peak_dbtp};
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    const AlMeasured *measured =
        al_measurement_get(al_file_measurements_get(measurements, i)->measurement);

    tracks[i] = (AlServiceMeasured){measured->loudness.integrated_lufs, measured->true_peak_dbtp};
  }
  verdicts = al_services_judge(services, &album, tracks, G_N_ELEMENTS(cases));
  for (guint i = 0; i < verdicts->len; i++) {
    const AlServiceVerdict *verdict = g_ptr_array_index(verdicts, i);

    for (guint track = 0; track < verdict->tracks; track++)
      g_assert_false(isnan(verdict->gains_db[track]));
  }
  test_folder_remove(folder);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/defined/cases", test_cases);
  g_test_add_func("/defined/album", test_album);
  return g_test_run();
}
