/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/encode/m4a_length.h"

int LLVMFuzzerTestOneInput(const guint8 *bytes, gsize length);

int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize length)
{
  gint64 frames;

  if (al_m4a_length(bytes, length, &frames))
    g_assert_cmpint(frames, >, 0);
  return 0;
}
