/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/disc/set_sums.h"

#include <string.h>

#include "album/error.h"
#include "tests/support/sound_file.h"

typedef struct {
  char *folder;
  RbFindings *findings;
  guint count;
} Fixture;

static void
write_text(const Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename(fixture->folder, name, NULL);

  g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

/* A set of two files, of which the map cannot be read: that is for others to tell. */
static void
set_up(Fixture *fixture, gconstpointer data)
{
  (void)data;
  fixture->folder = test_folder_new();
  fixture->findings = rb_findings_new();
  write_text(fixture, "DDPID", "identifier");
  write_text(fixture, "DDPMS", "map");
}

static void
tear_down(Fixture *fixture, gconstpointer data)
{
  (void)data;
  rb_findings_free(fixture->findings);
  test_folder_remove(fixture->folder);
}

/* A list of what these files are to hold. */
static void
write_list(const Fixture *fixture, const char *name, const char *id, const char *map)
{
  g_autofree char *of_id = g_compute_checksum_for_string(G_CHECKSUM_MD5, id, -1);
  g_autofree char *of_map =
      g_compute_checksum_for_string(G_CHECKSUM_MD5, map != NULL ? map : "", -1);
  g_autofree char *text = g_strdup_printf("%s  ddpid\n%s%s%s", of_id, map != NULL ? of_map : "",
                                          map != NULL ? "  DDPMS" : "", map != NULL ? "\n" : "");

  write_text(fixture, name, text);
}

/* Verifies; exactly these findings, one of R81 of this severity, are told. */
static void
expect(Fixture *fixture, guint lines, int severity, const char *words)
{
  const AlJob job = {.threads = 1};
  g_autoptr(GError) error = NULL;
  const RbFinding *finding;

  g_assert_true(
      al_set_sums_verify(fixture->folder, &job, fixture->findings, &fixture->count, &error));
  g_assert_no_error(error);
  g_assert_cmpuint(fixture->count, ==, lines);
  g_assert_cmpuint(rb_findings_count(fixture->findings), ==, words != NULL);
  if (words == NULL)
    return;
  finding = rb_findings_get(fixture->findings, 0);
  g_assert_cmpstr(finding->id, ==, "R81");
  g_assert_cmpint((int)finding->severity, ==, severity);
  if (strstr(finding->text, words) == NULL)
    g_error("%s is not in: %s", words, finding->text);
}

static void
test_right(Fixture *fixture, gconstpointer name)
{
  write_list(fixture, name, "identifier", "map");
  expect(fixture, 2, 0, NULL);
}

static void
test_changed(Fixture *fixture, gconstpointer data)
{
  (void)data;
  write_list(fixture, "CHECKSUM.MD5", "identifier", "another map");
  expect(fixture, 2, RB_SEVERITY_ERROR, "");
  g_assert_cmpstr(rb_findings_get(fixture->findings, 0)->place, ==, "DDPMS");
}

static void
test_missing(Fixture *fixture, gconstpointer data)
{
  (void)data;
  write_list(fixture, "other.md5", "identifier", "map");
  write_text(fixture, "CHECKSUM.MD5", "d41d8cd98f00b204e9800998ecf8427e  IMAGE.DAT\n");
  expect(fixture, 3, RB_SEVERITY_ERROR, "");
  g_assert_cmpstr(rb_findings_get(fixture->findings, 0)->place, ==, "IMAGE.DAT");
}

static void
test_not_listed(Fixture *fixture, gconstpointer data)
{
  (void)data;
  write_list(fixture, "CHECKSUM.MD5", "identifier", NULL);
  expect(fixture, 1, RB_SEVERITY_WARNING, "No checksum is listed for DDPMS.");
}

static void
test_no_list(Fixture *fixture, gconstpointer data)
{
  (void)data;
  expect(fixture, 0, RB_SEVERITY_WARNING, "There is no list of checksums");
}

static void
test_not_a_list(Fixture *fixture, gconstpointer data)
{
  (void)data;
  write_text(fixture, "CHECKSUM.TXT", "All is well.\n");
  expect(fixture, 0, RB_SEVERITY_WARNING, "");
  g_assert_cmpstr(rb_findings_get(fixture->findings, 0)->place, ==, "CHECKSUM.TXT");
}

static void
test_unknown_list(Fixture *fixture, gconstpointer data)
{
  (void)data;
  write_text(fixture, "IMAGE.CHK", "0123abcd\n");
  write_list(fixture, "CHECKSUM.MD5", "identifier", "map");
  expect(fixture, 2, RB_SEVERITY_NOTE, "not published");
}

static void
test_interrupted(Fixture *fixture, gconstpointer data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new();
  const AlJob job = {.threads = 1, .cancellable = cancellable};
  g_autoptr(GError) error = NULL;

  (void)data;
  write_list(fixture, "CHECKSUM.MD5", "identifier", "map");
  g_cancellable_cancel(cancellable);
  g_assert_false(
      al_set_sums_verify(fixture->folder, &job, fixture->findings, &fixture->count, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_CANCELLED);
}

#define ADD(name, data, test) g_test_add("/set_sums/" name, Fixture, data, set_up, test, tear_down)

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  ADD("right/CHECKSUM.MD5", "CHECKSUM.MD5", test_right);
  ADD("right/MD5_Checksum.md5", "MD5_Checksum.md5", test_right);
  ADD("right/CHECKSUM.TXT", "CHECKSUM.TXT", test_right);
  ADD("changed", NULL, test_changed);
  ADD("missing", NULL, test_missing);
  ADD("not listed", NULL, test_not_listed);
  ADD("no list", NULL, test_no_list);
  ADD("not a list", NULL, test_not_a_list);
  ADD("unknown list", NULL, test_unknown_list);
  ADD("interrupted", NULL, test_interrupted);
  return g_test_run();
}
