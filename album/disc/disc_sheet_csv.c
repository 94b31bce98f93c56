/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/csv.h"
#include "album/disc/disc_sheet.h"
#include "album/disc/text_sheet.h"
#include "redbook/pq_table.h"

typedef enum {
  COLUMN_RECORD,
  COLUMN_TRACK,
  COLUMN_INDEX,
  COLUMN_LANGUAGE,
  COLUMN_TEXT,
  COLUMN_START = COLUMN_TEXT + RB_TEXT_FIELDS,
  COLUMN_PAUSE,
  COLUMN_LENGTH,
  COLUMN_SECTOR,
  COLUMN_ISRC,
  COLUMN_FLAGS,
  COLUMN_NOTE,
  COLUMN_GENRE,
  COLUMN_CATALOG,
  COLUMN_UPC,
  COLUMN_MD5,
  COLUMNS,
} Column;

static const char *const names[COLUMNS] = {
    [COLUMN_RECORD] = "record",     [COLUMN_TRACK] = "track",   [COLUMN_INDEX] = "index",
    [COLUMN_LANGUAGE] = "language", [COLUMN_START] = "start",   [COLUMN_PAUSE] = "pause",
    [COLUMN_LENGTH] = "length",     [COLUMN_SECTOR] = "sector", [COLUMN_ISRC] = "isrc",
    [COLUMN_FLAGS] = "flags",       [COLUMN_NOTE] = "note",     [COLUMN_GENRE] = "genre",
    [COLUMN_CATALOG] = "catalog",   [COLUMN_UPC] = "upc",       [COLUMN_MD5] = "image_md5",
};

static void
print_header(GString *out)
{
  const char *fields[COLUMNS];

  for (int i = 0; i < COLUMNS; i++)
    fields[i] = names[i];
  for (int i = 0; i < RB_TEXT_FIELDS; i++)
    fields[COLUMN_TEXT + i] = rb_text_field_name((RbTextField)i);
  al_csv_append_record(out, fields, COLUMNS);
}

/* What a block says of the disc (0) or of a track; `language` is that of the block. */
static void
fill_texts(const char **fields, RbTextBlock *block, guint number, const char *language)
{
  const RbTexts *texts = rb_text_block_texts(block, number);

  fields[COLUMN_LANGUAGE] = language;
  for (int i = 0; i < RB_TEXT_FIELDS; i++)
    fields[COLUMN_TEXT + i] = texts->field[i];
}

/* The first block of texts, NULL where there is none. */
static RbTextBlock *
first_block(const RbDisc *disc)
{
  return disc->text_blocks->len > 0 ? g_ptr_array_index(disc->text_blocks, 0) : NULL;
}

/* A record of texts; `fields` has what else it says. */
static void
print_texts(GString *out, RbTextBlock *block, guint number, const char **fields)
{
  g_autofree char *language = block != NULL ? al_text_sheet_language(block) : NULL;
  g_autofree char *genre = block != NULL && number == 0 ? al_text_sheet_genre(block) : NULL;

  if (block != NULL)
    fill_texts(fields, block, number, language);
  fields[COLUMN_GENRE] = genre;
  if (block != NULL && number == 0)
    fields[COLUMN_CATALOG] = block->disc_id;
  al_csv_append_record(out, fields, COLUMNS);
}

static void
print_disc(GString *out, const RbDisc *disc, const RbPqSheetHead *head)
{
  g_autofree char *programme = rb_pq_time(MAX(disc->lead_out_sector - RB_FIRST_PAUSE_SECTORS, 0));
  const char *fields[COLUMNS] = {[COLUMN_RECORD] = "disc",
                                 [COLUMN_LENGTH] = programme,
                                 [COLUMN_UPC] = disc->upc,
                                 [COLUMN_MD5] = head->image_md5};

  print_texts(out, first_block(disc), 0, fields);
}

/* A row of the PQ sheet; a track's texts stand beside its INDEX 01. */
static void
print_index(GString *out, const RbDisc *disc, char **row)
{
  gboolean lead_out = g_str_equal(row[RB_PQ_TRACK], "AA");
  guint number = lead_out ? 0 : (guint)g_ascii_strtoull(row[RB_PQ_TRACK], NULL, 10);
  const char *fields[COLUMNS] = {[COLUMN_RECORD] = lead_out ? "lead-out" : "index",
                                 [COLUMN_TRACK] = row[RB_PQ_TRACK],
                                 [COLUMN_INDEX] = row[RB_PQ_INDEX],
                                 [COLUMN_START] = row[RB_PQ_START],
                                 [COLUMN_PAUSE] = row[RB_PQ_PAUSE],
                                 [COLUMN_LENGTH] = row[RB_PQ_LENGTH],
                                 [COLUMN_SECTOR] = g_strchug(row[RB_PQ_SECTOR]),
                                 [COLUMN_ISRC] = row[RB_PQ_ISRC],
                                 [COLUMN_FLAGS] = row[RB_PQ_FLAGS],
                                 [COLUMN_NOTE] = row[RB_PQ_NOTE]};

  if (number > 0 && g_str_equal(row[RB_PQ_INDEX], "01"))
    print_texts(out, first_block(disc), number, fields);
  else
    al_csv_append_record(out, fields, COLUMNS);
}

static void
print_further_block(GString *out, RbTextBlock *block)
{
  for (guint number = 0; number <= block->tracks->len; number++) {
    g_autofree char *track = number > 0 ? g_strdup_printf("%02u", number) : NULL;
    const char *fields[COLUMNS] = {[COLUMN_RECORD] = "text", [COLUMN_TRACK] = track};

    print_texts(out, block, number, fields);
  }
}

char *
al_disc_sheet_csv(const RbDisc *disc, const RbPqSheetHead *head)
{
  g_autoptr(GPtrArray) rows = rb_pq_rows(disc);
  GString *out = g_string_new(NULL);

  print_header(out);
  print_disc(out, disc, head);
  for (guint i = 0; i < rows->len; i++)
    print_index(out, disc, g_ptr_array_index(rows, i));
  for (guint i = 1; i < disc->text_blocks->len; i++)
    print_further_block(out, g_ptr_array_index(disc->text_blocks, i));
  return g_string_free(out, FALSE);
}
