/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/disc/proof.h"

#include <string.h>

#include "album/disc/image_digest.h"
#include "album/error.h"
#include "redbook/msf.h"

/* Frames that are read and compared at a time: 100 sectors. */
#define PIECE_FRAMES (100 * RB_FRAMES_PER_SECTOR)

typedef struct {
  const GPtrArray *forms;
  const AlJob *job;
  gint32 sectors; /* from 00:00:00 to the lead-out */
  char **md5s;    /* of each form's samples */
} Hashing;

static AlDiscForm *
form_at(const GPtrArray *forms, guint i)
{
  return g_ptr_array_index(forms, i);
}

static gboolean
hash_form(guint i, gpointer data, GError **error)
{
  Hashing *hashing = data;
  g_autoptr(RbDigest) digest =
      al_image_digest(form_at(hashing->forms, i)->image, hashing->sectors,
                      RB_CHECKSUM_BIT(RB_CHECKSUM_MD5), hashing->job, error);

  if (digest == NULL)
    return FALSE;
  hashing->md5s[i] = g_strdup(rb_digest_text(digest, RB_CHECKSUM_MD5));
  return TRUE;
}

/* The first frame in which two images differ, -1 where none does before `frames`. */
static gboolean
find_difference(RbImage *a, RbImage *b, gint64 frames, gint64 *first, GError **error)
{
  g_autofree gint16 *samples = g_new(gint16, 4 * PIECE_FRAMES);
  gint16 *other = samples + 2 * PIECE_FRAMES;

  *first = -1;
  for (gint64 at = 0; at < frames; at += PIECE_FRAMES) {
    gsize count = (gsize)MIN(PIECE_FRAMES, frames - at), k = 0;

    if (!rb_image_read(a, at, samples, count, error) || !rb_image_read(b, at, other, count, error))
      return FALSE;
    while (k < 2 * count && samples[k] == other[k])
      k++;
    if (k < 2 * count) {
      *first = at + (gint64)k / 2;
      return TRUE;
    }
  }
  return TRUE;
}

static gboolean
tell_difference(const GPtrArray *forms, guint i, gint64 frames, RbFindings *findings,
                GError **error)
{
  g_autofree char *time = NULL;
  gint64 first = -1;

  if (i > 0 &&
      !find_difference(form_at(forms, 0)->image, form_at(forms, i)->image, frames, &first, error))
    return FALSE;
  if (first >= 0)
    time = rb_msf_format((gint32)(first / RB_FRAMES_PER_SECTOR));
  rb_findings_add(findings, "P20", RB_SEVERITY_ERROR, form_at(forms, i)->name,
                  "The audio differs from %s%s%s.",
                  first >= 0 ? form_at(forms, 0)->name : "what was written",
                  time != NULL ? ", first at " : "", time != NULL ? time : "");
  return TRUE;
}

static gboolean
compare_audio(const AlProofExpected *expected, Hashing *hashing, RbFindings *findings,
              GError **error)
{
  const char *md5 = expected->md5;

  if (!al_job_each(hashing->job, "Reading back", hashing->forms->len, hash_form, hashing, error))
    return FALSE;
  if (md5 == NULL)
    md5 = hashing->md5s[0];
  for (guint i = 0; i < hashing->forms->len; i++)
    if (strcmp(hashing->md5s[i], md5) != 0 &&
        !tell_difference(hashing->forms, i, (gint64)hashing->sectors * RB_FRAMES_PER_SECTOR,
                         findings, error))
      return FALSE;
  return TRUE;
}

static void
compare_disc(const AlProofExpected *expected, const AlDiscForm *form, RbFindings *findings)
{
  g_autoptr(RbFindings) differences = rb_findings_new();

  rb_disc_compare(expected->disc, form->disc, expected->carries & form->carries, differences);
  rb_findings_append(findings, differences, form->name);
}

gboolean
al_proof(const AlProofExpected *expected, const GPtrArray *forms, const AlJob *job,
         RbFindings *findings, GError **error)
{
  Hashing hashing = {
      .forms = forms,
      .job = job,
      .sectors = expected->disc->lead_out_sector,
  };
  gboolean done;

  g_assert(forms->len > 0);
  for (guint i = 0; i < forms->len; i++)
    compare_disc(expected, form_at(forms, i), findings);
  hashing.md5s = g_new0(char *, forms->len + 1);
  done = compare_audio(expected, &hashing, findings, error);
  for (guint i = 0; i < forms->len; i++)
    g_free(hashing.md5s[i]);
  g_free(hashing.md5s);
  return done;
}

gboolean
al_proof_passed(const RbFindings *differences, GError **error)
{
  for (guint i = 0; i < rb_findings_count(differences); i++) {
    const RbFinding *finding = rb_findings_get(differences, i);

    if (finding->severity != RB_SEVERITY_ERROR)
      continue;
    g_set_error(error, AL_ERROR, AL_ERROR_PROOF,
                "what was written is not what was meant (%s, %s: %s); it was thrown away",
                finding->id, finding->place, finding->text);
    return FALSE;
  }
  return TRUE;
}
