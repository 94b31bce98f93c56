/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/file_name.h"

#include <string.h>

#include "redbook/charset.h"

/* Room is left for a number, an extension and a folder in the 255 bytes of most file systems. */
#define MOST_CHARACTERS 120

/* Reserved by one of the common file systems, or by the quotes of a sheet. */
#define RESERVED "\"*/:<>?\\|"

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
  return name[0] != '\0' ? g_steal_pointer(&name) : g_strdup("Untitled");
}
