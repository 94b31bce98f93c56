/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/check_settings.h"

#include <math.h>
#include <string.h>

#include "album/project/project.h"

static void
test_defaults(void)
{
  AlCheckSettings settings;

  al_check_settings_init(&settings);
  for (AlCheck check = 0; check < AL_CHECKS; check++) {
    const AlCheckKind *kind = &al_check_kinds[check];
    guint limits = 0;

    g_assert_false(settings.of[check].off);
    for (gsize i = 0; i < AL_SEVERITIES; i++) {
      limits += !isnan(kind->limits[i]);
      g_assert_false(kind->limits[i] < kind->smallest || kind->limits[i] > kind->largest);
    }
    g_assert_cmpuint(limits, >, 0);
  }
}

static int
judge(const AlCheckSettings *settings, AlCheck check, double figure)
{
  RbSeverity severity;

  return al_check_judge(settings, check, figure, &severity) ? (int)severity : -1;
}

static void
test_judge(void)
{
  AlCheckSettings settings;

  al_check_settings_init(&settings);
  g_assert_cmpint(judge(&settings, AL_CHECK_CLIPPING, 0), ==, -1);
  g_assert_cmpint(judge(&settings, AL_CHECK_CLIPPING, 1), ==, RB_SEVERITY_WARNING);
  g_assert_cmpint(judge(&settings, AL_CHECK_CLIPPING, 11), ==, RB_SEVERITY_ERROR);
  g_assert_cmpint(judge(&settings, AL_CHECK_CLIPPING, NAN), ==, -1);
  g_assert_cmpint(judge(&settings, AL_CHECK_DYNAMICS, 8.1), ==, -1);
  g_assert_cmpint(judge(&settings, AL_CHECK_DYNAMICS, 8), ==, RB_SEVERITY_NOTE);
  g_assert_cmpint(judge(&settings, AL_CHECK_DYNAMICS, 5), ==, RB_SEVERITY_WARNING);
  settings.of[AL_CHECK_CLIPPING].off = TRUE;
  g_assert_cmpint(judge(&settings, AL_CHECK_CLIPPING, 1000), ==, -1);
}

static AlCheckSettings
read_checks(const char *checks)
{
  g_autofree char *text =
      g_strdup_printf("segue: 1\nalbum: {title: A}\nchecks: {%s}\ntracks: [{file: /dev/null}]\n"
                      "deliver: {cd: }\n",
                      checks);
  g_autoptr(AlProject) project = al_project_parse("album.yaml", text, strlen(text));

  return project->checks;
}

static void
test_read(void)
{
  AlCheckSettings settings =
      read_checks("hum: off, clicks: on, clipping: {warning: 3, error: off}, "
                  "head: {note: 350 ms}, true-peak: {warning: -0.5 dBTP}");

  g_assert_true(settings.of[AL_CHECK_HUM].off);
  g_assert_false(settings.of[AL_CHECK_CLICKS].off);
  g_assert_cmpfloat(settings.of[AL_CHECK_CLIPPING].limits[RB_SEVERITY_WARNING], ==, 3);
  g_assert_true(isnan(settings.of[AL_CHECK_CLIPPING].limits[RB_SEVERITY_ERROR]));
  g_assert_cmpfloat(settings.of[AL_CHECK_HEAD].limits[RB_SEVERITY_NOTE], ==, 0.35);
  g_assert_cmpfloat(settings.of[AL_CHECK_HEAD].limits[RB_SEVERITY_WARNING], ==, 10);
  g_assert_cmpfloat(settings.of[AL_CHECK_TRUE_PEAK].limits[RB_SEVERITY_WARNING], ==, -0.5);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/check_settings/defaults", test_defaults);
  g_test_add_func("/check_settings/judge", test_judge);
  g_test_add_func("/check_settings/read", test_read);
  return g_test_run();
}
