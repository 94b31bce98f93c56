/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_TEXT_TABLE_H
#define RB_TEXT_TABLE_H

/* Tables of text for fixed-width fonts: columns are aligned, East Asian characters are two wide,
 * and no line ends with blanks. A row is a GStrv; an empty cell is "". */

#include <glib.h>

/* Appends the headings, a line below them, and the rows (GPtrArray of GStrv, each with as many
 * cells as there are headings). */
void rb_text_table_print(GString *out, const char *const *headings, const GPtrArray *rows);

/* Appends facts, a line each: rows of two cells, name and value. */
void rb_text_table_print_facts(GString *out, const GPtrArray *facts);

/* Appends a row of a name and a copy of `value`, with blanks for tabs and line ends, to such facts;
 * nothing where the value is NULL or empty. */
void rb_text_table_add_fact(GPtrArray *facts, const char *name, const char *value);

/* A copy of a text as a cell: blanks for tabs and line ends, "" for NULL. */
char *rb_text_table_cell(const char *text);

/* An empty list of rows, which it owns. */
GPtrArray *rb_text_table_rows_new(void);

#endif
