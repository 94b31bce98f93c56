/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/disc/disc_form.h"

#include "redbook/cue_read.h"
#include "redbook/ddp_read.h"
#include "redbook/toc_read.h"

typedef struct {
  const char *suffix; /* of the path, NULL: a folder */
  RbCompare carries;
  gboolean (*read)(AlDiscForm *form, RbFindings *findings, GError **error);
} Kind;

static gboolean
read_ddp(AlDiscForm *form, RbFindings *findings, GError **error)
{
  RbDdpAudio audio = {0};
  gboolean opened;

  form->disc = rb_ddp_read(form->path, &audio, findings, error);
  if (form->disc == NULL)
    return FALSE;
  form->image = rb_image_new();
  rb_image_add_silence(form->image, audio.first_sector * (gint64)RB_FRAMES_PER_SECTOR);
  opened = rb_image_add_file(form->image, audio.path, RB_AUDIO_RAW_LITTLE_ENDIAN, 0,
                             audio.sectors * (gint64)RB_FRAMES_PER_SECTOR, error);
  rb_ddp_audio_clear(&audio);
  return opened;
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
  (void)findings;
  if (!rb_cue_read(form->path, RB_FIRST_PAUSE_SECTORS, &form->disc, &form->image, error))
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

static const Kind *
kind_of(const char *path)
{
  g_autofree char *lower = g_ascii_strdown(path, -1);
  g_autofree char *id = g_build_filename(path, "DDPID", NULL);

  if (g_file_test(path, G_FILE_TEST_IS_DIR))
    return g_file_test(id, G_FILE_TEST_EXISTS) ? &kinds[0] : NULL;
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
