/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/cdtext.h"

int LLVMFuzzerTestOneInput(const guint8 *bytes, gsize length);

/* Packs of any bytes. What can be written again is read again without complaint. */
int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize length)
{
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autoptr(RbFindings) second_findings = rb_findings_new();
  g_autoptr(RbDisc) disc = rb_cdtext_decode(bytes, length, findings, NULL);
  g_autoptr(GByteArray) again = NULL;
  g_autoptr(RbDisc) back = NULL;

  if (disc == NULL)
    return 0;
  again = rb_cdtext_encode(disc, TRUE, NULL);
  g_assert_cmpint(rb_cdtext_check(disc, TRUE, findings), ==, again != NULL);
  if (again == NULL || again->len == 0)
    return 0;
  back = rb_cdtext_decode(again->data, again->len, second_findings, NULL);
  g_assert_nonnull(back);
  g_assert_cmpuint(rb_findings_count(second_findings), ==, 0);
  return 0;
}
