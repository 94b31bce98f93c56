/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/convert/converting.h"

#include "album/disc/proof.h"

char *
al_converting_add(const AlConverting *converting, const char *name, GError **error)
{
  g_ptr_array_add(converting->names, g_strdup(name));
  return al_staging_path(converting->staging, name, error);
}

gboolean
al_converting_write_bytes(const AlConverting *converting, const char *name, gconstpointer bytes,
                          gsize length, GError **error)
{
  g_autofree char *path = al_converting_add(converting, name, error);

  return path != NULL && g_file_set_contents(path, bytes, (gssize)length, error);
}

gboolean
al_converting_prove(const AlConverting *converting, const char *name, RbDigest *audio,
                    GError **error)
{
  const AlProofExpected expected = {.disc = converting->source->disc,
                                    .carries = RB_COMPARE_ALL,
                                    .md5 = rb_digest_text(audio, RB_CHECKSUM_MD5)};
  g_autoptr(GPtrArray) forms = g_ptr_array_new_with_free_func((GDestroyNotify)al_disc_form_free);
  g_autoptr(RbFindings) differences = rb_findings_new();
  g_autofree char *path = g_build_filename(al_staging_folder(converting->staging), name, NULL);
  AlDiscForm *form = al_disc_form_open(path, converting->target.name, differences, error);

  if (form == NULL)
    return FALSE;
  g_ptr_array_add(forms, form);
  form->carries = converting->target.carries;
  return al_proof(&expected, forms, converting->job, differences, error) &&
         al_proof_passed(differences, error);
}
