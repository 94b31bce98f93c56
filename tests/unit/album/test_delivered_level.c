/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/delivered_level.h"

/* What makes another level counts, and what stands beside nothing does not: a target or a limiter
 * where there is none. */
static void
test_equal(void)
{
  const AlDeliveredLevel level = {.mode = AL_LOUDNESS_MODE_TRACKS,
                                  .has_target = TRUE,
                                  .target_lufs = -14,
                                  .has_ceiling = TRUE,
                                  .limiter = {.ceiling_dbtp = -1}};
  AlDeliveredLevel others[] = {level, level, level, level, level, level, level};
  AlDeliveredLevel bare = {.mode = AL_LOUDNESS_MODE_TRACKS}, beside = bare;

  others[0].mode = AL_LOUDNESS_MODE_OFF;
  others[1].target_lufs = -13;
  others[2].has_target = FALSE;
  others[3].has_ceiling = FALSE;
  others[4].limiter.ceiling_dbtp = -2;
  others[5].max_reduction_db = 3;
  others[6].anchor = 1;
  for (guint i = 0; i < G_N_ELEMENTS(others); i++) {
    g_assert_false(al_delivered_level_equal(&level, &others[i]));
    others[i] = level;
    g_assert_true(al_delivered_level_equal(&level, &others[i]));
  }
  beside.target_lufs = -5;
  beside.limiter.ceiling_dbtp = -5;
  g_assert_true(al_delivered_level_equal(&bare, &beside));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/delivered_level/equal", test_equal);
  return g_test_run();
}
