/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "redbook/ddp_read.h"

int LLVMFuzzerTestOneInput(const guint8 *bytes, gsize length);

/* A DDPID of any bytes. What is read of it are codes and printable texts. */
int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize length)
{
  g_autoptr(RbFindings) findings = rb_findings_new();
  RbDdpId id = {0};

  if (rb_ddp_id_decode(bytes, length, &id, findings, NULL)) {
    g_assert_true(id.upc == NULL || strlen(id.upc) == 13);
    g_assert_true(g_str_is_ascii(id.master_id) && g_str_is_ascii(id.user_text));
  }
  rb_ddp_id_clear(&id);
  return 0;
}
