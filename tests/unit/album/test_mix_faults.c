/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/check/mix_faults.h"

#include <math.h>
#include <string.h>

#include "album/check/check_text.h"

#define RATE 1000

static AlMixFaults *
make_faults(void)
{
  AlMixFaults *faults = al_mix_faults_new();

  faults->info = (AlMixInfo){.rate = RATE, .channels = 2, .bits = 24};
  return faults;
}

/* `count` clicks, a second apart, from 1:02.5 on. */
static void
add_clicks(AlMixFaults *faults, guint count)
{
  AlFaults *clicks = &faults->of[AL_CHECK_CLICKS];

  for (guint i = 0; i < count; i++) {
    const AlFault click = {62500 + 1000 * (gint64)i, 1, AL_FAULT_LEFT};

    al_faults_add(clicks, &click, 0);
  }
  clicks->figure = count;
}

static RbFindings *
judge(const AlMixFaults *faults)
{
  RbFindings *findings = rb_findings_new();
  AlCheckSettings settings;

  al_check_settings_init(&settings);
  al_mix_faults_judge(faults, &settings, "track 3", findings);
  return findings;
}

static void
test_place_and_times(void)
{
  g_autoptr(AlMixFaults) faults = make_faults();
  g_autoptr(RbFindings) findings = NULL;
  const RbFinding *finding;

  add_clicks(faults, 2);
  findings = judge(faults);
  g_assert_cmpuint(rb_findings_count(findings), ==, 1);
  finding = rb_findings_get(findings, 0);
  g_assert_cmpstr(finding->id, ==, "Q19");
  g_assert_cmpint(finding->severity, ==, RB_SEVERITY_WARNING);
  g_assert_cmpstr(finding->place, ==, "track 3, 1:02.500");
  g_assert_true(g_str_has_prefix(
      finding->text, "Something clicks 2 times, at 1:02.500 (left), 1:03.500 (left). "));
  g_assert_nonnull(strstr(finding->text, "Please"));
  g_assert_cmpuint(rb_finding_track(finding), ==, 3);
}

static void
test_many(void)
{
  g_autoptr(AlMixFaults) faults = make_faults();
  g_autoptr(RbFindings) findings = NULL;

  add_clicks(faults, 42);
  findings = judge(faults);
  g_assert_cmpuint(rb_findings_count(findings), ==, 1);
  g_assert_nonnull(strstr(rb_findings_get(findings, 0)->text, "1:06.500 (left) and 37 more. "));
}

/* Times count in the file, whatever of it is used. */
static void
test_excerpt(void)
{
  g_autoptr(AlMixFaults) faults = make_faults();
  g_autoptr(RbFindings) findings = NULL;

  faults->first_frame = 10 * RATE;
  add_clicks(faults, 1);
  findings = judge(faults);
  g_assert_cmpstr(rb_findings_get(findings, 0)->place, ==, "track 3, 1:12.500");
}

/* Without a time, the place is the mix; a file of one channel has no left. */
static void
test_whole(void)
{
  const AlFault all = {0, 5000, AL_FAULT_LEFT};
  g_autoptr(AlMixFaults) faults = make_faults();
  g_autoptr(RbFindings) stereo = NULL, mono = NULL;

  faults->of[AL_CHECK_DC].figure = 0.7;
  al_faults_add(&faults->of[AL_CHECK_DC], &all, 0);
  stereo = judge(faults);
  g_assert_cmpstr(rb_findings_get(stereo, 0)->place, ==, "track 3");
  g_assert_nonnull(strstr(rb_findings_get(stereo, 0)->text, "0.70 % of full scale, left. "));
  faults->info.channels = 1;
  mono = judge(faults);
  g_assert_nonnull(strstr(rb_findings_get(mono, 0)->text, "0.70 % of full scale. "));
}

static void
test_lossy(void)
{
  g_autoptr(AlMixFaults) faults = make_faults();
  g_autoptr(RbFindings) findings = NULL;

  faults->info.bits = 0;
  g_strlcpy(faults->info.format, "OGG, Vorbis", sizeof faults->info.format);
  faults->of[AL_CHECK_LOSSY].figure = HUGE_VAL;
  faults->of[AL_CHECK_TRUE_PEAK].figure = 3;
  findings = judge(faults);
  g_assert_cmpuint(rb_findings_count(findings), ==, 2);
  g_assert_cmpint(rb_findings_get(findings, 0)->severity, ==, RB_SEVERITY_NOTE);
  g_assert_nonnull(strstr(rb_findings_get(findings, 1)->text, "OGG, Vorbis"));
}

/* Every check has words, ids that do not repeat, and none that breaks a sentence. */
static void
test_texts(void)
{
  for (AlCheck check = 0; check < AL_CHECKS; check++) {
    const AlCheckText *text = &al_check_texts[check];
    g_autofree char *id = g_strdup_printf("Q%02d", (int)check + 1);

    g_assert_cmpstr(al_check_kinds[check].id, ==, id);
    g_assert_true(g_str_has_suffix(text->before, " "));
    g_assert_true(g_str_has_suffix(text->meaning, "."));
    g_assert_true(g_str_has_suffix(text->request, "."));
    g_assert_true(al_check_kinds[check].figure[0] != '\0');
  }
}

static void
test_figures(void)
{
  g_autofree char *once = al_check_text_figure(AL_FIGURE_TIMES, 1);
  g_autofree char *often = al_check_text_figure(AL_FIGURE_TIMES, 42);
  g_autofree char *level = al_check_text_figure(AL_FIGURE_TENTHS, -1.26);
  g_autofree char *none = al_check_text_figure(AL_FIGURE_TENTHS, -HUGE_VAL);

  g_assert_cmpstr(once, ==, "once");
  g_assert_cmpstr(often, ==, "42 times");
  g_assert_cmpstr(level, ==, "-1.3");
  g_assert_cmpstr(none, ==, "minus infinity");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/mix_faults/place_and_times", test_place_and_times);
  g_test_add_func("/mix_faults/many", test_many);
  g_test_add_func("/mix_faults/excerpt", test_excerpt);
  g_test_add_func("/mix_faults/whole", test_whole);
  g_test_add_func("/mix_faults/lossy", test_lossy);
  g_test_add_func("/mix_faults/texts", test_texts);
  g_test_add_func("/mix_faults/figures", test_figures);
  return g_test_run();
}
