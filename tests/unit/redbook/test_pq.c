/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "redbook/ddp.h"
#include "redbook/error.h"
#include "tests/support/discs.h"

/* Files of cue2ddp 1.1. */
static void
test_vectors(void)
{
  static const struct {
    int number;
    const char *md5;
  } vectors[] = {
      {10, "acea67698513e018c099c4a349d97d2c"},
      {5, "e6d506c61b61150a572f5290379e47d9"},
      {4, "c866d687f80bca3eacd15164585a5315"},
      {11, "705ac1ddd23cde9d353cb4c70283318d"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(vectors); i++) {
    g_autoptr(RbDisc) disc = discs_cue2ddp(vectors[i].number);
    g_autoptr(GByteArray) pq = rb_pq_encode(disc, FALSE, NULL);

    discs_assert_md5(pq, vectors[i].md5);
  }
}

static void
test_first_pause_is_always_there(void)
{
  g_autoptr(RbDisc) disc = discs_cue2ddp(5);
  g_autoptr(GByteArray) pq = NULL;

  g_array_remove_index(rb_disc_track(disc, 1)->indexes, 0);
  pq = rb_pq_encode(disc, FALSE, NULL);
  discs_assert_md5(pq, "e6d506c61b61150a572f5290379e47d9");
}

static void
test_isrc_on_both(void)
{
  g_autoptr(RbDisc) disc = discs_cue2ddp(5);
  g_autoptr(GByteArray) pq = rb_pq_encode(disc, TRUE, NULL);

  g_assert_cmpmem(pq->data + 64 + 20, 12, "USABC1234567", 12);
  g_assert_cmpmem(pq->data + 128 + 20, 12, "USABC1234567", 12);
}

static void
test_flags(void)
{
  static const struct {
    RbFlags flags;
    const char *text;
  } cases[] = {
      {0, "01"},
      {RB_FLAG_PRE_EMPHASIS, "11"},
      {RB_FLAG_COPY_PERMITTED, "21"},
      {RB_FLAG_PRE_EMPHASIS | RB_FLAG_COPY_PERMITTED, "31"},
      {RB_FLAG_SCMS, "0S"},
      {RB_FLAG_SCMS | RB_FLAG_PRE_EMPHASIS, "1S"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(RbDisc) disc = discs_cue2ddp(11);
    g_autoptr(GByteArray) pq = NULL;

    rb_disc_track(disc, 1)->flags = cases[i].flags;
    pq = rb_pq_encode(disc, FALSE, NULL);
    for (gsize packet = 0; packet < pq->len / 64; packet++)
      g_assert_cmpmem(pq->data + packet * 64 + 16, 2,
                      packet == 1 || packet == 2 ? cases[i].text : "01", 2);
  }
}

static void
assert_refused(const RbDisc *disc, RbError code)
{
  g_autoptr(GError) error = NULL;

  g_assert_null(rb_pq_encode(disc, FALSE, &error));
  g_assert_error(error, RB_ERROR, (gint)code);
}

static void
test_refuses(void)
{
  g_autoptr(RbDisc) disc = discs_cue2ddp(5);
  g_autoptr(RbDisc) empty = rb_disc_new();
  RbTrack *track = rb_disc_track(disc, 1);

  assert_refused(empty, RB_ERROR_FORMAT);
  track->flags = RB_FLAG_FOUR_CHANNEL;
  assert_refused(disc, RB_ERROR_CODE);
  track->flags = RB_FLAG_DATA;
  assert_refused(disc, RB_ERROR_CODE);
  track->flags = RB_FLAG_SCMS | RB_FLAG_COPY_PERMITTED;
  assert_refused(disc, RB_ERROR_CODE);
  track->flags = 0;
  track->isrc[0] = '1';
  assert_refused(disc, RB_ERROR_CODE);
  track->isrc[0] = 'U';
  disc->upc[0] = '1';
  assert_refused(disc, RB_ERROR_CODE);
  disc->upc[0] = '0';
  disc->lead_out_sector = RB_MAX_SECTORS;
  assert_refused(disc, RB_ERROR_FORMAT);
  disc->lead_out_sector = RB_MAX_SECTORS - 1;
  g_array_index(track->indexes, RbIndex, 1).sector = RB_MAX_SECTORS;
  assert_refused(disc, RB_ERROR_FORMAT);
  g_array_remove_index(track->indexes, 1);
  assert_refused(disc, RB_ERROR_FORMAT);
}

/* Minutes go on past 59. */
static void
test_long_disc(void)
{
  g_autoptr(RbDisc) disc = discs_cue2ddp(11);
  g_autoptr(GByteArray) pq = NULL;

  disc->lead_out_sector = RB_MAX_SECTORS - 1;
  pq = rb_pq_encode(disc, FALSE, NULL);
  g_assert_cmpmem(pq->data + pq->len - 64, 18, "VVVSAA01  99597401", 18);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/pq/vectors", test_vectors);
  g_test_add_func("/pq/first_pause_is_always_there", test_first_pause_is_always_there);
  g_test_add_func("/pq/isrc_on_both", test_isrc_on_both);
  g_test_add_func("/pq/flags", test_flags);
  g_test_add_func("/pq/refuses", test_refuses);
  g_test_add_func("/pq/long_disc", test_long_disc);
  return g_test_run();
}
