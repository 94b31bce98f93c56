/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/check/fault.h"

#include <math.h>

static void
add(AlFaults *faults, gint64 first_frame, gint64 frames, guint channels)
{
  const AlFault fault = {first_frame, frames, channels};

  al_faults_add(faults, &fault, 10);
}

static void
test_join(void)
{
  AlFaults faults;

  al_faults_init(&faults);
  g_assert_true(isnan(faults.figure));
  add(&faults, 100, 5, AL_FAULT_LEFT);
  add(&faults, 115, 5, AL_FAULT_RIGHT); /* 10 frames behind the end: joined */
  add(&faults, 131, 5, AL_FAULT_LEFT);  /* 11: not */
  g_assert_cmpuint(faults.events, ==, 3);
  g_assert_cmpuint(al_faults_spots(&faults), ==, 2);
  g_assert_cmpint(al_faults_get(&faults, 0)->frames, ==, 20);
  g_assert_cmpuint(al_faults_get(&faults, 0)->channels, ==, AL_FAULT_BOTH);
  g_assert_cmpuint(al_faults_get(&faults, 1)->channels, ==, AL_FAULT_LEFT);
  al_faults_clear(&faults);
}

static void
test_bounded(void)
{
  AlFaults faults;

  al_faults_init(&faults);
  for (gint64 i = 0; i < AL_FAULTS_KEPT + 50; i++)
    add(&faults, 100 * i, 1, AL_FAULT_BOTH);
  g_assert_cmpuint(faults.spots->len, ==, AL_FAULTS_KEPT);
  g_assert_cmpuint(al_faults_spots(&faults), ==, AL_FAULTS_KEPT + 50);
  al_faults_clear(&faults);
}

static void
test_remove_near(void)
{
  AlFaults faults, others, copy;

  al_faults_init(&faults);
  al_faults_init(&others);
  al_faults_init(&copy);
  add(&faults, 100, 1, AL_FAULT_LEFT);
  add(&faults, 200, 1, AL_FAULT_LEFT);
  add(&others, 215, 10, AL_FAULT_LEFT);
  al_faults_copy(&copy, &faults);
  al_faults_remove_near(&faults, &others, 13);
  g_assert_cmpuint(al_faults_spots(&faults), ==, 2);
  al_faults_remove_near(&faults, &others, 14);
  g_assert_cmpuint(al_faults_spots(&faults), ==, 1);
  g_assert_cmpuint(faults.events, ==, 1);
  g_assert_cmpint(al_faults_get(&faults, 0)->first_frame, ==, 100);
  g_assert_cmpuint(al_faults_spots(&copy), ==, 2);
  al_faults_clear(&faults);
  al_faults_clear(&others);
  al_faults_clear(&copy);
}

static void
test_names(void)
{
  g_assert_cmpstr(al_fault_channels_name(AL_FAULT_LEFT), ==, "left");
  g_assert_cmpstr(al_fault_channels_name(AL_FAULT_BOTH), ==, "both channels");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/fault/join", test_join);
  g_test_add_func("/fault/bounded", test_bounded);
  g_test_add_func("/fault/remove_near", test_remove_near);
  g_test_add_func("/fault/names", test_names);
  return g_test_run();
}
