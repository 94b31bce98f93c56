/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "redbook/ddp_read.h"
#include "redbook/error.h"

/* A record with texts at places; the rest is spaces. */
static void
set(guint8 record[128], gsize offset, const char *text)
{
  memcpy(record + offset, text, strlen(text));
}

static void
fill(guint8 record[128])
{
  memset(record, ' ', 128);
  set(record, 0, "DDP 2.00");
  set(record, 87, "CD");
}

static char *
read_upc(const char *field, RbFindings *findings)
{
  guint8 record[128];
  RbDdpId id = {0};
  char *upc;

  fill(record);
  set(record, 8, field);
  set(record, 38, "Night Ferry");
  g_assert_true(rb_ddp_id_decode(record, sizeof record, &id, findings, NULL));
  g_assert_cmpstr(id.master_id, ==, "Night Ferry");
  upc = g_steal_pointer(&id.upc);
  rb_ddp_id_clear(&id);
  return upc;
}

static void
test_upc(void)
{
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autofree char *ean = read_upc("4006381333931", findings);
  /* HOFA's way */
  g_autofree char *upc_a = read_upc("724349691704", findings);

  g_assert_cmpstr(ean, ==, "4006381333931");
  g_assert_cmpstr(upc_a, ==, "0724349691704");
  g_assert_null(read_upc("", findings));
  g_assert_null(read_upc("0000000000000", findings));
  g_assert_cmpuint(rb_findings_count(findings), ==, 0);
  g_assert_null(read_upc("4006381333932", findings));
  g_assert_cmpstr(rb_findings_get(findings, 0)->id, ==, "R23");
}

static void
test_levels(void)
{
  static const struct {
    const char *level;
    const char *type;
    gboolean accepted;
    guint findings;
  } cases[] = {
      {"DDP 2.00", "CD", TRUE, 0},
      {"DDP 1.00", "CD", TRUE, 1},
      {"DDP 1.01", "  ", TRUE, 1},
      {"DDP 2.10", "DV", FALSE, 0},
      {"RIFF\x24\x01\x01\x01", "CD", FALSE, 0},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(RbFindings) findings = rb_findings_new();
    g_autoptr(GError) error = NULL;
    guint8 record[128];
    RbDdpId id = {0};

    fill(record);
    set(record, 0, cases[i].level);
    set(record, 87, cases[i].type);
    g_assert_cmpint(rb_ddp_id_decode(record, sizeof record, &id, findings, &error), ==,
                    cases[i].accepted);
    g_assert_cmpuint(rb_findings_count(findings), ==, cases[i].findings);
    if (!cases[i].accepted)
      g_assert_error(error, RB_ERROR, RB_ERROR_FORMAT);
    rb_ddp_id_clear(&id);
  }
}

/* The length of the user text, and the text, where writers put them. */
static void
test_user_text(void)
{
  static const struct {
    const char *level, *type;
    gsize offset;
    const char *field, *text;
    guint findings;
  } cases[] = {
      {"DDP 2.00", "CD", 93, "  ", "", 0},
      {"DDP 2.00", "CD", 93, "11Night Ferry", "Night Ferry", 1},
      {"DDP 2.00", "CD", 94, "11Night Ferry", "Night Ferry", 1},
      {"DDP 2.00", "CD", 94, "xxNight Ferry", "Night Ferry", 2},
      {"DDP 2.00", "CD", 93, "99Night Ferry", "Night Ferry", 2},
      {"DDP 1.01", "  ", 86, "11Night Ferry", "Night Ferry", 2},
      {"DDP 1.01", "  ", 86, "  ", "", 1},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(RbFindings) findings = rb_findings_new();
    guint8 record[128];
    RbDdpId id = {0};

    fill(record);
    set(record, 0, cases[i].level);
    set(record, 87, cases[i].type);
    set(record, cases[i].offset, cases[i].field);
    g_assert_true(rb_ddp_id_decode(record, sizeof record, &id, findings, NULL));
    g_assert_cmpstr(id.user_text, ==, cases[i].text);
    g_assert_cmpuint(rb_findings_count(findings), ==, cases[i].findings);
    rb_ddp_id_clear(&id);
  }
}

/* A line end behind the record is told, more than that is wrong. */
static void
test_too_long(void)
{
  static const char *const tails[] = {"\r\n", "more"};
  static const char *const ids[] = {"R88", "R80"};

  for (gsize i = 0; i < G_N_ELEMENTS(tails); i++) {
    g_autoptr(RbFindings) findings = rb_findings_new();
    guint8 record[140];
    RbDdpId id = {0};

    fill(record);
    set(record, 128, tails[i]);
    g_assert_true(rb_ddp_id_decode(record, 128 + strlen(tails[i]), &id, findings, NULL));
    g_assert_cmpuint(rb_findings_count(findings), ==, 1);
    g_assert_cmpstr(rb_findings_get(findings, 0)->id, ==, ids[i]);
    rb_ddp_id_clear(&id);
  }
}

static void
test_too_short(void)
{
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autoptr(GError) error = NULL;
  guint8 record[128];
  RbDdpId id = {0};

  fill(record);
  g_assert_false(rb_ddp_id_decode(record, 127, &id, findings, &error));
  g_assert_error(error, RB_ERROR, RB_ERROR_FORMAT);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/ddp_id_read/upc", test_upc);
  g_test_add_func("/ddp_id_read/levels", test_levels);
  g_test_add_func("/ddp_id_read/user_text", test_user_text);
  g_test_add_func("/ddp_id_read/too_long", test_too_long);
  g_test_add_func("/ddp_id_read/too_short", test_too_short);
  return g_test_run();
}
