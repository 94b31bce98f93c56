/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/pq_sheet.h"

#include "redbook/msf.h"
#include "redbook/text_width.h"

typedef enum {
  COLUMN_TRACK,
  COLUMN_INDEX,
  COLUMN_TITLE,
  COLUMN_PERFORMER,
  COLUMN_START,
  COLUMN_PAUSE,
  COLUMN_LENGTH,
  COLUMN_SECTOR,
  COLUMN_ISRC,
  COLUMN_FLAGS,
  COLUMN_NOTE,
  COLUMNS,
} Column;

typedef struct {
  char *cell[COLUMNS]; /* NULL: empty */
} Row;

static const char *const headings[COLUMNS] = {
    [COLUMN_TRACK] = "Trk",           [COLUMN_INDEX] = "Idx",     [COLUMN_TITLE] = "Title",
    [COLUMN_PERFORMER] = "Performer", [COLUMN_START] = "Start",   [COLUMN_PAUSE] = "Pause",
    [COLUMN_LENGTH] = "Length",       [COLUMN_SECTOR] = "Sector", [COLUMN_ISRC] = "ISRC",
    [COLUMN_FLAGS] = "Flags",         [COLUMN_NOTE] = "Note",
};

static void
row_clear(gpointer data)
{
  Row *row = data;

  for (int i = 0; i < COLUMNS; i++)
    g_free(row->cell[i]);
}

static char *
clean_text(const char *text)
{
  return text != NULL ? g_strdelimit(g_strdup(text), "\t\n\r", ' ') : NULL;
}

static const RbTexts *
first_texts(const RbDisc *disc, guint number)
{
  if (disc->text_blocks->len == 0)
    return NULL;
  return rb_text_block_texts(g_ptr_array_index(disc->text_blocks, 0), number);
}

static const char *
first_text(const RbDisc *disc, guint number, RbTextField field)
{
  const RbTexts *texts = first_texts(disc, number);

  return texts != NULL ? texts->field[field] : NULL;
}

static char *
flags_text(RbFlags flags)
{
  static const struct {
    RbFlags flag;
    const char *name;
  } names[] = {{RB_FLAG_COPY_PERMITTED, "CP"},
               {RB_FLAG_PRE_EMPHASIS, "PRE"},
               {RB_FLAG_FOUR_CHANNEL, "4CH"},
               {RB_FLAG_SCMS, "SCMS"},
               {RB_FLAG_DATA, "DATA"}};
  g_autoptr(GString) text = g_string_new(NULL);

  for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
    if (flags & names[i].flag)
      g_string_append_printf(text, "%s%s", text->len > 0 ? " " : "", names[i].name);
  }
  return g_string_free(g_steal_pointer(&text), FALSE);
}

/* A time, an empty cell where no MM:SS:FF says it: a disc that was read may be as wrong as it
 * likes. */
static char *
time_cell(gint32 sectors)
{
  return sectors >= 0 && sectors < RB_MAX_SECTORS ? rb_msf_format(sectors) : NULL;
}

/* What is said once for a track, beside its INDEX 01. */
static void
fill_start(Row *row, const RbDisc *disc, guint number)
{
  const RbTrack *track = rb_disc_track(disc, number);
  const char *performer = first_text(disc, number, RB_TEXT_PERFORMER);
  gint32 start = rb_track_index(track, 1);

  if (performer == NULL)
    performer = first_text(disc, 0, RB_TEXT_PERFORMER);
  row->cell[COLUMN_TITLE] = clean_text(first_text(disc, number, RB_TEXT_TITLE));
  row->cell[COLUMN_PERFORMER] = clean_text(performer);
  row->cell[COLUMN_LENGTH] = time_cell(rb_disc_track_end(disc, number) - start);
  row->cell[COLUMN_ISRC] = g_strdup(track->isrc);
  row->cell[COLUMN_FLAGS] = flags_text(track->flags);
}

static void
fill_pause(Row *row, const RbTrack *track, guint number)
{
  gint32 pause = rb_track_index(track, 1) - rb_track_index(track, 0);

  row->cell[COLUMN_PAUSE] = time_cell(pause);
  if (number != 1 || pause <= RB_FIRST_PAUSE_SECTORS)
    return;
  g_autofree char *hidden = time_cell(pause - RB_FIRST_PAUSE_SECTORS);

  if (hidden != NULL)
    row->cell[COLUMN_NOTE] = g_strdup_printf("hidden audio from 00:02:00, %s", hidden);
}

static void
add_row(GArray *rows, const RbDisc *disc, guint number, const RbIndex *mark)
{
  Row row = {{NULL}};

  row.cell[COLUMN_TRACK] = g_strdup_printf("%02u", number);
  row.cell[COLUMN_INDEX] = g_strdup_printf("%02u", mark->number);
  row.cell[COLUMN_START] = time_cell(mark->sector);
  row.cell[COLUMN_SECTOR] = g_strdup_printf("%6d", mark->sector);
  if (mark->number == 0)
    fill_pause(&row, rb_disc_track(disc, number), number);
  if (mark->number == 1)
    fill_start(&row, disc, number);
  g_array_append_val(rows, row);
}

