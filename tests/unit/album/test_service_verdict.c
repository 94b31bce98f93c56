/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/service_verdict.h"

#include <string.h>

/* One service of a kind, and what it says of an album. */
typedef struct {
  const char *service; /* its keys */
  AlServiceMeasured album;
  AlServiceMeasured tracks[3];
  guint count;
  double gains_db[3];
  const char *text;
} Case;

#define SILENT           \
  {                      \
    -HUGE_VAL, -HUGE_VAL \
  }
#define END ", date: 2024, evidence: published, source: a page}"

static const Case cases[] = {
    {"{service: A, mode: M, reference: -14 LUFS, by: album, does: down" END,
     {-10.8, -1},
     {{-10, -1}, {-12, -3}},
     2,
     {-3.2, -3.2},
     "A (M): plays the album 3.2 dB quieter (published, 2024)"},
    {"{service: A, reference: -14 LUFS, by: album, does: down" END,
     {-18, -9},
     {{-18, -9}, {-18, -9}},
     2,
     {0, 0},
     "A: leaves the album alone (published, 2024)"},
    {"{service: A, reference: -14 LUFS, by: album, does: up-to-peaks, headroom: -1 dBTP" END,
     {-20, -5},
     {{-20, -5}, {-22, -8}},
     2,
     {4, 4},
     "A: raises the album by 4.0 dB, as far as peaks allow (published, 2024)"},
    {"{service: A, reference: -14 LUFS, by: album, does: up-to-peaks, headroom: -1 dBTP" END,
     {-20, -9},
     {{-20, -9}, {-22, -9}},
     2,
     {6, 6},
     "A: raises the album by 6.0 dB (published, 2024)"},
    {"{service: A, reference: -14 LUFS, by: album, does: up-to-peaks, headroom: -1 dBTP" END,
     {-20, -0.5},
     {{-20, -0.5}},
     1,
     {0},
     "A: leaves the track alone, as peaks leave no room (published, 2024)"},
    {"{service: A, reference: -14 LUFS, by: album, does: up-limited" END,
     {-20, 0},
     {{-20, 0}},
     1,
     {6},
     "A: raises the track by 6.0 dB, through a limiter (published, 2024)"},
    {"{service: A, reference: -14 LUFS, by: loudest-track, does: down" END,
     {-13, 0},
     {{-15, 0}, {-11.5, 0}, SILENT},
     3,
     {-2.5, -2.5, -2.5},
     "A: plays the album 2.5 dB quieter (published, 2024)"},
    {"{service: A, reference: -14 LUFS, by: track, does: up-to-peaks, headroom: -1 dBTP" END,
     {-13, 0},
     {{-10, 0}, {-17, -3}, {-14.04, 0}},
     3,
     {-4, 2, 0},
     "A: plays 1 of 3 tracks 4.0 dB quieter; raises 1 by 2.0 dB, as far as peaks allow; leaves 1 "
     "alone (published, 2024)"},
    {"{service: A, reference: -14 LUFS, by: track, does: down" END,
     {-11, 0},
     {{-10, 0}, {-12.5, -3}, {-11, 0}},
     3,
     {-4, -1.5, -3},
     "A: plays all 3 tracks 1.5 to 4.0 dB quieter (published, 2024)"},
    {"{service: A, reference: -14 LUFS, by: track, does: down" END,
     {-11, 0},
     {{-11, 0}, SILENT},
     2,
     {-3, -HUGE_VAL},
     "A: plays 1 of 2 tracks 3.0 dB quieter (published, 2024)"},
    {"{service: A, reference: -14 LUFS, by: track, does: up-to-peaks, headroom: -1 dBTP" END,
     SILENT,
     {SILENT},
     1,
     {-HUGE_VAL},
     "A: has no loudness to go by (published, 2024)"},
    {"{service: A, reference: none, by: track, does: nothing" END,
     {-8, 0},
     {{-8, 0}},
     1,
     {0},
     "A: plays music as it comes (published, 2024)"},
};

static void
test_cases(void)
{
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    const Case *one = &cases[i];
    g_autofree char *yaml = g_strdup_printf("services:\n  - %s\n", one->service);
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) services = al_services_parse("a.yaml", yaml, strlen(yaml), &error);
    g_autoptr(GPtrArray) verdicts = NULL;
    const AlServiceVerdict *verdict;
    g_autofree char *text = NULL;

    g_assert_no_error(error);
    verdicts = al_services_judge(services, &one->album, one->tracks, one->count);
    g_assert_cmpuint(verdicts->len, ==, 1);
    verdict = g_ptr_array_index(verdicts, 0);
    text = al_service_verdict_text(verdict);
    g_assert_cmpstr(text, ==, one->text);
    g_assert_cmpuint(verdict->tracks, ==, one->count);
    for (guint track = 0; track < one->count; track++)
      if (isfinite(one->gains_db[track]))
        g_assert_cmpfloat_with_epsilon(verdict->gains_db[track], one->gains_db[track], 0.045);
      else
        g_assert_true(verdict->gains_db[track] == one->gains_db[track]);
  }
}

/* Nothing that the program comes with makes a number that is none, and no word is of a test. */
static void
test_shipped(void)
{
  static const AlServiceMeasured albums[] = {{-8, 1}, {-14, -1}, {-30, -20}, SILENT};
  g_autoptr(GPtrArray) services = al_services_shipped();

  for (gsize i = 0; i < G_N_ELEMENTS(albums); i++) {
    g_autoptr(GPtrArray) verdicts = al_services_judge(services, &albums[i], &albums[i], 1);

    g_assert_cmpuint(verdicts->len, ==, services->len);
    for (guint k = 0; k < verdicts->len; k++) {
      const AlServiceVerdict *verdict = g_ptr_array_index(verdicts, k);
      g_autofree char *text = al_service_verdict_text(verdict);

      g_assert_false(isnan(verdict->gains_db[0]));
      g_assert_null(strstr(text, "nan"));
      g_assert_null(strstr(text, "inf"));
      g_assert_null(strstr(text, "pass"));
      g_assert_null(strstr(text, "fail"));
    }
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/service_verdict/cases", test_cases);
  g_test_add_func("/service_verdict/shipped", test_shipped);
  return g_test_run();
}
