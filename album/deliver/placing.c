/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/placing.h"

#include "album/deliver/delivered.h"
#include "album/deliver/label_copy.h"
#include "album/deliver/manifest.h"
#include "album/disc/sums.h"

/* Whether nothing of the old masters stays. */
static gboolean
replaces_all(const AlPlacing *placing)
{
  gboolean all = !placing->some;

  for (guint i = 0; i < placing->delivered->len; i++)
    all = all && ((AlDelivered *)g_ptr_array_index(placing->delivered, i))->failure == NULL;
  return all;
}

/* The checksum list of the files of deliverables. */
static char *
sum_files(const AlPlacing *placing, GError **error)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new();

  for (guint i = 0; i < placing->delivered->len; i++) {
    const AlDelivered *delivered = g_ptr_array_index(placing->delivered, i);

    for (guint k = 0; k < delivered->files->len; k++)
      g_ptr_array_add(names, ((AlDeliveredFile *)g_ptr_array_index(delivered->files, k))->name);
  }
  return al_sums_make(al_staging_folder(placing->rendering->staging), names,
                      placing->rendering->job, error);
}

static gboolean
write_sheet(const AlPlacing *placing, const char *name, const char *text, GError **error)
{
  g_autofree char *path = al_staging_path(placing->rendering->staging, name, error);

  return path != NULL && g_file_set_contents(path, text, -1, error);
}

/* What stands beside the deliverables and is about all of them. */
static const char *const sheets[] = {AL_MANIFEST_NAME, AL_LABEL_COPY_NAME};

/* Writes the sheets and adds their checksums to `sums`; NULL with an error. */
static char *
write_sheets(const AlPlacing *placing, const char *sums, GError **error)
{
  const AlRendering *rendering = placing->rendering;
  g_autofree char *old = g_build_filename(placing->place, AL_MANIFEST_NAME, NULL);
  g_autofree char *manifest = al_manifest_make(rendering->project, placing->delivered, sums,
                                               replaces_all(placing) ? NULL : old);
  g_autofree char *label_copy = al_label_copy_make(rendering->project, rendering->timeline);
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  g_autofree char *more = NULL;

  for (guint i = 0; i < G_N_ELEMENTS(sheets); i++)
    g_ptr_array_add(names, (gpointer)(guintptr)sheets[i]);
  if (!write_sheet(placing, AL_MANIFEST_NAME, manifest, error) ||
      !write_sheet(placing, AL_LABEL_COPY_NAME, label_copy, error))
    return NULL;
  more = al_sums_make(al_staging_folder(rendering->staging), names, rendering->job, error);
  return more != NULL ? g_strconcat(sums, more, NULL) : NULL;
}

/* The folders whose old files go: all of them (NULL), unless some deliverables were not to be made
 * or could not be. NULL-terminated, for g_free(). */
static const char **
replaced_folders(const AlPlacing *placing)
{
  const char **replaced;
  guint count = 0;

  if (replaces_all(placing))
    return NULL;
  replaced = g_new0(const char *, placing->delivered->len + G_N_ELEMENTS(sheets) + 1);
  for (guint i = 0; i < placing->delivered->len; i++) {
    const AlDelivered *delivered = g_ptr_array_index(placing->delivered, i);

    if (delivered->failure == NULL)
      replaced[count++] = delivered->deliverable->name;
  }
  for (guint i = 0; i < G_N_ELEMENTS(sheets); i++)
    replaced[count++] = sheets[i];
  return replaced;
}

gboolean
al_placing_run(const AlPlacing *placing, AlStaging *staging, GError **error)
{
  g_autofree const char **replaced = replaced_folders(placing);
  g_autofree char *of_files = sum_files(placing, error);
  g_autofree char *sums = of_files != NULL ? write_sheets(placing, of_files, error) : NULL;

  if (sums == NULL || al_job_cancelled(placing->rendering->job, error))
    return FALSE;
  return al_staging_commit(staging, replaced, sums, error);
}
