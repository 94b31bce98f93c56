/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_CSV_H
#define AL_CSV_H

/* Comma-separated values, RFC 4180. */

#include <glib.h>

/* Appends a field: in quotes, themselves doubled, where it has to be. */
void al_csv_append(GString *out, const char *text);

/* Appends a record: `count` fields, those that are NULL empty, and CR LF. */
void al_csv_append_record(GString *out, const char *const *fields, gsize count);

#endif
