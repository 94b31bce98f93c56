/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDERED_H
#define RENDERED_H

/* What became of a render, as the user sees it. */

#include <json-glib/json-glib.h>

#include "album/deliver/render.h"

/* Tables on stdout: the tracks of each deliverable, how loud they became, what services would do
 * with them, and what the chains did. */
void rendered_print(const AlProject *project, const AlRender *render, gboolean dry_run);

/* The same as JSON. `render` is NULL where it failed, with the reasons in `project` (NULL: not even
 * read) or `error`. */
void rendered_print_json(const AlProject *project, const AlRender *render, gboolean dry_run,
                         const RbFindings *findings, const GError *error);

/* Adds the "deliverables" and "steps" of that to an object. */
void rendered_json(JsonBuilder *builder, const AlProject *project, const AlRender *render,
                   gboolean dry_run);

#endif
