/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/sheet_files.h"

#include <string.h>

#include "redbook/error.h"
#include "redbook/folder.h"

/* Where the sheet first names a file. */
static const RbStep *
first_use(const RbSheet *sheet, guint file)
{
  for (guint i = 0; i < sheet->steps->len; i++) {
    const RbStep *step = &g_array_index(sheet->steps, RbStep, i);

    if (step->kind == RB_STEP_AUDIO && step->file == file)
      return step;
  }
  g_assert_not_reached();
}

/* The name without what stands behind its last point. */
static char *
stem_of(const char *name)
{
  const char *point = strrchr(name, '.');

  return point != NULL ? g_strndup(name, (gsize)(point - name)) : g_strdup(name);
}

/* A file that differs from `name` by its ending only, as where a rip was encoded after its sheet
 * was written; NULL where there is none. */
static char *
find_like(const RbSheet *sheet, const char *folder, const char *name)
{
  g_autoptr(GPtrArray) names = rb_folder_names(folder);
  g_autofree char *stem = stem_of(name), *own = g_path_get_basename(sheet->path);
  static const char *const others[] = {".cue", ".toc", ".log", ".txt", ".m3u", NULL};

  for (guint i = 0; i < names->len; i++) {
    const char *entry = g_ptr_array_index(names, i);
    g_autofree char *entry_stem = stem_of(entry);
    g_autofree char *ending = g_ascii_strdown(entry + strlen(entry_stem), -1);

    if (g_ascii_strcasecmp(entry_stem, stem) == 0 && strcmp(entry, own) != 0 &&
        !g_strv_contains(others, ending))
      return g_strdup(entry);
  }
  return NULL;
}

static char *
find_file(const RbSheet *sheet, guint i, GError **error)
{
  const char *name = g_array_index(sheet->files, RbSheetFile, i).name;
  g_autofree char *beside = g_path_get_dirname(sheet->path);
  g_autofree char *path =
      g_path_is_absolute(name) ? g_strdup(name) : g_build_filename(beside, name, NULL);
  g_autofree char *folder = g_path_get_dirname(path), *base = g_path_get_basename(path);
  char *found = rb_folder_find(folder, base, NULL);

  if (found == NULL) {
    const RbStep *step = first_use(sheet, i);
    g_autofree char *like = find_like(sheet, folder, base);

    g_set_error(error, RB_ERROR, RB_ERROR_FILE, "%s:%u:%u: there is no file \"%s\"%s%s%s",
                sheet->path, step->line, step->column, name, like != NULL ? "; if \"" : "",
                like != NULL ? like : "",
                like != NULL ? "\" is meant, write that into the sheet" : "");
  }
  return found;
}

gboolean
rb_sheet_measure_files(RbSheet *sheet, GError **error)
{
  for (guint i = 0; i < sheet->files->len; i++) {
    RbSheetFile *file = &g_array_index(sheet->files, RbSheetFile, i);
    const RbStep *step = first_use(sheet, i);
    g_autoptr(RbImage) image = rb_image_new();

    file->path = find_file(sheet, i, error);
    if (file->path == NULL)
      return FALSE;
    if (!rb_image_add_file(image, file->path, file->form, 0, -1, error)) {
      g_prefix_error(error, "%s:%u:%u: ", sheet->path, step->line, step->column);
      return FALSE;
    }
    file->frames = rb_image_frames(image);
  }
  return TRUE;
}
