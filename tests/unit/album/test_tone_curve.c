/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/tone_curve.h"

#include <string.h>

#include "album/error.h"
#include "tests/support/sound_file.h"

static char *folder;

static gboolean
read_text(const char *text, AlToneTarget *target, GError **error)
{
  g_autofree char *path = g_build_filename(folder, "curve.yaml", NULL);

  g_assert_true(g_file_set_contents(path, text, -1, NULL));
  return al_tone_curve_read(path, target, error);
}

/* What is written is read, to the hundredth of a dB; what is unknown stays so. */
static void
test_round_trip(void)
{
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  AlToneTarget target, again;

  for (AlToneLane lane = 0; lane < AL_TONE_LANES; lane++)
    for (guint band = 0; band < AL_TONE_BANDS; band++)
      target.level_db[lane][band] = band == 29 ? AL_TONE_NONE : -1.237 * band - lane;
  text = al_tone_curve_format(&target);
  g_assert_true(read_text(text, &again, &error));
  g_assert_no_error(error);
  for (AlToneLane lane = 0; lane < AL_TONE_LANES; lane++) {
    for (guint band = 0; band < 29; band++)
      g_assert_cmpfloat_with_epsilon(again.level_db[lane][band], target.level_db[lane][band],
                                     0.0051);
    g_assert_cmpfloat(again.level_db[lane][29], ==, AL_TONE_NONE);
  }
}

static void
test_errors(void)
{
  static const struct {
    const char *text, *message;
  } rows[] = {
      {"", "the file is empty"},
      {"segue-curve: 1\nstereo: {1k: 0 dB}\nsegue: 1\n", "the key is not known: \"segue\""},
      {"segue-curve: 2\nstereo: {1k: 0 dB}\n", "this is not a version of the format"},
      {"segue-curve: 1\n", "the key is missing: \"stereo\""},
      {"segue-curve: 1\nstereo: {}\n", "no band is given"},
      {"segue-curve: 1\nstereo: {1k: 0}\n", "the unit is missing"},
      {"segue-curve: 1\nstereo: {1100: 0 dB}\n", "the key is not known: \"1100\""},
      {"segue-curve: 1\nstereo: {1k: 999 dB}\n", "beyond what makes sense"},
      {"\377\376", "this is not UTF-8"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autoptr(GError) error = NULL;
    AlToneTarget target;

    g_assert_false(read_text(rows[i].text, &target, &error));
    g_assert_error(error, AL_ERROR, AL_ERROR_PROJECT);
    g_test_message("%s", error->message);
    g_assert_nonnull(strstr(error->message, rows[i].message));
  }
}

static void
test_no_file(void)
{
  g_autoptr(GError) error = NULL;
  AlToneTarget target;

  g_assert_false(al_tone_curve_read("/nowhere.yaml", &target, &error));
  g_assert_nonnull(error);
}

static void
test_too_large(void)
{
  g_autofree char *text = g_strnfill(100000, '#');
  g_autoptr(GError) error = NULL;
  AlToneTarget target;

  g_assert_false(read_text(text, &target, &error));
  g_assert_nonnull(strstr(error->message, "too large"));
}

int
main(int argc, char **argv)
{
  int status;

  g_test_init(&argc, &argv, NULL);
  folder = test_folder_new();
  g_test_add_func("/tone-curve/round-trip", test_round_trip);
  g_test_add_func("/tone-curve/errors", test_errors);
  g_test_add_func("/tone-curve/no-file", test_no_file);
  g_test_add_func("/tone-curve/too-large", test_too_large);
  status = g_test_run();
  test_folder_remove(folder);
  return status;
}
