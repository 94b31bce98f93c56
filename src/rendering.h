/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDERING_H
#define RENDERING_H

/* Rendering as the user sees it: progress, then a table or JSON, then findings and errors. */

#include "album/deliver/render.h"
#include "src/options.h"

/* Reads the project file at `path` and renders it; gives the exit status. `threads` 0: as many as
 * there are processors. */
int rendering_run(const char *path, const AlRenderSettings *settings, const Options *options,
                  guint threads);

#endif
