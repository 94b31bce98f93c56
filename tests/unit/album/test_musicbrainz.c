/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/musicbrainz.h"

#define UUID "2a3f5e10-7c44-4b1d-9e57-d0c9b8a7f63"

static void
test_normalise(void)
{
  static const struct {
    const char *text, *id;
  } rows[] = {
      {UUID "0", UUID "0"},
      {"2A3F5E10-7C44-4B1D-9E57-D0C9B8A7F630", UUID "0"},
      {"", NULL},
      {UUID, NULL},
      {UUID "00", NULL},
      {UUID "g", NULL},
      {" " UUID "0", NULL},
      {"{" UUID "0}", NULL},
      {"2a3f5e107c444b1d9e57d0c9b8a7f630", NULL},
      {"2a3f5e1-07c44-4b1d-9e57-d0c9b8a7f630", NULL},
  };

  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree char *id = al_musicbrainz_normalise(rows[i].text);

    g_assert_cmpstr(id, ==, rows[i].id);
  }
}

static void
test_artists(void)
{
  AlMusicBrainz ids = {0};

  g_assert_true(al_musicbrainz_add_artist(&ids, UUID "0"));
  g_assert_true(al_musicbrainz_add_artist(&ids, UUID "1"));
  g_assert_false(al_musicbrainz_add_artist(&ids, UUID "0"));
  g_assert_cmpstr(ids.artist, ==, UUID "0 " UUID "1");
  al_musicbrainz_clear(&ids);
  g_assert_null(ids.artist);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/musicbrainz/normalise", test_normalise);
  g_test_add_func("/musicbrainz/artists", test_artists);
  return g_test_run();
}
