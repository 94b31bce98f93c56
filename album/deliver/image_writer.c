/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/image_writer.h"

#include <errno.h>
#include <sndfile.h>

#include "album/error.h"
#include "redbook/sector.h"

struct AlImageWriter {
  char *path;
  SNDFILE *file;
  gint64 skip_frames; /* still to be left out */
};

static gboolean
fail(const AlImageWriter *writer, const char *reason, GError **error)
{
  g_set_error(error, AL_ERROR, AL_ERROR_WRITE, "cannot write %s: %s", writer->path, reason);
  return FALSE;
}

/* libsndfile knows "System error." at best; the system knows which. */
static const char *
reason_of(const AlImageWriter *writer)
{
  return errno != 0 ? g_strerror(errno) : sf_strerror(writer->file);
}

AlImageWriter *
al_image_writer_new(const char *path, AlImageForm form, gint64 skip_frames, GError **error)
{
  g_autoptr(AlImageWriter) writer = g_new0(AlImageWriter, 1);
  SF_INFO info = {.samplerate = RB_FRAME_RATE, .channels = 2};

  info.format = SF_FORMAT_PCM_16 |
                (form == AL_IMAGE_FORM_WAV ? SF_FORMAT_WAV : SF_FORMAT_RAW | SF_ENDIAN_LITTLE);
  writer->path = g_strdup(path);
  writer->skip_frames = skip_frames;
  errno = 0;
  writer->file = sf_open(path, SFM_WRITE, &info);
  if (writer->file == NULL) {
    fail(writer, reason_of(writer), error);
    return NULL;
  }
  return g_steal_pointer(&writer);
}

gboolean
al_image_writer_write(AlImageWriter *writer, const gint16 *samples, gsize frames, GError **error)
{
  gsize skipped = (gsize)MIN(writer->skip_frames, (gint64)frames);

  writer->skip_frames -= (gint64)skipped;
  frames -= skipped;
  errno = 0;
  if (sf_writef_short(writer->file, samples + 2 * skipped, (sf_count_t)frames) ==
      (sf_count_t)frames)
    return TRUE;
  return fail(writer, reason_of(writer), error);
}

gboolean
al_image_writer_finish(AlImageWriter *writer, GError **error)
{
  int status;

  errno = 0;
  sf_write_sync(writer->file);
  status = sf_error(writer->file);
  if (sf_close(g_steal_pointer(&writer->file)) != 0 || status != SF_ERR_NO_ERROR)
    return fail(writer, errno != 0 ? g_strerror(errno) : "it could not be completed", error);
  return TRUE;
}

void
al_image_writer_free(AlImageWriter *writer)
{
  if (writer == NULL)
    return;
  if (writer->file != NULL)
    sf_close(writer->file);
  g_free(writer->path);
  g_free(writer);
}
