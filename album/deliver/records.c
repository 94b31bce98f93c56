/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/records.h"

#include "album/deliver/services.h"
#include "album/project/data_file.h"
#include "album/project/read_sides.h"
#include "album/project/values.h"

static void
read_seconds(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  (void)key;
  al_value_quantity(reader, value, AL_QUANTITY_DURATION, NULL, member);
}

static void
read_db(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  (void)key;
  al_value_quantity(reader, value, AL_QUANTITY_DB, NULL, member);
}

static void
read_levels(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  static const AlSchemaKey keys[] = {
      {.key = "level",
       .read = read_db,
       .offset = offsetof(AlRecordLevel, level_db),
       .required = TRUE},
      {.key = "length",
       .read = read_seconds,
       .offset = offsetof(AlRecordLevel, seconds),
       .required = TRUE},
      {.key = NULL},
  };
  GArray *levels = *(GArray **)member;

  (void)key;
  if (!al_schema_expect(reader, value, AL_YAML_LIST, "a list of levels"))
    return;
  for (guint i = 0; i < value->items->len; i++) {
    AlRecordLevel level = {0};

    al_schema_read(reader, al_yaml_item(value, i), "a level", keys, &level);
    if (i > 0 && level.seconds <= g_array_index(levels, AlRecordLevel, i - 1).seconds)
      al_schema_tell(reader, al_yaml_item(value, i), NULL, "lengths rise from level to level");
    g_array_append_val(levels, level);
  }
}

static const AlSchemaKey record_keys[] = {
    {.key = "record",
     .read = al_read_record_form,
     .offset = offsetof(AlRecord, form),
     .required = TRUE},
    {.key = "speed", .read = al_read_record_speed, .offset = offsetof(AlRecord, speed)},
    {.key = "ideal",
     .read = read_seconds,
     .offset = offsetof(AlRecord, ideal_seconds),
     .required = TRUE},
    {.key = "longest",
     .read = read_seconds,
     .offset = offsetof(AlRecord, longest_seconds),
     .required = TRUE},
    {.key = "head", .read = read_seconds, .offset = offsetof(AlRecord, head_seconds)},
    {.key = "levels", .read = read_levels, .offset = offsetof(AlRecord, levels)},
    {.key = "date", .read = al_value_date, .offset = offsetof(AlRecord, date), .required = TRUE},
    {.key = "evidence",
     .read = al_read_evidence,
     .offset = offsetof(AlRecord, evidence),
     .required = TRUE},
    {.key = "source",
     .read = al_value_text,
     .offset = offsetof(AlRecord, source),
     .required = TRUE},
    {.key = NULL},
};

static void
record_free(gpointer data)
{
  AlRecord *record = data;

  g_array_unref(record->levels);
  g_free(record->date);
  g_free(record->source);
  g_free(record);
}

static void
read_record(AlReader *reader, const AlYamlNode *item, GPtrArray *records)
{
  AlRecord *record = g_new0(AlRecord, 1);

  record->levels = g_array_new(FALSE, FALSE, sizeof(AlRecordLevel));
  g_ptr_array_add(records, record);
  al_schema_read(reader, item, "a record", record_keys, record);
}

static const AlDataShape records_shape = {
    .list = "records", .entry = "a record", .read = read_record, .entry_free = record_free};

GPtrArray *
al_records_parse(const char *name, const char *text, gsize length, GError **error)
{
  return al_data_file_parse(&records_shape, name, text, length, error);
}

GPtrArray *
al_records_shipped(void)
{
  return al_data_file_shipped(&records_shape, "records.yaml");
}

const AlRecord *
al_records_find(const GPtrArray *records, AlRecordForm form, int speed)
{
  for (guint i = 0; i < records->len; i++) {
    const AlRecord *record = g_ptr_array_index(records, i);

    if (record->form == form && record->speed == speed)
      return record;
  }
  return NULL;
}

gboolean
al_record_level(const AlRecord *record, double seconds, double *level_db)
{
  const AlRecordLevel *levels = (const AlRecordLevel *)(gconstpointer)record->levels->data;
  guint i = 1;

  if (record->levels->len == 0)
    return FALSE;
  *level_db = levels[0].level_db;
  for (; i < record->levels->len && seconds > levels[i - 1].seconds; i++) {
    double share =
        MIN(1, (seconds - levels[i - 1].seconds) / (levels[i].seconds - levels[i - 1].seconds));

    *level_db = levels[i - 1].level_db + share * (levels[i].level_db - levels[i - 1].level_db);
  }
  return TRUE;
}
