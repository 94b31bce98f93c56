/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/ogg_file.h"

#include <ogg/ogg.h>
#include <string.h>

typedef struct {
  ogg_sync_state sync;
  ogg_stream_state stream;
  ogg_page page;
} OggFile;

static void
open_file(OggFile *ogg, GBytes *file)
{
  gsize size;
  gconstpointer data = g_bytes_get_data(file, &size);

  ogg_sync_init(&ogg->sync);
  memcpy(ogg_sync_buffer(&ogg->sync, (long)size), data, size);
  ogg_sync_wrote(&ogg->sync, (long)size);
  g_assert_cmpint(ogg_sync_pageout(&ogg->sync, &ogg->page), ==, 1);
  ogg_stream_init(&ogg->stream, ogg_page_serialno(&ogg->page));
}

static void
close_file(OggFile *ogg)
{
  ogg_stream_clear(&ogg->stream);
  ogg_sync_clear(&ogg->sync);
}

guint32
test_ogg_serial(GBytes *file)
{
  OggFile ogg;
  guint32 serial;

  open_file(&ogg, file);
  serial = (guint32)ogg_page_serialno(&ogg.page);
  close_file(&ogg);
  return serial;
}

gint64
test_ogg_end(GBytes *file)
{
  OggFile ogg;
  gint64 end;

  open_file(&ogg, file);
  while (ogg_sync_pageout(&ogg.sync, &ogg.page) == 1)
    ;
  end = ogg_page_granulepos(&ogg.page);
  g_assert_true(ogg_page_eos(&ogg.page));
  close_file(&ogg);
  return end;
}

static guint32
u32(const guint8 *bytes)
{
  return bytes[0] | (guint32)bytes[1] << 8 | (guint32)bytes[2] << 16 | (guint32)bytes[3] << 24;
}

/* length, vendor, count, (length, comment) ... */
static GStrv
read_comments(const guint8 *data)
{
  GPtrArray *comments = g_ptr_array_new();
  guint32 count;

  data += 4 + u32(data);
  count = u32(data);
  data += 4;
  for (guint32 i = 0; i < count; i++) {
    g_ptr_array_add(comments, g_strndup((const char *)data + 4, u32(data)));
    data += 4 + u32(data);
  }
  g_ptr_array_add(comments, NULL);
  return (GStrv)g_ptr_array_free(comments, FALSE);
}

GStrv
test_ogg_comments(GBytes *file, const char *magic)
{
  OggFile ogg;
  ogg_packet packet;
  guint number = 0;
  GStrv comments;

  open_file(&ogg, file);
  do {
    ogg_stream_pagein(&ogg.stream, &ogg.page);
    while (number < 2 && ogg_stream_packetout(&ogg.stream, &packet) == 1)
      number++;
  } while (number < 2 && ogg_sync_pageout(&ogg.sync, &ogg.page) == 1);
  g_assert_cmpuint(number, ==, 2);
  g_assert_cmpmem(packet.packet, strlen(magic), magic, strlen(magic));
  comments = read_comments(packet.packet + strlen(magic));
  close_file(&ogg);
  return comments;
}
