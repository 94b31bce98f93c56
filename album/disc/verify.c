/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/disc/verify.h"

#include <errno.h>
#include <string.h>

#include "album/check/disc_audio.h"
#include "album/disc/byte_order.h"
#include "album/disc/disc_form.h"
#include "album/disc/proof.h"
#include "album/disc/set_sums.h"
#include "album/error.h"
#include "redbook/folder.h"
#include "redbook/rules.h"

/* masters/cd/DDP is two folders deep; a link that leads back to its parent must not hold us. */
#define MOST_LEVELS 4

typedef struct {
  const AlPlant *plant; /* NULL: none */
  const AlJob *job;
  RbFindings *findings;
  AlVerified *verified;
} Verifying;

/* Checksums beside a DDP; its plant may insist on them. */
static gboolean
verify_set_sums(const Verifying *verifying, const char *path, const char *name, GError **error)
{
  g_autoptr(RbFindings) found = rb_findings_new();
  guint count;

  if (!g_file_test(path, G_FILE_TEST_IS_DIR))
    return TRUE;
  if (!al_set_sums_verify(path, verifying->job, found, &count, error))
    return FALSE;
  verifying->verified->checksums += count;
  rb_findings_append(verifying->findings, found, name);
  if (count == 0 && verifying->plant != NULL && verifying->plant->checksums)
    rb_findings_add(verifying->findings, "R12", RB_SEVERITY_ERROR, verifying->plant->name,
                    "%s asks for checksums, and %s has none (%s).", verifying->plant->about, name,
                    verifying->plant->source);
  return TRUE;
}

/* A form that cannot be read is told, and the others go on; checksums say which of its files are as
 * they were. */
static gboolean
open_form(const Verifying *verifying, GPtrArray *forms, const char *path, const char *name,
          GError **error)
{
  g_autoptr(GError) refused = NULL;
  AlDiscForm *form = al_disc_form_open(path, name, verifying->findings, &refused);

  if (form == NULL) {
    verifying->verified->unreadable++;
    g_prefix_error(&refused, "it cannot be read: ");
    rb_findings_add_error(verifying->findings, "V03", RB_SEVERITY_ERROR, name, refused);
  } else {
    g_ptr_array_add(forms, form);
    g_ptr_array_add(verifying->verified->discs, g_strdup(name));
  }
  return verify_set_sums(verifying, path, name, error);
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

/* The discs that lie side by side are forms of one disc. The richest one is judged by the rules
 * and heard, and is what the others must be. */
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
  if (verifying->plant != NULL)
    al_plant_judge(verifying->plant, best->disc, broken);
  if (!al_disc_audio_judge(best->image, best->disc, verifying->job, broken, error))
    return FALSE;
  rb_findings_append(verifying->findings, broken, best->name);
  if (!al_byte_order_check(best->image, best->name, verifying->findings, error))
    return FALSE;
  return al_proof(&expected, forms, verifying->job, verifying->findings, error);
}

/* The forms in `path`, then the folders below it. */
static gboolean
verify_folder(const Verifying *verifying, const char *path, const char *name, guint level,
              GError **error)
{
  g_autoptr(GPtrArray) names = rb_folder_names(path);
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
  guint count;

  if (!g_file_test(path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (!al_sums_verify(folder, verifying->job, verifying->findings, &count, error))
    return FALSE;
  verifying->verified->checksums += count;
  return TRUE;
}

AlVerified *
al_verify(const char *path, const AlPlant *plant, const AlJob *job, RbFindings *findings,
          GError **error)
{
  g_autoptr(AlVerified) verified = g_new0(AlVerified, 1);
  const Verifying verifying = {
      .plant = plant, .job = job, .findings = findings, .verified = verified};
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
  if (verified->discs->len + verified->unreadable + verified->checksums == 0) {
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
