/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "src/table.h"

#include "redbook/text_width.h"

struct Table {
  const char *const *columns;
  guint count;
  GPtrArray *cells; /* of char *, row by row */
};

static const char *
heading(const Table *table, guint column)
{
  return table->columns[column] + (table->columns[column][0] == '>');
}

Table *
table_new(const char *const *columns)
{
  Table *table = g_new(Table, 1);
  guint count = 0;

  while (columns[count] != NULL)
    count++;
  *table =
      (Table){.columns = columns, .count = count, .cells = g_ptr_array_new_with_free_func(g_free)};
  return table;
}

void
table_free(Table *table)
{
  if (table == NULL)
    return;
  g_ptr_array_unref(table->cells);
  g_free(table);
}

void
table_add(Table *table, const char *format, ...)
{
  va_list arguments;

  va_start(arguments, format);
  g_ptr_array_add(table->cells, g_strdup_vprintf(format, arguments));
  va_end(arguments);
}

static guint
column_width(const Table *table, guint column)
{
  guint width = rb_text_width(heading(table, column));

  for (guint i = column; i < table->cells->len; i += table->count)
    width = MAX(width, rb_text_width(g_ptr_array_index(table->cells, i)));
  return width;
}

static void
print_cell(const Table *table, guint column, const char *text, guint width, FILE *stream)
{
  int padding = (int)(width - rb_text_width(text));
  gboolean right = table->columns[column][0] == '>', last = column + 1 == table->count;

  if (right)
    fprintf(stream, "%*s%s", padding, "", text);
  else
    fprintf(stream, "%s%*s", text, last ? 0 : padding, "");
  fputs(last ? "\n" : "  ", stream);
}

void
table_print(const Table *table, FILE *stream)
{
  g_autofree guint *widths = g_new(guint, table->count);

  for (guint column = 0; column < table->count; column++)
    widths[column] = column_width(table, column);
  for (guint column = 0; column < table->count; column++)
    print_cell(table, column, heading(table, column), widths[column], stream);
  for (guint i = 0; i < table->cells->len; i++)
    print_cell(table, i % table->count, g_ptr_array_index(table->cells, i),
               widths[i % table->count], stream);
}
