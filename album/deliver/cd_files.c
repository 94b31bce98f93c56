/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/cd_files.h"

#include <math.h>
#include <string.h>

#include "album/disc/ddp_set.h"
#include "album/project/name_pattern.h"
#include "album/project/plain_text.h"
#include "redbook/cue.h"
#include "redbook/pq_sheet.h"
#include "redbook/toc.h"

#define DDP_FOLDER "DDP"
#define PQ_SHEET_NAME "PQ sheet.txt"

struct AlCdFiles {
  const AlProject *project;
  AlDelivered *delivered;
  const AlStaging *staging;
  char *title; /* as a file name */
  GArray *forms;
};

static void
form_clear(gpointer data)
{
  AlCdForm *form = data;

  g_free(form->name);
}

AlCdFiles *
al_cd_files_new(const AlProject *project, AlDelivered *delivered, const AlStaging *staging)
{
  AlCdFiles *files = g_new0(AlCdFiles, 1);

  files->project = project;
  files->delivered = delivered;
  files->staging = staging;
  files->title = al_name_of_title(al_plain_album_text(&project->album, RB_TEXT_TITLE));
  files->forms = g_array_new(FALSE, FALSE, sizeof(AlCdForm));
  g_array_set_clear_func(files->forms, form_clear);
  return files;
}

void
al_cd_files_free(AlCdFiles *files)
{
  if (files == NULL)
    return;
  g_free(files->title);
  g_array_unref(files->forms);
  g_free(files);
}

const GArray *
al_cd_files_forms(const AlCdFiles *files)
{
  return files->forms;
}

char *
al_cd_files_path(const AlCdFiles *files, const char *name)
{
  return g_build_filename(al_staging_folder(files->staging), name, NULL);
}

static gboolean
wants(const AlCdFiles *files, AlImages images)
{
  return (files->delivered->deliverable->images & images) != 0;
}

/* The name of a file of this deliverable: its folder, `base`, `ending`. */
static char *
name_of(const AlCdFiles *files, const char *base, const char *ending)
{
  return g_strdup_printf("%s/%s%s", files->delivered->deliverable->name, base, ending);
}

/* From here on `name` is one of the files that were delivered, also when it is written again. */
static char *
deliver(const AlCdFiles *files, const char *name, const AlDeliveredAudio *audio, GError **error)
{
  char *path = al_staging_path(files->staging, name, error);

  if (path != NULL)
    al_delivered_add_file(files->delivered, name, audio);
  return path;
}

static gboolean
write_bytes(const AlCdFiles *files, const char *name, const void *bytes, gsize length,
            GError **error)
{
  g_autofree char *path = deliver(files, name, NULL, error);

  return path != NULL && g_file_set_contents(path, bytes, (gssize)length, error);
}

static void
add_form(AlCdFiles *files, const char *name, RbCompare carries, gboolean libcdio_reads)
{
  AlCdForm form = {.name = g_strdup(name), .carries = carries, .libcdio_reads = libcdio_reads};

  g_array_append_val(files->forms, form);
}

static gboolean
open_image(const AlCdFiles *files, GPtrArray *writers, const char *name, AlImageForm form,
           gint32 skip_sectors, GError **error)
{
  const AlDeliveredAudio audio = {.codec = form == AL_IMAGE_FORM_WAV ? "wav" : "raw",
                                  .rate = RB_FRAME_RATE,
                                  .bits = 16,
                                  .frames =
                                      (files->delivered->disc->lead_out_sector - skip_sectors) *
                                      (gint64)RB_FRAMES_PER_SECTOR,
                                  .integrated_lufs = -HUGE_VAL,
                                  .true_peak_dbtp = -HUGE_VAL};
  g_autofree char *path = deliver(files, name, &audio, error);
  AlImageWriter *writer =
      path == NULL
          ? NULL
          : al_image_writer_new(path, form, skip_sectors * (gint64)RB_FRAMES_PER_SECTOR, error);

  if (writer == NULL)
    return FALSE;
  g_ptr_array_add(writers, writer);
  return TRUE;
}

