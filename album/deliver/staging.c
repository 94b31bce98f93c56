/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "album/deliver/staging.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "album/disc/sums.h"
#include "album/error.h"
#include "redbook/checksum.h"

#define WORK_FOLDER ".work"

struct AlStaging {
  char *place;
  char *folder;
  char *work;
  int lock; /* a descriptor of the folder, locked while the render lives */
};

static gboolean
fail(GError **error, const char *what, const char *path)
{
  int saved = errno;

  g_set_error(error, AL_ERROR, AL_ERROR_WRITE, "cannot %s %s: %s", what, path, g_strerror(saved));
  return FALSE;
}

/* Removes a file, or a folder and all below it; symbolic links are removed, not followed. */
static void
remove_tree(const char *path)
{
  g_autoptr(GDir) dir =
      g_file_test(path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open(path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
    g_autofree char *below = g_build_filename(path, name, NULL);

    remove_tree(below);
  }
  g_remove(path);
}

/* Where `path` is a staging folder of this place: removes it if the render that made it is dead. */
static gboolean
clear_left_behind(const char *path, GError **error)
{
  int lock = g_open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  gboolean alive;

  if (lock < 0)
    return TRUE;
  alive = flock(lock, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
  if (alive)
    g_set_error(error, AL_ERROR, AL_ERROR_WRITE, "another render is at work here (%s)", path);
  else
    remove_tree(path);
  close(lock);
  return !alive;
}

static gboolean
clear_all_left_behind(const char *parent, const char *prefix, GError **error)
{
  g_autoptr(GDir) dir = g_dir_open(parent, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
    g_autofree char *path = g_build_filename(parent, name, NULL);

    if (g_str_has_prefix(name, prefix) && !clear_left_behind(path, error))
      return FALSE;
  }
  return TRUE;
}

/* Whoever points --out at their home folder must not lose it. */
static gboolean
check_place(const char *place, GError **error)
{
  g_autoptr(GDir) dir = NULL;
  g_autofree char *sums = g_build_filename(place, AL_SUMS_NAME, NULL);

  if (!g_file_test(place, G_FILE_TEST_EXISTS))
    return TRUE;
  if (!g_file_test(place, G_FILE_TEST_IS_DIR)) {
    g_set_error(error, AL_ERROR, AL_ERROR_WRITE, "%s is there already and is not a folder", place);
    return FALSE;
  }
  dir = g_dir_open(place, 0, NULL);
  if (dir != NULL && g_dir_read_name(dir) != NULL && !g_file_test(sums, G_FILE_TEST_EXISTS)) {
    g_set_error(error, AL_ERROR, AL_ERROR_WRITE,
                "%s holds other files and no masters (no %s); choose an empty or a new folder",
                place, AL_SUMS_NAME);
    return FALSE;
  }
  return TRUE;
}

gboolean
al_staging_check(const char *place, GError **error)
{
  g_autofree char *whole = g_canonicalize_filename(place, NULL);
  g_autofree char *folder = g_path_get_dirname(whole);
  g_autofree char *inside = NULL;

  if (!check_place(whole, error))
    return FALSE;
  while (!g_file_test(folder, G_FILE_TEST_EXISTS)) {
    char *above = g_path_get_dirname(folder);

    g_free(folder);
    folder = above;
  }
  inside = g_build_filename(folder, ".", NULL); /* which a file has not */
  return g_access(inside, W_OK | X_OK) == 0 || fail(error, "make a folder in", folder);
}

static gboolean
make_folder(AlStaging *staging, const char *parent, const char *prefix, GError **error)
{
  g_autofree char *pattern = g_strconcat(prefix, "XXXXXX", NULL);

  staging->folder = g_build_filename(parent, pattern, NULL);
  if (g_mkdtemp_full(staging->folder, 0777) == NULL)
    return fail(error, "make a folder in", parent);
  staging->lock = g_open(staging->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  if (staging->lock >= 0)
    flock(staging->lock, LOCK_EX | LOCK_NB);
  staging->work = g_build_filename(staging->folder, WORK_FOLDER, NULL);
  if (g_mkdir(staging->work, 0777) != 0)
    return fail(error, "make the folder", staging->work);
  return TRUE;
}

AlStaging *
al_staging_new(const char *place, GError **error)
{
  g_autoptr(AlStaging) staging = g_new0(AlStaging, 1);
  g_autofree char *parent = NULL, *name = NULL, *prefix = NULL;

  staging->lock = -1;
  staging->place = g_canonicalize_filename(place, NULL);
  parent = g_path_get_dirname(staging->place);
  name = g_path_get_basename(staging->place);
  prefix = g_strdup_printf(".%s.segue-", name);
  if (g_mkdir_with_parents(parent, 0777) != 0) {
    fail(error, "make the folder", parent);
    return NULL;
  }
  if (!check_place(staging->place, error) || !clear_all_left_behind(parent, prefix, error) ||
      !make_folder(staging, parent, prefix, error))
    return NULL;
  return g_steal_pointer(&staging);
}

void
al_staging_free(AlStaging *staging)
{
  if (staging == NULL)
    return;
  if (staging->folder != NULL)
    remove_tree(staging->folder);
  if (staging->lock >= 0)
    close(staging->lock);
  g_free(staging->place);
  g_free(staging->folder);
  g_free(staging->work);
  g_free(staging);
}

char *
al_staging_path(const AlStaging *staging, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename(staging->folder, name, NULL);
  g_autofree char *folder = g_path_get_dirname(path);

  if (g_mkdir_with_parents(folder, 0777) != 0) {
    fail(error, "make the folder", folder);
    return NULL;
  }
  return g_steal_pointer(&path);
}

const char *
al_staging_folder(const AlStaging *staging)
{
  return staging->folder;
}

const char *
al_staging_work_folder(const AlStaging *staging)
{
  return staging->work;
}

void
al_staging_discard(const AlStaging *staging, const char *name)
{
  g_autofree char *path = g_build_filename(staging->folder, name, NULL);

  remove_tree(path);
}

gboolean
al_staging_reserve(const AlStaging *staging, guint64 bytes, GError **error)
{
  struct statvfs disk;
  guint64 available;

  if (statvfs(staging->folder, &disk) != 0)
    return TRUE; /* a file system that cannot say will say so when it is full */
  available = (guint64)disk.f_bavail * disk.f_frsize;
  if (bytes <= available)
    return TRUE;
  g_set_error(error, AL_ERROR, AL_ERROR_WRITE,
              "the disk has too little room for the masters: %.1f MB are needed, %.1f MB are free",
              (double)bytes / 1e6, (double)available / 1e6);
  return FALSE;
}

/* A file of the old masters that stays: the same file under a second name, or a copy of it where
 * the file system knows no links. */
static gboolean
keep_file(const char *from, const char *to, GError **error)
{
  g_autoptr(GFile) source = g_file_new_for_path(from);
  g_autoptr(GFile) target = g_file_new_for_path(to);

  if (linkat(AT_FDCWD, from, AT_FDCWD, to, 0) == 0 || errno == EEXIST)
    return TRUE;
  return g_file_copy(source, target, G_FILE_COPY_NOFOLLOW_SYMLINKS | G_FILE_COPY_ALL_METADATA, NULL,
                     NULL, NULL, error);
}

/* Keeps what is below `name` (relative to the place, "" for all of it) and is in `gone` not. */
static gboolean
keep_tree(const AlStaging *staging, const char *name, GHashTable *gone, GError **error)
{
  g_autofree char *from = g_build_filename(staging->place, name, NULL);
  g_autoptr(GDir) dir = NULL;
  const char *entry;

  if (g_file_test(from, G_FILE_TEST_IS_SYMLINK) || !g_file_test(from, G_FILE_TEST_IS_DIR)) {
    g_autofree char *to =
        g_hash_table_contains(gone, name) ? NULL : al_staging_path(staging, name, error);

    return g_hash_table_contains(gone, name) || (to != NULL && keep_file(from, to, error));
  }
  dir = g_dir_open(from, 0, error);
  if (dir == NULL)
    return FALSE;
  while ((entry = g_dir_read_name(dir)) != NULL) {
    g_autofree char *below =
        name[0] == '\0' ? g_strdup(entry) : g_strconcat(name, "/", entry, NULL);

    if (!keep_tree(staging, below, gone, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
in_replaced(const char *name, const char *const *replaced)
{
  for (guint i = 0; replaced != NULL && replaced[i] != NULL; i++) {
    gsize length = strlen(replaced[i]);

    if (strncmp(name, replaced[i], length) == 0 && (name[length] == '/' || name[length] == '\0'))
      return TRUE;
  }
  return replaced == NULL;
}

/* Keeps what shall be kept of the old masters, and writes the checksums of all. */
static gboolean
keep_old(const AlStaging *staging, const char *const *replaced, const char *sums, GError **error)
{
  g_autofree char *old_path = g_build_filename(staging->place, AL_SUMS_NAME, NULL);
  g_autofree char *new_path = g_build_filename(staging->folder, AL_SUMS_NAME, NULL);
  g_autoptr(GHashTable) gone = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GString) all = g_string_new(NULL);
  g_autoptr(GPtrArray) old = al_sums_read(old_path, NULL);

  g_hash_table_add(gone, g_strdup(AL_SUMS_NAME));
  for (guint i = 0; old != NULL && i < old->len; i++) {
    const RbChecksum *sum = g_ptr_array_index(old, i);

    if (in_replaced(sum->name, replaced))
      g_hash_table_add(gone, g_strdup(sum->name));
    else
      al_sums_append_line(all, sum->text, sum->name);
  }
  g_string_append(all, sums);
  if (g_file_test(staging->place, G_FILE_TEST_IS_DIR) && !keep_tree(staging, "", gone, error))
    return FALSE;
  return g_file_set_contents(new_path, all->str, (gssize)all->len, error);
}

static gboolean
exchange(const char *folder, const char *place)
{
#ifdef HAVE_RENAMEAT2
  if (renameat2(AT_FDCWD, folder, AT_FDCWD, place, RENAME_EXCHANGE) == 0)
    return TRUE;
#endif
  g_autofree char *aside = g_strconcat(folder, ".old", NULL);

  /* Two steps, and back again if the second fails. */
  if (g_rename(place, aside) != 0)
    return FALSE;
  if (g_rename(folder, place) != 0) {
    g_rename(aside, place);
    return FALSE;
  }
  return g_rename(aside, folder) == 0;
}

gboolean
al_staging_commit(AlStaging *staging, const char *const *replaced, const char *sums, GError **error)
{
  gboolean moved;

  remove_tree(staging->work);
  if (!keep_old(staging, replaced, sums, error))
    return FALSE;
  if (g_file_test(staging->place, G_FILE_TEST_EXISTS))
    moved = exchange(staging->folder, staging->place);
  else
    moved = g_rename(staging->folder, staging->place) == 0;
  return moved || fail(error, "put the masters in their place,", staging->place);
}
