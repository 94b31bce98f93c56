/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/toc.h"

#include "redbook/charset.h"
#include "redbook/msf.h"
#include "redbook/place.h"

static const char *const field_keywords[RB_TEXT_FIELDS] = {
    [RB_TEXT_TITLE] = "TITLE",           [RB_TEXT_PERFORMER] = "PERFORMER",
    [RB_TEXT_SONGWRITER] = "SONGWRITER", [RB_TEXT_COMPOSER] = "COMPOSER",
    [RB_TEXT_ARRANGER] = "ARRANGER",     [RB_TEXT_MESSAGE] = "MESSAGE",
};

static guint
printed_blocks(const RbDisc *disc, const RbTocStyle *style)
{
  return MIN(disc->text_blocks->len, style->text_blocks);
}

/* A string's bytes in its charset, those that are not plain as octal. FALSE with a reason where it
 * cannot be written so. */
static gboolean
print_item(GString *out, const char *keyword, const char *text, RbCharset charset, GError **error)
{
  g_autoptr(GByteArray) bytes = rb_charset_encode(charset, text, error);

  if (bytes == NULL)
    return FALSE;
  g_string_append_printf(out, "    %s \"", keyword);
  for (guint i = 0; i < bytes->len; i++) {
    guint8 byte = bytes->data[i];

    if (byte < 0x20 || byte >= 0x7f || byte == '"' || byte == '\\')
      g_string_append_printf(out, "\\%03o", byte);
    else
      g_string_append_c(out, (char)byte);
  }
  g_string_append(out, "\"\n");
  return TRUE;
}

/* Whether the disc or any track has a field: then all have. */
static gboolean
has_field(RbTextBlock *block, int field)
{
  for (guint number = 0; number <= block->tracks->len; number++) {
    if (rb_text_block_texts(block, number)->field[field] != NULL)
      return TRUE;
  }
  return FALSE;
}

static RbTextBlock *
block_at(const RbDisc *disc, guint block)
{
  return g_ptr_array_index(disc->text_blocks, block);
}

static gboolean
print_fields(GString *out, const RbDisc *disc, guint number, guint track, GError **error)
{
  RbTextBlock *block = block_at(disc, number);
  const RbTexts *texts = rb_text_block_texts(block, track);

  for (int i = 0; i < RB_TEXT_FIELDS; i++) {
    const char *text = texts->field[i] != NULL ? texts->field[i] : "";
    g_autofree char *place = rb_place_text(number, track, rb_text_field_name((RbTextField)i));

    if (has_field(block, i) && !print_item(out, field_keywords[i], text, block->charset, error)) {
      g_prefix_error(error, "%s: ", place);
      return FALSE;
    }
  }
  return TRUE;
}

/* Genre: two bytes of code, big-endian, then ASCII text and a NUL. */
static void
print_genre(GString *out, const RbTextBlock *block)
{
  if (block->genre == 0 && block->genre_text == NULL)
    return;
  g_string_append_printf(out, "    GENRE { %u, %u", block->genre >> 8, block->genre & 0xffu);
  for (const char *c = block->genre_text; c != NULL && *c != '\0'; c++)
    g_string_append_printf(out, ", %u", (guint)(guint8)*c);
  g_string_append(out, ", 0 }\n");
}

/* cdrdao takes charset and copyright from here and counts the packs itself. */
static void
print_size_info(GString *out, const RbDisc *disc, const RbTextBlock *block)
{
  if (block->charset == RB_CHARSET_ISO_8859_1 && !block->copyrighted)
    return;
  g_string_append_printf(out, "    SIZE_INFO { %u, 1, %u, %u", block->charset, disc->tracks->len,
                         block->copyrighted ? 3 : 0);
  for (int i = 4; i < 36; i++)
    g_string_append(out, ", 0");
  g_string_append(out, " }\n");
}

/* What stands in a language of the disc's own texts alone. */
static gboolean
print_disc_extras(GString *out, const RbDisc *disc, guint number, GError **error)
{
  const RbTextBlock *block = block_at(disc, number);
  g_autofree char *place = rb_place_text(number, 0, "catalogue number");

  if (block->disc_id != NULL &&
      !print_item(out, "DISC_ID", block->disc_id, RB_CHARSET_ASCII, error)) {
    g_prefix_error(error, "%s: ", place);
    return FALSE;
  }
  print_genre(out, block);
  print_size_info(out, disc, block);
  return TRUE;
}