GPtrArray *
al_cd_files_open_images(const AlCdFiles *files, GError **error)
{
  g_autoptr(GPtrArray) writers =
      g_ptr_array_new_with_free_func((GDestroyNotify)al_image_writer_free);
  g_autofree char *dat = name_of(files, DDP_FOLDER "/", al_ddp_set_audio_name());
  g_autofree char *wav = name_of(files, files->title, ".wav");
  g_autofree char *bin = name_of(files, files->title, " (bin).bin");

  if (wants(files, AL_IMAGE_DDP) && !open_image(files, writers, dat, AL_IMAGE_FORM_RAW, 0, error))
    return NULL;
  if (wants(files, AL_IMAGE_CUE | AL_IMAGE_TOC) &&
      !open_image(files, writers, wav, AL_IMAGE_FORM_WAV, RB_FIRST_PAUSE_SECTORS, error))
    return NULL;
  if (wants(files, AL_IMAGE_BIN) &&
      !open_image(files, writers, bin, AL_IMAGE_FORM_RAW, RB_FIRST_PAUSE_SECTORS, error))
    return NULL;
  return g_steal_pointer(&writers);
}

static gboolean
write_ddp(AlCdFiles *files, RbDigest *audio, GError **error)
{
  g_autofree char *folder = name_of(files, DDP_FOLDER, "");
  g_autoptr(GPtrArray) set = al_ddp_set_new(files->delivered->disc, audio, error);

  if (set == NULL)
    return FALSE;
  for (guint i = 0; i < set->len; i++) {
    const RbDdpFile *file = g_ptr_array_index(set, i);
    g_autofree char *name = name_of(files, DDP_FOLDER "/", file->name);

    if (!write_bytes(files, name, file->bytes->data, file->bytes->len, error))
      return FALSE;
  }
  add_form(files, folder, RB_COMPARE_ALL, FALSE);
  return TRUE;
}

static gboolean
write_cue(AlCdFiles *files, const char *base, const RbCueStyle *style, RbCompare carries,
          GError **error)
{
  g_autofree char *name = name_of(files, base, ".cue");
  gsize length;
  g_autofree char *text = rb_cue_print(files->delivered->disc, style, &length);

  add_form(files, name, carries, style->file == RB_CUE_BINARY);
  return write_bytes(files, name, text, length, error);
}

static gboolean
write_full_cue(AlCdFiles *files, GError **error)
{
  g_autofree char *wav = g_strconcat(files->title, ".wav", NULL);
  const RbCueStyle style = {.file_name = wav,
                            .file = RB_CUE_WAVE,
                            .first_sector = RB_FIRST_PAUSE_SECTORS,
                            .further_indexes = TRUE,
                            .extensions = TRUE};

  return write_cue(files, files->title, &style, RB_COMPARE_CUE, error);
}

static gboolean
write_portable_cue(AlCdFiles *files, GError **error)
{
  g_autofree char *base = g_strconcat(files->title, " (bin)", NULL);
  g_autofree char *bin = g_strconcat(base, ".bin", NULL);
  const RbCueStyle style = {
      .file_name = bin, .file = RB_CUE_BINARY, .first_sector = RB_FIRST_PAUSE_SECTORS};
  const RbCompare left_out = RB_COMPARE_INDEXES | RB_COMPARE_CREDITS;

  return write_cue(files, base, &style, RB_COMPARE_CUE & ~left_out, error);
}

static gboolean
write_toc(AlCdFiles *files, GError **error)
{
  g_autofree char *wav = g_strconcat(files->title, ".wav", NULL);
  g_autofree char *name = name_of(files, files->title, ".toc");
  const RbTocStyle style = {
      .file_name = wav, .first_sector = RB_FIRST_PAUSE_SECTORS, .text_blocks = 8};
  g_autofree char *text = rb_toc_print(files->delivered->disc, &style, error);

  if (text == NULL)
    return FALSE;
  add_form(files, name, RB_COMPARE_TOC, FALSE);
  return write_bytes(files, name, text, strlen(text), error);
}

static gboolean
write_pq_sheet(const AlCdFiles *files, const char *md5, GError **error)
{
  const AlAlbum *album = &files->project->album;
  const RbPqSheetHead head = {
      .label = album->label, .catalog = album->catalog, .date = album->date, .image_md5 = md5};
  g_autofree char *text = rb_pq_sheet_print(files->delivered->disc, &head);
  g_autofree char *name = name_of(files, PQ_SHEET_NAME, "");

  return write_bytes(files, name, text, strlen(text), error);
}

gboolean
al_cd_files_write_sheets(AlCdFiles *files, RbDigest *audio, GError **error)
{
  return (!wants(files, AL_IMAGE_DDP) || write_ddp(files, audio, error)) &&
         (!wants(files, AL_IMAGE_CUE) || write_full_cue(files, error)) &&
         (!wants(files, AL_IMAGE_TOC) || write_toc(files, error)) &&
         (!wants(files, AL_IMAGE_BIN) || write_portable_cue(files, error)) &&
         write_pq_sheet(files, rb_digest_text(audio, RB_CHECKSUM_MD5), error);
}
