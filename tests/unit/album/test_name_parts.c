/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/draft/name_parts.h"

#define MOST 4

typedef struct {
  const char *name, *names[MOST];
  struct {
    guint number;
    const char *artist, *album, *title;
  } parts[MOST];
} Album;

static const Album albums[] = {
    {"numbers and titles",
     {"01 Harbour Lights.wav", "2. Fog.flac", "003_Tide.aiff", "10-Last_Light.wav"},
     {{1, NULL, NULL, "Harbour Lights"},
      {2, NULL, NULL, "Fog"},
      {3, NULL, NULL, "Tide"},
      {10, NULL, NULL, "Last Light"}}},
    {"artists between number and title",
     {"01 - The Lanterns - Harbour Lights.wav", "02 - Mara - Fog - Part One.wav"},
     {{1, "The Lanterns", NULL, "Harbour Lights"}, {2, "Mara", NULL, "Fog - Part One"}}},
    {"a dash in one title is no artist",
     {"01 - Fog - Part One.wav", "02 - Tide.wav"},
     {{1, NULL, NULL, "Fog - Part One"}, {2, NULL, NULL, "Tide"}}},
    {"artist and album before the number",
     {"The Lanterns - Night Ferry - 01 Harbour.wav", "The Lanterns - Night Ferry - 02 Fog.wav"},
     {{1, "The Lanterns", "Night Ferry", "Harbour"}, {2, "The Lanterns", "Night Ferry", "Fog"}}},
    {"artist before the title, no numbers",
     {"The Lanterns - Harbour.wav", "The Lanterns - Fog.wav"},
     {{0, "The Lanterns", NULL, "Harbour"}, {0, "The Lanterns", NULL, "Fog"}}},
    {"titles that are numbers or begin with one",
     {"1979.wav", "7.wav", "99 Luftballons.wav", "2000 Miles.wav"},
     {{0, NULL, NULL, "1979"},
      {0, NULL, NULL, "7"},
      {99, NULL, NULL, "Luftballons"},
      {0, NULL, NULL, "2000 Miles"}}},
    {"one file", {"01 - Mara - Fog.wav"}, {{1, "Mara", NULL, "Fog"}}},
    {"odd names",
     {".wav", "noending", " - .wav", "7th Heaven.wav"},
     {{0, NULL, NULL, ".wav"},
      {0, NULL, NULL, "noending"},
      {0, NULL, NULL, "-"},
      {0, NULL, NULL, "7th Heaven"}}},
};

static void
test_album(gconstpointer data)
{
  const Album *album = data;
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  g_autoptr(GArray) parts = NULL;

  for (guint i = 0; i < MOST && album->names[i] != NULL; i++)
    g_ptr_array_add(names, (gpointer)(gsize)album->names[i]);
  parts = al_name_parts_split(names);
  g_assert_cmpuint(parts->len, ==, names->len);
  for (guint i = 0; i < parts->len; i++) {
    const AlNameParts *got = &g_array_index(parts, AlNameParts, i);

    g_assert_cmpuint(got->number, ==, album->parts[i].number);
    g_assert_cmpstr(got->artist, ==, album->parts[i].artist);
    g_assert_cmpstr(got->album, ==, album->parts[i].album);
    g_assert_cmpstr(got->title, ==, album->parts[i].title);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(albums); i++) {
    g_autofree char *path = g_strconcat("/name_parts/", albums[i].name, NULL);

    g_test_add_data_func(path, &albums[i], test_album);
  }
  return g_test_run();
}
