/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/text_table.h"

#include "redbook/text_width.h"

#define BETWEEN_COLUMNS 2

/* Where the values of facts stand. */
#define FACT_COLUMN 16

static void
row_free(gpointer row)
{
  g_strfreev(row);
}

GPtrArray *
rb_text_table_rows_new(void)
{
  return g_ptr_array_new_with_free_func(row_free);
}

char *
rb_text_table_cell(const char *text)
{
  return g_strdelimit(g_strdup(text != NULL ? text : ""), "\t\n\r", ' ');
}

static void
widen(gsize *widths, const char *const *cells, guint columns)
{
  for (guint i = 0; i < columns; i++)
    widths[i] = MAX(widths[i], rb_text_width(cells[i]));
}

static void
print_line(GString *out, const char *const *cells, const gsize *widths, guint columns)
{
  gsize owed = 0; /* blanks, written only where something follows */

  for (guint i = 0; i < columns; i++) {
    if (cells[i][0] != '\0') {
      g_string_append_printf(out, "%*s%s", (int)owed, "", cells[i]);
      owed = 0;
    }
    owed += widths[i] - rb_text_width(cells[i]) + BETWEEN_COLUMNS;
  }
  g_string_append_c(out, '\n');
}

static void
print_rule(GString *out, const gsize *widths, guint columns)
{
  gsize total = 0;

  for (guint i = 0; i < columns; i++)
    total += widths[i] + (i > 0 ? BETWEEN_COLUMNS : 0);
  for (gsize i = 0; i < total; i++)
    g_string_append_c(out, '-');
  g_string_append_c(out, '\n');
}

void
rb_text_table_print(GString *out, const char *const *headings, const GPtrArray *rows)
{
  guint columns = 0;

  while (headings[columns] != NULL)
    columns++;
  g_autofree gsize *widths = g_new0(gsize, columns);

  widen(widths, headings, columns);
  for (guint i = 0; i < rows->len; i++)
    widen(widths, g_ptr_array_index(rows, i), columns);
  print_line(out, headings, widths, columns);
  print_rule(out, widths, columns);
  for (guint i = 0; i < rows->len; i++)
    print_line(out, g_ptr_array_index(rows, i), widths, columns);
}

void
rb_text_table_add_fact(GPtrArray *facts, const char *name, const char *value)
{
  char **row;

  if (value == NULL || value[0] == '\0')
    return;
  row = g_new0(char *, 3);
  row[0] = g_strdup(name);
  row[1] = rb_text_table_cell(value);
  g_ptr_array_add(facts, row);
}

void
rb_text_table_print_facts(GString *out, const GPtrArray *facts)
{
  for (guint i = 0; i < facts->len; i++) {
    char **row = g_ptr_array_index(facts, i);

    g_string_append_printf(out, "%-*s%s\n", FACT_COLUMN, row[0], row[1]);
  }
}
