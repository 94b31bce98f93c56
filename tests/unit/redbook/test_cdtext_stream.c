/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/cdtext_stream.h"

#include "tests/support/discs.h"

static void
test_strings_of_a_type(void)
{
  g_autoptr(RbDisc) disc = discs_cue2ddp_texts();
  g_autoptr(GPtrArray) streams = rb_cdtext_streams_new(disc, 0, TRUE, NULL, NULL);
  const RbCdtextStream *writers;

  g_assert_cmpuint(streams->len, ==, 3);
  writers = g_ptr_array_index(streams, 2);
  g_assert_cmphex(writers->type, ==, 0x82);
  g_assert_cmpmem(writers->bytes->data, writers->bytes->len, "Disc Writer\0Writer One\0", 24);
  g_assert_cmpuint(rb_cdtext_stream_packs(writers), ==, 2);
  g_assert_cmpuint(rb_cdtext_stream_characters(writers, 0), ==, 11);
  g_assert_cmpuint(rb_cdtext_stream_characters(writers, 2), ==, 0);
  g_assert_cmpuint(rb_cdtext_stream_string_at(writers, 11)->track, ==, 0);
  g_assert_cmpuint(rb_cdtext_stream_string_at(writers, 12)->track, ==, 1);
  g_assert_cmpuint(rb_cdtext_stream_string_at(writers, 23)->track, ==, 2);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/cdtext_stream/strings_of_a_type", test_strings_of_a_type);
  return g_test_run();
}
