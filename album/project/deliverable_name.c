/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/deliverable_name.h"

#include <glib.h>
#include <string.h>

#include "album/project/device_name.h"

/* Bytes; with what is put behind a name it stays under the 255 that file systems take. */
#define LONGEST 100

/* What stands beside the deliverables. */
static const char *const reserved[] = {"report", "manifest.json", "label copy.csv", "SHA256SUMS",
                                       NULL};

static gboolean
is_reserved(const char *name)
{
  for (guint i = 0; reserved[i] != NULL; i++) {
    if (g_ascii_strcasecmp(reserved[i], name) == 0)
      return TRUE;
  }
  return al_device_name_is(name);
}

static gboolean
has_control(const char *name)
{
  for (; *name != '\0'; name = g_utf8_find_next_char(name, NULL)) {
    if (g_unichar_iscntrl(g_utf8_get_char(name)))
      return TRUE;
  }
  return FALSE;
}

const char *
al_deliverable_name_fault(const char *name)
{
  gsize length = strlen(name);

  if (length == 0)
    return "it is empty";
  if (length > LONGEST)
    return "it is too long";
  if (strpbrk(name, "/\\:*?\"<>|") != NULL)
    return "file names cannot have any of / \\ : * ? \" < > |";
  if (has_control(name))
    return "it has a control character";
  if (name[0] == '.' || name[0] == '-' || name[0] == ' ')
    return "it begins with a point, a hyphen or a space";
  if (name[length - 1] == '.' || name[length - 1] == ' ')
    return "it ends with a point or a space";
  return is_reserved(name)
             ? "the name is taken by what stands beside the deliverables, or by a system"
             : NULL;
}