/* The texts of a track in all languages, of the disc for track 0. */
static gboolean
print_languages(GString *out, const RbDisc *disc, guint track, guint blocks, GError **error)
{
  for (guint i = 0; i < blocks; i++) {
    g_string_append_printf(out, "  LANGUAGE %u {\n", i);
    if (!print_fields(out, disc, i, track, error) ||
        (track == 0 && !print_disc_extras(out, disc, i, error)))
      return FALSE;
    g_string_append(out, "  }\n");
  }
  return TRUE;
}

static gboolean
print_texts(GString *out, const RbDisc *disc, guint track, guint blocks, GError **error)
{
  g_string_append(out, "CD_TEXT {\n");
  if (track == 0) {
    g_string_append(out, "  LANGUAGE_MAP {");
    for (guint i = 0; i < blocks; i++)
      g_string_append_printf(out, " %u : %u", i, block_at(disc, i)->language);
    g_string_append(out, " }\n");
  }
  if (!print_languages(out, disc, track, blocks, error))
    return FALSE;
  g_string_append(out, "}\n");
  return TRUE;
}

static void
print_time(GString *out, const char *before, gint32 sectors, const char *after)
{
  g_autofree char *time = rb_msf_format(sectors);

  g_string_append_printf(out, "%s%s%s", before, time, after);
}

static void
print_audio(GString *out, const RbDisc *disc, guint number, const RbTocStyle *style)
{
  const RbTrack *track = rb_disc_track(disc, number);
  gint32 first = number == 1 ? RB_FIRST_PAUSE_SECTORS : rb_track_first_sector(track);
  gint32 start = rb_track_index(track, 1);

  g_string_append_printf(out, "FILE \"%s\"", style->file_name);
  print_time(out, " ", first - style->first_sector, "");
  print_time(out, " ", rb_disc_track_end(disc, number) - first, "\n");
  if (start > first)
    print_time(out, "START ", start - first, "\n");
  for (guint i = 0; i < track->indexes->len; i++) {
    const RbIndex *mark = &g_array_index(track->indexes, RbIndex, i);

    if (mark->number > 1)
      print_time(out, "INDEX ", mark->sector - start, "\n");
  }
}

static gboolean
print_track(GString *out, const RbDisc *disc, guint number, const RbTocStyle *style, GError **error)
{
  const RbTrack *track = rb_disc_track(disc, number);
  guint blocks = printed_blocks(disc, style);

  g_string_append_printf(out, "\n// Track %u\nTRACK AUDIO\n", number);
  g_string_append_printf(out, "%sCOPY\n", track->flags & RB_FLAG_COPY_PERMITTED ? "" : "NO ");
  g_string_append_printf(out, "%sPRE_EMPHASIS\n", track->flags & RB_FLAG_PRE_EMPHASIS ? "" : "NO ");
  g_string_append_printf(out, "%s_CHANNEL_AUDIO\n",
                         track->flags & RB_FLAG_FOUR_CHANNEL ? "FOUR" : "TWO");
  if (track->isrc != NULL)
    g_string_append_printf(out, "ISRC \"%s\"\n", track->isrc);
  if (blocks > 0 && !print_texts(out, disc, number, blocks, error))
    return FALSE;
  print_audio(out, disc, number, style);
  return TRUE;
}

char *
rb_toc_print(const RbDisc *disc, const RbTocStyle *style, GError **error)
{
  g_autoptr(GString) out = g_string_new("CD_DA\n");
  guint blocks = printed_blocks(disc, style);

  if (disc->upc != NULL)
    g_string_append_printf(out, "CATALOG \"%s\"\n", disc->upc);
  if (blocks > 0 && !print_texts(out, disc, 0, blocks, error))
    return NULL;
  for (guint number = 1; number <= disc->tracks->len; number++) {
    if (!print_track(out, disc, number, style, error))
      return NULL;
  }
  return g_string_free(g_steal_pointer(&out), FALSE);
}
