/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/device_name.h"

#include <string.h>

gboolean
al_device_name_is(const char *name)
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
