/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/encode/m4a_tags.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "album/encode/bytes.h"
#include "album/encode/gain_tags.h"
#include "album/encode/tag_names.h"
#include "album/error.h"

#define HEADER_BYTES 8
#define MAX_MOOV_BYTES (256 * 1024 * 1024)
#define FREE_NAME_DOMAIN "com.apple.iTunes"

/* Types of data. */
#define BINARY 0
#define UTF_8 1
#define JPEG 13
#define PNG 14

/* Takes over `content`. */
static void
append_box(GByteArray *bytes, const char *name, GByteArray *content)
{
  g_assert(strlen(name) == 4);
  al_bytes_u32be(bytes, HEADER_BYTES + content->len);
  al_bytes_text(bytes, name);
  al_bytes_append(bytes, content);
  g_byte_array_unref(content);
}

static void
append_data(GByteArray *bytes, guint32 type, gconstpointer value, gsize size)
{
  GByteArray *content = g_byte_array_new();

  al_bytes_u32be(content, type);
  al_bytes_u32be(content, 0); /* any country and language */
  g_byte_array_append(content, value, (guint)size);
  append_box(bytes, "data", content);
}

static void
append_item(GByteArray *list, const char *name, guint32 type, gconstpointer value, gsize size)
{
  GByteArray *item = g_byte_array_new();

  append_data(item, type, value, size);
  append_box(list, name, item);
}

static void
append_full_text_box(GByteArray *bytes, const char *name, const char *text)
{
  GByteArray *content = g_byte_array_new();

  al_bytes_u32be(content, 0); /* version and flags */
  al_bytes_text(content, text);
  append_box(bytes, name, content);
}

/* Of as many values as there are up to a NULL. */
static void
append_free_item(GByteArray *list, const char *name, const char *const *values)
{
  GByteArray *item = g_byte_array_new();

  append_full_text_box(item, "mean", FREE_NAME_DOMAIN);
  append_full_text_box(item, "name", name);
  for (; *values != NULL; values++)
    append_data(item, UTF_8, *values, strlen(*values));
  append_box(list, "----", item);
}

static void
append_named(GByteArray *list, const AlTagNames *names, const char *text)
{
  g_auto(GStrv) values = al_tag_names_split(names, text);

  if (names->atom != NULL)
    append_item(list, names->atom, UTF_8, text, strlen(text));
  else
    append_free_item(list, al_tag_names_free(names), (const char *const *)values);
}

/* trkn has two bytes more behind it than disk. */
static void
append_number(GByteArray *list, const char *name, AlTagNumber number, gsize zeros_behind)
{
  g_autoptr(GByteArray) value = g_byte_array_new();

  if (number.number == 0)
    return;
  al_bytes_u16be(value, 0);
  al_bytes_u16be(value, number.number);
  al_bytes_u16be(value, number.count);
  al_bytes_zeros(value, zeros_behind);
  append_item(list, name, BINARY, value->data, value->len);
}

/* Players look for the names of M4A in lower case. */
static void
append_gain(gpointer list, const char *name, const char *text)
{
  g_autofree char *lower = g_ascii_strdown(name, -1);

  append_free_item(list, lower, (const char *const[]){text, NULL});
}

static GByteArray *
make_list(const AlTags *tags)
{
  GByteArray *list = g_byte_array_new();

  for (int tag = 0; tag < AL_TAG_COUNT; tag++)
    if (tags->text[tag] != NULL)
      append_named(list, al_tag_names((AlTag)tag), tags->text[tag]);
  append_number(list, "trkn", tags->track, 2);
  append_number(list, "disk", tags->disc, 0);
  al_gain_tags_add_replaygain(tags, append_gain, list);
  if (tags->cover != NULL) {
    gsize size;
    gconstpointer data = g_bytes_get_data(tags->cover->bytes, &size);
    gboolean is_png = strcmp(tags->cover->mime, "image/png") == 0;

    append_item(list, "covr", is_png ? PNG : JPEG, data, size);
  }
  return list;
}

