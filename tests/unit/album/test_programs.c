/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/programs.h"

#include "tests/support/rendering.h"

static gboolean
count(AlSource *audio, gpointer frames, GError **error)
{
  double block[2 * AL_BLOCK_FRAMES];
  gssize got;

  *(gint64 *)frames = 0;
  while ((got = al_source_read(audio, block, AL_BLOCK_FRAMES, error)) > 0)
    *(gint64 *)frames += got;
  return got == 0;
}

/* Made once for all that want the same; kept until its level is forgotten. */
static void
test_shared(void)
{
  TestRendering test;
  AlDeliveredLevel level;
  AlFinish finish = {.rate = 44100, .bits = 24, .level = &level};
  const AlProgram *first, *other;

  test_rendering_init(&test, "deliver: {streaming: {}}\n");
  level = al_project_deliverable(test.project, 0)->level;
  first = al_programs_get(&test.rendering, &finish, NULL);
  g_assert_nonnull(first);
  g_assert_cmpint(al_float_store_frames(first->store), ==, first->finished->starts[3]);
  g_assert_cmpuint(al_program_bytes(test.timeline, 44100), ==,
                   (guint64)first->finished->starts[3] * 8);
  g_assert_true(al_programs_get(&test.rendering, &finish, NULL) == first);
  finish.bits = 16;
  other = al_programs_get(&test.rendering, &finish, NULL);
  g_assert_true(other != NULL && other != first);
  al_programs_forget(test.programs, &level);
  finish.bits = 24;
  other = al_programs_get(&test.rendering, &finish, NULL);
  g_assert_nonnull(other);
  test_rendering_clear(&test);
}

/* Room is for each once: two are alike, one has other bits, and one another rate. */
static void
test_bytes(void)
{
  TestRendering test;
  AlDeliveredLevel level;
  const AlFinish wanted[] = {{.rate = 44100, .bits = 24, .level = &level},
                             {.rate = 44100, .bits = 16, .level = &level},
                             {.rate = 44100, .bits = 24, .level = &level},
                             {.rate = 88200, .bits = 24, .level = &level}};
  g_autoptr(GArray) finishes = g_array_new(FALSE, FALSE, sizeof(AlFinish));

  test_rendering_init(&test, "deliver: {streaming: {}}\n");
  level = al_project_deliverable(test.project, 0)->level;
  g_array_append_vals(finishes, wanted, G_N_ELEMENTS(wanted));
  g_assert_cmpuint(al_programs_bytes(test.timeline, finishes), ==,
                   4 * al_program_bytes(test.timeline, 44100));
  test_rendering_clear(&test);
}

/* What is only taken is not kept, and cannot be had by others; what is kept is handed out. */
static void
test_taken(void)
{
  TestRendering test;
  AlDeliveredLevel level;
  const AlFinish finish = {.rate = 44100, .bits = 24, .level = &level};
  gint64 frames;
  const AlTaker taker = {count, &frames};
  const AlFinished *finished;
  const AlProgram *program;

  test_rendering_init(&test, "deliver: {streaming: {}}\n");
  level = al_project_deliverable(test.project, 0)->level;
  finished = al_programs_take(&test.rendering, &finish, &taker, NULL);
  g_assert_nonnull(finished);
  g_assert_cmpint(frames, ==, finished->starts[3]);
  program = al_programs_get(&test.rendering, &finish, NULL);
  g_assert_true(program->finished != finished && program->store != NULL);
  g_assert_true(al_programs_take(&test.rendering, &finish, &taker, NULL) == program->finished);
  g_assert_cmpint(frames, ==, program->finished->starts[3]);
  test_rendering_clear(&test);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/programs/shared", test_shared);
  g_test_add_func("/programs/taken", test_taken);
  g_test_add_func("/programs/bytes", test_bytes);
  return g_test_run();
}
