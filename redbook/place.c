/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/place.h"

char *
rb_place_track(guint track)
{
  return track == 0 ? g_strdup("disc") : g_strdup_printf("track %u", track);
}

char *
rb_place_index(guint track, guint index)
{
  return g_strdup_printf("track %u, index %u", track, index);
}

char *
rb_place_block(guint block)
{
  return g_strdup_printf("text block %u", block + 1);
}

char *
rb_place_field(guint block, const char *field)
{
  return g_strdup_printf("text block %u, %s", block + 1, field);
}

char *
rb_place_text(guint block, guint track, const char *field)
{
  g_autofree char *where = rb_place_track(track);

  return g_strdup_printf("text block %u, %s, %s", block + 1, where, field);
}
