/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/ddp_folder.h"

#include <glib/gstdio.h>
#include <string.h>

#include "redbook/ddp.h"
#include "tests/support/discs.h"

static void
write_file(const char *folder, const char *name, gconstpointer bytes, gsize length)
{
  g_autofree char *path = g_build_filename(folder, name, NULL);
  g_autoptr(GError) error = NULL;

  g_file_set_contents(path, bytes, (gssize)length, &error);
  g_assert_no_error(error);
}

void
ddp_folder_write(const char *folder, const RbDisc *disc)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) set = rb_ddp_encode(disc, &rb_ddp_style_usual, NULL, &error);
  gsize length;
  g_autofree guint8 *audio = discs_audio(disc, 0, &length);

  g_assert_no_error(error);
  g_assert_cmpint(g_mkdir(folder, 0777), ==, 0);
  memset(audio, 0, RB_FIRST_PAUSE_SECTORS * RB_BYTES_PER_SECTOR);
  write_file(folder, rb_ddp_style_usual.audio_name, audio, length);
  for (guint i = 0; i < set->len; i++) {
    const RbDdpFile *file = g_ptr_array_index(set, i);

    write_file(folder, file->name, file->bytes->data, file->bytes->len);
  }
}
