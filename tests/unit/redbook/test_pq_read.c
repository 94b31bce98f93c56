/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "redbook/ddp_read.h"
#include "redbook/error.h"

/* Decodes packets; each is filled with spaces. */
static RbDisc *
decode(const char *const *packets, const char *tail, RbFindings *findings, GError **error)
{
  g_autoptr(GString) file = g_string_new(NULL);

  for (; *packets != NULL; packets++)
    g_string_append_printf(file, "%-64s", *packets);
  g_string_append(file, tail);
  return rb_pq_decode((const guint8 *)file->str, file->len, findings, error);
}

static guint
count(const RbFindings *findings, const char *id)
{
  guint found = 0;

  for (guint i = 0; i < rb_findings_count(findings); i++)
    found += strcmp(rb_findings_get(findings, i)->id, id) == 0;
  return found;
}

/* What cue2ddp wrote: case 005 of its study. */
static void
test_cue2ddp(void)
{
  static const char *const packets[] = {"VVVS0000  00000001              0123456789012",
                                        "VVVS0100  00000001  USABC1234567",
                                        "VVVS0101  00020001",
                                        "VVVSAA01  00120001",
                                        "VVVSAA01  00120001",
                                        NULL};
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autoptr(RbDisc) disc = decode(packets, "", findings, NULL);
  RbTrack *track = rb_disc_track(disc, 1);

  g_assert_cmpstr(disc->upc, ==, "0123456789012");
  g_assert_cmpstr(track->isrc, ==, "USABC1234567");
  g_assert_cmpint(rb_track_index(track, 0), ==, 0);
  g_assert_cmpint(rb_track_index(track, 1), ==, 150);
  g_assert_cmpint(disc->lead_out_sector, ==, 900);
  g_assert_cmpuint(rb_findings_count(findings), ==, 0);
}

/* Hours of 00, the ISRC on INDEX 01, the UPC on every packet, one lead-out, INDEX 00 where INDEX 01
 * is, a line end behind the last packet: all seen in masters. */
static void
test_other_writers(void)
{
  static const char *const packets[] = {"VVVS00000000000001              0123456789012",
                                        "VVVS01000000000001              0123456789012",
                                        "VVVS01010000020021  USABC12345670123456789012",
                                        "VVVS02000061007421",
                                        "VVVS02010061007421  USABC1234568",
                                        "VVVSAA010070000001",
                                        NULL};
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autoptr(RbDisc) disc = decode(packets, "\r\n", findings, NULL);

  g_assert_nonnull(disc);
  g_assert_cmpuint(disc->tracks->len, ==, 2);
  g_assert_cmpstr(rb_disc_track(disc, 1)->isrc, ==, "USABC1234567");
  g_assert_cmpstr(rb_disc_track(disc, 2)->isrc, ==, "USABC1234568");
  g_assert_cmpint(rb_track_index(rb_disc_track(disc, 2), 0), ==, 61 * 60 * 75 + 74);
  g_assert_cmpint(rb_track_index(rb_disc_track(disc, 2), 1), ==, 61 * 60 * 75 + 74);
  g_assert_cmpint(rb_disc_track(disc, 2)->flags, ==, RB_FLAG_COPY_PERMITTED);
  /* track 1's flags change from packet to packet */
  g_assert_cmpuint(count(findings, "R27"), ==, 1);
}

static void
test_flags(void)
{
  static const struct {
    const char *packet;
    guint flags;
    guint findings;
  } cases[] = {
      {"VVVS0101  00020001", 0, 0},
      {"VVVS0101  0002000S", RB_FLAG_SCMS, 0},
      {"VVVS0101  00020031", RB_FLAG_PRE_EMPHASIS | RB_FLAG_COPY_PERMITTED, 0},
      {"VVVS0101  00020041", RB_FLAG_DATA, 0},
      {"VVVS0101  000200A1", RB_FLAG_FOUR_CHANNEL | RB_FLAG_COPY_PERMITTED, 0},
      {"VVVS0101  000200X1", 0, 1},
      {"VVVS0101  00020007", 0, 1},
      {"VVVS0101  000200", 0, 1},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    const char *packets[] = {cases[i].packet, "VVVSAA01  00120001", NULL};
    g_autoptr(RbFindings) findings = rb_findings_new();
    g_autoptr(RbDisc) disc = decode(packets, "", findings, NULL);

    g_assert_cmpuint(rb_disc_track(disc, 1)->flags, ==, cases[i].flags);
    g_assert_cmpuint(count(findings, "R27"), ==, cases[i].findings);
  }
}

static void
test_findings(void)
{
  static const char *const packets[] = {"VVVS0000  00000001              0123456789012",
                                        "VVVS01007700000001  USABC1234567",
                                        "VVVS0101  00020001  USABC1234568",
                                        "VVVS0102  00030001  12345       9999999999999",
                                        "VVVSAA01  00120001              4006381333931",
                                        "VVVSAA01  00130001",
                                        NULL};
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autoptr(RbDisc) disc = decode(packets, "", findings, NULL);

  g_assert_cmpstr(rb_disc_track(disc, 1)->isrc, ==, "USABC1234567");
  g_assert_cmpint(disc->lead_out_sector, ==, 900);
  g_assert_cmpuint(count(findings, "R80"), ==, 2);
  g_assert_cmpuint(count(findings, "R24"), ==, 2);
  g_assert_cmpuint(count(findings, "R20"), ==, 1);
  g_assert_cmpuint(count(findings, "R23"), ==, 1);
}

static void
test_refuses(void)
{
  static const char *const cases[][4] = {
      {NULL},
      {"VVVS0101  00020001"},
      {"VVVSAA01  00120001"},
      {"VVVS0101  00600001", "VVVSAA01  00120001"},
      {"VVVS0101  00027501", "VVVSAA01  00120001"},
      {"VVVS0101  0002  01", "VVVSAA01  00120001"},
      {"VVVS0201  00020001", "VVVSAA01  00120001"},
      {"VVVS0101  00020001", "VVVS0301  00020001", "VVVSAA01  00120001"},
      {"VVVS0101  00020001", "VVVSAA01  00120001", "VVVS0201  00140001"},
      {"VVVS01    00020001", "VVVSAA01  00120001"},
      {"VVVSXX01  00020001", "VVVSAA01  00120001"},
      {"VVVM0101  00020001", "VVVSAA01  00120001"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(RbFindings) findings = rb_findings_new();
    g_autoptr(GError) error = NULL;

    g_assert_null(decode(cases[i], "", findings, &error));
    g_assert_error(error, RB_ERROR, RB_ERROR_FORMAT);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/pq_read/cue2ddp", test_cue2ddp);
  g_test_add_func("/pq_read/other_writers", test_other_writers);
  g_test_add_func("/pq_read/flags", test_flags);
  g_test_add_func("/pq_read/findings", test_findings);
  g_test_add_func("/pq_read/refuses", test_refuses);
  return g_test_run();
}
