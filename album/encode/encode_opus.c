/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ogg Opus (RFC 7845), through libopusenc. */
#include <opusenc.h>
#include <string.h>

#include "album/encode/encoder_class.h"
#include "album/encode/output.h"
#include "album/encode/vorbis_comments.h"
#include "album/error.h"

#define STEREO_FAMILY 0
#define FRONT_COVER 3

typedef struct {
  AlEncoder encoder;
  OggOpusEnc *opus;
  AlOutput *output;
  GError *error; /* of the output: what a callback cannot hand on */
} OpusFile;

static int
on_write(void *data, const unsigned char *bytes, opus_int32 count)
{
  OpusFile *opus = data;

  return opus->error != NULL || !al_output_write(opus->output, bytes, (gsize)count, &opus->error);
}

static int
on_close(void *data)
{
  (void)data;
  return 0;
}

/* Does `status` of libopusenc mean that all is well? Else an error. */
static gboolean
check(OpusFile *opus, const char *path, int status, GError **error)
{
  if (opus->error != NULL) {
    g_propagate_error(error, g_steal_pointer(&opus->error));
    return FALSE;
  }
  if (status == OPE_OK)
    return TRUE;
  g_set_error(error, AL_ERROR, AL_ERROR_WRITE, "cannot write %s: %s", path, ope_strerror(status));
  return FALSE;
}

static gboolean
opus_write(AlEncoder *encoder, const double *samples, gsize frames, GError **error)
{
  OpusFile *opus = (OpusFile *)encoder;
  float block[2 * AL_ENCODER_BLOCK_FRAMES];

  for (gsize i = 0; i < 2 * frames; i++)
    block[i] = (float)samples[i];
  return check(opus, encoder->path, ope_encoder_write_float(opus->opus, block, (int)frames), error);
}

static gboolean
opus_close(AlEncoder *encoder, GError **error)
{
  OpusFile *opus = (OpusFile *)encoder;

  return check(opus, encoder->path, ope_encoder_drain(opus->opus), error) &&
         al_output_close(opus->output, error);
}

static void
opus_free(AlEncoder *encoder)
{
  OpusFile *opus = (OpusFile *)encoder;

  g_clear_pointer(&opus->opus, ope_encoder_destroy);
  al_output_free(opus->output);
  g_clear_error(&opus->error);
  g_free(opus);
}

static const AlEncoderClass opus_class = {
    .write = opus_write, .close = opus_close, .free = opus_free};

static int
add_cover(OggOpusComments *comments, const AlCover *cover)
{
  gsize size;
  const char *data = g_bytes_get_data(cover->bytes, &size);

  return ope_comments_add_picture_from_memory(comments, data, size, FRONT_COVER, NULL);
}

static int
add_tags(OggOpusComments *comments, const AlEncoderJob *job)
{
  g_autoptr(GPtrArray) texts = al_vorbis_comments_new(job, AL_GAIN_STYLE_R128);
  int status = OPE_OK;

  for (guint i = 0; i < texts->len && status == OPE_OK; i++)
    status = ope_comments_add_string(comments, texts->pdata[i]);
  if (status == OPE_OK && job->tags->cover != NULL)
    status = add_cover(comments, job->tags->cover);
  return status;
}

static int
set_up(OpusFile *opus, const AlEncoderJob *job)
{
  int status = ope_encoder_ctl(opus->opus, OPUS_SET_BITRATE(job->encoding->kbps * 1000));

  if (status == OPE_OK)
    status = ope_encoder_ctl(opus->opus, OPE_SET_SERIALNO((opus_int32)al_encoder_ogg_serial(job)));
  if (status == OPE_OK && job->tags == NULL)
    status = ope_encoder_ctl(opus->opus, OPE_SET_COMMENT_PADDING(0));
  return status;
}

static int
begin(OpusFile *opus, const AlEncoderJob *job)
{
  static const OpusEncCallbacks callbacks = {on_write, on_close};
  OggOpusComments *comments = ope_comments_create();
  int status = job->tags == NULL ? OPE_OK : add_tags(comments, job);

  if (status == OPE_OK)
    opus->opus = ope_encoder_create_callbacks(&callbacks, opus, comments, job->encoding->rate, 2,
                                              STEREO_FAMILY, &status);
  ope_comments_destroy(comments);
  return opus->opus == NULL ? status : set_up(opus, job);
}

AlEncoder *
al_encode_opus_new(const AlEncoderJob *job, GError **error)
{
  AlOutput *output = al_output_new(job->path, error);
  OpusFile *opus;

  if (output == NULL)
    return NULL;
  opus = g_new0(OpusFile, 1);
  opus->encoder.class = &opus_class;
  opus->output = output;
  if (check(opus, job->path, begin(opus, job), error))
    return &opus->encoder;
  opus_free(&opus->encoder);
  return NULL;
}
