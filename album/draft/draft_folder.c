/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/draft/draft_folder.h"

#include <stdio.h>
#include <string.h>

#include "album/draft/draft_codes.h"
#include "album/draft/draft_musicbrainz.h"
#include "album/draft/draft_texts.h"
#include "album/draft/mix_files.h"
#include "album/draft/mix_tags.h"

/* The tags that hold a text of CD-TEXT, by the names that are in use. */
static const struct {
  RbTextField field;
  const char *name, *other_name;
} text_tags[] = {
    {RB_TEXT_TITLE, "TITLE", NULL},
    {RB_TEXT_PERFORMER, "ARTIST", "PERFORMER"},
    {RB_TEXT_SONGWRITER, "SONGWRITER", "LYRICIST"},
    {RB_TEXT_COMPOSER, "COMPOSER", NULL},
    {RB_TEXT_ARRANGER, "ARRANGER", NULL},
};

static const AlMixFile *
file_at(const GPtrArray *files, guint i)
{
  return g_ptr_array_index(files, i);
}

/* The first of these tags in any file: what holds for the album stands in all of them. */
static char *
find_album_tag(const GPtrArray *files, const char *name, const char *other_name,
               const char *third_name)
{
  const char *text = NULL;

  for (guint i = 0; text == NULL && i < files->len; i++)
    text = al_mix_tags_get(file_at(files, i)->tags, name, other_name, third_name, NULL);
  return al_draft_clean(g_strdup(text));
}

static void
read_track(const AlMixFile *file, const char *project_folder, AlDraft *draft)
{
  AlDraftTrack *track = al_draft_add_track(draft);
  guint number = draft->tracks->len;
  RbTexts *texts = rb_text_block_texts(g_ptr_array_index(draft->disc->text_blocks, 0), number);

  if (number > 1)
    track->gap_sectors = RB_FIRST_PAUSE_SECTORS;
  track->mix.file = al_draft_path(project_folder, file->path);
  rb_disc_track(draft->disc, number)->isrc =
      g_strdup(al_mix_tags_get(file->tags, "ISRC", "TSRC", NULL));
  for (gsize i = 0; i < G_N_ELEMENTS(text_tags); i++)
    texts->field[text_tags[i].field] = al_draft_clean(
        g_strdup(al_mix_tags_get(file->tags, text_tags[i].name, text_tags[i].other_name, NULL)));
  if (texts->field[RB_TEXT_TITLE] == NULL)
    texts->field[RB_TEXT_TITLE] = al_draft_clean(g_strdup(file->title));
  if (texts->field[RB_TEXT_PERFORMER] == NULL)
    texts->field[RB_TEXT_PERFORMER] = al_draft_clean(g_strdup(file->artist));
}

/* What all tracks have in common: the text, or NULL. */
static const char *
common_text(RbTextBlock *block, RbTextField field)
{
  const char *first = rb_text_block_texts(block, 1)->field[field];

  for (guint track = 2; track <= block->tracks->len; track++)
    if (g_strcmp0(rb_text_block_texts(block, track)->field[field], first) != 0)
      return NULL;
  return first;
}

static char *
folder_name(const char *folder)
{
  g_autofree char *whole = g_canonicalize_filename(folder, NULL);

  return al_draft_clean(g_filename_display_basename(whole));
}

/* A name that all tracks have is the album's; with tracks of several artists the album has the one
 * that the tags give it, if any. */
static void
read_album_texts(const GPtrArray *files, const char *folder, RbTextBlock *block)
{
  RbTexts *album = &block->disc;

  for (int field = RB_TEXT_PERFORMER; field < RB_TEXT_FIELDS; field++)
    album->field[field] = g_strdup(common_text(block, (RbTextField)field));
  if (album->field[RB_TEXT_PERFORMER] == NULL)
    album->field[RB_TEXT_PERFORMER] =
        find_album_tag(files, "ALBUMARTIST", "ALBUM ARTIST", "ALBUM_ARTIST");
  album->field[RB_TEXT_TITLE] = find_album_tag(files, "ALBUM", NULL, NULL);
  if (album->field[RB_TEXT_TITLE] == NULL)
    album->field[RB_TEXT_TITLE] = al_draft_clean(g_strdup(file_at(files, 0)->album));
  if (album->field[RB_TEXT_TITLE] == NULL)
    album->field[RB_TEXT_TITLE] = folder_name(folder);
  block->genre_text = find_album_tag(files, "GENRE", NULL, NULL);
  block->disc_id = find_album_tag(files, "CATALOGNUMBER", "LABELNO", "CATALOG");
}

