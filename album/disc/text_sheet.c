/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/disc/text_sheet.h"

#include "redbook/charset.h"
#include "redbook/genre.h"
#include "redbook/language.h"
#include "redbook/text_table.h"

/* The fields of a block that anything has, in their order. */
typedef struct {
  RbTextField field[RB_TEXT_FIELDS];
  guint count;
} Fields;

static gboolean
has_field(RbTextBlock *block, RbTextField field)
{
  for (guint number = 0; number <= block->tracks->len; number++)
    if (rb_text_block_texts(block, number)->field[field] != NULL)
      return TRUE;
  return FALSE;
}

static Fields
fields_of(RbTextBlock *block)
{
  Fields fields = {.count = 0};

  for (int field = 0; field < RB_TEXT_FIELDS; field++)
    if (has_field(block, (RbTextField)field))
      fields.field[fields.count++] = (RbTextField)field;
  return fields;
}

static char **
make_headings(const Fields *fields)
{
  char **headings = g_new0(char *, fields->count + 2);

  headings[0] = g_strdup("Trk");
  for (guint i = 0; i < fields->count; i++) {
    headings[i + 1] = g_strdup(rb_text_field_name(fields->field[i]));
    headings[i + 1][0] = g_ascii_toupper(headings[i + 1][0]);
  }
  return headings;
}

static char **
make_row(RbTextBlock *block, guint number, const Fields *fields)
{
  const RbTexts *texts = rb_text_block_texts(block, number);
  char **row = g_new0(char *, fields->count + 2);

  row[0] = number == 0 ? g_strdup("") : g_strdup_printf("%02u", number);
  for (guint i = 0; i < fields->count; i++)
    row[i + 1] = rb_text_table_cell(texts->field[fields->field[i]]);
  return row;
}

char *
al_text_sheet_language(const RbTextBlock *block)
{
  const char *name = rb_language_name(block->language);

  if (block->language == RB_LANGUAGE_UNKNOWN)
    return g_strdup("unknown language");
  return name != NULL ? g_strdup(name) : g_strdup_printf("language 0x%02x", block->language);
}

char *
al_text_sheet_genre(const RbTextBlock *block)
{
  const char *name = block->genre > 0 ? rb_genre_name(block->genre) : NULL;
  g_autofree char *code =
      name == NULL && block->genre > 0 ? g_strdup_printf("code %u", block->genre) : NULL;
  const char *first = name != NULL ? name : code;

  if (first == NULL || block->genre_text == NULL)
    return g_strdup(first != NULL ? first : block->genre_text);
  return g_strdup_printf("%s, %s", first, block->genre_text);
}

static GPtrArray *
make_facts(const RbTextBlock *block)
{
  GPtrArray *facts = rb_text_table_rows_new();
  g_autofree char *genre = al_text_sheet_genre(block);
  const char *charset = rb_charset_name(block->charset);

  rb_text_table_add_fact(facts, "Charset", charset != NULL ? charset : "unknown");
  rb_text_table_add_fact(facts, "Genre", genre);
  rb_text_table_add_fact(facts, "Catalogue no.", block->disc_id);
  rb_text_table_add_fact(facts, "Copyrighted", block->copyrighted ? "yes" : "no");
  return facts;
}

AlTextSheet *
al_text_sheet_new(const RbDisc *disc, guint number)
{
  AlTextSheet *sheet = g_new0(AlTextSheet, 1);
  RbTextBlock *block = g_ptr_array_index(disc->text_blocks, number);
  g_autofree char *language = al_text_sheet_language(block);
  Fields fields = fields_of(block);

  sheet->title = g_strdup_printf("CD-TEXT %u: %s", number + 1, language);
  sheet->facts = make_facts(block);
  sheet->headings = make_headings(&fields);
  sheet->rows = rb_text_table_rows_new();
  for (guint track = 0; track <= block->tracks->len; track++)
    g_ptr_array_add(sheet->rows, make_row(block, track, &fields));
  return sheet;
}

void
al_text_sheet_free(AlTextSheet *sheet)
{
  if (sheet == NULL)
    return;
  g_free(sheet->title);
  g_ptr_array_unref(sheet->facts);
  g_strfreev(sheet->headings);
  g_ptr_array_unref(sheet->rows);
  g_free(sheet);
}
