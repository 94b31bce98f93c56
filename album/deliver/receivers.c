/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/receivers.h"

#include <math.h>
#include <string.h>

#include "album/deliver/services.h"
#include "album/encode/encoding.h"
#include "album/project/data_file.h"
#include "album/project/read_master.h"
#include "album/project/values.h"

static const AlChoice bits[] = {{"16", 1 << 16}, {"24", 1 << 24}, {NULL, 0}};

/* The codecs by their names, as choices of bits. */
static void
read_codecs(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  AlChoice choices[AL_CODEC_COUNT + 1] = {{NULL, 0}};
  const AlSchemaKey named = {.key = key->key, .detail = choices};

  for (int i = 0; i < AL_CODEC_COUNT; i++)
    choices[i] = (AlChoice){al_codec_name((AlCodec)i), 1 << i};
  al_value_choices(reader, value, &named, member);
}

static void
read_rates(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  GArray *rates = *(GArray **)member;

  if (!al_schema_expect(reader, value, AL_YAML_LIST, "a list of rates"))
    return;
  for (guint i = 0; i < value->items->len; i++) {
    int rate = 0;

    al_read_rate(reader, al_yaml_item(value, i), key, &rate);
    g_array_append_val(rates, rate);
  }
}

static void
read_no_metadata(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  static const AlChoice choices[] = {{"none", TRUE}, {NULL, 0}};
  const AlSchemaKey named = {.key = key->key, .detail = choices};

  al_value_choice(reader, value, &named, member);
}

static void
read_plain(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  static const AlChoice choices[] = {{"plain", TRUE}, {NULL, 0}};
  const AlSchemaKey named = {.key = key->key, .detail = choices};

  al_value_choice(reader, value, &named, member);
}

/* double, in the unit that the row's detail names. */
static void
read_quantity(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  al_value_quantity(reader, value, (AlQuantity)GPOINTER_TO_INT(key->detail), NULL, member);
}

#define QUANTITY_ROW(name, member, quantity)                                    \
  {                                                                             \
    .key = name, .read = read_quantity, .offset = offsetof(AlReceiver, member), \
    .detail = (gconstpointer)(gsize)(quantity)                                  \
  }

static const AlSchemaKey receiver_keys[] = {
    {.key = "receiver",
     .read = al_value_text,
     .offset = offsetof(AlReceiver, name),
     .required = TRUE},
    {.key = "formats", .read = read_codecs, .offset = offsetof(AlReceiver, files.codecs)},
    {.key = "rates", .read = read_rates, .offset = offsetof(AlReceiver, files.rates)},
    {.key = "bits",
     .read = al_value_choices,
     .offset = offsetof(AlReceiver, files.bits),
     .detail = bits},
    {.key = "metadata",
     .read = read_no_metadata,
     .offset = offsetof(AlReceiver, files.no_metadata)},
    {.key = "characters", .read = read_plain, .offset = offsetof(AlReceiver, files.plain_names)},
    QUANTITY_ROW("largest-file", files.most_megabytes, AL_QUANTITY_NUMBER),
    QUANTITY_ROW("shortest-track", audio.shortest_seconds, AL_QUANTITY_DURATION),
    QUANTITY_ROW("longest-silence", audio.most_silence_seconds, AL_QUANTITY_DURATION),
    QUANTITY_ROW("highest-peak", audio.highest_dbfs, AL_QUANTITY_DBFS),
    {.key = "date", .read = al_value_date, .offset = offsetof(AlReceiver, date), .required = TRUE},
    {.key = "evidence",
     .read = al_read_evidence,
     .offset = offsetof(AlReceiver, evidence),
     .required = TRUE},
    {.key = "source",
     .read = al_value_text,
     .offset = offsetof(AlReceiver, source),
     .required = TRUE},
    {.key = NULL},
};

static void
receiver_free(gpointer data)
{
  AlReceiver *receiver = data;

  g_free(receiver->name);
  g_array_unref(receiver->files.rates);
  g_free(receiver->date);
  g_free(receiver->source);
  g_free(receiver);
}

static void
read_receiver(AlReader *reader, const AlYamlNode *item, GPtrArray *receivers)
{
  AlReceiver *receiver = g_new0(AlReceiver, 1);

  receiver->files.rates = g_array_new(FALSE, FALSE, sizeof(int));
  receiver->audio.most_silence_seconds = receiver->audio.highest_dbfs = HUGE_VAL;
  g_ptr_array_add(receivers, receiver);
  al_schema_read(reader, item, "a receiver", receiver_keys, receiver);
}

static const AlDataShape receivers_shape = {
    .list = "receivers", .entry = "a receiver", .read = read_receiver, .entry_free = receiver_free};

GPtrArray *
al_receivers_parse(const char *name, const char *text, gsize length, GError **error)
{
  return al_data_file_parse(&receivers_shape, name, text, length, error);
}

GPtrArray *
al_receivers_shipped(void)
{
  return al_data_file_shipped(&receivers_shape, "receivers.yaml");
}

const AlReceiver *
al_receivers_find(const GPtrArray *receivers, const char *name)
{
  for (guint i = 0; i < receivers->len; i++) {
    const AlReceiver *receiver = g_ptr_array_index(receivers, i);

    if (strcmp(receiver->name, name) == 0)
      return receiver;
  }
  return NULL;
}
