/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/cdtext_blocks.h"

#include <string.h>

static void
append(GByteArray *packs, RbCdtextPack pack, const char *payload)
{
  guint8 bytes[RB_CDTEXT_PACK_BYTES];

  memcpy(pack.payload, payload, RB_CDTEXT_PAYLOAD_BYTES);
  rb_cdtext_pack_write(&pack, bytes);
  g_byte_array_append(packs, bytes, sizeof bytes);
}

/* Packs find their block and type by themselves; the highest track that one begins with counts. */
static void
test_sorts_packs(void)
{
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_auto(RbCdtextBlocks) blocks = {.findings = findings};
  g_autoptr(GByteArray) packs = g_byte_array_new();
  const RbCdtextBlock *second = &blocks.list[1];

  append(packs, (RbCdtextPack){.type = 0x80}, "Night Ferry");
  append(packs, (RbCdtextPack){.type = 0x80, .block = 1, .double_byte = TRUE}, "abcdefghijkl");
  append(packs, (RbCdtextPack){.type = 0x80, .track = 7, .sequence = 1, .block = 1}, "mnopqrstuvw");
  g_assert_true(rb_cdtext_blocks_read(&blocks, packs->data, packs->len, NULL));

  g_assert_cmpuint(blocks.list[0].packs, ==, 1);
  g_assert_cmpuint(second->packs, ==, 2);
  g_assert_cmpmem(second->payload[0]->data, second->payload[0]->len, "abcdefghijklmnopqrstuvw", 24);
  g_assert_true(second->double_byte[0]);
  g_assert_cmpuint(second->first_track[0], ==, 0);
  g_assert_cmpuint(rb_cdtext_blocks_tracks(&blocks), ==, 7);
  /* neither block has its size information */
  g_assert_cmpuint(rb_findings_count(findings), ==, 2);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/cdtext_blocks/sorts_packs", test_sorts_packs);
  return g_test_run();
}
