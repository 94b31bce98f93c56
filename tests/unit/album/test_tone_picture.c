/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/tone/tone_picture.h"

#include <string.h>

#include "album/error.h"
#include "tests/support/sound_file.h"

static double falling_db[AL_TONE_BANDS];
static double broken_db[AL_TONE_BANDS];

static char *
draw(const char *folder, const char *name, guint count)
{
  const AlToneLine lines[] = {{.name = "1 Fog & <Rain> 霧", .level_db = falling_db},
                              {.name = "centre", .level_db = broken_db, .strong = TRUE}};
  const AlTonePicture picture = {.title = "Night Ferry", .lines = lines, .count = count};
  g_autofree char *path = g_build_filename(folder, name, NULL);
  g_autoptr(GError) error = NULL;
  char *text;

  g_assert_true(al_tone_picture_write(&picture, path, &error));
  g_assert_no_error(error);
  g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
  return text;
}

static void
test_svg(void)
{
  char *folder = test_folder_new();
  g_autofree char *text = draw(folder, "a.svg", 2);
  g_autofree char *one = draw(folder, "b.svg", 1);
  g_autofree char *none = draw(folder, "c.svg", 0);

  g_assert_true(strstr(text, "<svg") != NULL && strstr(text, "</svg>") != NULL);
  g_assert_cmpuint(strlen(text), >, strlen(one));
  g_assert_cmpuint(strlen(one), >, strlen(none));
  test_folder_remove(folder);
}

static void
test_no_folder(void)
{
  const AlTonePicture picture = {.title = "Night Ferry"};
  g_autoptr(GError) error = NULL;

  g_assert_false(al_tone_picture_write(&picture, "/nowhere/at/all.svg", &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_WRITE);
}

int
main(int argc, char **argv)
{
  for (guint band = 0; band < AL_TONE_BANDS; band++) {
    falling_db[band] = -1.5 * band;
    broken_db[band] = band % 7 == 0 ? AL_TONE_NONE : -20;
  }
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/tone-picture/svg", test_svg);
  g_test_add_func("/tone-picture/no-folder", test_no_folder);
  return g_test_run();
}
