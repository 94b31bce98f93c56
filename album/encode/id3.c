/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/encode/id3.h"

#include <string.h>

#include "album/encode/bytes.h"
#include "album/encode/chapters.h"
#include "album/encode/gain_tags.h"
#include "album/encode/tag_names.h"

#define UTF_8 3
#define LATIN_1 0
#define FRONT_COVER 3
#define TOP_LEVEL_IN_ORDER 3
#define NO_PLACE G_MAXUINT32

static void
append_size(GByteArray *bytes, gsize size)
{
  g_assert(size < 1 << 28);
  for (int shift = 21; shift >= 0; shift -= 7)
    al_bytes_u8(bytes, (guint)(size >> shift) & 0x7F);
}

/* Takes over `content`. */
static void
append_frame(GByteArray *frames, const char *id, GByteArray *content)
{
  al_bytes_text(frames, id);
  append_size(frames, content->len);
  al_bytes_zeros(frames, 2);
  al_bytes_append(frames, content);
  g_byte_array_unref(content);
}

/* A text with one before it, where `first` is not NULL. */
static void
append_text(GByteArray *frames, const char *id, const char *first, const char *text)
{
  GByteArray *content = g_byte_array_new();

  al_bytes_u8(content, UTF_8);
  if (first != NULL) {
    al_bytes_text(content, first);
    al_bytes_zeros(content, 1);
  }
  al_bytes_text(content, text);
  append_frame(frames, id, content);
}

/* TXXX: several texts with NULs between them. */
static void
append_free(GByteArray *frames, const AlTagNames *names, const char *text)
{
  g_auto(GStrv) values = al_tag_names_split(names, text);
  GByteArray *content = g_byte_array_new();

  al_bytes_u8(content, UTF_8);
  al_bytes_text(content, al_tag_names_free(names));
  for (guint i = 0; values[i] != NULL; i++) {
    al_bytes_zeros(content, 1);
    al_bytes_text(content, values[i]);
  }
  append_frame(frames, "TXXX", content);
}

/* Who gives the identifiers, and one of them. */
static void
append_identifier(GByteArray *frames, const char *text)
{
  GByteArray *content = g_byte_array_new();

  al_bytes_text(content, "http://musicbrainz.org");
  al_bytes_zeros(content, 1);
  al_bytes_text(content, text);
  append_frame(frames, "UFID", content);
}

static void
append_comment(GByteArray *frames, const char *text)
{
  GByteArray *content = g_byte_array_new();

  al_bytes_u8(content, UTF_8);
  al_bytes_text(content, "XXX"); /* a language that is not known */
  al_bytes_zeros(content, 1);    /* no description */
  al_bytes_text(content, text);
  append_frame(frames, "COMM", content);
}

static void
append_named(GByteArray *frames, const AlTagNames *names, const char *text)
{
  if (strcmp(names->frame, "TXXX") == 0)
    append_free(frames, names, text);
  else if (strcmp(names->frame, "UFID") == 0)
    append_identifier(frames, text);
  else if (strcmp(names->frame, "TIPL") == 0)
    append_text(frames, "TIPL", "arranger", text);
  else if (strcmp(names->frame, "COMM") == 0)
    append_comment(frames, text);
  else
    append_text(frames, names->frame, NULL, text);
}

static void
append_number(GByteArray *frames, const char *id, AlTagNumber number)
{
  g_autofree char *text = number.count > 0 ? g_strdup_printf("%u/%u", number.number, number.count)
                                           : g_strdup_printf("%u", number.number);

  if (number.number > 0)
    append_text(frames, id, NULL, text);
}

static void
append_gain(gpointer frames, const char *name, const char *text)
{
  append_text(frames, "TXXX", name, text);
}

static void
append_cover(GByteArray *frames, const AlCover *cover)
{
  GByteArray *content = g_byte_array_new();
  gsize size;
  const guint8 *data = g_bytes_get_data(cover->bytes, &size);

  al_bytes_u8(content, LATIN_1);
  al_bytes_text(content, cover->mime);
  al_bytes_zeros(content, 1);
  al_bytes_u8(content, FRONT_COVER);
  al_bytes_zeros(content, 1); /* no description */
  g_byte_array_append(content, data, (guint)size);
  append_frame(frames, "APIC", content);
}

/* By what the table of contents names it. */
static void
append_chapter_id(GByteArray *content, guint number)
{
  g_autofree char *id = g_strdup_printf("chp%u", number);

  al_bytes_text(content, id);
  al_bytes_zeros(content, 1);
}

static void
append_chapter(GByteArray *frames, guint number, const AlChapter *chapter)
{
  GByteArray *content = g_byte_array_new();

  append_chapter_id(content, number);
  al_bytes_u32be(content, chapter->start_ms);
  al_bytes_u32be(content, chapter->end_ms);
  al_bytes_u32be(content, NO_PLACE);
  al_bytes_u32be(content, NO_PLACE);
  append_text(content, "TIT2", NULL, chapter->title);
  append_frame(frames, "CHAP", content);
}

static void
append_chapters(GByteArray *frames, const GArray *chapters)
{
  GByteArray *content = g_byte_array_new();

  g_assert(chapters->len <= G_MAXUINT8);
  al_bytes_text(content, "toc");
  al_bytes_zeros(content, 1);
  al_bytes_u8(content, TOP_LEVEL_IN_ORDER);
  al_bytes_u8(content, chapters->len);
  for (guint i = 0; i < chapters->len; i++)
    append_chapter_id(content, i + 1);
  append_frame(frames, "CTOC", content);
  for (guint i = 0; i < chapters->len; i++)
    append_chapter(frames, i + 1, &g_array_index(chapters, AlChapter, i));
}

static void
append_frames(GByteArray *frames, const AlTags *tags)
{
  for (int tag = 0; tag < AL_TAG_COUNT; tag++)
    if (tags->text[tag] != NULL && al_tag_names((AlTag)tag)->frame != NULL)
      append_named(frames, al_tag_names((AlTag)tag), tags->text[tag]);
  append_number(frames, "TRCK", tags->track);
  append_number(frames, "TPOS", tags->disc);
  al_gain_tags_add_replaygain(tags, append_gain, frames);
  if (tags->cover != NULL)
    append_cover(frames, tags->cover);
}

GByteArray *
al_id3_new(const AlTags *tags, const GArray *chapters)
{
  GByteArray *bytes = g_byte_array_new();
  g_autoptr(GByteArray) frames = g_byte_array_new();

  append_frames(frames, tags);
  if (chapters != NULL && chapters->len > 0)
    append_chapters(frames, chapters);
  if (frames->len == 0)
    return bytes;
  al_bytes_text(bytes, "ID3");
  al_bytes_u8(bytes, 4);
  al_bytes_zeros(bytes, 2);
  append_size(bytes, frames->len);
  al_bytes_append(bytes, frames);
  return bytes;
}
