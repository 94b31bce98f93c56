/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/services.h"

#include <string.h>

static const char one[] = "services:\n"
                          "  - service: Radio One\n"
                          "    mode: Night\n"
                          "    reference: -20.5 LUFS\n"
                          "    by: loudest-track\n"
                          "    does: up-to-peaks\n"
                          "    headroom: -2 dBTP\n"
                          "    peak-advice: -3 dBTP\n"
                          "    date: 2024-05\n"
                          "    evidence: measured\n"
                          "    source: a letter\n"
                          "  - service: Quiet Shop\n"
                          "    reference: none\n"
                          "    by: track\n"
                          "    does: nothing\n"
                          "    date: 2020\n"
                          "    evidence: published\n"
                          "    source: its page\n"
                          "    note: for ever\n";

static void
test_parse(void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) services = al_services_parse("one.yaml", one, strlen(one), &error);
  const AlService *night, *shop;

  g_assert_no_error(error);
  g_assert_cmpuint(services->len, ==, 2);
  night = g_ptr_array_index(services, 0);
  g_assert_cmpstr(night->name, ==, "Radio One");
  g_assert_cmpstr(night->mode, ==, "Night");
  g_assert_true(night->reference_lufs == -20.5 && night->headroom_dbtp == -2);
  g_assert_true(night->peak_advice_dbtp == -3);
  g_assert_cmpint(night->by, ==, AL_SERVICE_BY_LOUDEST_TRACK);
  g_assert_cmpint(night->does, ==, AL_SERVICE_DOES_UP_TO_PEAKS);
  g_assert_cmpint(night->evidence, ==, AL_EVIDENCE_MEASURED);
  g_assert_cmpstr(night->date, ==, "2024-05");
  g_assert_cmpstr(night->source, ==, "a letter");
  g_assert_null(night->note);
  shop = g_ptr_array_index(services, 1);
  g_assert_null(shop->mode);
  g_assert_true(shop->reference_lufs == AL_SERVICE_NONE);
  g_assert_true(shop->headroom_dbtp == AL_SERVICE_NONE);
  g_assert_true(shop->peak_advice_dbtp == AL_SERVICE_NONE);
  g_assert_cmpstr(shop->note, ==, "for ever");
}

/* What is put in the place of a line, and what the message must hold. */
static void
test_errors(void)
{
  static const struct {
    const char *line, *instead, *message;
  } cases[] = {
      {"    date: 2024-05\n", "", "date"},
      {"date: 2024-05", "date: 2024-13", "one.yaml:9:11: error: this is not a date"},
      {"-20.5 LUFS", "-20.5", "one.yaml:4:16: error: the unit is missing"},
      {"headroom: -2 dBTP", "headroom: -2 dB", "one.yaml:7:15"},
      {"    headroom: -2 dBTP\n", "", "headroom and does contradict each other"},
      {"does: up-to-peaks", "does: down", "headroom and does contradict each other"},
      {"does: nothing", "does: down", "reference and does contradict each other"},
      {"reference: -20.5 LUFS", "reference: none", "reference and does contradict each other"},
      {"evidence: measured", "evidence: hearsay", "published, measured or industry-cited"},
      {"peak-advice:", "peak-advise:", "peak-advice"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(GError) error = NULL;
    g_auto(GStrv) parts = g_strsplit(one, cases[i].line, 2);
    g_autofree char *text = g_strjoinv(cases[i].instead, parts);

    g_assert_cmpuint(g_strv_length(parts), ==, 2);
    g_assert_null(al_services_parse("one.yaml", text, strlen(text), &error));
    g_test_message("%s", error->message);
    g_assert_nonnull(strstr(error->message, cases[i].message));
  }
  g_assert_null(al_services_parse("one.yaml", "services: none", 14, NULL));
  g_assert_null(al_services_parse("one.yaml", "", 0, NULL));
  g_assert_null(al_services_parse("one.yaml", "services: [", 11, NULL));
}

static gboolean
is_level(double db)
{
  return db >= -30 && db <= 0;
}

/* Every entry that the program comes with is complete and plausible. */
static void
test_shipped(void)
{
  g_autoptr(GPtrArray) services = al_services_shipped();
  g_autoptr(GHashTable) names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

  g_assert_cmpuint(services->len, >=, 10);
  for (guint i = 0; i < services->len; i++) {
    const AlService *service = g_ptr_array_index(services, i);
    guint64 year = g_ascii_strtoull(service->date, NULL, 10);

    g_test_message("%s, %s, %s", service->name, service->date, al_evidence_name(service->evidence));
    g_assert_cmpuint(year, >=, 2015);
    g_assert_cmpuint(year, <=, 2026);
    g_assert_cmpuint(strlen(service->source), >=, 8);
    g_assert_true(service->does == AL_SERVICE_DOES_NOTHING || is_level(service->reference_lufs));
    g_assert_true(service->does != AL_SERVICE_DOES_UP_TO_PEAKS || is_level(service->headroom_dbtp));
    g_assert_true(service->peak_advice_dbtp == AL_SERVICE_NONE ||
                  is_level(service->peak_advice_dbtp));
    g_assert_true(g_hash_table_add(
        names, g_strconcat(service->name, "/", service->mode != NULL ? service->mode : "", NULL)));
  }
}

static void
test_evidence_names(void)
{
  g_assert_cmpstr(al_evidence_name(AL_EVIDENCE_PUBLISHED), ==, "published");
  g_assert_cmpstr(al_evidence_name(AL_EVIDENCE_MEASURED), ==, "measured");
  g_assert_cmpstr(al_evidence_name(AL_EVIDENCE_INDUSTRY_CITED), ==, "industry-cited");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/services/parse", test_parse);
  g_test_add_func("/services/errors", test_errors);
  g_test_add_func("/services/shipped", test_shipped);
  g_test_add_func("/services/evidence_names", test_evidence_names);
  return g_test_run();
}
