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
  g_assert_cmpuint(second->heads[0]->len, ==, 2);
  g_assert_cmpuint(g_array_index(second->heads[0], RbCdtextHead, 1).track, ==, 7);
  g_assert_cmpuint(rb_cdtext_blocks_tracks(&blocks), ==, 7);
  /* neither block has its size information, and there is no track 7 to go on with */
  g_assert_cmpuint(rb_findings_count(findings), ==, 3);
}

/* A disc of two tracks and one field, in two blocks. */
static GByteArray *
make_packs(void)
{
  static const char sizes[] = "\x00\x01\x02\x00\x02\0\0\0\0\0\0\0"
                              "\0\0\0\0\0\0\0\x03\x04\x04\0\0"
                              "\0\0\0\0\x09\x0f\0\0\0\0\0\0";
  GByteArray *packs = g_byte_array_new();

  for (guint8 b = 0; b < 2; b++) {
    append(packs, (RbCdtextPack){.type = 0x80, .block = b}, "Ferry\0Harbou");
    append(packs,
           (RbCdtextPack){.type = 0x80, .track = 1, .sequence = 1, .block = b, .position = 6},
           "r\0Fog\0\0\0\0\0\0\0");
    for (guint8 part = 0; part < 3; part++)
      append(packs,
             (RbCdtextPack){
                 .type = RB_PACK_SIZES, .track = part, .sequence = (guint8)(2 + part), .block = b},
             sizes + 12 * part);
  }
  return packs;
}

/* Changes a byte of a pack so that its CRC fits again, reads, and tells the only finding. */
static void
assert_told(guint pack, guint byte, guint8 value, const char *id, const char *text)
{
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_auto(RbCdtextBlocks) blocks = {.findings = findings};
  g_autoptr(GByteArray) packs = make_packs();
  guint8 *bytes = packs->data + (gsize)pack * RB_CDTEXT_PACK_BYTES;
  RbCdtextPack parts;

  bytes[byte] = value;
  rb_cdtext_pack_read(bytes, &parts);
  rb_cdtext_pack_write(&parts, bytes);
  g_assert_true(rb_cdtext_blocks_read(&blocks, packs->data, packs->len, NULL));
  if (id == NULL) {
    g_assert_cmpuint(rb_findings_count(findings), ==, 0);
    return;
  }
  g_assert_cmpuint(rb_findings_count(findings), ==, 1);
  g_assert_cmpstr(rb_findings_get(findings, 0)->id, ==, id);
  g_assert_nonnull(strstr(rb_findings_get(findings, 0)->text, text));
}

static void
test_one_thing_wrong(void)
{
  assert_told(0, 0, 0x80, NULL, NULL);
  assert_told(1, 1, 2, "R45", "track 2; it does at character 6 of track 1");
  assert_told(1, 3, 5, "R45", "character 5 of track 1; it does at character 6");
  assert_told(1, 2, 9, "R45", "sequence number 9");
  assert_told(2, 4 + 1, 2, "R46", "names tracks 2 to 2");
  assert_told(2, 4 + 2, 0, "R46", "names tracks 1 to 0");
  assert_told(2, 4 + 4, 3, "R46", "There are 2 packs of type 0x80");
  assert_told(3, 4 + 7, 2, "R46", "There are 3 packs of type 0x8f");
  assert_told(4, 4 + 4, 0x0a, "R46", "other lengths or languages");
}

/* A flipped bit is found and turned back; more than one spoils the pack, and only that is told. */
static void
test_repair(void)
{
  for (guint bit = 0; bit < 8 * RB_CDTEXT_PACK_BYTES; bit++) {
    g_autoptr(RbFindings) findings = rb_findings_new();
    g_auto(RbCdtextBlocks) blocks = {.findings = findings};
    g_autoptr(GByteArray) packs = make_packs();
    g_autofree char *byte = g_strdup_printf("byte %u is", bit / 8);

    packs->data[RB_CDTEXT_PACK_BYTES + bit / 8] ^= (guint8)(1 << bit % 8);
    g_assert_true(rb_cdtext_blocks_read(&blocks, packs->data, packs->len, NULL));
    g_assert_cmpuint(rb_findings_count(findings), ==, 1);
    g_assert_cmpstr(rb_findings_get(findings, 0)->id, ==, "R40");
    g_assert_cmpstr(rb_findings_get(findings, 0)->place, ==, "CD-TEXT, pack 1");
    g_assert_nonnull(strstr(rb_findings_get(findings, 0)->text, byte));
    g_assert_cmpmem(blocks.list[0].payload[0]->data, 17, "Ferry\0Harbour\0Fog", 17);
  }
}

static void
test_beyond_repair(void)
{
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_auto(RbCdtextBlocks) blocks = {.findings = findings};
  g_autoptr(GByteArray) packs = make_packs();

  memset(packs->data + RB_CDTEXT_PACK_BYTES, 0x85, 3);
  g_assert_true(rb_cdtext_blocks_read(&blocks, packs->data, packs->len, NULL));
  g_assert_nonnull(strstr(rb_findings_get(findings, 0)->text, "no single bit explains it"));
  g_assert_cmpuint(rb_findings_count(findings), <=, 2);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/cdtext_blocks/sorts_packs", test_sorts_packs);
  g_test_add_func("/cdtext_blocks/one_thing_wrong", test_one_thing_wrong);
  g_test_add_func("/cdtext_blocks/repair", test_repair);
  g_test_add_func("/cdtext_blocks/beyond_repair", test_beyond_repair);
  return g_test_run();
}
