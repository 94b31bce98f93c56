/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/image.h"

#include <sndfile.h>

#include "redbook/error.h"
#include "redbook/folder.h"

/* An image of many files (a sheet with one file a track) is read in order, so that few of them need
 * to be open at a time. */
#define MAX_OPEN_FILES 4

typedef struct {
  char *path; /* NULL: silence */
  RbAudioForm form;
  gint64 first_frame;       /* in the file */
  gint64 image_first_frame; /* in the image */
  gint64 frames;
} Segment;

typedef struct {
  char *path; /* NULL: free */
  RbAudioForm form;
  SNDFILE *file;
  gint64 frames;
  gint64 next_frame; /* where the file stands */
  guint64 used;      /* the higher, the later */
} OpenFile;

struct RbImage {
  GArray *segments; /* of Segment, in the order of the image */
  gint64 frames;
  OpenFile open[MAX_OPEN_FILES];
  guint64 uses;
};

static void
open_file_clear(OpenFile *open)
{
  g_clear_pointer(&open->path, g_free);
  g_clear_pointer(&open->file, sf_close);
}

static void
segment_clear(gpointer data)
{
  Segment *segment = data;

  g_free(segment->path);
}

RbImage *
rb_image_new(void)
{
  RbImage *image = g_new0(RbImage, 1);

  image->segments = g_array_new(FALSE, FALSE, sizeof(Segment));
  g_array_set_clear_func(image->segments, segment_clear);
  return image;
}

void
rb_image_free(RbImage *image)
{
  if (image == NULL)
    return;
  for (int i = 0; i < MAX_OPEN_FILES; i++)
    open_file_clear(&image->open[i]);
  g_array_unref(image->segments);
  g_free(image);
}

static gboolean
check_form(const char *path, const SF_INFO *info, GError **error)
{
  if (info->samplerate == RB_FRAME_RATE && info->channels == 2 &&
      (info->format & SF_FORMAT_SUBMASK) == SF_FORMAT_PCM_16)
    return TRUE;
  g_set_error(error, RB_ERROR, RB_ERROR_FORMAT,
              "%s: %d Hz, %d channel%s%s; a disc holds 44100 Hz, 16 bit, 2 channels", path,
              info->samplerate, info->channels, info->channels == 1 ? "" : "s",
              (info->format & SF_FORMAT_SUBMASK) == SF_FORMAT_PCM_16 ? ", 16 bit" : ", not 16 bit");
  return FALSE;
}

static SNDFILE *
open_sound(const char *path, RbAudioForm form, gint64 *frames, GError **error)
{
  SF_INFO info = {0};
  gint64 bytes;

  /* A named pipe would be waited for. */
  if (!rb_folder_measure(path, &bytes, error))
    return NULL;
  if (form != RB_AUDIO_SOUND_FILE)
    info = (SF_INFO){.samplerate = RB_FRAME_RATE,
                     .channels = 2,
                     .format =
                         SF_FORMAT_RAW | SF_FORMAT_PCM_16 |
                         (form == RB_AUDIO_RAW_LITTLE_ENDIAN ? SF_ENDIAN_LITTLE : SF_ENDIAN_BIG)};
  SNDFILE *file = sf_open(path, SFM_READ, &info);

  if (file == NULL) {
    g_set_error(error, RB_ERROR, RB_ERROR_FILE, "%s: %s", path, sf_strerror(NULL));
    return NULL;
  }
  if (!check_form(path, &info, error)) {
    sf_close(file);
    return NULL;
  }
  *frames = info.frames;
  return file;
}

/* The open file of a path; opens it, at the cost of the one that was used longest ago. */
static OpenFile *
find_open(RbImage *image, const char *path, RbAudioForm form, GError **error)
{
  OpenFile *oldest = &image->open[0];

  for (int i = 0; i < MAX_OPEN_FILES; i++) {
    OpenFile *open = &image->open[i];

    if (open->path != NULL && open->form == form && g_str_equal(open->path, path)) {
      open->used = ++image->uses;
      return open;
    }
    if (open->used < oldest->used)
      oldest = open;
  }
  gint64 frames;
  SNDFILE *file = open_sound(path, form, &frames, error);

  if (file == NULL)
    return NULL;
  open_file_clear(oldest);
  *oldest = (OpenFile){
      .path = g_strdup(path), .form = form, .file = file, .frames = frames, .used = ++image->uses};
  return oldest;
}

