/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "album/convert/converting.h"
#include "album/convert/cue_texts.h"
#include "album/convert/first_pause.h"
#include "album/convert/image_copy.h"
#include "redbook/cdtext.h"
#include "redbook/cue.h"
#include "redbook/toc.h"

/* The bytes of a sheet for the audio file of that name. Transfer full. */
typedef char *(*PrintSheet)(const AlConverting *converting, const char *audio_name, gsize *length,
                            GError **error);

/* The packs of the texts, beside the sheet. */
static gboolean
write_cdtext(const AlConverting *converting, const char *name, GError **error)
{
  g_autoptr(GByteArray) packs = rb_cdtext_encode(converting->source->disc, FALSE, error);

  return packs != NULL &&
         al_converting_write_bytes(converting, name, packs->data, packs->len, error);
}

static char *
print_cue(const AlConverting *converting, const char *audio_name, gsize *length, GError **error)
{
  gboolean portable = converting->conversion->portable;
  g_autofree char *cdtext_name = g_strconcat(converting->base, AL_CDTEXT_ENDING, NULL);
  const RbCueStyle style = {.file_name = audio_name,
                            .file = converting->conversion->target == AL_TARGET_BIN ? RB_CUE_BINARY
                                                                                    : RB_CUE_WAVE,
                            .cdtext_name = converting->cdtext ? cdtext_name : NULL,
                            .first_sector = RB_FIRST_PAUSE_SECTORS,
                            .further_indexes = !portable,
                            .extensions = !portable};

  if (converting->cdtext && !write_cdtext(converting, cdtext_name, error))
    return NULL;
  return rb_cue_print(converting->source->disc, &style, length);
}

static char *
print_toc(const AlConverting *converting, const char *audio_name, gsize *length, GError **error)
{
  const RbTocStyle style = {
      .file_name = audio_name, .first_sector = RB_FIRST_PAUSE_SECTORS, .text_blocks = 8};
  char *text = rb_toc_print(converting->source->disc, &style, error);

  *length = text != NULL ? strlen(text) : 0;
  return text;
}

static gboolean
write_sheet(const AlConverting *converting, AlImageForm form, PrintSheet print, GError **error)
{
  const AlImageCopy copy = {.image = converting->source->image,
                            .sectors = converting->source->disc->lead_out_sector,
                            .form = form,
                            .first_sector = RB_FIRST_PAUSE_SECTORS};
  g_autofree char *audio_name =
      g_strconcat(converting->base, converting->target.audio_ending, NULL);
  g_autofree char *name = g_strconcat(converting->base, converting->target.ending, NULL);
  g_autofree char *path = al_converting_add(converting, audio_name, error);
  g_autofree char *text = NULL;
  g_autoptr(RbDigest) audio = NULL;
  gsize length;

  if (path == NULL ||
      !al_first_pause_judge(converting->source->image, converting->findings, error) ||
      (audio = al_image_copy(&copy, path, converting->job, error)) == NULL ||
      (text = print(converting, audio_name, &length, error)) == NULL)
    return FALSE;
  return al_converting_write_bytes(converting, name, text, length, error) &&
         al_converting_prove(converting, name, audio, error);
}

gboolean
al_converting_write_cue(const AlConverting *converting, GError **error)
{
  return write_sheet(converting, AL_IMAGE_FORM_WAV, print_cue, error);
}

gboolean
al_converting_write_bin(const AlConverting *converting, GError **error)
{
  return write_sheet(converting, AL_IMAGE_FORM_RAW, print_cue, error);
}

gboolean
al_converting_write_toc(const AlConverting *converting, GError **error)
{
  return write_sheet(converting, AL_IMAGE_FORM_WAV, print_toc, error);
}
