/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/check/markers.h"

#include <string.h>

#include "tests/support/sound_file.h"

static void
add_spot(AlMixFaults *faults, AlCheck check, gint64 first_frame, gint64 frames, guint channels)
{
  const AlFault spot = {first_frame, frames, channels};

  al_faults_add(&faults->of[check], &spot, 0);
  faults->of[check].figure = 1;
}

/* A click at 2.5 s on the left, a dropout of 10 ms at 1 s, and a DC offset, which has no time. */
static AlMixFaults *
make_faults(void)
{
  AlMixFaults *faults = al_mix_faults_new();

  faults->info = (AlMixInfo){.rate = 48000, .channels = 2, .bits = 24};
  add_spot(faults, AL_CHECK_CLICKS, 120000, 1, AL_FAULT_LEFT);
  add_spot(faults, AL_CHECK_DROPOUTS, 48000, 480, AL_FAULT_BOTH);
  add_spot(faults, AL_CHECK_DC, 0, 200000, AL_FAULT_BOTH);
  return faults;
}

static void
expect_file(const char *name, const char *expected)
{
  char *folder = test_folder_new();
  g_autofree char *path = g_build_filename(folder, name, NULL);
  g_autoptr(AlMixFaults) faults = make_faults();
  g_autoptr(GArray) markers = al_markers_new();
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  AlCheckSettings settings;

  al_check_settings_init(&settings);
  al_markers_add(markers, faults, &settings, 60, "track 2");
  al_markers_add(markers, faults, &settings, 0, NULL);
  g_assert_true(al_markers_write(markers, path, &error));
  g_assert_no_error(error);
  g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
  g_assert_cmpstr(text, ==, expected);
  test_folder_remove(folder);
}

static void
test_audacity(void)
{
  expect_file("labels.txt", "1.000000\t1.010000\tQ18 dropouts\n"
                            "2.500000\t2.500000\tQ19 clicks, left\n"
                            "61.000000\t61.010000\ttrack 2: Q18 dropouts\n"
                            "62.500000\t62.500000\ttrack 2: Q19 clicks, left\n");
}

static void
test_reaper(void)
{
  expect_file("markers.csv", "#,Name,Start,End,Length\n"
                             "R1,\"Q18 dropouts\",1.000000,1.010000,0.010000\n"
                             "M2,\"Q19 clicks, left\",2.500000,,\n"
                             "R3,\"track 2: Q18 dropouts\",61.000000,61.010000,0.010000\n"
                             "M4,\"track 2: Q19 clicks, left\",62.500000,,\n");
}

/* What is switched off makes no marker. */
static void
test_off(void)
{
  g_autoptr(AlMixFaults) faults = make_faults();
  g_autoptr(GArray) markers = al_markers_new();
  AlCheckSettings settings;

  al_check_settings_init(&settings);
  settings.of[AL_CHECK_CLICKS].off = TRUE;
  al_markers_add(markers, faults, &settings, 0, NULL);
  g_assert_cmpuint(markers->len, ==, 1);
}

static void
test_unwritable(void)
{
  g_autoptr(GArray) markers = al_markers_new();
  g_autoptr(GError) error = NULL;

  g_assert_false(al_markers_write(markers, "/nowhere/at/all.txt", &error));
  g_assert_nonnull(strstr(error->message, "/nowhere/at/all.txt"));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/markers/audacity", test_audacity);
  g_test_add_func("/markers/reaper", test_reaper);
  g_test_add_func("/markers/off", test_off);
  g_test_add_func("/markers/unwritable", test_unwritable);
  return g_test_run();
}