static void
append(RbImage *image, Segment segment)
{
  segment.image_first_frame = image->frames;
  image->frames += segment.frames;
  g_array_append_val(image->segments, segment);
}

gboolean
rb_image_add_file(RbImage *image, const char *path, RbAudioForm form, gint64 first_frame,
                  gint64 frames, GError **error)
{
  g_assert(first_frame >= 0);
  const OpenFile *open = find_open(image, path, form, error);

  if (open == NULL)
    return FALSE;
  gint64 available = open->frames;

  if (first_frame > available || frames > available - first_frame) {
    g_set_error(error, RB_ERROR, RB_ERROR_FORMAT,
                "%s: %" G_GINT64_FORMAT " frames; frames %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT
                " are needed",
                path, available, first_frame, first_frame + MAX(frames, 0));
    return FALSE;
  }
  append(image, (Segment){.path = g_strdup(path),
                          .form = form,
                          .first_frame = first_frame,
                          .frames = frames < 0 ? available - first_frame : frames});
  return TRUE;
}

void
rb_image_add_silence(RbImage *image, gint64 frames)
{
  g_assert(frames >= 0);
  append(image, (Segment){.frames = frames});
}

gint64
rb_image_frames(const RbImage *image)
{
  return image->frames;
}

static gboolean
read_segment(RbImage *image, const Segment *segment, gint64 first_frame, gint16 *samples,
             gint64 frames, GError **error)
{
  if (segment->path == NULL) {
    memset(samples, 0, (gsize)frames * 2 * sizeof *samples);
    return TRUE;
  }
  OpenFile *open = find_open(image, segment->path, segment->form, error);

  if (open == NULL)
    return FALSE;
  gint64 wanted = segment->first_frame + first_frame;

  if (open->next_frame != wanted && sf_seek(open->file, wanted, SEEK_SET) != wanted) {
    g_set_error(error, RB_ERROR, RB_ERROR_FILE, "%s: cannot go to frame %" G_GINT64_FORMAT ": %s",
                segment->path, wanted, sf_strerror(open->file));
    return FALSE;
  }
  gint64 got = sf_readf_short(open->file, samples, frames);

  open->next_frame = wanted + got;
  if (got == frames)
    return TRUE;
  g_set_error(error, RB_ERROR, RB_ERROR_FILE,
              "%s: the file ends at frame %" G_GINT64_FORMAT "; it was longer when it was opened",
              segment->path, wanted + got);
  return FALSE;
}

/* The segment that holds a frame of the image, by bisection. */
static guint
find_segment(const RbImage *image, gint64 frame)
{
  guint low = 0, high = image->segments->len;

  while (high - low > 1) {
    guint middle = low + (high - low) / 2;

    if (g_array_index(image->segments, Segment, middle).image_first_frame <= frame)
      low = middle;
    else
      high = middle;
  }
  return low;
}

gboolean
rb_image_piece(const RbImage *image, gint64 frame, RbImagePiece *piece)
{
  g_assert(frame >= 0);
  if (frame >= image->frames)
    return FALSE;
  const Segment *segment = &g_array_index(image->segments, Segment, find_segment(image, frame));
  gint64 within = frame - segment->image_first_frame;

  *piece = (RbImagePiece){.path = segment->path,
                          .form = segment->form,
                          .first_frame = segment->first_frame + within,
                          .frames = segment->frames - within};
  return TRUE;
}

gboolean
rb_image_read(RbImage *image, gint64 first_frame, gint16 *samples, gsize frames, GError **error)
{
  gint64 left = (gint64)frames;

  g_assert(first_frame >= 0);
  for (guint i = find_segment(image, first_frame); left > 0 && first_frame < image->frames; i++) {
    const Segment *segment = &g_array_index(image->segments, Segment, i);
    gint64 within = first_frame - segment->image_first_frame;
    gint64 now = MIN(left, segment->frames - within);

    if (!read_segment(image, segment, within, samples, now, error))
      return FALSE;
    samples += 2 * now;
    first_frame += now;
    left -= now;
  }
  if (left > 0)
    memset(samples, 0, (gsize)left * 2 * sizeof *samples);
  return TRUE;
}
