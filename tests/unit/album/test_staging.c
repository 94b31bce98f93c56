/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/staging.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "album/error.h"
#include "tests/support/sound_file.h"

#define HEX_A "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define HEX_B "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"

typedef struct {
  char *folder; /* a folder of the test's own */
  char *place;
} Fixture;

static void
set_up(Fixture *fixture, gconstpointer data)
{
  (void)data;
  fixture->folder = test_folder_new();
  fixture->place = g_build_filename(fixture->folder, "masters", NULL);
}

static void
tear_down(Fixture *fixture, gconstpointer data)
{
  (void)data;
  test_folder_remove(fixture->folder);
  g_free(fixture->place);
}

static void
write_text(const char *path, const char *text)
{
  g_autofree char *folder = g_path_get_dirname(path);

  g_assert_cmpint(g_mkdir_with_parents(folder, 0777), ==, 0);
  g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static void
stage(const AlStaging *staging, const char *name, const char *text)
{
  g_autofree char *path = al_staging_path(staging, name, NULL);

  write_text(path, text);
}

static void
expect_text(const Fixture *fixture, const char *name, const char *expected)
{
  g_autofree char *path = g_build_filename(fixture->place, name, NULL), *text = NULL;

  g_file_get_contents(path, &text, NULL, NULL);
  g_assert_cmpstr(text, ==, expected);
}

/* Renders `text` as cd/a and commits it. */
static void
commit(const Fixture *fixture, const char *name, const char *text, const char *const *replaced,
       const char *sums)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AlStaging) staging = al_staging_new(fixture->place, &error);

  g_assert_no_error(error);
  stage(staging, name, text);
  g_assert_true(al_staging_commit(staging, replaced, sums, &error));
  g_assert_no_error(error);
}

static guint
entries_in(const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  guint count = 0;

  while (g_dir_read_name(dir) != NULL)
    count++;
  return count;
}

static void
test_first_commit(Fixture *fixture, gconstpointer data)
{
  (void)data;
  commit(fixture, "cd/a", "new", NULL, HEX_A "  cd/a\n");
  expect_text(fixture, "cd/a", "new");
  expect_text(fixture, "SHA256SUMS", HEX_A "  cd/a\n");
  g_assert_cmpuint(entries_in(fixture->folder), ==, 1);
}

/* What was not committed is not there, and what was there before is as it was. */
static void
test_given_up(Fixture *fixture, gconstpointer data)
{
  (void)data;
  commit(fixture, "cd/a", "old", NULL, HEX_A "  cd/a\n");
  {
    g_autoptr(AlStaging) staging = al_staging_new(fixture->place, NULL);

    stage(staging, "cd/a", "half-made");
  }
  expect_text(fixture, "cd/a", "old");
  g_assert_cmpuint(entries_in(fixture->folder), ==, 1);
}

static void
test_replaces_ours_and_keeps_theirs(Fixture *fixture, gconstpointer data)
{
  g_autofree char *notes = g_build_filename(fixture->place, "cd", "my notes.txt", NULL);

  (void)data;
  commit(fixture, "cd/a", "old", NULL, HEX_A "  cd/a\n");
  write_text(notes, "mine");
  commit(fixture, "cd/b", "new", NULL, HEX_B "  cd/b\n");
  expect_text(fixture, "cd/a", NULL);
  expect_text(fixture, "cd/b", "new");
  expect_text(fixture, "cd/my notes.txt", "mine");
  expect_text(fixture, "SHA256SUMS", HEX_B "  cd/b\n");
}

/* With only one deliverable made, those of the others stay, and so do their checksums. */
static void
test_only_one_replaced(Fixture *fixture, gconstpointer data)
{
  static const char *const replaced[] = {"cd", NULL};

  (void)data;
  commit(fixture, "radio/r", "kept", NULL, HEX_A "  radio/r\n");
  commit(fixture, "cd/a", "new", replaced, HEX_B "  cd/a\n");
  expect_text(fixture, "radio/r", "kept");
  expect_text(fixture, "cd/a", "new");
  expect_text(fixture, "SHA256SUMS", HEX_A "  radio/r\n" HEX_B "  cd/a\n");
}

