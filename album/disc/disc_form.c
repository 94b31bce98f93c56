/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/disc/disc_form.h"

#include "redbook/cue_read.h"
#include "redbook/ddp_read.h"
#include "redbook/folder.h"
#include "redbook/toc_read.h"

typedef struct {
  const char *suffix; /* of the path, NULL: a folder */
  RbCompare carries;
  gboolean (*read)(AlDiscForm *form, RbFindings *findings, GError **error);
} Kind;

/* What no file holds, before the audio and between pieces of it, is silence. */
static gboolean
add_piece(RbImage *image, const RbDdpAudio *piece, GError **error)
{
  gint64 gap = piece->first_sector * (gint64)RB_FRAMES_PER_SECTOR - rb_image_frames(image);

  rb_image_add_silence(image, MAX(gap, 0));
  return rb_image_add_file(image, piece->path, RB_AUDIO_RAW_LITTLE_ENDIAN, 0,
                           piece->sectors * (gint64)RB_FRAMES_PER_SECTOR, error);
}

static gboolean
read_ddp(AlDiscForm *form, RbFindings *findings, GError **error)
{
  g_autoptr(GArray) audio = rb_ddp_audio_new();

  form->disc = rb_ddp_read(form->path, audio, findings, error);
  if (form->disc == NULL)
    return FALSE;
  form->image = rb_image_new();
  for (guint i = 0; i < audio->len; i++)
    if (!add_piece(form->image, &g_array_index(audio, RbDdpAudio, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
has_further_indexes(const RbDisc *disc)
{
  for (guint number = 1; number <= disc->tracks->len; number++)
    if (rb_track_index(rb_disc_track(disc, number), 2) >= 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_credits(const RbDisc *disc)
{
  RbTextBlock *block = disc->text_blocks->len > 0 ? g_ptr_array_index(disc->text_blocks, 0) : NULL;

  for (guint number = 0; block != NULL && number <= disc->tracks->len; number++)
    for (int field = RB_TEXT_COMPOSER; field < RB_TEXT_FIELDS; field++)
      if (rb_text_block_texts(block, number)->field[field] != NULL)
        return TRUE;
  return FALSE;
}

/* There are CUEs with and without further indexes and credits: one that has none may have been
 * meant for readers that take none. */
static gboolean
read_cue(AlDiscForm *form, RbFindings *findings, GError **error)
{
  if (!rb_cue_read(form->path, RB_FIRST_PAUSE_SECTORS, &form->disc, &form->image, findings, error))
    return FALSE;
  if (!has_further_indexes(form->disc))
    form->carries &= ~(RbCompare)RB_COMPARE_INDEXES;
  if (!has_credits(form->disc))
    form->carries &= ~(RbCompare)RB_COMPARE_CREDITS;
  return TRUE;
}

static gboolean
read_toc(AlDiscForm *form, RbFindings *findings, GError **error)
{
  (void)findings;
  return rb_toc_read(form->path, &form->disc, &form->image, error);
}

static const Kind kinds[] = {
    {NULL, RB_COMPARE_ALL, read_ddp},
    {".cue", RB_COMPARE_CUE, read_cue},
    {".toc", RB_COMPARE_TOC, read_toc},
};

/* Either of the files whose names are fixed; the reader tells that the other is missing. */
static gboolean
is_ddp(const char *folder)
{
  g_autofree char *id = rb_folder_find(folder, "DDPID", NULL);
  g_autofree char *map = rb_folder_find(folder, "DDPMS", NULL);

  return id != NULL || map != NULL;
}

static const Kind *
kind_of(const char *path)
{
  g_autofree char *lower = g_ascii_strdown(path, -1);

  if (g_file_test(path, G_FILE_TEST_IS_DIR))
    return is_ddp(path) ? &kinds[0] : NULL;
  for (guint i = 1; i < G_N_ELEMENTS(kinds); i++)
    if (g_str_has_suffix(lower, kinds[i].suffix))
      return &kinds[i];
  return NULL;
}

gboolean
al_disc_form_is(const char *path)
{
  return kind_of(path) != NULL;
}

AlDiscForm *
al_disc_form_open(const char *path, const char *name, RbFindings *findings, GError **error)
{
  g_autoptr(AlDiscForm) form = g_new0(AlDiscForm, 1);
  g_autoptr(RbFindings) odd = rb_findings_new();
  const Kind *kind = kind_of(path);

  g_assert(kind != NULL);
  form->path = g_strdup(path);
  form->name = g_strdup(name);
  form->carries = kind->carries;
  if (!kind->read(form, odd, error))
    return NULL;
  rb_findings_append(findings, odd, name);
  return g_steal_pointer(&form);
}

void
al_disc_form_free(AlDiscForm *form)
{
  if (form == NULL)
    return;
  g_free(form->path);
  g_free(form->name);
  rb_disc_free(form->disc);
  rb_image_free(form->image);
  g_free(form);
}
