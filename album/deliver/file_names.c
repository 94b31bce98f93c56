/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/file_names.h"

#include "album/project/name_pattern.h"
#include "album/project/plain_text.h"

/* In words that the names can have. */
static const char *
album_text(const AlProject *project, const AlDeliverable *deliverable, RbTextField field)
{
  return deliverable->files.characters == AL_CHARACTERS_UNICODE
             ? project->album.texts.field[field]
             : al_plain_album_text(&project->album, field);
}

static const char *
track_text(const AlProject *project, const AlDeliverable *deliverable, guint number,
           RbTextField field)
{
  const AlTrack *track = al_project_track(project, number);

  return deliverable->files.characters == AL_CHARACTERS_UNICODE ? track->texts.field[field]
                                                                : al_plain_track_text(track, field);
}

char *
al_track_name(const AlProject *project, const AlDeliverable *deliverable, guint number)
{
  const AlTrack *track = al_project_track(project, number);
  const char *artist = track_text(project, deliverable, number, RB_TEXT_PERFORMER);
  const char *album_artist = album_text(project, deliverable, RB_TEXT_PERFORMER);
  g_autofree char *text = g_strdup_printf("%02u", number);
  const char *const values[AL_NAME_COUNT] = {
      [AL_NAME_TRACK] = text,
      [AL_NAME_TITLE] = track_text(project, deliverable, number, RB_TEXT_TITLE),
      [AL_NAME_ARTIST] = artist != NULL ? artist : album_artist,
      [AL_NAME_ALBUM] = album_text(project, deliverable, RB_TEXT_TITLE),
      [AL_NAME_CATALOG] = project->album.catalog,
      [AL_NAME_ISRC] = track->isrc};

  return al_name_pattern_expand(deliverable->files.names, values, deliverable->files.characters);
}

char *
al_album_name(const AlProject *project, const AlDeliverable *deliverable)
{
  const char *const values[AL_NAME_COUNT] = {[AL_NAME_ALBUM] =
                                                 album_text(project, deliverable, RB_TEXT_TITLE)};

  return al_name_pattern_expand("{album}", values, deliverable->files.characters);
}

char *
al_side_name(const AlProject *project, const AlDeliverable *deliverable, guint side)
{
  const char letter[] = {(char)('A' + side), '\0'};
  const char *title = album_text(project, deliverable, RB_TEXT_TITLE);
  const char *const values[AL_NAME_COUNT] = {
      [AL_NAME_TRACK] = letter,
      [AL_NAME_TITLE] = title,
      [AL_NAME_ARTIST] = album_text(project, deliverable, RB_TEXT_PERFORMER),
      [AL_NAME_ALBUM] = title,
      [AL_NAME_CATALOG] = project->album.catalog};

  return al_name_pattern_expand(deliverable->files.names, values, deliverable->files.characters);
}

/* Only what has the same format lies in the same folder. */
static gboolean
album_lies_beside_tracks(const AlFileSettings *files)
{
  for (guint i = 0; i < files->album_formats->len; i++)
    for (guint k = 0; k < files->formats->len; k++)
      if (al_encoding_same_form(&g_array_index(files->album_formats, AlFormat, i).encoding,
                                &g_array_index(files->formats, AlFormat, k).encoding))
        return TRUE;
  return FALSE;
}

/* Among the numbers of tracks. */
#define ALBUM G_MAXUINT

/* `seen`: from names, in small letters, to numbers of tracks. */
static void
check_name(const AlProject *project, const AlDeliverable *deliverable, guint number,
           GHashTable *seen)
{
  g_autofree char *name = al_track_name(project, deliverable, number);
  char *folded = g_utf8_casefold(name, -1);
  guint other = GPOINTER_TO_UINT(g_hash_table_lookup(seen, folded));
  g_autofree char *both = other == ALBUM
                              ? g_strdup_printf("file of track %u and that of the album", number)
                              : g_strdup_printf("files of tracks %u and %u", other, number);

  if (other != 0)
    al_diagnostics_add(
        project->diagnostics, deliverable->files.place, "put {track} into the pattern of names",
        "the %s in %s would have the same name: \"%s\"", both, deliverable->name, name);
  g_hash_table_insert(seen, folded, GUINT_TO_POINTER(other != 0 ? other : number));
}

void
al_file_names_check(const AlProject *project, const AlDeliverable *deliverable)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

  if (album_lies_beside_tracks(&deliverable->files)) {
    g_autofree char *album = al_album_name(project, deliverable);

    g_hash_table_insert(seen, g_utf8_casefold(album, -1), GUINT_TO_POINTER(ALBUM));
  }
  for (guint number = 1; number <= project->tracks->len; number++)
    check_name(project, deliverable, number, seen);
}
