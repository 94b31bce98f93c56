/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/draft/mix_files.h"

#include "album/audio/audio_files.h"
#include "album/audio/mix.h"
#include "album/audio/natural_order.h"
#include "album/draft/mix_tags.h"
#include "album/draft/name_parts.h"
#include "album/error.h"
#include "redbook/sector.h"

static void
mix_file_free(gpointer data)
{
  AlMixFile *file = data;

  g_free(file->path);
  g_hash_table_unref(file->tags);
  g_free(file->artist);
  g_free(file->album);
  g_free(file->title);
  g_free(file);
}

/* The paths of the audio files of one folder, behind those that are there. */
static gboolean
add_paths(const char *folder, GPtrArray *paths, GError **error)
{
  g_autoptr(GPtrArray) names = al_audio_files_list(folder, error);

  for (guint i = 0; names != NULL && i < names->len; i++)
    g_ptr_array_add(paths, g_build_filename(folder, g_ptr_array_index(names, i), NULL));
  return names != NULL;
}

static GPtrArray *
list_folders(const char *folder)
{
  GPtrArray *folders = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GDir) entries = g_dir_open(folder, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name(entries)) != NULL) {
    g_autofree char *path = g_build_filename(folder, name, NULL);

    if (name[0] != '.' && g_file_test(path, G_FILE_TEST_IS_DIR))
      g_ptr_array_add(folders, g_steal_pointer(&path));
  }
  g_ptr_array_sort(folders, al_natural_order_sort);
  return folders;
}

static GPtrArray *
list_paths(const char *folder, GError **error)
{
  g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GPtrArray) folders = list_folders(folder);
  gboolean below;

  if (!add_paths(folder, paths, error))
    return NULL;
  below = paths->len == 0;
  for (guint i = 0; below && i < folders->len; i++)
    if (!add_paths(g_ptr_array_index(folders, i), paths, error))
      return NULL;
  return g_steal_pointer(&paths);
}

/* Whether a project file could name this file and a render could read it. */
static gboolean
can_be_used(const char *path, RbFindings *findings)
{
  g_autofree char *name = g_filename_display_basename(path);
  g_autoptr(GError) error = NULL;
  AlMixInfo info;

  if (!g_utf8_validate(path, -1, NULL))
    rb_findings_add(findings, "N02", RB_SEVERITY_WARNING, name,
                    "The file is left out: its name is not UTF-8.");
  else if (g_regex_match_simple("[[:cntrl:]]", path, 0, 0))
    rb_findings_add(findings, "N02", RB_SEVERITY_WARNING, name,
                    "The file is left out: its name has control characters.");
  else if (!al_mix_inspect(path, &info, &error))
    rb_findings_add(findings, "N02", RB_SEVERITY_WARNING, name, "The file is left out: %s.",
                    error->message);
  else
    return TRUE;
  return FALSE;
}

static GPtrArray *
make_files(const GPtrArray *paths)
{
  GPtrArray *files = g_ptr_array_new_with_free_func(mix_file_free);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GArray) parts = NULL;

  for (guint i = 0; i < paths->len; i++)
    g_ptr_array_add(names, g_path_get_basename(g_ptr_array_index(paths, i)));
  parts = al_name_parts_split(names);
  for (guint i = 0; i < paths->len; i++) {
    AlNameParts *of_name = &g_array_index(parts, AlNameParts, i);
    AlMixFile *file = g_new0(AlMixFile, 1);

    file->path = g_strdup(g_ptr_array_index(paths, i));
    file->tags = al_mix_tags_read(file->path);
    file->number = of_name->number;
    file->artist = g_steal_pointer(&of_name->artist);
    file->album = g_steal_pointer(&of_name->album);
    file->title = g_steal_pointer(&of_name->title);
    g_ptr_array_add(files, file);
  }
  return files;
}

/* Where in the album a file stands by its tags, discs one after another; 0 where they do not say.
 */
static guint64
tagged_place(const AlMixFile *file)
{
  guint64 track = al_mix_tags_number(file->tags, "TRACKNUMBER");

  return track > 0 ? ((guint64)al_mix_tags_number(file->tags, "DISCNUMBER") << 32) + track : 0;
}

static gint
by_tagged_place(gconstpointer a, gconstpointer b)
{
  guint64 first = tagged_place(*(AlMixFile *const *)a),
          second = tagged_place(*(AlMixFile *const *)b);

  return first < second ? -1 : first > second;
}

/* The first file that has no place of its own by its tags; NULL where all have. */
static const AlMixFile *
find_unplaced(const GPtrArray *files)
{
  g_autoptr(GHashTable) places = g_hash_table_new(g_int64_hash, g_int64_equal);
  g_autofree gint64 *keys = g_new(gint64, files->len);

  for (guint i = 0; i < files->len; i++) {
    keys[i] = (gint64)tagged_place(g_ptr_array_index(files, i));
    if (keys[i] == 0 || !g_hash_table_add(places, &keys[i]))
      return g_ptr_array_index(files, i);
  }
  return NULL;
}

static gboolean
any_has_place(const GPtrArray *files)
{
  for (guint i = 0; i < files->len; i++)
    if (tagged_place(g_ptr_array_index(files, i)) != 0)
      return TRUE;
  return FALSE;
}

/* By their tags, if these order all of them; else they stay as they are, by their names. */
static void
put_in_order(GPtrArray *files, RbFindings *findings)
{
  const AlMixFile *unplaced = find_unplaced(files);

  if (unplaced == NULL) {
    g_ptr_array_sort(files, by_tagged_place);
  } else if (any_has_place(files)) {
    g_autofree char *name = g_filename_display_basename(unplaced->path);

    rb_findings_add(findings, "N08", RB_SEVERITY_WARNING, name,
                    "%s The order is that of the names of files: look whether it is right.",
                    tagged_place(unplaced) == 0
                        ? "Other files have a track number among their tags, and this has none."
                        : "By its tags it is the same track as another file.");
  }
}

GPtrArray *
al_mix_files_find(const char *folder, RbFindings *findings, GError **error)
{
  g_autoptr(GPtrArray) found = list_paths(folder, error);
  g_autoptr(GPtrArray) usable = g_ptr_array_new();
  GPtrArray *files;

  if (found == NULL)
    return NULL;
  for (guint i = 0; i < found->len && usable->len <= RB_MAX_TRACKS; i++)
    if (can_be_used(g_ptr_array_index(found, i), findings))
      g_ptr_array_add(usable, g_ptr_array_index(found, i));
  if (usable->len == 0 || usable->len > RB_MAX_TRACKS) {
    g_set_error(error, AL_ERROR, AL_ERROR_AUDIO, "%s: %s", folder,
                usable->len == 0 ? "there are no mixes in it (WAV, AIFF, FLAC, ...)"
                                 : "there are more files of audio in it than the 99 of an album");
    return NULL;
  }
  files = make_files(usable);
  put_in_order(files, findings);
  return files;
}
