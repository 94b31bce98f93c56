/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/convert/convert.h"

#include <stdio.h>
#include <string.h>

#include "album/error.h"
#include "tests/support/ddp_folder.h"
#include "tests/support/discs.h"
#include "tests/support/sound_file.h"

typedef struct {
  char *folder;
  char *in; /* the sample disc as a DDP */
  char *out;
  RbFindings *findings;
} Fixture;

static void
set_up(Fixture *fixture, gconstpointer data)
{
  g_autoptr(RbDisc) disc = discs_sample();

  (void)data;
  fixture->folder = test_folder_new();
  fixture->in = g_build_filename(fixture->folder, "in", NULL);
  fixture->out = g_build_filename(fixture->folder, "out", NULL);
  fixture->findings = rb_findings_new();
  ddp_folder_write(fixture->in, disc);
}

static void
tear_down(Fixture *fixture, gconstpointer data)
{
  (void)data;
  test_folder_remove(fixture->folder);
  g_free(fixture->in);
  g_free(fixture->out);
  rb_findings_free(fixture->findings);
}

static GPtrArray *
convert(const Fixture *fixture, AlTargetKind target, GError **error)
{
  const AlConversion conversion = {.in = fixture->in, .out = fixture->out, .target = target};
  const AlJob job = {.threads = 2};

  return al_convert(&conversion, &job, fixture->findings, error);
}

/* How many things are in the folder of the test. */
static guint
count_entries(const Fixture *fixture)
{
  g_autoptr(GDir) dir = g_dir_open(fixture->folder, 0, NULL);
  guint count = 0;

  while (g_dir_read_name(dir) != NULL)
    count++;
  return count;
}

/* It is refused in these words, and nothing is left of it. */
static void
expect_refusal(const Fixture *fixture, AlTargetKind target, const char *words)
{
  guint before = count_entries(fixture);
  g_autoptr(GError) error = NULL;

  g_assert_null(convert(fixture, target, &error));
  if (strstr(error->message, words) == NULL)
    g_error("%s", error->message);
  g_assert_cmpuint(count_entries(fixture), ==, before);
}

static void
test_every_target(Fixture *fixture, gconstpointer data)
{
  static const guint counts[AL_TARGETS] = {7, 3, 3, 2, 4};

  (void)data;
  for (int target = 0; target < AL_TARGETS; target++) {
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) files = convert(fixture, (AlTargetKind)target, &error);

    g_assert_no_error(error);
    g_assert_cmpuint(files->len, ==, counts[target]);
    for (guint i = 0; i < files->len; i++)
      g_assert_true(g_file_test(g_ptr_array_index(files, i), G_FILE_TEST_IS_REGULAR));
    g_free(fixture->out);
    fixture->out = g_strdup_printf("%s/out%d", fixture->folder, target);
  }
}

/* The sheet or the audio beside it is there already. */
static void
test_place_taken(Fixture *fixture, gconstpointer data)
{
  g_autofree char *wav = g_strconcat(fixture->out, ".wav", NULL);
  g_autofree char *toc = g_strconcat(fixture->out, ".toc", NULL);

  (void)data;
  g_assert_true(g_file_set_contents(wav, "mine", -1, NULL));
  expect_refusal(fixture, AL_TARGET_CUE, "out.wav is there already");
  g_assert_true(g_file_set_contents(toc, "mine", -1, NULL));
  expect_refusal(fixture, AL_TARGET_TOC, "out.toc is there already");
}

static void
damage(const Fixture *fixture, const char *name, off_t offset, const char *bytes)
{
  g_autofree char *path = g_build_filename(fixture->in, name, NULL);
  FILE *file = fopen(path, "r+b");

  g_assert_nonnull(file);
  g_assert_cmpint(fseeko(file, offset, SEEK_SET), ==, 0);
  g_assert_cmpuint(fwrite(bytes, 1, strlen(bytes), file), ==, strlen(bytes));
  g_assert_cmpint(fclose(file), ==, 0);
}

/* A disc whose marks contradict each other is in no form: INDEX 01 of track 2 before its 00. The
 * packets of 64 bytes are 0.0, 1.0, 1.1, 2.0, 2.1, ...; seconds stand at 12. */
static void
test_impossible_disc(Fixture *fixture, gconstpointer data)
{
  (void)data;
  damage(fixture, "PQDESCR", 4 * 64 + 12, "01");
  expect_refusal(fixture, AL_TARGET_CUE, "cannot be converted");
}

static void
test_lost_pause(Fixture *fixture, gconstpointer data)
{
  g_autoptr(GPtrArray) files = NULL;

  (void)data;
  damage(fixture, "IMAGE.DAT", 100 * RB_BYTES_PER_SECTOR, "x");
  files = convert(fixture, AL_TARGET_TOC, NULL);
  g_assert_nonnull(files);
  g_assert_cmpuint(rb_findings_count_of(fixture->findings, RB_SEVERITY_ERROR), ==, 1);
  g_assert_cmpstr(rb_findings_get(fixture->findings, 0)->id, ==, "C08");
}

static void
test_cancelled(Fixture *fixture, gconstpointer data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new();
  const AlJob job = {.threads = 1, .cancellable = cancellable};

  (void)data;
  g_cancellable_cancel(cancellable);
  for (int target = 0; target < AL_TARGETS; target++) {
    const AlConversion conversion = {
        .in = fixture->in, .out = fixture->out, .target = (AlTargetKind)target};
    g_autoptr(GError) error = NULL;

    g_assert_null(al_convert(&conversion, &job, fixture->findings, &error));
    g_assert_error(error, AL_ERROR, AL_ERROR_CANCELLED);
    g_assert_cmpuint(count_entries(fixture), ==, 1);
  }
}

static void
test_names(Fixture *fixture, gconstpointer data)
{
  (void)data;
  g_free(fixture->out);
  fixture->out = g_strdup_printf("%s/a\"b", fixture->folder);
  expect_refusal(fixture, AL_TARGET_CUE, "a sheet cannot name a file");
  g_free(fixture->out);
  fixture->out = g_strdup_printf("%s/n\u00e4me.CUE", fixture->folder);
  g_autoptr(GPtrArray) files = convert(fixture, AL_TARGET_CUE, NULL);

  g_assert_nonnull(files);
  g_assert_true(g_str_has_suffix(g_ptr_array_index(files, files->len - 1), "/n\u00e4me.cue"));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add("/convert/every_target", Fixture, NULL, set_up, test_every_target, tear_down);
  g_test_add("/convert/place_taken", Fixture, NULL, set_up, test_place_taken, tear_down);
  g_test_add("/convert/impossible_disc", Fixture, NULL, set_up, test_impossible_disc, tear_down);
  g_test_add("/convert/lost_pause", Fixture, NULL, set_up, test_lost_pause, tear_down);
  g_test_add("/convert/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add("/convert/names", Fixture, NULL, set_up, test_names, tear_down);
  return g_test_run();
}
