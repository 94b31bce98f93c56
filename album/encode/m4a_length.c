/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/encode/m4a_length.h"

#include <string.h>

#define HEADER_BYTES 8
#define LONG_HEADER_BYTES 16
#define NAME_BYTES 4

/* Longer than any recording. */
#define MAX_FRAMES (G_GUINT64_CONSTANT(1) << 40)

/* What a box holds. */
typedef struct {
  const guint8 *data;
  gsize bytes;
} Content;

/* A big-endian number of `width` bytes; FALSE where they are not there. */
static gboolean
read_number(Content content, gsize place, gsize width, guint64 *number)
{
  if (content.bytes < width || place > content.bytes - width)
    return FALSE;
  *number = 0;
  for (gsize i = 0; i < width; i++)
    *number = *number << 8 | content.data[place + i];
  return TRUE;
}

/* Of the box that stands at the start: with its header, and the header alone. */
static gboolean
read_size(Content boxes, guint64 *box_bytes, gsize *header_bytes)
{
  if (!read_number(boxes, 0, 4, box_bytes))
    return FALSE;
  *header_bytes = *box_bytes == 1 ? LONG_HEADER_BYTES : HEADER_BYTES;
  if (*box_bytes == 1 && !read_number(boxes, HEADER_BYTES, 8, box_bytes))
    return FALSE;
  return *box_bytes >= *header_bytes && *box_bytes <= boxes.bytes;
}

static gboolean
find_box(Content boxes, const char *name, Content *content)
{
  guint64 box_bytes;
  gsize header_bytes;

  while (read_size(boxes, &box_bytes, &header_bytes)) {
    if (memcmp(boxes.data + 4, name, NAME_BYTES) == 0) {
      *content = (Content){boxes.data + header_bytes, (gsize)box_bytes - header_bytes};
      return TRUE;
    }
    boxes.data += box_bytes;
    boxes.bytes -= (gsize)box_bytes;
  }
  return FALSE;
}

/* Down a way of names: "moov/trak/edts/elst". */
static gboolean
find_inner_box(Content boxes, const char *way, Content *content)
{
  for (*content = boxes; find_box(*content, way, content); way += NAME_BYTES + 1)
    if (way[NAME_BYTES] == '\0')
      return TRUE;
  return FALSE;
}

/* Of the headers of the movie and of its media, which begin alike: version and flags (4), made and
 * changed (8, or 16 in version 1), time scale (4). */
static gboolean
read_time_scale(Content file, const char *way, guint64 *time_scale)
{
  Content header;
  guint64 version;

  return find_inner_box(file, way, &header) && read_number(header, 0, 1, &version) &&
         read_number(header, version == 1 ? 20 : 12, 4, time_scale);
}

static gboolean
is_sound(Content file)
{
  Content handler;

  return find_inner_box(file, "moov/trak/mdia/hdlr", &handler) && handler.bytes >= 12 &&
         memcmp(handler.data + 8, "soun", 4) == 0;
}

/* Version and flags (4), how many edits (4), and of each how long it is (4, or 8 in version 1). */
static gboolean
read_only_edit(Content file, guint64 *frames)
{
  Content edits;
  guint64 version, count;

  return find_inner_box(file, "moov/trak/edts/elst", &edits) &&
         read_number(edits, 0, 1, &version) && read_number(edits, 4, 4, &count) && count == 1 &&
         read_number(edits, 8, version == 1 ? 8 : 4, frames);
}

gboolean
al_m4a_length(gconstpointer file, gsize bytes, gint64 *frames)
{
  Content all = {file, bytes};
  guint64 movie, media, length;

  if (!read_time_scale(all, "moov/mvhd", &movie) ||
      !read_time_scale(all, "moov/trak/mdia/mdhd", &media) || movie != media || !is_sound(all) ||
      !read_only_edit(all, &length) || length == 0 || length > MAX_FRAMES)
    return FALSE;
  *frames = (gint64)length;
  return TRUE;
}
