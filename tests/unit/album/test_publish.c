/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/convert/publish.h"

#include <string.h>

#include "album/error.h"
#include "tests/support/sound_file.h"

typedef struct {
  char *folder;
  char *place;
  AlStaging *staging;
  GPtrArray *names; /* two.wav, one.cue */
} Fixture;

static void
set_up(Fixture *fixture, gconstpointer data)
{
  (void)data;
  fixture->folder = test_folder_new();
  fixture->place = g_build_filename(fixture->folder, "new", NULL);
  fixture->staging = al_staging_new(fixture->place, NULL);
  fixture->names = g_ptr_array_new();
  g_ptr_array_add(fixture->names, (gpointer)(guintptr) "two.wav");
  g_ptr_array_add(fixture->names, (gpointer)(guintptr) "one.cue");
  for (guint i = 0; i < fixture->names->len; i++) {
    const char *name = g_ptr_array_index(fixture->names, i);
    g_autofree char *path = al_staging_path(fixture->staging, name, NULL);

    g_assert_true(g_file_set_contents(path, name, -1, NULL));
  }
}

static void
tear_down(Fixture *fixture, gconstpointer data)
{
  (void)data;
  al_staging_free(fixture->staging);
  g_ptr_array_unref(fixture->names);
  test_folder_remove(fixture->folder);
  g_free(fixture->place);
}

static gboolean
is_there(const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename(folder, name, NULL);

  return g_file_test(path, G_FILE_TEST_EXISTS);
}

static void
test_folder(Fixture *fixture, gconstpointer data)
{
  (void)data;
  g_assert_true(al_publish_folder(fixture->staging, fixture->place, NULL));
  g_assert_true(is_there(fixture->place, "one.cue") && is_there(fixture->place, "two.wav"));
  g_assert_false(is_there(fixture->place, ".work"));
}

static void
test_files(Fixture *fixture, gconstpointer data)
{
  (void)data;
  g_assert_true(al_publish_files(fixture->staging, fixture->names, fixture->folder, NULL));
  g_assert_true(is_there(fixture->folder, "one.cue") && is_there(fixture->folder, "two.wav"));
}

/* Something came into the place while the work was done: it stays as it is, and nothing of ours
 * comes beside it. */
static void
test_place_taken(Fixture *fixture, gconstpointer data)
{
  g_autofree char *theirs = g_build_filename(fixture->folder, "one.cue", NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  (void)data;
  g_assert_true(g_file_set_contents(theirs, "theirs", -1, NULL));
  g_assert_false(al_publish_files(fixture->staging, fixture->names, fixture->folder, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_WRITE);
  g_assert_nonnull(strstr(error->message, "is there already"));
  g_assert_false(is_there(fixture->folder, "two.wav"));
  g_assert_true(g_file_get_contents(theirs, &text, NULL, NULL));
  g_assert_cmpstr(text, ==, "theirs");
  g_clear_error(&error);
  g_assert_true(g_file_set_contents(fixture->place, "theirs", -1, NULL));
  g_assert_false(al_publish_folder(fixture->staging, fixture->place, &error));
  g_assert_nonnull(strstr(error->message, "is there already"));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add("/publish/folder", Fixture, NULL, set_up, test_folder, tear_down);
  g_test_add("/publish/files", Fixture, NULL, set_up, test_files, tear_down);
  g_test_add("/publish/place_taken", Fixture, NULL, set_up, test_place_taken, tear_down);
  return g_test_run();
}