static GArray *
make_rows(const RbDisc *disc)
{
  GArray *rows = g_array_new(FALSE, FALSE, sizeof(Row));
  Row lead_out = {{NULL}};

  g_array_set_clear_func(rows, row_clear);
  for (guint number = 1; number <= disc->tracks->len; number++) {
    const RbTrack *track = rb_disc_track(disc, number);

    for (guint i = 0; i < track->indexes->len; i++)
      add_row(rows, disc, number, &g_array_index(track->indexes, RbIndex, i));
  }
  lead_out.cell[COLUMN_TRACK] = g_strdup("AA");
  lead_out.cell[COLUMN_INDEX] = g_strdup("01");
  lead_out.cell[COLUMN_TITLE] = g_strdup("Lead-out");
  lead_out.cell[COLUMN_START] = time_cell(disc->lead_out_sector);
  lead_out.cell[COLUMN_SECTOR] = g_strdup_printf("%6d", disc->lead_out_sector);
  g_array_append_val(rows, lead_out);
  return rows;
}

static void
measure(const GArray *rows, gsize widths[COLUMNS])
{
  for (int i = 0; i < COLUMNS; i++)
    widths[i] = rb_text_width(headings[i]);
  for (guint r = 0; r < rows->len; r++) {
    const Row *row = &g_array_index(rows, Row, r);

    for (int i = 0; i < COLUMNS; i++) {
      if (row->cell[i] != NULL)
        widths[i] = MAX(widths[i], rb_text_width(row->cell[i]));
    }
  }
}

static void
print_line(GString *out, const char *const cells[COLUMNS], const gsize widths[COLUMNS])
{
  gsize owed = 0; /* blanks, written only where something follows */

  for (int i = 0; i < COLUMNS; i++) {
    const char *cell = cells[i] != NULL ? cells[i] : "";

    if (cell[0] != '\0') {
      g_string_append_printf(out, "%*s%s", (int)owed, "", cell);
      owed = 0;
    }
    owed += widths[i] - rb_text_width(cell) + 2;
  }
  g_string_append_c(out, '\n');
}

static void
print_table(GString *out, const RbDisc *disc)
{
  g_autoptr(GArray) rows = make_rows(disc);
  gsize widths[COLUMNS];
  gsize total = 0;

  measure(rows, widths);
  for (int i = 0; i < COLUMNS; i++)
    total += widths[i] + (i > 0 ? 2 : 0);
  print_line(out, headings, widths);
  for (gsize i = 0; i < total; i++)
    g_string_append_c(out, '-');
  g_string_append_c(out, '\n');
  for (guint r = 0; r < rows->len; r++) {
    const char *cells[COLUMNS];

    for (int i = 0; i < COLUMNS; i++)
      cells[i] = g_array_index(rows, Row, r).cell[i];
    print_line(out, cells, widths);
  }
}

static void
print_fact(GString *out, const char *name, const char *value)
{
  g_autofree char *clean = clean_text(value);

  if (clean != NULL && clean[0] != '\0')
    g_string_append_printf(out, "%-16s%s\n", name, clean);
}

static void
print_head(GString *out, const RbDisc *disc, const RbPqSheetHead *head)
{
  const RbTextBlock *block =
      disc->text_blocks->len > 0 ? g_ptr_array_index(disc->text_blocks, 0) : NULL;
  const char *catalog = head->catalog == NULL && block != NULL ? block->disc_id : head->catalog;
  g_autofree char *tracks = g_strdup_printf("%u", disc->tracks->len);
  g_autofree char *programme = time_cell(MAX(disc->lead_out_sector - RB_FIRST_PAUSE_SECTORS, 0));

  g_string_append(out, "PQ SHEET\n\n");
  print_fact(out, "Title", first_text(disc, 0, RB_TEXT_TITLE));
  print_fact(out, "Performer", first_text(disc, 0, RB_TEXT_PERFORMER));
  print_fact(out, "Label", head->label);
  print_fact(out, "Catalogue no.", catalog);
  print_fact(out, "UPC/EAN", disc->upc);
  print_fact(out, "Date", head->date);
  print_fact(out, "Master ID", head->master_id);
  print_fact(out, "Audio", "44.1 kHz, 16 bit, stereo");
  print_fact(out, "Tracks", tracks);
  print_fact(out, "Programme time", programme);
  print_fact(out, "Image MD5", head->image_md5);
  g_string_append_c(out, '\n');
}

char *
rb_pq_sheet_print(const RbDisc *disc, const RbPqSheetHead *head)
{
  GString *out = g_string_new(NULL);

  print_head(out, disc, head);
  print_table(out, disc);
  g_string_append(out, "\nTimes are MM:SS:FF (75 sectors to the second), Start absolute from "
                       "00:00:00.\nProgramme time counts from 00:02:00 to the lead-out.\n");
  return g_string_free(out, FALSE);
}
