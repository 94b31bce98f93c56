/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/manifest.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "album/project/deliverable_kind.h"

#define CHANNELS 2

/* A line of SHA256SUMS: this many characters of checksum, two of separation, the name. */
#define CHECKSUM_LENGTH 64

static void
add_text(JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name(builder, name);
  if (text != NULL)
    json_builder_add_string_value(builder, text);
  else
    json_builder_add_null_value(builder);
}

/* A count, or null for 0. */
static void
add_count(JsonBuilder *builder, const char *name, gint64 count)
{
  json_builder_set_member_name(builder, name);
  if (count != 0)
    json_builder_add_int_value(builder, count);
  else
    json_builder_add_null_value(builder);
}

static void
add_number(JsonBuilder *builder, const char *name, double value)
{
  json_builder_set_member_name(builder, name);
  if (isfinite(value))
    json_builder_add_double_value(builder, value);
  else
    json_builder_add_null_value(builder);
}

/* The checksums by name. */
static GHashTable *
index_sums(const char *sums)
{
  GHashTable *index = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  g_auto(GStrv) lines = g_strsplit(sums, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (strlen(lines[i]) > CHECKSUM_LENGTH + 2)
      g_hash_table_insert(index, g_strdup(lines[i] + CHECKSUM_LENGTH + 2),
                          g_strndup(lines[i], CHECKSUM_LENGTH));
  return index;
}

static void
add_audio(JsonBuilder *builder, const AlProject *project, const AlDeliveredAudio *audio)
{
  const AlTrack *track = audio->track > 0 ? al_project_track(project, audio->track) : NULL;

  add_count(builder, "track", audio->track);
  add_text(builder, "title", track != NULL ? track->texts.field[RB_TEXT_TITLE] : NULL);
  add_text(builder, "isrc", track != NULL ? track->isrc : NULL);
  add_text(builder, "codec", audio->codec);
  add_count(builder, "rate", audio->rate);
  add_count(builder, "bits", audio->bits);
  add_count(builder, "channels", CHANNELS);
  add_count(builder, "frames", audio->frames);
  add_number(builder, "duration_seconds", (double)audio->frames / audio->rate);
  add_number(builder, "integrated_lufs", audio->integrated_lufs);
  add_number(builder, "true_peak_dbtp", audio->true_peak_dbtp);
}

static void
add_file(JsonBuilder *builder, const AlProject *project, const AlDeliveredFile *file,
         GHashTable *sums)
{
  json_builder_begin_object(builder);
  add_text(builder, "name", file->name);
  if (file->audio.codec != NULL)
    add_audio(builder, project, &file->audio);
  add_text(builder, "sha256", g_hash_table_lookup(sums, file->name));
  json_builder_end_object(builder);
}

static void
add_delivered(JsonBuilder *builder, const AlProject *project, const AlDelivered *delivered,
              GHashTable *sums)
{
  json_builder_begin_object(builder);
  add_text(builder, "name", delivered->deliverable->name);
  add_text(builder, "kind", al_kind_name(delivered->deliverable->kind));
  json_builder_set_member_name(builder, "files");
  json_builder_begin_array(builder);
  for (guint i = 0; i < delivered->files->len; i++)
    add_file(builder, project, g_ptr_array_index(delivered->files, i), sums);
  json_builder_end_array(builder);
  json_builder_end_object(builder);
}

static void
add_album(JsonBuilder *builder, const AlAlbum *album)
{
  json_builder_set_member_name(builder, "album");
  json_builder_begin_object(builder);
  add_text(builder, "title", album->texts.field[RB_TEXT_TITLE]);
  add_text(builder, "performer", album->texts.field[RB_TEXT_PERFORMER]);
  add_text(builder, "upc", album->upc);
  add_text(builder, "catalog", album->catalog);
  add_text(builder, "label", album->label);
  add_text(builder, "date", album->date);
  add_count(builder, "disc", album->disc.number);
  add_count(builder, "discs", album->disc.count);
  json_builder_end_object(builder);
}

static gboolean
was_made(const GPtrArray *delivered, const char *name)
{
  for (guint i = 0; i < delivered->len; i++) {
    const AlDelivered *one = g_ptr_array_index(delivered, i);

    if (one->failure == NULL && strcmp(one->deliverable->name, name) == 0)
      return TRUE;
  }
  return FALSE;
}

/* What is no manifest of ours says nothing. */
static void
add_kept(JsonBuilder *builder, const GPtrArray *delivered, const char *old)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable();
  JsonNode *root = old != NULL && json_parser_load_from_file(parser, old, NULL)
                       ? json_parser_get_root(parser)
                       : NULL;
  JsonObject *object =
      root != NULL && JSON_NODE_HOLDS_OBJECT(root) ? json_node_get_object(root) : NULL;
  JsonNode *list = object != NULL ? json_object_get_member(object, "deliverables") : NULL;
  JsonArray *kept = list != NULL && JSON_NODE_HOLDS_ARRAY(list) ? json_node_get_array(list) : NULL;

  for (guint i = 0; kept != NULL && i < json_array_get_length(kept); i++) {
    JsonNode *node = json_array_get_element(kept, i);
    const char *name =
        JSON_NODE_HOLDS_OBJECT(node)
            ? json_object_get_string_member_with_default(json_node_get_object(node), "name", NULL)
            : NULL;

    if (name != NULL && !was_made(delivered, name))
      json_builder_add_value(builder, json_node_copy(node));
  }
}

char *
al_manifest_make(const AlProject *project, const GPtrArray *delivered, const char *sums,
                 const char *old)
{
  g_autoptr(JsonBuilder) builder = json_builder_new();
  g_autoptr(GHashTable) index = index_sums(sums);
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object(builder);
  json_builder_set_member_name(builder, "segue");
  json_builder_add_int_value(builder, 1);
  add_album(builder, &project->album);
  json_builder_set_member_name(builder, "deliverables");
  json_builder_begin_array(builder);
  add_kept(builder, delivered, old);
  for (guint i = 0; i < delivered->len; i++) {
    const AlDelivered *one = g_ptr_array_index(delivered, i);

    if (one->failure == NULL)
      add_delivered(builder, project, one, index);
  }
  json_builder_end_array(builder);
  json_builder_end_object(builder);
  root = json_builder_get_root(builder);
  text = json_to_string(root, TRUE);
  return g_strconcat(text, "\n", NULL);
}
