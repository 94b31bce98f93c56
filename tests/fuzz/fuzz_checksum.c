/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/checksum.h"

int LLVMFuzzerTestOneInput(const guint8 *bytes, gsize length);

/* Whatever a checksum file says, its names stay in the folder. */
int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize length)
{
  g_autoptr(GPtrArray) checksums = rb_checksum_parse((const char *)bytes, length, NULL);

  for (guint i = 0; checksums != NULL && i < checksums->len; i++) {
    const RbChecksum *checksum = g_ptr_array_index(checksums, i);

    g_assert_true(checksum->name[0] != '/' && checksum->name[0] != '\0');
    g_assert_false(g_str_has_prefix(checksum->name, "../"));
  }
  return 0;
}
