/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/draft/name_parts.h"

#include <string.h>

#define BETWEEN " - "

/* The longest number of a track; a longer one is a year, a date, or the title of a song. */
#define MOST_DIGITS 3

/* A name taken apart: the pieces between " - ", of which the first `used` are understood. */
typedef struct {
  char **pieces;
  guint count, used;
} Name;

static void
name_init(Name *name, const char *file)
{
  const char *point = strrchr(file, '.');
  g_autofree char *base =
      g_strndup(file, point != NULL && point > file ? (gsize)(point - file) : strlen(file));

  if (strchr(base, ' ') == NULL)
    g_strdelimit(base, "_", ' ');
  *name = (Name){.pieces = g_strsplit(g_strstrip(base), BETWEEN, -1)};
  for (; name->pieces[name->count] != NULL; name->count++)
    g_strstrip(name->pieces[name->count]);
}

/* Pieces that are not understood yet. */
static guint
left(const Name *name)
{
  return name->count - name->used;
}

/* Whether all names have further pieces behind the next one, and `same`: begin with the same. */
static gboolean
all_have_more(const Name *names, guint count, gboolean same)
{
  for (guint i = 0; i < count; i++) {
    const Name *name = &names[i];

    if (left(name) < 2 || name->pieces[name->used][0] == '\0' ||
        (same && strcmp(name->pieces[name->used], names[0].pieces[names[0].used]) != 0))
      return FALSE;
  }
  return TRUE;
}

/* The number at the start of a piece, "07. ", and the rest of it; 0 where there is none. */
static guint
leading_number(const char *piece, const char **rest)
{
  gsize digits = strspn(piece, "0123456789");

  *rest = piece + digits + strspn(piece + digits, " .-_)");
  if (digits == 0 || digits > MOST_DIGITS || (piece[digits] != '\0' && *rest == piece + digits))
    return 0;
  return (guint)g_ascii_strtoull(piece, NULL, 10);
}

/* A number that is a piece of its own, or stands before a title. */
static void
take_number(Name *name, AlNameParts *parts)
{
  char **piece = &name->pieces[name->used];
  const char *rest;
  guint number = leading_number(*piece, &rest);

  if (number == 0 || (rest[0] == '\0' && left(name) == 1))
    return;
  parts->number = number;
  if (rest[0] == '\0')
    name->used++;
  else
    memmove(*piece, rest, strlen(rest) + 1);
}

static void
parts_clear(gpointer data)
{
  AlNameParts *parts = data;

  g_free(parts->artist);
  g_free(parts->album);
  g_free(parts->title);
}

static char *
take_piece(Name *name)
{
  return g_strdup(name->pieces[name->used++]);
}

static AlNameParts *
parts_at(GArray *all, guint i)
{
  return &g_array_index(all, AlNameParts, i);
}

/* One name alone shares everything with itself, which says nothing. */
static void
take_common(Name *names, GArray *all)
{
  if (all->len < 2 || !all_have_more(names, all->len, TRUE))
    return;
  for (guint i = 0; i < all->len; i++)
    parts_at(all, i)->artist = take_piece(&names[i]);
  if (!all_have_more(names, all->len, TRUE))
    return;
  for (guint i = 0; i < all->len; i++)
    parts_at(all, i)->album = take_piece(&names[i]);
}

static void
take_artists(Name *names, GArray *all)
{
  if (!all_have_more(names, all->len, FALSE))
    return;
  for (guint i = 0; i < all->len; i++) {
    AlNameParts *parts = parts_at(all, i);

    g_free(parts->artist);
    parts->artist = take_piece(&names[i]);
  }
}

GArray *
al_name_parts_split(const GPtrArray *files)
{
  GArray *all = g_array_new(FALSE, TRUE, sizeof(AlNameParts));
  g_autofree Name *names = g_new0(Name, files->len);

  g_array_set_clear_func(all, parts_clear);
  g_array_set_size(all, files->len);
  for (guint i = 0; i < files->len; i++)
    name_init(&names[i], g_ptr_array_index(files, i));
  take_common(names, all);
  for (guint i = 0; i < files->len; i++)
    take_number(&names[i], parts_at(all, i));
  take_artists(names, all);
  for (guint i = 0; i < files->len; i++) {
    parts_at(all, i)->title = g_strjoinv(BETWEEN, names[i].pieces + names[i].used);
    g_strfreev(names[i].pieces);
  }
  return all;
}
