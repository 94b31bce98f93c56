/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/pq_table.h"

#include "redbook/msf.h"
#include "redbook/text_table.h"

const char *const rb_pq_headings[RB_PQ_COLUMNS + 1] = {
    [RB_PQ_TRACK] = "Trk",           [RB_PQ_INDEX] = "Idx",     [RB_PQ_TITLE] = "Title",
    [RB_PQ_PERFORMER] = "Performer", [RB_PQ_START] = "Start",   [RB_PQ_PAUSE] = "Pause",
    [RB_PQ_LENGTH] = "Length",       [RB_PQ_SECTOR] = "Sector", [RB_PQ_ISRC] = "ISRC",
    [RB_PQ_FLAGS] = "Flags",         [RB_PQ_NOTE] = "Note",
};

const char rb_pq_legend[] =
    "Times are MM:SS:FF (75 sectors to the second), Start absolute from 00:00:00.\n"
    "Programme time counts from 00:02:00 to the lead-out.\n";

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

char *
rb_pq_flags(RbFlags flags)
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

char *
rb_pq_time(gint32 sectors)
{
  return sectors >= 0 && sectors < RB_MAX_SECTORS ? rb_msf_format(sectors) : g_strdup("");
}

/* Puts a text, which it takes over, into a cell. */
static void
fill(char **row, RbPqColumn column, char *text)
{
  g_free(row[column]);
  row[column] = text;
}

static char **
new_row(void)
{
  char **row = g_new0(char *, RB_PQ_COLUMNS + 1);

  for (int i = 0; i < RB_PQ_COLUMNS; i++)
    row[i] = g_strdup("");
  return row;
}

/* What is said once for a track, beside its INDEX 01. */
static void
fill_start(char **row, const RbDisc *disc, guint number)
{
  const RbTrack *track = rb_disc_track(disc, number);
  const char *performer = first_text(disc, number, RB_TEXT_PERFORMER);
  gint32 start = rb_track_index(track, 1);

  if (performer == NULL)
    performer = first_text(disc, 0, RB_TEXT_PERFORMER);
  fill(row, RB_PQ_TITLE, rb_text_table_cell(first_text(disc, number, RB_TEXT_TITLE)));
  fill(row, RB_PQ_PERFORMER, rb_text_table_cell(performer));
  fill(row, RB_PQ_LENGTH, rb_pq_time(rb_disc_track_end(disc, number) - start));
  fill(row, RB_PQ_ISRC, rb_text_table_cell(track->isrc));
  fill(row, RB_PQ_FLAGS, rb_pq_flags(track->flags));
}

static void
fill_pause(char **row, const RbTrack *track, guint number)
{
  gint32 pause = rb_track_index(track, 1) - rb_track_index(track, 0);
  gint32 hidden = pause - RB_FIRST_PAUSE_SECTORS;
  g_autofree char *time = rb_pq_time(hidden);

  fill(row, RB_PQ_PAUSE, rb_pq_time(pause));
  if (number == 1 && hidden > 0 && time[0] != '\0')
    fill(row, RB_PQ_NOTE, g_strdup_printf("hidden audio from 00:02:00, %s", time));
}

static char **
index_row(const RbDisc *disc, guint number, const RbIndex *mark)
{
  char **row = new_row();

  fill(row, RB_PQ_TRACK, g_strdup_printf("%02u", number));
  fill(row, RB_PQ_INDEX, g_strdup_printf("%02u", mark->number));
  fill(row, RB_PQ_START, rb_pq_time(mark->sector));
  fill(row, RB_PQ_SECTOR, g_strdup_printf("%6d", mark->sector));
  if (mark->number == 0)
    fill_pause(row, rb_disc_track(disc, number), number);
  if (mark->number == 1)
    fill_start(row, disc, number);
  return row;
}

static char **
lead_out_row(const RbDisc *disc)
{
  char **row = new_row();

  fill(row, RB_PQ_TRACK, g_strdup("AA"));
  fill(row, RB_PQ_INDEX, g_strdup("01"));
  fill(row, RB_PQ_TITLE, g_strdup("Lead-out"));
  fill(row, RB_PQ_START, rb_pq_time(disc->lead_out_sector));
  fill(row, RB_PQ_SECTOR, g_strdup_printf("%6d", disc->lead_out_sector));
  return row;
}

GPtrArray *
rb_pq_rows(const RbDisc *disc)
{
  GPtrArray *rows = rb_text_table_rows_new();

  for (guint number = 1; number <= disc->tracks->len; number++) {
    const RbTrack *track = rb_disc_track(disc, number);

    for (guint i = 0; i < track->indexes->len; i++)
      g_ptr_array_add(rows, index_row(disc, number, &g_array_index(track->indexes, RbIndex, i)));
  }
  g_ptr_array_add(rows, lead_out_row(disc));
  return rows;
}

GPtrArray *
rb_pq_facts(const RbDisc *disc, const RbPqSheetHead *head)
{
  GPtrArray *facts = rb_text_table_rows_new();
  const RbTextBlock *block =
      disc->text_blocks->len > 0 ? g_ptr_array_index(disc->text_blocks, 0) : NULL;
  const char *catalog = head->catalog == NULL && block != NULL ? block->disc_id : head->catalog;
  g_autofree char *tracks = g_strdup_printf("%u", disc->tracks->len);
  g_autofree char *programme = rb_pq_time(MAX(disc->lead_out_sector - RB_FIRST_PAUSE_SECTORS, 0));

  rb_text_table_add_fact(facts, "Title", first_text(disc, 0, RB_TEXT_TITLE));
  rb_text_table_add_fact(facts, "Performer", first_text(disc, 0, RB_TEXT_PERFORMER));
  rb_text_table_add_fact(facts, "Label", head->label);
  rb_text_table_add_fact(facts, "Catalogue no.", catalog);
  rb_text_table_add_fact(facts, "UPC/EAN", disc->upc);
  rb_text_table_add_fact(facts, "Date", head->date);
  rb_text_table_add_fact(facts, "Master ID", head->master_id);
  rb_text_table_add_fact(facts, "Audio", "44.1 kHz, 16 bit, stereo");
  rb_text_table_add_fact(facts, "Tracks", tracks);
  rb_text_table_add_fact(facts, "Programme time", programme);
  rb_text_table_add_fact(facts, "Image MD5", head->image_md5);
  return facts;
}
