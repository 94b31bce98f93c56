/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/disc/one_disc.h"

#include <string.h>

#include "album/disc/image_digest.h"
#include "tests/support/ddp_folder.h"
#include "tests/support/discs.h"
#include "tests/support/sound_file.h"

static AlDiscForm *
open_disc(const char *path, GError **error)
{
  g_autoptr(RbFindings) findings = rb_findings_new();

  return al_one_disc_open(path, findings, error);
}

static void
expect_refusal(const char *path, const char *words)
{
  g_autoptr(GError) error = NULL;

  g_assert_null(open_disc(path, &error));
  g_assert_nonnull(strstr(error->message, words));
}

/* The folder of a DDP, the folder that holds it alone, and what is not one disc. */
static void
test_places(void)
{
  char *folder = test_folder_new();
  g_autofree char *ddp = g_build_filename(folder, "DDP", NULL);
  g_autofree char *other = g_build_filename(folder, "other", NULL);
  g_autoptr(RbDisc) disc = discs_sample();

  expect_refusal(folder, "is no disc: expected");
  expect_refusal(ddp, "cannot open");
  ddp_folder_write(ddp, disc);
  for (int i = 0; i < 2; i++) {
    g_autoptr(AlDiscForm) form = open_disc(i == 0 ? ddp : folder, NULL);

    g_assert_nonnull(form);
    g_assert_cmpstr(form->path, ==, ddp);
    g_assert_cmpint(form->disc->lead_out_sector, ==, disc->lead_out_sector);
  }
  ddp_folder_write(other, disc);
  expect_refusal(folder, "several discs; name one of them: DDP, other");
  test_folder_remove(folder);
}

/* The digest of the image is that of IMAGE.DAT. */
static void
test_digest(void)
{
  char *folder = test_folder_new();
  g_autofree char *ddp = g_build_filename(folder, "DDP", NULL);
  g_autofree char *dat = g_build_filename(ddp, "IMAGE.DAT", NULL);
  g_autoptr(RbDisc) disc = discs_sample();
  g_autofree char *bytes = NULL;
  gsize length;

  ddp_folder_write(ddp, disc);
  g_assert_true(g_file_get_contents(dat, &bytes, &length, NULL));
  g_autofree char *expected =
      g_compute_checksum_for_data(G_CHECKSUM_MD5, (const guchar *)bytes, length);
  g_autoptr(AlDiscForm) form = open_disc(ddp, NULL);
  const AlJob job = {.threads = 1};
  g_autoptr(RbDigest) digest = al_image_digest(form->image, disc->lead_out_sector,
                                               RB_CHECKSUM_BIT(RB_CHECKSUM_MD5), &job, NULL);

  g_assert_cmpstr(rb_digest_text(digest, RB_CHECKSUM_MD5), ==, expected);
  test_folder_remove(folder);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/one_disc/places", test_places);
  g_test_add_func("/image_digest/of_a_ddp", test_digest);
  return g_test_run();
}
