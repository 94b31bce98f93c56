/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "redbook/ddp_read.h"

int LLVMFuzzerTestOneInput(const guint8 *bytes, gsize length);

static void
check_stream(const RbDdpStream *stream)
{
  g_assert_true(stream->name[0] != '\0' && strpbrk(stream->name, "/\\") == NULL);
  g_assert_true(stream->length >= -1 && stream->start >= 0 && stream->start < RB_MAX_SECTORS);
}

/* A DDPMS of any bytes. The files that it names lie in the folder, and numbers are bounded. */
int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize length)
{
  g_autoptr(RbFindings) findings = rb_findings_new();
  RbDdpMap map = {0};

  if (rb_ddp_map_decode(bytes, length, &map, findings, NULL)) {
    g_assert_cmpuint(map.audio->len, >, 0);
    for (guint i = 0; i < map.audio->len; i++)
      check_stream(&g_array_index(map.audio, RbDdpStream, i));
    check_stream(&map.pq);
    g_assert_cmpuint(rb_findings_count(findings), <=, 2 * (length / 128) + 1);
  }
  rb_ddp_map_clear(&map);
  return 0;
}