/* What stands beside the folders can be named too; what was discarded does not come. */
static void
test_file_replaced_and_discarded(Fixture *fixture, gconstpointer data)
{
  static const char *const replaced[] = {"cd", "list", NULL};
  g_autoptr(AlStaging) staging = NULL;

  (void)data;
  commit(fixture, "list", "old", NULL, HEX_A "  list\n");
  staging = al_staging_new(fixture->place, NULL);
  stage(staging, "list", "new");
  stage(staging, "cd/a", "half-made");
  al_staging_discard(staging, "cd");
  g_assert_true(al_staging_commit(staging, replaced, HEX_B "  list\n", NULL));
  expect_text(fixture, "list", "new");
  expect_text(fixture, "cd/a", NULL);
  expect_text(fixture, "SHA256SUMS", HEX_B "  list\n");
}

static void
test_refuses_a_foreign_folder(Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename(fixture->place, "thesis.tex", NULL);
  g_autoptr(GError) error = NULL;

  (void)data;
  write_text(path, "years of work");
  g_assert_null(al_staging_new(fixture->place, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_WRITE);
  g_assert_nonnull(g_strstr_len(error->message, -1, "holds other files"));
  expect_text(fixture, "thesis.tex", "years of work");
}

/* Nothing is written to find that out. */
static void
test_check(Fixture *fixture, gconstpointer data)
{
  g_autofree char *deep = g_build_filename(fixture->folder, "not", "there", "masters", NULL);
  g_autofree char *file = g_build_filename(fixture->folder, "file", NULL);
  g_autofree char *below = g_build_filename(file, "masters", NULL);
  g_autoptr(GError) error = NULL;

  (void)data;
  g_assert_true(al_staging_check(fixture->place, &error));
  g_assert_true(al_staging_check(deep, &error));
  g_assert_no_error(error);
  g_assert_cmpuint(entries_in(fixture->folder), ==, 0);
  write_text(file, "text");
  g_assert_false(al_staging_check(file, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_WRITE);
  g_assert_nonnull(strstr(error->message, "is there already and is not a folder"));
  g_clear_error(&error);
  g_assert_false(al_staging_check(below, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_WRITE);
  g_assert_nonnull(strstr(error->message, file));
  g_assert_nonnull(strstr(error->message, "Not a directory"));
}

static void
test_one_render_at_a_time(Fixture *fixture, gconstpointer data)
{
  g_autoptr(AlStaging) first = al_staging_new(fixture->place, NULL);
  g_autoptr(GError) error = NULL;

  (void)data;
  g_assert_nonnull(first);
  g_assert_null(al_staging_new(fixture->place, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_WRITE);
  g_assert_nonnull(g_strstr_len(error->message, -1, "another render"));
}

/* A folder without a living owner is what a killed render left. */
static void
test_clears_what_was_left(Fixture *fixture, gconstpointer data)
{
  g_autofree char *left =
      g_build_filename(fixture->folder, ".masters.segue-abc123", "cd", "huge", NULL);

  (void)data;
  write_text(left, "gigabytes");
  commit(fixture, "cd/a", "new", NULL, "");
  g_assert_false(g_file_test(left, G_FILE_TEST_EXISTS));
  g_assert_cmpuint(entries_in(fixture->folder), ==, 1);
}

static void
test_room(Fixture *fixture, gconstpointer data)
{
  g_autoptr(AlStaging) staging = al_staging_new(fixture->place, NULL);
  g_autoptr(GError) error = NULL;

  (void)data;
  g_assert_true(al_staging_reserve(staging, 1, NULL));
  g_assert_false(al_staging_reserve(staging, G_MAXUINT64, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_WRITE);
}

static void
add(const char *path, void (*test)(Fixture *, gconstpointer))
{
  g_test_add(path, Fixture, NULL, set_up, test, tear_down);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  add("/staging/first_commit", test_first_commit);
  add("/staging/given_up", test_given_up);
  add("/staging/replaces_ours_and_keeps_theirs", test_replaces_ours_and_keeps_theirs);
  add("/staging/only_one_replaced", test_only_one_replaced);
  add("/staging/file_replaced_and_discarded", test_file_replaced_and_discarded);
  add("/staging/refuses_a_foreign_folder", test_refuses_a_foreign_folder);
  add("/staging/check", test_check);
  add("/staging/one_render_at_a_time", test_one_render_at_a_time);
  add("/staging/clears_what_was_left", test_clears_what_was_left);
  add("/staging/room", test_room);
  return g_test_run();
}
