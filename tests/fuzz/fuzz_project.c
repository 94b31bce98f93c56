/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes as a project file: read, judged, and every error shown. */
#include "album/project/project.h"

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
  /* A folder that is not there, so that nothing depends on the machine. */
  g_autoptr(AlProject) project = al_project_parse("nowhere/album.yaml", (const char *)data, size);
  g_autofree char *shown = al_diagnostics_format(project->diagnostics);

  g_assert(g_utf8_validate(shown, -1, NULL));
  return 0;
}
