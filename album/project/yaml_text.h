/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_YAML_TEXT_H
#define AL_YAML_TEXT_H

/* Text as it is written into a project file, so that yaml.h reads the same text back.
 *
 * libfyaml's emitter cannot be used for it: it takes the blanks off both ends of a text, also in
 * quotes, and leaves some texts without the quotes that they need. */

#include <glib.h>

/* `text` (UTF-8) as a scalar on one line, for the value of a key or the item of a list in block
 * style: as it is where no reader of YAML can take it for anything else, else in double quotes.
 * The caller frees it. */
char *al_yaml_text(const char *text);

/* `text` (any bytes) for a comment behind a "#": on one line, without what YAML does not allow
 * there. The caller frees it. */
char *al_yaml_comment(const char *text);

#endif
