/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/disc/ddp_set.h"

#include "tests/support/discs.h"

/* The lines of a list in the set, by its name. */
static GPtrArray *
list_of(const GPtrArray *set, guint i, const char *name)
{
  const RbDdpFile *file = g_ptr_array_index(set, i);
  g_autoptr(GError) error = NULL;
  GPtrArray *list = rb_checksum_parse((const char *)file->bytes->data, file->bytes->len, &error);

  g_assert_cmpstr(file->name, ==, name);
  g_assert_no_error(error);
  return list;
}

/* Both lists name every file in front of them, and the audio, with its digest. */
static void
test_lists(void)
{
  g_autoptr(RbDisc) disc = discs_sample();
  g_autoptr(RbDigest) audio = rb_digest_new(RB_CHECKSUM_DDP);

  rb_digest_update(audio, "samples", 7);
  g_autoptr(GPtrArray) set = al_ddp_set_new(disc, audio, NULL);
  g_autoptr(GPtrArray) md5 = list_of(set, 4, "CHECKSUM.MD5");
  g_autoptr(GPtrArray) crc32 = list_of(set, 5, "CHECKSUM.TXT");
  const RbChecksum *image = g_ptr_array_index(md5, 4);

  g_assert_cmpuint(set->len, ==, 6);
  g_assert_cmpuint(md5->len, ==, 5);
  g_assert_cmpuint(crc32->len, ==, 5);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpstr(((RbChecksum *)g_ptr_array_index(md5, i))->name, ==,
                    ((RbDdpFile *)g_ptr_array_index(set, i))->name);
  g_assert_cmpstr(image->name, ==, "IMAGE.DAT");
  g_assert_cmpstr(image->text, ==, rb_digest_text(audio, RB_CHECKSUM_MD5));
}

/* What no DDP can be of is an error, not half a set. */
static void
test_refused(void)
{
  g_autoptr(RbDisc) bare = discs_bare(1);
  g_autoptr(RbDigest) audio = rb_digest_new(RB_CHECKSUM_DDP);
  g_autoptr(GError) error = NULL;

  g_assert_null(al_ddp_set_new(bare, audio, &error));
  g_assert_nonnull(error);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/ddp_set/lists", test_lists);
  g_test_add_func("/ddp_set/refused", test_refused);
  return g_test_run();
}
