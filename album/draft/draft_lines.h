/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_DRAFT_LINES_H
#define AL_DRAFT_LINES_H

/* Lines of a project file. Each function appends one to `out`, indented by `indent` blanks. */

#include <glib.h>

/* "key: text", with the quotes that the text needs. A text of NULL appends nothing. */
void al_draft_line_text(GString *out, int indent, const char *key, const char *text);

/* "key: value", a value that needs no quotes; "key:" where it is empty. */
void al_draft_line_value(GString *out, int indent, const char *key, const char *value);

/* "# text", on one line whatever the text is. */
void al_draft_line_comment(GString *out, int indent, const char *text);

/* A frame as a time that al_quantity_parse() takes back to the same frame: "4:11.906667". The
 * caller frees it. */
char *al_draft_time(gint64 frame, int rate);

/* A gap: "2 s" where that is exact, else "188 sectors". The caller frees it. */
char *al_draft_gap(gint32 sectors);

#endif
