/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/ddp.h"
#include "redbook/ddp_read.h"

int LLVMFuzzerTestOneInput(const guint8 *bytes, gsize length);

/* What is read of a PQ descriptor and can be written again is read as the same again. */
static void
fuzz_pq(const guint8 *bytes, gsize length, RbFindings *findings)
{
  g_autoptr(RbDisc) disc = rb_pq_decode(bytes, length, findings, NULL);
  g_autoptr(GByteArray) first = disc != NULL ? rb_pq_encode(disc, TRUE, NULL) : NULL;
  g_autoptr(RbDisc) again = NULL;
  g_autoptr(GByteArray) second = NULL;

  if (first == NULL)
    return;
  again = rb_pq_decode(first->data, first->len, findings, NULL);
  g_assert_nonnull(again);
  second = rb_pq_encode(again, TRUE, NULL);
  g_assert_cmpmem(first->data, first->len, second->data, second->len);
}

/* The first byte says which file of a set the others are. */
int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize length)
{
  g_autoptr(RbFindings) findings = rb_findings_new();
  RbDdpId id = {0};
  RbDdpMap map = {0};

  if (length == 0)
    return 0;
  if (bytes[0] == 'I')
    rb_ddp_id_decode(bytes + 1, length - 1, &id, findings, NULL);
  else if (bytes[0] == 'M')
    rb_ddp_map_decode(bytes + 1, length - 1, &map, findings, NULL);
  else
    fuzz_pq(bytes + 1, length - 1, findings);
  rb_ddp_id_clear(&id);
  rb_ddp_map_clear(&map);
  return 0;
}
