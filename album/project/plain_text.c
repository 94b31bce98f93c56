/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/plain_text.h"

#include "redbook/charset.h"

static gboolean
is_plain(const char *text)
{
  return text != NULL && rb_charset_can_transliterate(RB_CHARSET_ASCII, text);
}

static const char *
plain_of(const RbTexts *texts, const GArray *translations, RbTextField field)
{
  const char *text = texts->field[field];

  if (text == NULL || is_plain(text))
    return text;
  for (guint i = 0; i < translations->len; i++) {
    const char *other = g_array_index(translations, AlTranslation, i).texts.field[field];

    if (is_plain(other))
      return other;
  }
  return text;
}

const char *
al_plain_album_text(const AlAlbum *album, RbTextField field)
{
  return plain_of(&album->texts, album->translations, field);
}

const char *
al_plain_track_text(const AlTrack *track, RbTextField field)
{
  return plain_of(&track->texts, track->translations, field);
}
