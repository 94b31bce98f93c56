/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/read_codecs.h"

#include "album/project/read_files.h"
#include "album/project/values.h"

static const AlCodecs lossy = {1U << AL_CODEC_MP3 | 1U << AL_CODEC_AAC | 1U << AL_CODEC_OPUS |
                                   1U << AL_CODEC_VORBIS,
                               "expected lossy codecs with a bit rate: aac-256, opus-160, mp3-320, "
                               "vorbis-320"};

void
al_read_codecs(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  const AlSchemaKey of_lossy = {.key = key->key, .detail = &lossy};
  AlCodecSettings *codecs = member;

  al_read_formats(reader, value, &of_lossy, &codecs->formats);
}

void
al_read_codec_safe(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                   gpointer member)
{
  static const AlChoice answers[] = {{"yes", TRUE}, {"no", FALSE}, {NULL, 0}};
  AlCodecSettings *codecs = member;
  int safe;

  (void)key;
  if (al_value_find_choice(reader, value, answers, &safe))
    codecs->safe = safe;
}

/* Each once. A deliverable that is not made of files has no formats. */
static void
take_lossy(const GArray *formats, GArray *codecs)
{
  for (guint i = 0; formats != NULL && i < formats->len; i++) {
    AlFormat format = g_array_index(formats, AlFormat, i);

    if (!al_codec_is_lossless(format.encoding.codec) && !al_has_format(codecs, &format.encoding))
      g_array_append_val(codecs, format);
  }
}

void
al_check_codecs(AlReader *reader, const AlYamlNode *settings, AlDeliverable *deliverable)
{
  const AlYamlNode *safe = al_yaml_get(settings, "codec-safe");
  AlCodecSettings *codecs = &deliverable->codecs;

  if (!codecs->safe)
    return;
  if (!deliverable->level.has_ceiling && al_yaml_get(settings, "ceiling") == NULL)
    al_diagnostics_add(reader->diagnostics, safe->place, "add one, such as ceiling: -1 dBTP",
                       "without a ceiling there is nothing that codec-safe could lower");
  if (al_yaml_get(settings, "codecs") != NULL)
    return;
  take_lossy(deliverable->files.formats, codecs->formats);
  take_lossy(deliverable->files.album_formats, codecs->formats);
  if (codecs->formats->len == 0)
    al_diagnostics_add(reader->diagnostics, safe->place,
                       "add some: codecs: [aac-256, opus-160, mp3-320, vorbis-320]",
                       "there are no codecs that this could be safe for");
}

void
al_codec_settings_init(AlCodecSettings *codecs)
{
  *codecs = (AlCodecSettings){.formats = g_array_new(FALSE, FALSE, sizeof(AlFormat))};
}

void
al_codec_settings_clear(AlCodecSettings *codecs)
{
  g_array_unref(codecs->formats);
}
