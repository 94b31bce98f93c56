/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/ddp.h"
#include "redbook/ddp_read.h"
#include "redbook/rules.h"

int LLVMFuzzerTestOneInput(const guint8 *bytes, gsize length);

/* A PQ descriptor of any bytes. Whatever disc it gives can be judged; one that can be written again
 * is read as the same again. */
int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize length)
{
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autoptr(RbDisc) disc = rb_pq_decode(bytes, length, findings, NULL);
  g_autoptr(GByteArray) first = NULL;
  g_autoptr(RbDisc) again = NULL;
  g_autoptr(GByteArray) second = NULL;

  if (disc == NULL)
    return 0;
  rb_rules_judge(disc, findings);
  first = rb_pq_encode(disc, TRUE, NULL);
  if (first == NULL)
    return 0;
  again = rb_pq_decode(first->data, first->len, findings, NULL);
  g_assert_nonnull(again);
  second = rb_pq_encode(again, TRUE, NULL);
  g_assert_cmpmem(first->data, first->len, second->data, second->len);
  return 0;
}
