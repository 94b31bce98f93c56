/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/disc/verify.h"

#include <errno.h>

#include <string.h>

#include "album/disc/disc_form.h"
#include "album/disc/proof.h"
#include "album/disc/sums.h"
#include "album/error.h"
#include "redbook/rules.h"

/* masters/cd/DDP is two folders deep; a link that leads back to its parent must not hold us. */
#define MOST_LEVELS 4

typedef struct {
  const AlJob *job;
  RbFindings *findings;
  AlVerified *verified;
} Verifying;

static gint
compare_names(gconstpointer a, gconstpointer b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *
sorted_names(const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name(dir)) != NULL)
    g_ptr_array_add(names, g_strdup(name));
  g_ptr_array_sort(names, compare_names);
  return names;
}

static gboolean
open_form(const Verifying *verifying, GPtrArray *forms, const char *path, const char *name,
          GError **error)
{
  AlDiscForm *form = al_disc_form_open(path, name, verifying->findings, error);

  if (form == NULL)
    return FALSE;
  g_ptr_array_add(forms, form);
  g_ptr_array_add(verifying->verified->discs, g_strdup(name));
  return TRUE;
}

static guint
bits_of(guint mask)
{
  guint count = 0;

  for (; mask != 0; mask &= mask - 1)
    count++;
  return count;
}

/* The form that can say the most of a disc comes first. */
static gint
compare_richness(gconstpointer a, gconstpointer b)
{
  const AlDiscForm *one = *(const AlDiscForm *const *)a, *other = *(const AlDiscForm *const *)b;

  return (gint)bits_of(other->carries) - (gint)bits_of(one->carries);
}

/* The discs that lie side by side are forms of one disc. The richest one is judged by the rules,
 * and is what the others must be. */
static gboolean
judge_forms(const Verifying *verifying, GPtrArray *forms, GError **error)
{
  g_autoptr(RbFindings) broken = rb_findings_new();
  const AlDiscForm *best;
  AlProofExpected expected = {0};

  if (forms->len == 0)
    return TRUE;
  g_ptr_array_sort(forms, compare_richness);
  best = g_ptr_array_index(forms, 0);
  expected = (AlProofExpected){.disc = best->disc, .carries = best->carries};
  rb_rules_judge(best->disc, broken);
  rb_findings_append(verifying->findings, broken, best->name);
  return al_proof(&expected, forms, verifying->job, verifying->findings, error);
}

/* The forms in `path`, then the folders below it. */
static gboolean
verify_folder(const Verifying *verifying, const char *path, const char *name, guint level,
              GError **error)
{
  g_autoptr(GPtrArray) names = sorted_names(path);
  g_autoptr(GPtrArray) forms = g_ptr_array_new_with_free_func((GDestroyNotify)al_disc_form_free);

  for (guint i = 0; i < names->len; i++) {
    const char *entry = g_ptr_array_index(names, i);
    g_autofree char *below = g_build_filename(path, entry, NULL);
    g_autofree char *below_name =
        name[0] == '\0' ? g_strdup(entry) : g_build_filename(name, entry, NULL);
    gboolean done = TRUE;

    if (al_disc_form_is(below))
      done = open_form(verifying, forms, below, below_name, error);
    else if (g_file_test(below, G_FILE_TEST_IS_DIR) && level < MOST_LEVELS)
      done = verify_folder(verifying, below, below_name, level + 1, error);
    if (!done)
      return FALSE;
  }
  return judge_forms(verifying, forms, error);
}

static gboolean
verify_form(const Verifying *verifying, const char *path, GError **error)
{
  g_autoptr(GPtrArray) forms = g_ptr_array_new_with_free_func((GDestroyNotify)al_disc_form_free);
  g_autofree char *name = g_path_get_basename(path);

  return open_form(verifying, forms, path, name, error) && judge_forms(verifying, forms, error);
}

static gboolean
verify_sums(const Verifying *verifying, const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename(folder, AL_SUMS_NAME, NULL);

  if (!g_file_test(path, G_FILE_TEST_EXISTS))
    return TRUE;
  return al_sums_verify(folder, verifying->job, verifying->findings,
                        &verifying->verified->checksums, error);
}

AlVerified *
al_verify(const char *path, const AlJob *job, RbFindings *findings, GError **error)
{
  g_autoptr(AlVerified) verified = g_new0(AlVerified, 1);
  const Verifying verifying = {.job = job, .findings = findings, .verified = verified};
  gboolean done;

  verified->discs = g_ptr_array_new_with_free_func(g_free);
  if (!g_file_test(path, G_FILE_TEST_EXISTS)) {
    g_set_error(error, AL_ERROR, AL_ERROR_AUDIO, "cannot open %s: %s", path, g_strerror(ENOENT));
    return NULL;
  }
  if (al_disc_form_is(path))
    done = verify_form(&verifying, path, error);
  else
    done = verify_sums(&verifying, path, error) && verify_folder(&verifying, path, "", 0, error);
  if (!done)
    return NULL;
  if (verified->discs->len == 0 && verified->checksums == 0) {
    g_set_error(error, AL_ERROR, AL_ERROR_AUDIO,
                "%s holds nothing to verify: no %s, no DDP, no CUE and no TOC", path, AL_SUMS_NAME);
    return NULL;
  }
  return g_steal_pointer(&verified);
}

void
al_verified_free(AlVerified *verified)
{
  if (verified == NULL)
    return;
  g_ptr_array_unref(verified->discs);
  g_free(verified);
}
