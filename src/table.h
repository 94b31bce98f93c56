/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TABLE_H
#define TABLE_H

/* A table of text with aligned columns, for the terminal. */

#include <glib.h>
#include <stdio.h>

typedef struct Table Table;

/* `columns` are the headings, NULL-terminated; one that begins with '>' is aligned to the right. */
Table *table_new(const char *const *columns);
void table_free(Table *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Table, table_free)

/* Appends a cell, row by row; UTF-8. */
void table_add(Table *table, const char *format, ...) G_GNUC_PRINTF(2, 3);

void table_print(const Table *table, FILE *stream);

#endif
