/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/records.h"

#include <string.h>

static void
test_levels(void)
{
  static const struct {
    double seconds, level_db;
  } rows[] = {{60, 0}, {1200, 0}, {1320, -1.5}, {1440, -3}, {1680, -6}, {3000, -6}};
  g_autoptr(GPtrArray) records = al_records_shipped();
  const AlRecord *lp = al_records_find(records, AL_RECORD_12_INCH, 33);

  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    double level_db = 99;

    g_assert_true(al_record_level(lp, rows[i].seconds, &level_db));
    g_assert_cmpfloat_with_epsilon(level_db, rows[i].level_db, 1e-9);
  }
}

/* Every form and speed that a project can ask for is there; cassettes have no levels, but a head.
 */
static void
test_shipped(void)
{
  static const int speeds[] = {33, 45};
  g_autoptr(GPtrArray) records = al_records_shipped();
  const AlRecord *cassette = al_records_find(records, AL_RECORD_CASSETTE, 0);
  double level_db;

  for (int form = 0; form < AL_RECORD_CASSETTE; form++)
    for (guint i = 0; i < G_N_ELEMENTS(speeds); i++) {
      const AlRecord *record = al_records_find(records, (AlRecordForm)form, speeds[i]);

      g_assert_nonnull(record);
      g_assert_cmpfloat(record->ideal_seconds, <=, record->longest_seconds);
    }
  g_assert_false(al_record_level(cassette, 60, &level_db));
  g_assert_cmpfloat(cassette->head_seconds, ==, 1);
  g_assert_cmpfloat(cassette->longest_seconds, ==, 30 * 60);
  g_assert_cmpfloat(al_records_find(records, AL_RECORD_12_INCH, 33)->head_seconds, ==, 0);
}

static void
test_errors(void)
{
  static const char one[] =
      "records:\n"
      "  - record: 12 in\n"
      "    speed: 33\n"
      "    ideal: 19:30\n"
      "    longest: 23:00\n"
      "    levels: [{level: 0 dB, length: 20:00}, {level: -3 dB, length: 24:00}]\n"
      "    date: 2026\n"
      "    evidence: published\n"
      "    source: a book\n";
  static const struct {
    const char *line, *instead, *message;
  } cases[] = {{"12 in", "11 in", "one.yaml:2:13: error: the word is not known here"},
               {"speed: 33", "speed: 78", "33 or 45"},
               {"    ideal: 19:30\n", "", "ideal"},
               {"0 dB", "0", "one.yaml:6:22: error: the unit is missing"},
               {"24:00", "20:00", "lengths rise"}};

  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(GError) error = NULL;
    g_auto(GStrv) parts = g_strsplit(one, cases[i].line, 2);
    g_autofree char *text = g_strjoinv(cases[i].instead, parts);

    g_assert_null(al_records_parse("one.yaml", text, strlen(text), &error));
    g_assert_nonnull(strstr(error->message, cases[i].message));
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/records/levels", test_levels);
  g_test_add_func("/records/shipped", test_shipped);
  g_test_add_func("/records/errors", test_errors);
  return g_test_run();
}
