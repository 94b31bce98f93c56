/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/services.h"

#include <string.h>

#include "album/project/data_file.h"
#include "album/project/values.h"

static const AlChoice by_words[] = {
    {"album", AL_SERVICE_BY_ALBUM},
    {"loudest-track", AL_SERVICE_BY_LOUDEST_TRACK},
    {"track", AL_SERVICE_BY_TRACK},
    {NULL, 0},
};

static const AlChoice does_words[] = {
    {"nothing", AL_SERVICE_DOES_NOTHING},
    {"down", AL_SERVICE_DOES_DOWN},
    {"up-to-peaks", AL_SERVICE_DOES_UP_TO_PEAKS},
    {"up-limited", AL_SERVICE_DOES_UP_LIMITED},
    {NULL, 0},
};

static const AlChoice evidence_words[] = {
    {"published", AL_EVIDENCE_PUBLISHED},
    {"measured", AL_EVIDENCE_MEASURED},
    {"industry-cited", AL_EVIDENCE_INDUSTRY_CITED},
    {NULL, 0},
};

void
al_read_evidence(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  const AlSchemaKey named = {.key = key->key, .detail = evidence_words};

  al_value_choice(reader, value, &named, member);
}

static void
read_reference(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  (void)key;
  if (value->kind != AL_YAML_TEXT || strcmp(value->text, "none") != 0)
    al_value_quantity(reader, value, AL_QUANTITY_LUFS, NULL, member);
}

static void
read_peak(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  (void)key;
  al_value_quantity(reader, value, AL_QUANTITY_DBTP, NULL, member);
}

static const AlSchemaKey service_keys[] = {
    {.key = "service",
     .read = al_value_text,
     .offset = offsetof(AlService, name),
     .required = TRUE},
    {.key = "mode", .read = al_value_text, .offset = offsetof(AlService, mode)},
    {.key = "reference",
     .read = read_reference,
     .offset = offsetof(AlService, reference_lufs),
     .required = TRUE},
    {.key = "by",
     .read = al_value_choice,
     .offset = offsetof(AlService, by),
     .required = TRUE,
     .detail = by_words},
    {.key = "does",
     .read = al_value_choice,
     .offset = offsetof(AlService, does),
     .required = TRUE,
     .detail = does_words},
    {.key = "headroom", .read = read_peak, .offset = offsetof(AlService, headroom_dbtp)},
    {.key = "peak-advice", .read = read_peak, .offset = offsetof(AlService, peak_advice_dbtp)},
    {.key = "date", .read = al_value_date, .offset = offsetof(AlService, date), .required = TRUE},
    {.key = "evidence",
     .read = al_read_evidence,
     .offset = offsetof(AlService, evidence),
     .required = TRUE},
    {.key = "source",
     .read = al_value_text,
     .offset = offsetof(AlService, source),
     .required = TRUE},
    {.key = "note", .read = al_value_text, .offset = offsetof(AlService, note)},
    {.key = NULL},
};

static void
service_free(gpointer data)
{
  AlService *service = data;

  g_free(service->name);
  g_free(service->mode);
  g_free(service->date);
  g_free(service->source);
  g_free(service->note);
  g_free(service);
}

/* What one key cannot know of another. */
static void
check_service(AlReader *reader, const AlYamlNode *item, const AlService *service)
{
  if ((service->does == AL_SERVICE_DOES_NOTHING) == isfinite(service->reference_lufs))
    al_schema_tell(reader, item, "a service that does something has a reference, others have none",
                   "reference and does contradict each other");
  if ((service->does == AL_SERVICE_DOES_UP_TO_PEAKS) != isfinite(service->headroom_dbtp))
    al_schema_tell(reader, item, "it stands with up-to-peaks, and only there",
                   "headroom and does contradict each other");
}

static void
read_service(AlReader *reader, const AlYamlNode *item, GPtrArray *services)
{
  AlService *service = g_new0(AlService, 1);
  guint before = al_diagnostics_count(reader->diagnostics);

  service->reference_lufs = service->headroom_dbtp = AL_SERVICE_NONE;
  service->peak_advice_dbtp = AL_SERVICE_NONE;
  g_ptr_array_add(services, service);
  al_schema_read(reader, item, "a service", service_keys, service);
  if (al_diagnostics_count(reader->diagnostics) == before)
    check_service(reader, item, service);
}

static const AlDataShape services_shape = {
    .list = "services", .entry = "a service", .read = read_service, .entry_free = service_free};

GPtrArray *
al_services_parse(const char *name, const char *text, gsize length, GError **error)
{
  return al_data_file_parse(&services_shape, name, text, length, error);
}

GPtrArray *
al_services_shipped(void)
{
  return al_data_file_shipped(&services_shape, "services.yaml");
}

const char *
al_evidence_name(AlEvidence evidence)
{
  g_assert((gsize)evidence + 1 < G_N_ELEMENTS(evidence_words));
  return evidence_words[evidence].word;
}
