/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/convert/target.h"

static void
test_names(void)
{
  AlTargetKind kind;

  for (int i = 0; i < AL_TARGETS; i++) {
    g_assert_true(al_target_find(al_target((AlTargetKind)i, FALSE).name, &kind));
    g_assert_cmpint(kind, ==, i);
  }
  g_assert_false(al_target_find("mp3", &kind));
}

static void
test_guess(void)
{
  static const struct {
    const char *path;
    int kind; /* AL_TARGETS: none */
  } cases[] = {
      {"a/b.cue", AL_TARGET_CUE}, {"B.CUE", AL_TARGET_CUE}, {"b.toc", AL_TARGET_TOC},
      {"b.bin", AL_TARGET_BIN},   {"DDP", AL_TARGET_DDP},   {"for plant/", AL_TARGET_DDP},
      {"v1.2", AL_TARGET_DDP},    {"one.wav", AL_TARGETS},  {"one.flac", AL_TARGETS},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    AlTargetKind kind = AL_TARGETS;
    gboolean found = al_target_guess(cases[i].path, &kind);

    g_assert_cmpint(found, ==, cases[i].kind != AL_TARGETS);
    g_assert_cmpint(kind, ==, cases[i].kind);
  }
}

/* What is portable says less, and only of a CUE. */
static void
test_portable(void)
{
  for (int i = 0; i < AL_TARGETS; i++) {
    AlTarget full = al_target((AlTargetKind)i, FALSE), portable = al_target((AlTargetKind)i, TRUE);
    gboolean cue = i == AL_TARGET_CUE || i == AL_TARGET_BIN;

    g_assert_cmpint(full.carries != portable.carries, ==, cue);
    g_assert_cmpint(portable.carries & ~full.carries, ==, 0);
    g_assert_cmpint(portable.fields & ~full.fields, ==, 0);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/target/names", test_names);
  g_test_add_func("/target/guess", test_guess);
  g_test_add_func("/target/portable", test_portable);
  return g_test_run();
}