/* The date at the start of a tag ("2026-11-20T12:00"), or as much of it as makes one; NULL where it
 * begins with no year. */
static char *
date_of(const char *text)
{
  guint year = 0, month = 0, day = 0;
  int parts = text != NULL ? sscanf(text, "%4u-%2u-%2u", &year, &month, &day) : 0;

  if (parts < 1 || year < 1000 || year > 9999)
    return NULL;
  if (parts == 3 && g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year))
    return g_strdup_printf("%04u-%02u-%02u", year, month, day);
  if (parts >= 2 && g_date_valid_month((GDateMonth)month))
    return g_strdup_printf("%04u-%02u", year, month);
  return g_strdup_printf("%04u", year);
}

static char *
find_cover(const char *folder, const char *project_folder)
{
  static const char *const names[] = {"cover.jpg", "cover.jpeg", "cover.png", "front.jpg",
                                      "front.png", "folder.jpg", "folder.png"};

  for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autofree char *path = g_build_filename(folder, names[i], NULL);

    if (g_file_test(path, G_FILE_TEST_IS_REGULAR) && g_utf8_validate(path, -1, NULL))
      return al_draft_path(project_folder, path);
  }
  return NULL;
}

/* "1" and a total beside it, or "1/2". */
static AlDiscNumber
disc_number_of(GHashTable *tags)
{
  const char *text = al_mix_tags_get(tags, "DISCNUMBER", NULL);
  const char *slash = text != NULL ? strchr(text, '/') : NULL;
  AlDiscNumber disc = {.number = al_mix_tags_number(tags, "DISCNUMBER"),
                       .count = al_mix_tags_number(tags, "DISCTOTAL")};

  if (disc.count == 0)
    disc.count = al_mix_tags_number(tags, "TOTALDISCS");
  if (disc.count == 0 && slash != NULL)
    disc.count = (guint)MIN(g_ascii_strtoull(slash + 1, NULL, 10), G_MAXUINT);
  return disc;
}

/* That of all files; where they are of several discs, or what a project cannot say, none. */
static void
read_disc_number(const GPtrArray *files, AlDiscNumber *disc)
{
  *disc = disc_number_of(file_at(files, 0)->tags);
  for (guint i = 1; i < files->len; i++)
    if (disc_number_of(file_at(files, i)->tags).number != disc->number)
      disc->number = 0;
  if (disc->number > AL_MAX_DISCS)
    disc->number = 0;
  if (disc->count > AL_MAX_DISCS || disc->count < disc->number)
    disc->count = 0;
}

/* Of the album whatever file has it, of each track its own. */
static void
read_musicbrainz(const GPtrArray *files, AlDraft *draft, RbFindings *findings)
{
  for (guint i = 0; i < files->len; i++) {
    GHashTable *tags = file_at(files, i)->tags;

    al_draft_musicbrainz_read_album(&draft->musicbrainz, tags, findings);
    al_draft_musicbrainz_read_track(&al_draft_track(draft, i + 1)->musicbrainz, tags, i + 1,
                                    findings);
  }
}

static void
read_album(const GPtrArray *files, AlDraft *draft)
{
  g_autofree char *date = find_album_tag(files, "DATE", "ORIGINALDATE", "YEAR");

  draft->disc->upc = find_album_tag(files, "BARCODE", "UPC", "EAN");
  draft->label = find_album_tag(files, "LABEL", "ORGANIZATION", "PUBLISHER");
  draft->copyright = find_album_tag(files, "COPYRIGHT", NULL, NULL);
  draft->date = date_of(date);
  read_disc_number(files, &draft->disc_number);
}

AlDraft *
al_draft_from_folder(const char *folder, const char *project_folder, RbFindings *findings,
                     GError **error)
{
  g_autoptr(GPtrArray) files = al_mix_files_find(folder, findings, error);
  g_autofree char *origin = folder_name(folder);
  AlDraft *draft;
  RbTextBlock *block;

  if (files == NULL)
    return NULL;
  draft = al_draft_new(origin);
  block = rb_disc_add_text_block(draft->disc, RB_CHARSET_ISO_8859_1, 0);
  g_array_set_size(block->tracks, files->len);
  for (guint i = 0; i < files->len; i++)
    read_track(file_at(files, i), project_folder, draft);
  read_album_texts(files, folder, block);
  read_album(files, draft);
  read_musicbrainz(files, draft, findings);
  draft->cover = find_cover(folder, project_folder);
  al_draft_fit_texts(draft, findings);
  al_draft_fit_codes(draft, findings);
  return draft;
}
