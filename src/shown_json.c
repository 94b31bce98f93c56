/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/charset.h"
#include "redbook/genre.h"
#include "redbook/language.h"
#include "src/report.h"
#include "src/shown.h"

static void
json_count(JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name(builder, name);
  json_builder_add_int_value(builder, value);
}

/* A number of sectors, null where there is no such place on the disc. */
static void
json_sectors(JsonBuilder *builder, const char *name, gint32 sectors)
{
  json_builder_set_member_name(builder, name);
  if (sectors >= 0)
    json_builder_add_int_value(builder, sectors);
  else
    json_builder_add_null_value(builder);
}

static void
json_flag(JsonBuilder *builder, const char *name, gboolean set)
{
  json_builder_set_member_name(builder, name);
  json_builder_add_boolean_value(builder, set);
}

static void
json_flags(JsonBuilder *builder, RbFlags flags)
{
  json_flag(builder, "copy_permitted", (flags & RB_FLAG_COPY_PERMITTED) != 0);
  json_flag(builder, "pre_emphasis", (flags & RB_FLAG_PRE_EMPHASIS) != 0);
  json_flag(builder, "four_channels", (flags & RB_FLAG_FOUR_CHANNEL) != 0);
  json_flag(builder, "scms", (flags & RB_FLAG_SCMS) != 0);
  json_flag(builder, "data", (flags & RB_FLAG_DATA) != 0);
}

static void
json_indexes(JsonBuilder *builder, const RbTrack *track)
{
  json_builder_set_member_name(builder, "indexes");
  json_builder_begin_array(builder);
  for (guint i = 0; i < track->indexes->len; i++) {
    const RbIndex *mark = &g_array_index(track->indexes, RbIndex, i);

    json_builder_begin_object(builder);
    json_count(builder, "number", mark->number);
    json_count(builder, "start_sectors", mark->sector);
    json_builder_end_object(builder);
  }
  json_builder_end_array(builder);
}

/* `texts`: NULL where the disc has none. */
static void
json_texts(JsonBuilder *builder, const RbTexts *texts)
{
  for (int field = 0; field < RB_TEXT_FIELDS; field++)
    report_json_text(builder, rb_text_field_name((RbTextField)field),
                     texts != NULL ? texts->field[field] : NULL);
}

static const RbTexts *
first_texts(const RbDisc *disc, guint number)
{
  if (disc->text_blocks->len == 0)
    return NULL;
  return rb_text_block_texts(g_ptr_array_index(disc->text_blocks, 0), number);
}

static void
json_track(JsonBuilder *builder, const RbDisc *disc, guint number)
{
  const RbTrack *track = rb_disc_track(disc, number);
  gint32 start = rb_track_index(track, 1), pause = rb_track_index(track, 0);

  json_builder_begin_object(builder);
  json_count(builder, "number", number);
  json_texts(builder, first_texts(disc, number));
  report_json_text(builder, "isrc", track->isrc);
  json_sectors(builder, "start_sectors", start);
  json_sectors(builder, "pause_sectors", pause >= 0 ? start - pause : 0);
  json_sectors(builder, "length_sectors",
               start >= 0 ? rb_disc_track_end(disc, number) - start : -1);
  json_flags(builder, track->flags);
  json_indexes(builder, track);
  json_builder_end_object(builder);
}

static void
json_block(JsonBuilder *builder, RbTextBlock *block)
{
  json_builder_begin_object(builder);
  report_json_text(builder, "language", rb_language_name(block->language));
  json_count(builder, "language_code", block->language);
  report_json_text(builder, "charset", rb_charset_name(block->charset));
  json_flag(builder, "copyrighted", block->copyrighted);
  json_count(builder, "genre_code", block->genre);
  report_json_text(builder, "genre", block->genre > 0 ? rb_genre_name(block->genre) : NULL);
  report_json_text(builder, "genre_text", block->genre_text);
  report_json_text(builder, "catalog", block->disc_id);
  json_texts(builder, rb_text_block_texts(block, 0));
  json_builder_set_member_name(builder, "tracks");
  json_builder_begin_array(builder);
  for (guint number = 1; number <= block->tracks->len; number++) {
    json_builder_begin_object(builder);
    json_count(builder, "number", number);
    json_texts(builder, rb_text_block_texts(block, number));
    json_builder_end_object(builder);
  }
  json_builder_end_array(builder);
  json_builder_end_object(builder);
}

static void
json_disc(JsonBuilder *builder, const RbDisc *disc)
{
  json_texts(builder, first_texts(disc, 0));
  report_json_text(builder, "upc", disc->upc);
  json_count(builder, "lead_out_sectors", disc->lead_out_sector);
  json_builder_set_member_name(builder, "tracks");
  json_builder_begin_array(builder);
  for (guint number = 1; number <= disc->tracks->len; number++)
    json_track(builder, disc, number);
  json_builder_end_array(builder);
  json_builder_set_member_name(builder, "text_blocks");
  json_builder_begin_array(builder);
  for (guint i = 0; i < disc->text_blocks->len; i++)
    json_block(builder, g_ptr_array_index(disc->text_blocks, i));
  json_builder_end_array(builder);
}

void
shown_print_json(const AlDiscForm *form, const char *md5, const RbFindings *findings)
{
  g_autoptr(JsonBuilder) builder = report_json_begin();

  report_json_text(builder, "path", form->path);
  json_disc(builder, form->disc);
  report_json_text(builder, "image_md5", md5);
  report_json_outcome(builder, findings, NULL, NULL);
  report_json_end(builder);
}
