/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/audio/mix.h"

#include <math.h>
#include <sndfile.h>

#include "album/audio/container.h"
#include "album/error.h"

/* Longer than any recording: what libsndfile says of a stream without an end is beyond it. */
#define MAX_FRAMES (G_GINT64_CONSTANT(1) << 40)

typedef struct {
  AlSource source;
  SNDFILE *file;
  char *path;
  int channels;
  gint64 next_frame; /* of the file */
  gint64 end_frame;
} Mix;

/* The codecs whose samples are the ones that were encoded, and in which seeking is exact. */
static const struct {
  int subtype;
  int bits;
  gboolean integers;
} exact_codecs[] = {
    {SF_FORMAT_PCM_S8, 8, TRUE},   {SF_FORMAT_PCM_U8, 8, TRUE},   {SF_FORMAT_PCM_16, 16, TRUE},
    {SF_FORMAT_PCM_24, 24, TRUE},  {SF_FORMAT_PCM_32, 32, TRUE},  {SF_FORMAT_ALAC_16, 16, TRUE},
    {SF_FORMAT_ALAC_20, 20, TRUE}, {SF_FORMAT_ALAC_24, 24, TRUE}, {SF_FORMAT_ALAC_32, 32, TRUE},
    {SF_FORMAT_FLOAT, 32, FALSE},  {SF_FORMAT_DOUBLE, 64, FALSE},
};

static char *
format_time(gint64 frame, int rate)
{
  gint64 milliseconds = frame * 1000 / rate;

  return g_strdup_printf("%d:%02d.%03d", (int)(milliseconds / 60000),
                         (int)(milliseconds / 1000 % 60), (int)(milliseconds % 1000));
}

static SNDFILE *
open_file(const char *path, SF_INFO *format, GError **error)
{
  /* Why an open failed stands in one place for the whole process. */
  static GMutex lock;
  SNDFILE *file;

  if (!al_container_check(path, error))
    return NULL;
  g_mutex_lock(&lock);
  file = sf_open(path, SFM_READ, format);
  if (file == NULL)
    g_set_error(error, AL_ERROR, AL_ERROR_AUDIO, "%s: not readable as audio: %s", path,
                sf_strerror(NULL));
  g_mutex_unlock(&lock);
  return file;
}

static gboolean
check_format(const char *path, const SF_INFO *format, GError **error)
{
  if (format->channels < 1 || format->channels > 2)
    g_set_error(error, AL_ERROR, AL_ERROR_AUDIO, "%s: has %d channels; a mix is mono or stereo",
                path, format->channels);
  else if (format->samplerate < AL_MIX_MIN_RATE || format->samplerate > AL_MIX_MAX_RATE)
    g_set_error(error, AL_ERROR, AL_ERROR_AUDIO,
                "%s: its rate is %d Hz; a mix has from %d to %d Hz", path, format->samplerate,
                AL_MIX_MIN_RATE, AL_MIX_MAX_RATE);
  else if (format->frames <= 0)
    g_set_error(error, AL_ERROR, AL_ERROR_AUDIO, "%s: holds no audio (0 frames)", path);
  else if (format->frames > MAX_FRAMES)
    g_set_error(error, AL_ERROR, AL_ERROR_AUDIO,
                "%s: truncated, or written to a pipe: the stream does not say where it ends", path);
  else
    return TRUE;
  return FALSE;
}

static SNDFILE *
open_checked(const char *path, SF_INFO *format, GError **error)
{
  SNDFILE *file = open_file(path, format, error);

  if (file != NULL && !check_format(path, format, error))
    g_clear_pointer(&file, sf_close);
  return file;
}

static void
describe(SNDFILE *file, const SF_INFO *format, AlMixInfo *info)
{
  SF_FORMAT_INFO container = {.format = format->format & SF_FORMAT_TYPEMASK};
  SF_FORMAT_INFO codec = {.format = format->format & SF_FORMAT_SUBMASK};
  gboolean named = sf_command(file, SFC_GET_FORMAT_INFO, &container, sizeof container) == 0 &&
                   sf_command(file, SFC_GET_FORMAT_INFO, &codec, sizeof codec) == 0;

  *info = (AlMixInfo){
      .rate = format->samplerate, .channels = format->channels, .frames = format->frames};
  g_snprintf(info->format, sizeof info->format, "%s, %s", named ? container.name : "unnamed",
             named ? codec.name : "unnamed");
  for (guint i = 0; i < G_N_ELEMENTS(exact_codecs); i++)
    if (exact_codecs[i].subtype == codec.format) {
      info->bits = exact_codecs[i].bits;
      info->integers = exact_codecs[i].integers;
    }
}

gboolean
al_mix_inspect(const char *path, AlMixInfo *info, GError **error)
{
  SF_INFO format = {0};
  SNDFILE *file = open_checked(path, &format, error);

  if (file == NULL)
    return FALSE;
  describe(file, &format, info);
  sf_close(file);
  return TRUE;
}

static gboolean
check_finite(const Mix *mix, const double *samples, gsize frames, GError **error)
{
  for (gsize i = 0; i < frames * (gsize)mix->channels; i++)
    if (!isfinite(samples[i])) {
      gint64 frame = mix->next_frame + (gint64)i / mix->channels;
      g_autofree char *time = format_time(frame, mix->source.rate);
      const char *channel = mix->channels == 1 ? "mono" : i % 2 == 0 ? "left" : "right";

      g_set_error(error, AL_ERROR, AL_ERROR_AUDIO,
                  "%s: at %s (frame %" G_GINT64_FORMAT ", %s) a sample is %s", mix->path, time,
                  frame, channel, isnan(samples[i]) ? "not a number" : "infinite");
      return FALSE;
    }
  return TRUE;
}

