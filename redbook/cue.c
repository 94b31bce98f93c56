/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/cue.h"

#include "redbook/charset.h"
#include "redbook/msf.h"

static void
print_string(GString *out, const char *indent, const char *keyword, const char *text)
{
  g_autofree char *clean = g_strdelimit(g_strdup(text), "\n\r", ' ');

  g_strdelimit(clean, "\"", '\'');
  g_string_append_printf(out, "%s%s \"%s\"\n", indent, keyword, clean);
}

static void
print_texts(GString *out, const char *indent, const RbTexts *texts, const RbCueStyle *style)
{
  static const char *const keywords[RB_TEXT_FIELDS] = {
      [RB_TEXT_TITLE] = "TITLE",           [RB_TEXT_PERFORMER] = "PERFORMER",
      [RB_TEXT_SONGWRITER] = "SONGWRITER", [RB_TEXT_COMPOSER] = "COMPOSER",
      [RB_TEXT_ARRANGER] = "ARRANGER",     [RB_TEXT_MESSAGE] = "MESSAGE",
  };
  int fields = style->extensions ? RB_TEXT_FIELDS : RB_TEXT_COMPOSER;

  for (int i = 0; i < fields; i++) {
    if (texts->field[i] != NULL)
      print_string(out, indent, keywords[i], texts->field[i]);
  }
}

static void
print_flags(GString *out, RbFlags flags)
{
  if ((flags & ~(RbFlags)RB_FLAG_DATA) == 0)
    return;
  g_string_append(out, "    FLAGS");
  if (flags & RB_FLAG_COPY_PERMITTED)
    g_string_append(out, " DCP");
  if (flags & RB_FLAG_FOUR_CHANNEL)
    g_string_append(out, " 4CH");
  if (flags & RB_FLAG_PRE_EMPHASIS)
    g_string_append(out, " PRE");
  if (flags & RB_FLAG_SCMS)
    g_string_append(out, " SCMS");
  g_string_append_c(out, '\n');
}

/* The first pause as such is on every disc: INDEX 00 of track 1 stands in the sheet only where
 * something of it is in the file. */
static gboolean
is_printed(const RbTrack *track, guint number, const RbIndex *mark, const RbCueStyle *style)
{
  if (mark->number == 0 && number == 1)
    return rb_track_index(track, 1) > style->first_sector;
  return mark->number <= 1 || style->further_indexes;
}

static void
print_indexes(GString *out, const RbTrack *track, guint number, const RbCueStyle *style)
{
  for (guint i = 0; i < track->indexes->len; i++) {
    const RbIndex *mark = &g_array_index(track->indexes, RbIndex, i);

    if (!is_printed(track, number, mark, style))
      continue;
    gint32 sector = number == 1 && mark->number == 0 ? 0 : mark->sector - style->first_sector;

    g_assert(sector >= 0);
    g_autofree char *time = rb_msf_format(sector);

    g_string_append_printf(out, "    INDEX %02u %s\n", mark->number, time);
  }
}

static void
print_track(GString *out, const RbDisc *disc, guint number, const RbCueStyle *style)
{
  const RbTrack *track = rb_disc_track(disc, number);

  g_string_append_printf(out, "  TRACK %02u AUDIO\n", number);
  print_flags(out, track->flags);
  if (disc->text_blocks->len > 0)
    print_texts(out, "    ", rb_text_block_texts(g_ptr_array_index(disc->text_blocks, 0), number),
                style);
  if (track->isrc != NULL)
    g_string_append_printf(out, "    ISRC %s\n", track->isrc);
  print_indexes(out, track, number, style);
}

/* The lines of a sheet in ISO 8859-1 with a NUL behind, NULL where it does not hold them. */
static char *
encode_latin(const char *text, gsize *bytes)
{
  g_autoptr(GByteArray) sheet = g_byte_array_new();
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

  for (char **line = lines; *line != NULL; line++) {
    g_autoptr(GByteArray) encoded = rb_charset_encode(RB_CHARSET_ISO_8859_1, *line, NULL);

    if (encoded == NULL)
      return NULL;
    g_byte_array_append(sheet, encoded->data, encoded->len);
    g_byte_array_append(sheet, (const guint8 *)(line[1] != NULL ? "\n" : ""), 1);
  }
  *bytes = sheet->len - 1;
  return (char *)g_byte_array_free(g_steal_pointer(&sheet), FALSE);
}

/* Readers take UTF-8 for what it is, also where it was not meant: an A with a ring before a half.
 */
static gboolean
looks_like_utf8(const char *latin)
{
  return !g_str_is_ascii(latin) && g_utf8_validate(latin, -1, NULL);
}

char *
rb_cue_print(const RbDisc *disc, const RbCueStyle *style, gsize *bytes)
{
  static const char *const types[] = {[RB_CUE_WAVE] = "WAVE", [RB_CUE_BINARY] = "BINARY"};
  g_autoptr(GString) out = g_string_new(NULL);

  if (disc->upc != NULL)
    g_string_append_printf(out, "CATALOG %s\n", disc->upc);
  if (style->cdtext_name != NULL)
    g_string_append_printf(out, "CDTEXTFILE \"%s\"\n", style->cdtext_name);
  if (disc->text_blocks->len > 0)
    print_texts(out, "", rb_text_block_texts(g_ptr_array_index(disc->text_blocks, 0), 0), style);
  g_string_append_printf(out, "FILE \"%s\" %s\n", style->file_name, types[style->file]);
  for (guint number = 1; number <= disc->tracks->len; number++)
    print_track(out, disc, number, style);
  g_autofree char *latin = style->utf8 ? NULL : encode_latin(out->str, bytes);

  if (latin != NULL && !looks_like_utf8(latin))
    return g_steal_pointer(&latin);
  *bytes = out->len;
  return g_string_free(g_steal_pointer(&out), FALSE);
}
