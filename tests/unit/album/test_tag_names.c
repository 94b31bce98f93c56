/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/encode/tag_names.h"

#include <string.h>

static gboolean
is_four_letters(const char *name)
{
  return name == NULL || strlen(name) == 4;
}

static void
test_every_tag_has_names(void)
{
  for (int tag = 0; tag < AL_TAG_COUNT; tag++) {
    const AlTagNames *names = al_tag_names((AlTag)tag);

    g_assert_nonnull(names->comment);
    g_assert_true(is_four_letters(names->frame) && is_four_letters(names->info) &&
                  is_four_letters(names->atom));
  }
}

/* As Picard calls them (its documentation, "Tag Mappings"). */
static const struct {
  AlTag tag;
  const char *comment, *frame, *free;
} picard[] = {
    {AL_TAG_MUSICBRAINZ_RELEASE, "MUSICBRAINZ_ALBUMID", "TXXX", "MusicBrainz Album Id"},
    {AL_TAG_MUSICBRAINZ_RELEASE_GROUP, "MUSICBRAINZ_RELEASEGROUPID", "TXXX",
     "MusicBrainz Release Group Id"},
    {AL_TAG_MUSICBRAINZ_ALBUM_ARTIST, "MUSICBRAINZ_ALBUMARTISTID", "TXXX",
     "MusicBrainz Album Artist Id"},
    {AL_TAG_MUSICBRAINZ_RECORDING, "MUSICBRAINZ_TRACKID", "UFID", "MusicBrainz Track Id"},
    {AL_TAG_MUSICBRAINZ_TRACK, "MUSICBRAINZ_RELEASETRACKID", "TXXX",
     "MusicBrainz Release Track Id"},
    {AL_TAG_MUSICBRAINZ_ARTIST, "MUSICBRAINZ_ARTISTID", "TXXX", "MusicBrainz Artist Id"},
    {AL_TAG_UPC, "BARCODE", "TXXX", "BARCODE"},
    {AL_TAG_CATALOG, "CATALOGNUMBER", "TXXX", "CATALOGNUMBER"},
};

static void
test_picard(void)
{
  for (guint i = 0; i < G_N_ELEMENTS(picard); i++) {
    const AlTagNames *names = al_tag_names(picard[i].tag);

    g_assert_cmpstr(names->comment, ==, picard[i].comment);
    g_assert_cmpstr(names->frame, ==, picard[i].frame);
    g_assert_cmpstr(al_tag_names_free(names), ==, picard[i].free);
  }
}

/* A text of blanks is one value, unless it is of ids. */
static void
test_split(void)
{
  g_auto(GStrv) title = al_tag_names_split(al_tag_names(AL_TAG_TITLE), "One of Two");
  g_auto(GStrv) artists = al_tag_names_split(al_tag_names(AL_TAG_MUSICBRAINZ_ARTIST), "a b");

  g_assert_cmpuint(g_strv_length(title), ==, 1);
  g_assert_cmpstr(title[0], ==, "One of Two");
  g_assert_cmpuint(g_strv_length(artists), ==, 2);
  g_assert_cmpstr(artists[1], ==, "b");
}

static gboolean
same(const char *a, const char *b)
{
  return a != NULL && g_strcmp0(a, b) == 0;
}

static void
test_no_name_twice(void)
{
  for (int a = 0; a < AL_TAG_COUNT; a++)
    for (int b = 0; b < a; b++) {
      const AlTagNames *one = al_tag_names((AlTag)a);
      const AlTagNames *other = al_tag_names((AlTag)b);

      g_assert_false(same(one->comment, other->comment));
      g_assert_false(same(al_tag_names_free(one), al_tag_names_free(other)));
      g_assert_false(same(one->frame, other->frame) && strcmp(one->frame, "TXXX") != 0);
      g_assert_false(same(one->info, other->info));
      g_assert_false(same(one->atom, other->atom));
    }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/tag_names/every tag has names", test_every_tag_has_names);
  g_test_add_func("/tag_names/no name twice", test_no_name_twice);
  g_test_add_func("/tag_names/Picard", test_picard);
  g_test_add_func("/tag_names/split", test_split);
  return g_test_run();
}
