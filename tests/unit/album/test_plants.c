/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/disc/plants.h"

#include <string.h>

#include "tests/support/discs.h"

static const char one[] = "plants:\n"
                          "  - plant: corner-shop\n"
                          "    about: The Corner Shop\n"
                          "    usual: \"74:00:00\"\n"
                          "    longest: \"78:30:74\"\n"
                          "    shortest: \"01:00:00\"\n"
                          "    checksums: required\n"
                          "    source: a letter\n"
                          "    note: closed on Mondays\n";

static void
test_parse(void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) plants = al_plants_parse("one.yaml", one, strlen(one), &error);
  const AlPlant *plant;

  g_assert_no_error(error);
  g_assert_cmpuint(plants->len, ==, 1);
  plant = al_plants_find(plants, "Corner-Shop");
  g_assert_nonnull(plant);
  g_assert_null(al_plants_find(plants, "corner"));
  g_assert_cmpint(plant->usual_sectors, ==, 74 * 60 * 75);
  g_assert_cmpint(plant->longest_sectors, ==, (78 * 60 + 30) * 75 + 74);
  g_assert_cmpint(plant->shortest_sectors, ==, 60 * 75);
  g_assert_true(plant->checksums);
  g_assert_cmpstr(plant->note, ==, "closed on Mondays");
}

static void
test_errors(void)
{
  static const struct {
    const char *line, *instead, *message;
  } cases[] = {
      {"    about: The Corner Shop\n", "", "about"},
      {"\"74:00:00\"", "\"74:00\"", "one.yaml:4:12"},
      {"\"74:00:00\"", "\"79:00:00\"", "usual and longest contradict"},
      {"required", "perhaps", "one.yaml:7:16"},
      {"longest", "largest", "largest"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(GError) error = NULL;
    g_auto(GStrv) parts = g_strsplit(one, cases[i].line, 2);
    g_autofree char *text = g_strjoinv(cases[i].instead, parts);

    g_assert_cmpuint(g_strv_length(parts), ==, 2);
    g_assert_null(al_plants_parse("one.yaml", text, strlen(text), &error));
    g_test_message("%s", error->message);
    g_assert_nonnull(strstr(error->message, cases[i].message));
  }
}

/* Every entry that the program comes with has a name of its own, a source, and something to ask. */
static void
test_shipped(void)
{
  g_autoptr(GPtrArray) plants = al_plants_shipped();

  g_assert_cmpuint(plants->len, >=, 10);
  for (guint i = 0; i < plants->len; i++) {
    const AlPlant *plant = g_ptr_array_index(plants, i);

    g_assert_true(al_plants_find(plants, plant->name) == plant);
    g_assert_cmpuint(strlen(plant->source), >=, 8);
    g_assert_true(plant->usual_sectors > 0 || plant->longest_sectors > 0 || plant->checksums);
  }
}

/* At each limit, and one sector beyond it. */
static void
test_judge(void)
{
  static const struct {
    gint32 lead_out;
    int severity; /* -1: nothing is said */
  } cases[] = {
      {150 + 4500 - 1, RB_SEVERITY_ERROR},
      {150 + 4500, -1},
      {74 * 60 * 75, -1},
      {74 * 60 * 75 + 1, RB_SEVERITY_WARNING},
      {(78 * 60 + 30) * 75 + 74, RB_SEVERITY_WARNING},
      {(78 * 60 + 30) * 75 + 75, RB_SEVERITY_ERROR},
      {RB_MAX_SECTORS + 5, RB_SEVERITY_ERROR},
  };
  g_autoptr(GPtrArray) plants = al_plants_parse("one.yaml", one, strlen(one), NULL);

  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(RbFindings) findings = rb_findings_new();
    g_autoptr(RbDisc) disc = rb_disc_new();

    discs_add_track(disc, 150);
    disc->lead_out_sector = cases[i].lead_out;
    al_plant_judge(g_ptr_array_index(plants, 0), disc, findings);
    g_assert_cmpuint(rb_findings_count(findings), ==, cases[i].severity >= 0);
    if (cases[i].severity < 0)
      continue;
    g_assert_cmpstr(rb_findings_get(findings, 0)->id, ==, "R12");
    g_assert_cmpint(rb_findings_get(findings, 0)->severity, ==, cases[i].severity);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/plants/parse", test_parse);
  g_test_add_func("/plants/errors", test_errors);
  g_test_add_func("/plants/shipped", test_shipped);
  g_test_add_func("/plants/judge", test_judge);
  return g_test_run();
}