GByteArray *
al_m4a_tags_new(const AlTags *tags)
{
  GByteArray *handler = g_byte_array_new();
  GByteArray *meta = g_byte_array_new();
  GByteArray *user_data = g_byte_array_new();
  GByteArray *box = g_byte_array_new();

  al_bytes_zeros(handler, 8);
  al_bytes_text(handler, "mdirappl");
  al_bytes_zeros(handler, 9);
  al_bytes_zeros(meta, 4); /* version and flags */
  append_box(meta, "hdlr", handler);
  append_box(meta, "ilst", make_list(tags));
  append_box(user_data, "meta", meta);
  append_box(box, "udta", user_data);
  return box;
}

static guint32
read_u32be(const guint8 *bytes)
{
  return (guint32)bytes[0] << 24 | (guint32)bytes[1] << 16 | (guint32)bytes[2] << 8 | bytes[3];
}

/* Where the last of the boxes from `place` to the end of the file begins; -1 where it has another
 * name, or what stands there are no boxes. */
static gint64
find_last_box(FILE *file, gint64 place, const char *name)
{
  guint8 header[2 * HEADER_BYTES];
  gint64 found = -1;

  while (fseeko(file, (off_t)place, SEEK_SET) == 0 &&
         fread(header, 1, HEADER_BYTES, file) == HEADER_BYTES) {
    guint64 size = read_u32be(header);
    gboolean is_long = size == 1;

    /* The true size, of 64 bits, stands behind the name. */
    if (is_long && fread(header + HEADER_BYTES, 1, HEADER_BYTES, file) == HEADER_BYTES)
      size = (guint64)read_u32be(header + HEADER_BYTES) << 32 | read_u32be(header + 12);
    if (size < HEADER_BYTES || size > (guint64)(G_MAXINT64 - place))
      return -1;
    found = !is_long && memcmp(header + 4, name, 4) == 0 ? place : -1;
    place += (gint64)size;
  }
  return found;
}

/* Where moov begins, and in it the udta that ffmpeg leaves empty: both reach to the end of the
 * file, and there is room for what is larger. */
static gboolean
find_user_data(FILE *file, gsize bytes, gint64 *moov, gint64 *user_data)
{
  *moov = find_last_box(file, 0, "moov");
  if (*moov < 0)
    return FALSE;
  *user_data = find_last_box(file, *moov + HEADER_BYTES, "udta");
  return *user_data >= 0 && *user_data - *moov < MAX_MOOV_BYTES && fseeko(file, 0, SEEK_END) == 0 &&
         (gint64)ftello(file) - *user_data <= (gint64)bytes;
}

static gboolean
write_at(FILE *file, gint64 place, const GByteArray *bytes)
{
  return fseeko(file, (off_t)place, SEEK_SET) == 0 &&
         fwrite(bytes->data, 1, bytes->len, file) == bytes->len;
}

static gboolean
replace_user_data(FILE *file, const GByteArray *tags, const char **wrong)
{
  g_autoptr(GByteArray) moov_size = g_byte_array_new();
  gint64 moov, user_data;

  if (!find_user_data(file, tags->len, &moov, &user_data)) {
    *wrong = "its boxes are not where they should be";
    return FALSE;
  }
  al_bytes_u32be(moov_size, (guint32)(user_data - moov) + tags->len);
  return write_at(file, user_data, tags) && write_at(file, moov, moov_size);
}

gboolean
al_m4a_tags_write(const char *path, const GByteArray *tags, GError **error)
{
  FILE *file = g_fopen(path, "r+b");
  const char *wrong = NULL;
  gboolean written = file != NULL && replace_user_data(file, tags, &wrong);

  if (file != NULL)
    written = fclose(file) == 0 && written;
  if (!written)
    g_set_error(error, AL_ERROR, AL_ERROR_WRITE, "cannot write the tags of %s: %s", path,
                wrong != NULL ? wrong : g_strerror(errno));
  return written;
}
