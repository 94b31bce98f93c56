/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_YAML_SYNTAX_H
#define AL_YAML_SYNTAX_H

/* Errors of syntax, in words for a person who does not know YAML's. */

#include <glib.h>

#include "album/project/diagnostics.h"

/* Tells the first error that libfyaml reported. `report` is what it wrote for it, "place: error:
 * words"; `text` is the whole file; `open` is the place of the innermost list or mapping that was
 * not yet closed, or where reading had got to. */
void al_yaml_syntax_tell(AlDiagnostics *diagnostics, const char *report, const char *text,
                         gsize length, AlPlace open);

#endif
