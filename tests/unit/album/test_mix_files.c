/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/draft/mix_files.h"

#include <glib/gstdio.h>
#include <sndfile.h>
#include <string.h>

#include "tests/support/sound_file.h"
#include "tests/support/tagged.h"

static void
write_file(const char *folder, const char *name, const char *const *comments)
{
  g_autofree char *path = g_build_filename(folder, name, NULL);

  test_tagged_write(path, 0, comments);
}

/* The names of the files that are found, "a.flac b.flac". */
static char *
find(const char *folder, RbFindings *findings)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) files = al_mix_files_find(folder, findings, &error);
  GString *names = g_string_new(NULL);

  g_assert_no_error(error);
  for (guint i = 0; i < files->len; i++) {
    const AlMixFile *file = g_ptr_array_index(files, i);
    g_autofree char *name = g_path_get_basename(file->path);

    g_string_append_printf(names, "%s%s", i > 0 ? ", " : "", name);
  }
  return g_string_free(names, FALSE);
}

static void
test_order_of_names(void)
{
  char *folder = test_folder_new();
  g_autoptr(RbFindings) findings = rb_findings_new();
  static const char *const tenth[] = {"TRACKNUMBER=1", NULL};
  g_autofree char *names = NULL;

  write_file(folder, "2 b.flac", NULL);
  write_file(folder, "10 a.flac", tenth); /* not all have a number: none counts */
  write_file(folder, "1 c.flac", NULL);
  names = find(folder, findings);
  g_assert_cmpstr(names, ==, "1 c.flac, 2 b.flac, 10 a.flac");
  g_assert_cmpuint(rb_findings_count(findings), ==, 1);
  g_assert_cmpstr(rb_findings_get(findings, 0)->id, ==, "N08");
  g_assert_cmpstr(rb_findings_get(findings, 0)->place, ==, "1 c.flac");
  test_folder_remove(folder);
}

static void
test_order_of_tags(void)
{
  static const char *const comments[][3] = {{"TRACKNUMBER=2/3", "DISCNUMBER=2", NULL},
                                            {"TRACKNUMBER=10", "DISCNUMBER=1", NULL},
                                            {"TRACKNUMBER=1", "DISCNUMBER=2", NULL}};
  char *folder = test_folder_new();
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autofree char *names = NULL;

  write_file(folder, "a.flac", comments[0]);
  write_file(folder, "b.flac", comments[1]);
  write_file(folder, "c.flac", comments[2]);
  names = find(folder, findings);
  g_assert_cmpstr(names, ==, "b.flac, c.flac, a.flac");
  g_assert_cmpuint(rb_findings_count(findings), ==, 0);
  test_folder_remove(folder);
}

/* As of two discs in one folder, which do not say which they are. */
static void
test_same_numbers(void)
{
  static const char *const first[] = {"TRACKNUMBER=1", NULL};
  char *folder = test_folder_new();
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autofree char *names = NULL;

  write_file(folder, "b.flac", first);
  write_file(folder, "a.flac", first);
  names = find(folder, findings);
  g_assert_cmpstr(names, ==, "a.flac, b.flac");
  g_assert_cmpuint(rb_findings_count(findings), ==, 1);
  g_assert_cmpstr(rb_findings_get(findings, 0)->place, ==, "b.flac");
  g_assert_nonnull(strstr(rb_findings_get(findings, 0)->text, "same track as another"));
  test_folder_remove(folder);
}

static void
test_left_out(void)
{
  char *folder = test_folder_new();
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autofree char *bad = g_build_filename(folder, "2 bad.wav", NULL);
  g_autofree char *names = NULL;

  write_file(folder, "1 good.flac", NULL);
  write_file(folder, "3 line\nbreak.flac", NULL);
  g_assert_true(g_file_set_contents(bad, "RIFF", -1, NULL));
  names = find(folder, findings);
  g_assert_cmpstr(names, ==, "1 good.flac");
  g_assert_cmpuint(rb_findings_count(findings), ==, 2);
  g_assert_cmpstr(rb_findings_get(findings, 0)->id, ==, "N02");
  g_assert_cmpstr(rb_findings_get(findings, 0)->place, ==, "2 bad.wav");
  g_assert_nonnull(strstr(rb_findings_get(findings, 1)->text, "control characters"));
  test_folder_remove(folder);
}

static void
test_folders_below(void)
{
  char *folder = test_folder_new();
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autofree char *first = g_build_filename(folder, "CD 2", NULL);
  g_autofree char *second = g_build_filename(folder, "CD 10", NULL);
  g_autofree char *names = NULL;

  g_assert_cmpint(g_mkdir(first, 0700), ==, 0);
  g_assert_cmpint(g_mkdir(second, 0700), ==, 0);
  write_file(first, "1 a.flac", NULL);
  write_file(second, "1 b.flac", NULL);
  names = find(folder, findings);
  g_assert_cmpstr(names, ==, "1 a.flac, 1 b.flac");
  test_folder_remove(folder);
}

static void
assert_refused(const char *folder, const char *words)
{
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autoptr(GError) error = NULL;

  g_assert_null(al_mix_files_find(folder, findings, &error));
  g_assert_nonnull(error);
  g_assert_nonnull(strstr(error->message, words));
}

static void
test_refused(void)
{
  char *folder = test_folder_new();

  assert_refused("/nowhere/at/all", "No such file");
  assert_refused(folder, "no mixes");
  for (int i = 1; i <= 100; i++) {
    g_autofree char *name = g_strdup_printf("%d.flac", i);

    write_file(folder, name, NULL);
  }
  assert_refused(folder, "more files of audio in it than the 99");
  test_folder_remove(folder);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/mix_files/order_of_names", test_order_of_names);
  g_test_add_func("/mix_files/order_of_tags", test_order_of_tags);
  g_test_add_func("/mix_files/same numbers", test_same_numbers);
  g_test_add_func("/mix_files/left_out", test_left_out);
  g_test_add_func("/mix_files/folders_below", test_folders_below);
  g_test_add_func("/mix_files/refused", test_refused);
  return g_test_run();
}
