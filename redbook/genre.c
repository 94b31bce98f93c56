/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/genre.h"

static const char *const names[RB_GENRE_LAST + 1] = {
    "Not Used",
    "Not Defined",
    "Adult Contemporary",
    "Alternative Rock",
    "Childrens Music",
    "Classical",
    "Contemporary Christian",
    "Country",
    "Dance",
    "Easy Listening",
    "Erotic",
    "Folk",
    "Gospel",
    "Hip Hop",
    "Jazz",
    "Latin",
    "Musical",
    "New Age",
    "Opera",
    "Operetta",
    "Pop Music",
    "Rap",
    "Reggae",
    "Rock Music",
    "Rhythm & Blues",
    "Sound Effects",
    "Spoken Word",
    "World Music",
};

const char *
rb_genre_name(guint16 code)
{
  return code <= RB_GENRE_LAST ? names[code] : NULL;
}

gboolean
rb_genre_find(const char *name, guint16 *code)
{
  g_autofree char *with_music = g_strconcat(name, " Music", NULL);

  for (guint16 i = 0; i <= RB_GENRE_LAST; i++) {
    if (g_ascii_strcasecmp(names[i], name) == 0 || g_ascii_strcasecmp(names[i], with_music) == 0) {
      *code = i;
      return TRUE;
    }
  }
  return FALSE;
}
