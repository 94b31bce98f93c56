/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/manifest.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "album/error.h"
#include "tests/support/sound_file.h"

#define HEX_A "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define HEX_B "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"

static const char yaml[] = "segue: 1\n"
                           "album: {title: Night Ferry, upc: 4006381333931, disc: 2}\n"
                           "tracks: [{file: /dev/null, title: Fog, isrc: FR-ABC-26-00001}]\n"
                           "deliver: {streaming: {}, download: {}}\n";

typedef struct {
  AlProject *project;
  AlTimeline *timeline;
  GPtrArray *delivered;
} Fixture;

static void
set_up(Fixture *fixture, gconstpointer data)
{
  static const gint64 frames[] = {0, 441000};

  (void)data;
  fixture->project = al_project_parse("album.yaml", yaml, strlen(yaml));
  fixture->timeline = al_timeline_new(fixture->project, 44100, frames);
  fixture->delivered = g_ptr_array_new_with_free_func((GDestroyNotify)al_delivered_free);
  g_assert_cmpuint(al_diagnostics_count(fixture->project->diagnostics), ==, 0);
}

static void
tear_down(Fixture *fixture, gconstpointer data)
{
  (void)data;
  g_ptr_array_unref(fixture->delivered);
  al_timeline_free(fixture->timeline);
  al_project_free(fixture->project);
}

static AlDelivered *
deliver(const Fixture *fixture, guint i, const char *file)
{
  const AlDeliveredAudio audio = {.codec = "flac",
                                  .rate = 44100,
                                  .bits = 24,
                                  .frames = 441000,
                                  .track = 1,
                                  .integrated_lufs = -14,
                                  .true_peak_dbtp = -HUGE_VAL};
  AlDelivered *delivered =
      al_delivered_new(al_project_deliverable(fixture->project, i), fixture->timeline);

  al_delivered_add_file(delivered, file, &audio);
  al_delivered_add_file(delivered, "streaming/list.txt", NULL);
  g_ptr_array_add(fixture->delivered, delivered);
  return delivered;
}

/* File `file` of deliverable `deliverable` in a manifest; frees with json_node_unref(). */
static JsonObject *
file_of(JsonNode *root, guint deliverable, guint file)
{
  JsonArray *list = json_object_get_array_member(json_node_get_object(root), "deliverables");
  JsonObject *one = json_array_get_object_element(list, deliverable);

  return json_array_get_object_element(json_object_get_array_member(one, "files"), file);
}

static void
test_fields(Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autoptr(JsonNode) root = NULL;
  JsonObject *album, *fog;

  (void)data;
  deliver(fixture, 0, "streaming/01 Fog.flac");
  text = al_manifest_make(fixture->project, fixture->delivered,
                          HEX_A "  streaming/01 Fog.flac\n" HEX_B "  streaming/list.txt\n", NULL);
  root = json_from_string(text, NULL);
  fog = file_of(root, 0, 0);
  album = json_object_get_object_member(json_node_get_object(root), "album");
  g_assert_cmpint(json_object_get_int_member(album, "disc"), ==, 2);
  g_assert_true(json_object_get_null_member(album, "discs"));
  g_assert_cmpstr(json_object_get_string_member(fog, "name"), ==, "streaming/01 Fog.flac");
  g_assert_cmpint(json_object_get_int_member(fog, "track"), ==, 1);
  g_assert_cmpstr(json_object_get_string_member(fog, "title"), ==, "Fog");
  g_assert_cmpstr(json_object_get_string_member(fog, "isrc"), ==, "FRABC2600001");
  g_assert_cmpstr(json_object_get_string_member(fog, "codec"), ==, "flac");
  g_assert_cmpint(json_object_get_int_member(fog, "rate"), ==, 44100);
  g_assert_cmpint(json_object_get_int_member(fog, "bits"), ==, 24);
  g_assert_cmpint(json_object_get_int_member(fog, "channels"), ==, 2);
  g_assert_cmpint(json_object_get_int_member(fog, "frames"), ==, 441000);
  g_assert_cmpfloat(json_object_get_double_member(fog, "duration_seconds"), ==, 10);
  g_assert_cmpfloat(json_object_get_double_member(fog, "integrated_lufs"), ==, -14);
  g_assert_true(json_object_get_null_member(fog, "true_peak_dbtp"));
  g_assert_cmpstr(json_object_get_string_member(fog, "sha256"), ==, HEX_A);
  g_assert_false(json_object_has_member(file_of(root, 0, 1), "codec"));
  g_assert_cmpstr(json_object_get_string_member(file_of(root, 0, 1), "sha256"), ==, HEX_B);
}

static guint
deliverables_in(const char *text)
{
  g_autoptr(JsonNode) root = json_from_string(text, NULL);

  return json_array_get_length(
      json_object_get_array_member(json_node_get_object(root), "deliverables"));
}

/* What was not made now is told as the old manifest tells it; what was made, once. */
static void
test_keeps_old(Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = test_folder_new();
  g_autofree char *path = g_build_filename(folder, AL_MANIFEST_NAME, NULL);
  g_autofree char *first = NULL, *second = NULL, *third = NULL;
  AlDelivered *download;

  (void)data;
  deliver(fixture, 0, "streaming/01 Fog.flac");
  first = al_manifest_make(fixture->project, fixture->delivered, "", NULL);
  g_assert_true(g_file_set_contents(path, first, -1, NULL));
  g_ptr_array_set_size(fixture->delivered, 0);
  download = deliver(fixture, 1, "download/01 Fog.flac");
  second = al_manifest_make(fixture->project, fixture->delivered, "", path);
  g_assert_cmpuint(deliverables_in(second), ==, 2);
  g_assert_nonnull(strstr(second, "streaming/01 Fog.flac"));
  g_assert_true(g_file_set_contents(path, second, -1, NULL));
  download->failure = g_error_new(AL_ERROR, AL_ERROR_WRITE, "no room");
  third = al_manifest_make(fixture->project, fixture->delivered, "", path);
  g_assert_cmpstr(third, ==, second);
  test_folder_remove(g_steal_pointer(&folder));
}

/* An old manifest that is none says nothing, whatever it is. */
static void
test_foreign(Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {"", "{", "[]", "{\"deliverables\": 3}",
                                      "{\"deliverables\": [1, [], {\"name\": 4}, null]}"};
  g_autofree char *folder = test_folder_new();
  g_autofree char *path = g_build_filename(folder, AL_MANIFEST_NAME, NULL);
  g_autofree char *expected = NULL;

  (void)data;
  deliver(fixture, 0, "streaming/01 Fog.flac");
  expected = al_manifest_make(fixture->project, fixture->delivered, "", NULL);
  for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
    g_autofree char *text = NULL;

    g_assert_true(g_file_set_contents(path, texts[i], -1, NULL));
    text = al_manifest_make(fixture->project, fixture->delivered, "", path);
    g_assert_cmpstr(text, ==, expected);
  }
  test_folder_remove(g_steal_pointer(&folder));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add("/manifest/fields", Fixture, NULL, set_up, test_fields, tear_down);
  g_test_add("/manifest/keeps_old", Fixture, NULL, set_up, test_keeps_old, tear_down);
  g_test_add("/manifest/foreign", Fixture, NULL, set_up, test_foreign, tear_down);
  return g_test_run();
}