/* The message for a stream that gave `got_frames` frames from the present place on, and then
 * nothing, or audio that its own checksums disown. */
static void
set_unreadable(const Mix *mix, gint64 got_frames, GError **error)
{
  gint64 frame = mix->next_frame + got_frames;
  g_autofree char *time = format_time(frame, mix->source.rate);
  gboolean said_why = sf_error(mix->file) != SF_ERR_NO_ERROR;

  g_set_error(error, AL_ERROR, AL_ERROR_AUDIO,
              "%s: truncated or damaged: no audio can be read from %s on (frame %" G_GINT64_FORMAT
              ")%s%s",
              mix->path, time, frame, said_why ? ": " : "", said_why ? sf_strerror(mix->file) : "");
}

static gboolean
read_frames(Mix *mix, double *samples, gsize frames, GError **error)
{
  sf_count_t got = sf_readf_double(mix->file, samples, (sf_count_t)frames);
  gboolean damaged = sf_error(mix->file) != SF_ERR_NO_ERROR;

  if (got != (sf_count_t)frames || damaged) {
    /* Where a decoder stumbled and found its way again, all frames are there, and wrong. */
    set_unreadable(mix, got == (sf_count_t)frames ? 0 : MAX(got, 0), error);
    return FALSE;
  }
  if (!check_finite(mix, samples, frames, error))
    return FALSE;
  mix->next_frame += (gint64)frames;
  return TRUE;
}

static gssize
mix_read(AlSource *source, double *block, gsize frames, GError **error)
{
  Mix *mix = (Mix *)source;
  gsize count = (gsize)MIN((gint64)frames, mix->end_frame - mix->next_frame);

  if (count == 0)
    return 0;
  if (!read_frames(mix, block, count, error))
    return -1;
  if (mix->channels == 1)
    for (gsize i = count; i-- > 0;)
      block[2 * i] = block[2 * i + 1] = block[i];
  return (gssize)count;
}

static void
mix_free(AlSource *source)
{
  Mix *mix = (Mix *)source;

  sf_close(mix->file);
  g_free(mix->path);
  g_free(mix);
}

static const AlSourceClass mix_class = {mix_read, mix_free};

/* Goes to the first frame. A lossy decoder needs to run for a while until it is what it would have
 * been, so there the way is decoded. */
static gboolean
go_to(Mix *mix, gint64 first_frame, gboolean exact, GError **error)
{
  double way[2 * 1024];

  if (exact && first_frame > 0) {
    mix->next_frame = first_frame;
    if (sf_seek(mix->file, first_frame, SEEK_SET) == first_frame)
      return TRUE;
    set_unreadable(mix, 0, error);
    return FALSE;
  }
  while (mix->next_frame < first_frame)
    if (!read_frames(mix, way, (gsize)MIN(first_frame - mix->next_frame, 1024), error))
      return FALSE;
  return TRUE;
}

static gboolean
check_excerpt(const char *path, const SF_INFO *format, gint64 first_frame, gint64 end_frame,
              GError **error)
{
  gboolean start_is_wrong = first_frame < 0 || first_frame >= format->frames;
  gint64 wrong_frame = start_is_wrong ? first_frame : end_frame;
  g_autofree char *length = format_time(format->frames, format->samplerate);
  g_autofree char *time = format_time(wrong_frame, format->samplerate);

  if (start_is_wrong || end_frame > format->frames)
    g_set_error(error, AL_ERROR, AL_ERROR_AUDIO,
                "%s: %s %s (frame %" G_GINT64_FORMAT
                ") is not in the file, which is %s long (%" G_GINT64_FORMAT " frames)",
                path, start_is_wrong ? "the start" : "the end", time, wrong_frame, length,
                (gint64)format->frames);
  else if (end_frame <= first_frame)
    g_set_error(error, AL_ERROR, AL_ERROR_AUDIO,
                "%s: nothing lies between start and end: the end %s (frame %" G_GINT64_FORMAT
                ") is not after the start (frame %" G_GINT64_FORMAT ")",
                path, time, end_frame, first_frame);
  else
    return TRUE;
  return FALSE;
}

AlSource *
al_mix_open(const char *path, gint64 first_frame, gint64 end_frame, GError **error)
{
  SF_INFO format = {0};
  SNDFILE *file = open_checked(path, &format, error);
  AlMixInfo info;
  Mix *mix;

  if (file == NULL)
    return NULL;
  if (end_frame < 0)
    end_frame = format.frames;
  if (!check_excerpt(path, &format, first_frame, end_frame, error)) {
    sf_close(file);
    return NULL;
  }
  describe(file, &format, &info);
  mix = g_new0(Mix, 1);
  mix->source.class = &mix_class;
  mix->source.rate = format.samplerate;
  mix->source.frames = end_frame - first_frame;
  mix->file = file;
  mix->path = g_strdup(path);
  mix->channels = format.channels;
  mix->end_frame = end_frame;
  if (go_to(mix, first_frame, info.bits > 0, error))
    return &mix->source;
  mix_free(&mix->source);
  return NULL;
}
