/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/sheet.h"

#include <gio/gio.h>

#include "redbook/error.h"
#include "redbook/sheet_files.h"

static void
file_clear(gpointer data)
{
  RbSheetFile *file = data;

  g_free(file->name);
  g_free(file->path);
}

RbSheet *
rb_sheet_new(const char *path)
{
  RbSheet *sheet = g_new0(RbSheet, 1);

  sheet->path = g_strdup(path);
  sheet->disc = rb_disc_new();
  sheet->files = g_array_new(FALSE, FALSE, sizeof(RbSheetFile));
  g_array_set_clear_func(sheet->files, file_clear);
  sheet->steps = g_array_new(FALSE, FALSE, sizeof(RbStep));
  return sheet;
}

void
rb_sheet_free(RbSheet *sheet)
{
  if (sheet == NULL)
    return;
  g_free(sheet->path);
  rb_disc_free(sheet->disc);
  g_array_unref(sheet->files);
  g_array_unref(sheet->steps);
  g_free(sheet->cdtext_file);
  g_free(sheet);
}

guint
rb_sheet_add_file(RbSheet *sheet, const char *name, RbAudioForm form)
{
  for (guint i = 0; i < sheet->files->len; i++) {
    const RbSheetFile *file = &g_array_index(sheet->files, RbSheetFile, i);

    if (file->form == form && g_str_equal(file->name, name))
      return i;
  }
  RbSheetFile file = {.name = g_strdup(name), .form = form, .frames = -1};

  g_array_append_val(sheet->files, file);
  return sheet->files->len - 1;
}

/* How many frames a step adds at frame `position` of the disc. FALSE where its file is too short.
 */
static gboolean
step_frames(const RbSheet *sheet, const RbStep *step, gint64 position, gint64 *frames)
{
  *frames = 0;
  if (step->kind == RB_STEP_SILENCE)
    *frames = step->frames;
  else if (step->kind == RB_STEP_PAD)
    *frames = (RB_FRAMES_PER_SECTOR - position % RB_FRAMES_PER_SECTOR) % RB_FRAMES_PER_SECTOR;
  else if (step->kind == RB_STEP_AUDIO) {
    gint64 available =
        g_array_index(sheet->files, RbSheetFile, step->file).frames - step->first_frame;

    if (available < 0 || step->frames > available)
      return FALSE;
    *frames = step->frames < 0 ? available : step->frames;
  }
  return TRUE;
}

static gboolean
refuse(const RbSheet *sheet, const RbStep *step, GError **error, const char *what)
{
  g_set_error(error, RB_ERROR, RB_ERROR_FORMAT, "%s:%u:%u: %s", sheet->path, step->line,
              step->column, what);
  return FALSE;
}

static gboolean
add_mark(RbSheet *sheet, const RbStep *step, gint64 anchor, gint64 position, GError **error)
{
  gint64 frame = anchor + (gint64)step->sectors * RB_FRAMES_PER_SECTOR;

  /* A mark that nothing follows lies outside the audio too: the lead-out is there. */
  if (frame >= position)
    return refuse(sheet, step, error, "this index lies beyond the end of the audio");
  if (frame % RB_FRAMES_PER_SECTOR != 0)
    return refuse(sheet, step, error, "this index does not lie on a sector");
  /* The first pause belongs to track 1, whether the sheet speaks of it or not. */
  if (step->track == 1 && step->index == 0)
    frame = 0;
  rb_track_add_index(rb_disc_track(sheet->disc, step->track), step->index,
                     (gint32)(frame / RB_FRAMES_PER_SECTOR));
  return TRUE;
}

/* Track 1 with an INDEX 00 before its others, at 0. */
static void
complete_first_track(RbDisc *disc)
{
  RbTrack *track = rb_disc_track(disc, 1);
  RbIndex pause = {.number = 0, .sector = 0};

  if (rb_track_index(track, 0) < 0)
    g_array_prepend_val(track->indexes, pause);
}

gboolean
rb_sheet_lay_out(RbSheet *sheet, gint32 first_sector, GError **error)
{
  const gint64 longest = (gint64)RB_MAX_SECTORS * RB_FRAMES_PER_SECTOR;
  gint64 position = (gint64)first_sector * RB_FRAMES_PER_SECTOR;
  gint64 anchor = position;

  for (guint i = 0; i < sheet->steps->len; i++) {
    const RbStep *step = &g_array_index(sheet->steps, RbStep, i);
    gint64 frames;

    if (!step_frames(sheet, step, position, &frames))
      return refuse(sheet, step, error, "the audio file is shorter than the sheet says");
    if (frames > longest - position)
      return refuse(sheet, step, error, "the disc gets longer than 99:59:74");
    position += frames;
    if (step->kind == RB_STEP_ANCHOR)
      anchor = position;
    if (step->kind == RB_STEP_MARK && !add_mark(sheet, step, anchor, position, error))
      return FALSE;
  }
  sheet->disc->lead_out_sector = (gint32)(position / RB_FRAMES_PER_SECTOR);
  complete_first_track(sheet->disc);
  return TRUE;
}

gboolean
rb_sheet_load_text(const char *path, char **text, gsize *bytes, GError **error)
{
  g_autoptr(GFile) file = g_file_new_for_path(path);
  g_autoptr(GFileInputStream) stream = g_file_read(file, NULL, error);
  g_autofree char *buffer = g_malloc(RB_SHEET_MAX_BYTES + 1);

  if (stream == NULL)
    return FALSE;
  if (!g_input_stream_read_all(G_INPUT_STREAM(stream), buffer, RB_SHEET_MAX_BYTES + 1, bytes, NULL,
                               error))
    return FALSE;
  if (*bytes > RB_SHEET_MAX_BYTES) {
    g_set_error(error, RB_ERROR, RB_ERROR_FORMAT, "%s: longer than %d bytes; this is no sheet",
                path, RB_SHEET_MAX_BYTES);
    return FALSE;
  }
  buffer[*bytes] = '\0';
  *text = g_steal_pointer(&buffer);
  return TRUE;
}

static RbImage *
make_image(const RbSheet *sheet, gint32 first_sector, GError **error)
{
  g_autoptr(RbImage) image = rb_image_new();

  rb_image_add_silence(image, (gint64)first_sector * RB_FRAMES_PER_SECTOR);
  for (guint i = 0; i < sheet->steps->len; i++) {
    const RbStep *step = &g_array_index(sheet->steps, RbStep, i);
    gint64 frames;

    if (step->kind == RB_STEP_AUDIO) {
      const RbSheetFile *file = &g_array_index(sheet->files, RbSheetFile, step->file);

      if (!rb_image_add_file(image, file->path, file->form, step->first_frame, step->frames, error))
        return NULL;
    } else if (step_frames(sheet, step, rb_image_frames(image), &frames) && frames > 0)
      rb_image_add_silence(image, frames);
  }
  return g_steal_pointer(&image);
}

gboolean
rb_sheet_open(RbSheet *sheet, gint32 first_sector, RbDisc **disc, RbImage **image, GError **error)
{
  if (!rb_sheet_measure_files(sheet, error) || !rb_sheet_lay_out(sheet, first_sector, error))
    return FALSE;
  if (image != NULL && (*image = make_image(sheet, first_sector, error)) == NULL)
    return FALSE;
  if (disc != NULL)
    *disc = g_steal_pointer(&sheet->disc);
  return TRUE;
}
