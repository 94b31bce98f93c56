/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "redbook/ddp_read.h"
#include "redbook/error.h"

/* The lines of other programs, as the study shows them; what follows is spaces.
 *
 *        0         1         2         3         4         5         6         7         8
 *        0123456789012345678901234567890123456789012345678901234567890123456789012345678901234 */
#define CUE2DDP_TEXTS \
  "VVVMS0              90        CDTEXT                   00               17CDTEXT.BIN"
#define CUE2DDP_PQ "VVVMS0             448        PQ DESCR                                  17SD"
#define CUE2DDP_AUDIO \
  "VVVMD0            1650                DA71     150                      17IMAGE.DAT"
#define SONORIS_AUDIO \
  "VVVMD0        0000165000000000        DA70     150                     017IMAGE.DAT"
#define LATE_AUDIO \
  "VVVMD0        0000150000000150        DA00                             017AUDIO.DAT"
#define LEAD_IN "VVVMD2        00000010                                                 017LEAD.DAT"

static gboolean
decode(const char *const *lines, const char *tail, RbDdpMap *map, RbFindings *findings,
       GError **error)
{
  g_autoptr(GString) file = g_string_new(NULL);

  for (; *lines != NULL; lines++)
    g_string_append_printf(file, "%-128s", *lines);
  g_string_append(file, tail);
  return rb_ddp_map_decode((const guint8 *)file->str, file->len, map, findings, error);
}

static const RbDdpStream *
audio(const RbDdpMap *map, guint i)
{
  return &g_array_index(map->audio, RbDdpStream, i);
}

static void
test_streams_in_any_order(void)
{
  static const char *const lines[] = {CUE2DDP_AUDIO, CUE2DDP_TEXTS, CUE2DDP_PQ, NULL};
  g_autoptr(RbFindings) findings = rb_findings_new();
  RbDdpMap map = {0};

  g_assert_true(decode(lines, "\r\n", &map, findings, NULL));
  g_assert_cmpstr(audio(&map, 0)->name, ==, "IMAGE.DAT");
  g_assert_cmpint(audio(&map, 0)->length, ==, 1650);
  g_assert_cmpint(audio(&map, 0)->start, ==, 0);
  g_assert_cmpint(map.pause_sectors, ==, 150);
  g_assert_cmpstr(map.pq.name, ==, "SD");
  g_assert_cmpint(map.pq.length, ==, 448);
  g_assert_cmpstr(map.cdtext.name, ==, "CDTEXT.BIN");
  g_assert_cmpint(map.cdtext.length, ==, 90);
  g_assert_cmpuint(rb_findings_count(findings), ==, 1); /* the line end */
  g_assert_cmpstr(rb_findings_get(findings, 0)->id, ==, "R88");
  rb_ddp_map_clear(&map);
}

static void
test_other_writers(void)
{
  static const char *const zeros[] = {CUE2DDP_PQ, SONORIS_AUDIO, NULL};
  static const char *const late[] = {CUE2DDP_PQ, LATE_AUDIO, LEAD_IN, NULL};
  g_autoptr(RbFindings) findings = rb_findings_new();
  RbDdpMap map = {0};

  g_assert_true(decode(zeros, "", &map, findings, NULL));
  g_assert_cmpint(audio(&map, 0)->length, ==, 1650);
  g_assert_null(map.cdtext.name);
  g_assert_cmpuint(rb_findings_count(findings), ==, 0);
  rb_ddp_map_clear(&map);

  g_assert_true(decode(late, "", &map, findings, NULL));
  g_assert_cmpint(audio(&map, 0)->start, ==, 150);
  g_assert_cmpint(map.pause_sectors, ==, -1);
  g_assert_cmpuint(rb_findings_count(findings), ==, 1);
  rb_ddp_map_clear(&map);
}

/* GEAR writes a stream for each track. */
static void
test_several_streams(void)
{
  static const char *const lines[] = {
      CUE2DDP_PQ, "VVVMD0             900                DA71     150                      17A.TRK",
      "VVVMD0             750                DA71                              17B.TRK", NULL};
  g_autoptr(RbFindings) findings = rb_findings_new();
  RbDdpMap map = {0};

  g_assert_true(decode(lines, "", &map, findings, NULL));
  g_assert_cmpuint(map.audio->len, ==, 2);
  g_assert_cmpstr(audio(&map, 1)->name, ==, "B.TRK");
  g_assert_cmpint(audio(&map, 1)->length, ==, 750);
  g_assert_cmpint(map.pause_sectors, ==, 150);
  rb_ddp_map_clear(&map);
}

static void
test_odd_streams(void)
{
  static const char *const lines[] = {CUE2DDP_PQ,
                                      "VVVMD0             900                DA71     150         "
                                      "             17A.TRK            S            000002352",
                                      NULL};
  g_autoptr(RbFindings) findings = rb_findings_new();
  RbDdpMap map = {0};

  g_assert_true(decode(lines, "", &map, findings, NULL));
  g_assert_cmpuint(rb_findings_count(findings), ==, 2);
  g_assert_nonnull(strstr(rb_findings_get(findings, 0)->text, "new session"));
  g_assert_nonnull(strstr(rb_findings_get(findings, 1)->text, "offset"));
  rb_ddp_map_clear(&map);
}

static void
test_refuses(void)
{
  static const char *const cases[][4] = {
      {CUE2DDP_PQ},
      {CUE2DDP_AUDIO},
      {CUE2DDP_PQ, CUE2DDP_PQ, CUE2DDP_AUDIO},
      {CUE2DDP_PQ, "VVVMD0            1650                1071     150                      17A"},
      {CUE2DDP_PQ, "VVVMD0            1650                DA81     150                      17A"},
      {CUE2DDP_PQ, "VVVMD0            16x0                DA71     150                      17A"},
      {CUE2DDP_PQ, "VVVMD0        0000165099999999        DA71     150                      17A"},
      {CUE2DDP_PQ, "VVVMD0            1650                DA71     15a                      17A"},
      {CUE2DDP_PQ,
       "VVVMD0            1650                DA71     150                      17../A"},
      {CUE2DDP_PQ, "VVVMD0            1650                DA71     150                      17"},
      {CUE2DDP_PQ, "VVVSD0            1650                DA71     150                      17A"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(RbFindings) findings = rb_findings_new();
    g_autoptr(GError) error = NULL;
    RbDdpMap map = {0};

    g_assert_false(decode(cases[i], "", &map, findings, &error));
    g_assert_error(error, RB_ERROR, RB_ERROR_FORMAT);
    rb_ddp_map_clear(&map);
  }
}

static void
test_wrong_length(void)
{
  static const char *const lines[] = {CUE2DDP_PQ, CUE2DDP_AUDIO, NULL};
  g_autoptr(RbFindings) findings = rb_findings_new();
  RbDdpMap map = {0};

  g_assert_false(decode(lines, "x", &map, findings, NULL));
  g_assert_false(rb_ddp_map_decode((const guint8 *)"", 0, &map, findings, NULL));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/ddp_map_read/streams_in_any_order", test_streams_in_any_order);
  g_test_add_func("/ddp_map_read/other_writers", test_other_writers);
  g_test_add_func("/ddp_map_read/several_streams", test_several_streams);
  g_test_add_func("/ddp_map_read/odd_streams", test_odd_streams);
  g_test_add_func("/ddp_map_read/refuses", test_refuses);
  g_test_add_func("/ddp_map_read/wrong_length", test_wrong_length);
  return g_test_run();
}
