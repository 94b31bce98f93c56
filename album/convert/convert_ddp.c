/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/convert/converting.h"
#include "album/convert/image_copy.h"
#include "album/disc/ddp_set.h"

gboolean
al_converting_write_ddp(const AlConverting *converting, GError **error)
{
  const RbDisc *disc = converting->source->disc;
  const AlImageCopy copy = {.image = converting->source->image,
                            .sectors = disc->lead_out_sector,
                            .form = AL_IMAGE_FORM_RAW};
  g_autofree char *path = al_converting_add(converting, al_ddp_set_audio_name(), error);
  g_autoptr(RbDigest) audio =
      path != NULL ? al_image_copy(&copy, path, converting->job, error) : NULL;
  g_autoptr(GPtrArray) set = audio != NULL ? al_ddp_set_new(disc, audio, error) : NULL;

  if (set == NULL)
    return FALSE;
  for (guint i = 0; i < set->len; i++) {
    const RbDdpFile *file = g_ptr_array_index(set, i);

    if (!al_converting_write_bytes(converting, file->name, file->bytes->data, file->bytes->len,
                                   error))
      return FALSE;
  }
  return al_converting_prove(converting, "", audio, error);
}
