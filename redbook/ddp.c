/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/ddp.h"

#include "redbook/cdtext.h"

const RbDdpStyle rb_ddp_style_usual = {
    .pq_name = "PQDESCR",
    .cdtext_name = "CDTEXT.BIN",
    .audio_name = "IMAGE.DAT",
    .fill = '0',
    .states_start = TRUE,
    .scrambled = '0',
    .isrc_on_index_1 = FALSE,
    .cdtext_codes = TRUE,
};

const RbDdpStyle rb_ddp_style_cue2ddp = {
    .pq_name = "SD",
    .cdtext_name = "CDTEXT.BIN",
    .audio_name = "IMAGE.DAT",
    .fill = ' ',
    .states_start = FALSE,
    .scrambled = '1',
    .isrc_on_index_1 = FALSE,
    .cdtext_codes = FALSE,
};

static void
file_free(gpointer data)
{
  RbDdpFile *file = data;

  g_free(file->name);
  g_byte_array_unref(file->bytes);
  g_free(file);
}

static void
add_file(GPtrArray *files, const char *name, GByteArray *bytes)
{
  RbDdpFile *file = g_new(RbDdpFile, 1);

  *file = (RbDdpFile){.name = g_strdup(name), .bytes = g_byte_array_ref(bytes)};
  g_ptr_array_add(files, file);
}

GPtrArray *
rb_ddp_encode(const RbDisc *disc, const RbDdpStyle *style, const char *master_id, GError **error)
{
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(file_free);
  g_autoptr(GByteArray) pq = rb_pq_encode(disc, style->isrc_on_index_1, error);
  g_autoptr(GByteArray) id = NULL;
  g_autoptr(GByteArray) cdtext = NULL;
  g_autoptr(GByteArray) map = NULL;

  if (pq == NULL || (id = rb_ddp_id_encode(disc, master_id, error)) == NULL ||
      (cdtext = rb_cdtext_encode(disc, style->cdtext_codes, error)) == NULL)
    return NULL;
  map = rb_ddp_map_encode(disc, style, cdtext->len, pq->len);
  add_file(files, "DDPID", id);
  add_file(files, "DDPMS", map);
  if (cdtext->len > 0)
    add_file(files, style->cdtext_name, cdtext);
  add_file(files, style->pq_name, pq);
  return g_steal_pointer(&files);
}
