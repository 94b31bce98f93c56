/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/disc/disc_sheet.h"

#include "album/disc/text_sheet.h"
#include "redbook/pq_table.h"

/* Figures line up, a row is not torn by the end of a page, and headings return on the next one. */
static const char style[] =
    "body { font: 10pt/1.4 sans-serif; margin: 2em auto; max-width: 75em; color: #000; "
    "background: #fff }\n"
    "h1 { font-size: 1.5em } h2 { font-size: 1.2em; margin-top: 2em }\n"
    "dl { display: grid; grid-template-columns: max-content auto; gap: 0 1.5em }\n"
    "dt { color: #555 } dd { margin: 0 }\n"
    "table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums }\n"
    "th, td { text-align: left; padding: .15em .8em .15em 0; border-bottom: 1px solid #ccc; "
    "vertical-align: top }\n"
    "thead { display: table-header-group } tr { break-inside: avoid }\n"
    "p { color: #555 }\n"
    "@page { size: A4 landscape; margin: 12mm }\n"
    "@media print { body { margin: 0; max-width: none } }\n";

/* `text` as an element. */
static void
print_element(GString *out, const char *element, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text(text, -1);

  g_string_append_printf(out, "<%s>%s</%s>", element, g_strstrip(escaped), element);
}

static void
print_row(GString *out, const char *const *cells, const char *element)
{
  g_string_append(out, "<tr>");
  for (; *cells != NULL; cells++)
    print_element(out, element, *cells);
  g_string_append(out, "</tr>\n");
}

static void
print_table(GString *out, const char *const *headings, const GPtrArray *rows)
{
  g_string_append(out, "<table>\n<thead>\n");
  print_row(out, headings, "th");
  g_string_append(out, "</thead>\n<tbody>\n");
  for (guint i = 0; i < rows->len; i++)
    print_row(out, g_ptr_array_index(rows, i), "td");
  g_string_append(out, "</tbody>\n</table>\n");
}

static void
print_facts(GString *out, const GPtrArray *facts)
{
  g_string_append(out, "<dl>\n");
  for (guint i = 0; i < facts->len; i++) {
    char **fact = g_ptr_array_index(facts, i);

    print_element(out, "dt", fact[0]);
    print_element(out, "dd", fact[1]);
    g_string_append_c(out, '\n');
  }
  g_string_append(out, "</dl>\n");
}

static void
print_head(GString *out, const RbDisc *disc)
{
  const char *title = NULL;
  g_autofree char *name = NULL;

  if (disc->text_blocks->len > 0)
    title = rb_text_block_texts(g_ptr_array_index(disc->text_blocks, 0), 0)->field[RB_TEXT_TITLE];
  name = title != NULL ? g_strdup_printf("PQ sheet: %s", title) : g_strdup("PQ sheet");
  g_string_append(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
  print_element(out, "title", name);
  g_string_append_printf(out, "\n<style>\n%s</style>\n</head>\n<body>\n", style);
  print_element(out, "h1", name);
  g_string_append_c(out, '\n');
}

static void
print_texts(GString *out, const RbDisc *disc, guint number)
{
  g_autoptr(AlTextSheet) sheet = al_text_sheet_new(disc, number);

  print_element(out, "h2", sheet->title);
  g_string_append_c(out, '\n');
  print_facts(out, sheet->facts);
  print_table(out, (const char *const *)sheet->headings, sheet->rows);
}

char *
al_disc_sheet_html(const RbDisc *disc, const RbPqSheetHead *head)
{
  g_autoptr(GPtrArray) facts = rb_pq_facts(disc, head);
  g_autoptr(GPtrArray) rows = rb_pq_rows(disc);
  GString *out = g_string_new(NULL);

  print_head(out, disc);
  print_facts(out, facts);
  print_table(out, rb_pq_headings, rows);
  print_element(out, "p", rb_pq_legend);
  g_string_append_c(out, '\n');
  for (guint i = 0; i < disc->text_blocks->len; i++)
    print_texts(out, disc, i);
  g_string_append(out, "</body>\n</html>\n");
  return g_string_free(out, FALSE);
}
