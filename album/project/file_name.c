/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/file_name.h"

#include <string.h>

#include "redbook/charset.h"

/* Room is left for a number, an extension and a folder in the 255 bytes of most file systems. */
#define MOST_CHARACTERS 120

/* Reserved by one of the common file systems, or by the quotes of a sheet. */
#define RESERVED "\"*/:<>?\\|"

gboolean
al_file_name_is_device(const char *name)
{
  static const char *const devices[] = {"con", "prn", "aux", "nul", NULL};
  static const char *const ports[] = {"com", "lpt", NULL};
  g_autofree char *base = g_ascii_strdown(name, (gssize)strcspn(name, "."));

  g_strchomp(base);
  if (strlen(base) == 4 && base[3] >= '1' && base[3] <= '9') {
    base[3] = '\0';
    return g_strv_contains(ports, base);
  }
  return g_strv_contains(devices, base);
}

char *
al_file_name(const char *title)
{
  g_autofree char *name = rb_charset_transliterate(RB_CHARSET_ASCII, title != NULL ? title : "");

  for (char *c = name; *c != '\0'; c++)
    if (strchr(RESERVED, *c) != NULL || g_ascii_iscntrl(*c))
      *c = '_';
  if (strlen(name) > MOST_CHARACTERS)
    name[MOST_CHARACTERS] = '\0';
  g_strstrip(name);
  /* A leading dot hides a file, a trailing one is lost on Windows. */
  for (char *end = name + strlen(name); end > name && (end[-1] == '.' || end[-1] == ' '); end--)
    end[-1] = '\0';
  if (name[0] == '.')
    name[0] = '_';
  if (al_file_name_is_device(name))
    return g_strconcat("_", name, NULL);
  return name[0] != '\0' ? g_steal_pointer(&name) : g_strdup("Untitled");
}
