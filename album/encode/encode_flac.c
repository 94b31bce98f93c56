/* SPDX-License-Identifier: GPL-3.0-or-later */
/* FLAC, through libFLAC. */
#include <FLAC/stream_encoder.h>

#include "album/encode/flac_metadata.h"
#include "album/encode/output.h"
#include "album/error.h"

#define COMPRESSION_LEVEL 8

typedef struct {
  AlEncoder encoder;
  FLAC__StreamEncoder *flac;
  GPtrArray *metadata;
  AlOutput *output;
  GError *error; /* of the output: what a callback cannot hand on */
} FlacEncoder;

static FLAC__StreamEncoderWriteStatus
on_write(const FLAC__StreamEncoder *encoder, const FLAC__byte *bytes, size_t count,
         uint32_t samples, uint32_t frame, void *data)
{
  FlacEncoder *flac = data;

  (void)encoder, (void)samples, (void)frame;
  if (flac->error == NULL && al_output_write(flac->output, bytes, count, &flac->error))
    return FLAC__STREAM_ENCODER_WRITE_STATUS_OK;
  return FLAC__STREAM_ENCODER_WRITE_STATUS_FATAL_ERROR;
}

static FLAC__StreamEncoderSeekStatus
on_seek(const FLAC__StreamEncoder *encoder, FLAC__uint64 place, void *data)
{
  FlacEncoder *flac = data;

  (void)encoder;
  if (flac->error == NULL && al_output_seek(flac->output, (gint64)place, &flac->error))
    return FLAC__STREAM_ENCODER_SEEK_STATUS_OK;
  return FLAC__STREAM_ENCODER_SEEK_STATUS_ERROR;
}

static FLAC__StreamEncoderTellStatus
on_tell(const FLAC__StreamEncoder *encoder, FLAC__uint64 *place, void *data)
{
  FlacEncoder *flac = data;

  (void)encoder;
  *place = (FLAC__uint64)al_output_place(flac->output);
  return FLAC__STREAM_ENCODER_TELL_STATUS_OK;
}

/* FALSE with what the output said, or else libFLAC. */
static gboolean
fail(FlacEncoder *flac, const char *path, GError **error)
{
  if (flac->error != NULL)
    g_propagate_error(error, g_steal_pointer(&flac->error));
  else
    g_set_error(error, AL_ERROR, AL_ERROR_WRITE, "cannot write %s: %s", path,
                FLAC__stream_encoder_get_resolved_state_string(flac->flac));
  return FALSE;
}

static gboolean
flac_write(AlEncoder *encoder, const gint32 *samples, gsize frames, GError **error)
{
  FlacEncoder *flac = (FlacEncoder *)encoder;

  return FLAC__stream_encoder_process_interleaved(flac->flac, samples, (uint32_t)frames) ||
         fail(flac, encoder->path, error);
}

static gboolean
flac_close(AlEncoder *encoder, GError **error)
{
  FlacEncoder *flac = (FlacEncoder *)encoder;

  if (!FLAC__stream_encoder_finish(flac->flac) || flac->error != NULL)
    return fail(flac, encoder->path, error);
  return al_output_close(flac->output, error);
}

static void
flac_free(AlEncoder *encoder)
{
  FlacEncoder *flac = (FlacEncoder *)encoder;

  FLAC__stream_encoder_delete(flac->flac);
  g_ptr_array_unref(flac->metadata);
  al_output_free(flac->output);
  g_clear_error(&flac->error);
  g_free(flac);
}

static const AlEncoderClass flac_class = {
    .write_integers = flac_write, .close = flac_close, .free = flac_free};

/* A rate that the streamable subset does not have is still FLAC. */
static gboolean
set_up(FlacEncoder *flac, const AlEncoderJob *job)
{
  gboolean done = FLAC__stream_encoder_set_channels(flac->flac, 2);

  done &= FLAC__stream_encoder_set_bits_per_sample(flac->flac, (uint32_t)job->encoding->bits);
  done &= FLAC__stream_encoder_set_sample_rate(flac->flac, (uint32_t)job->encoding->rate);
  done &= FLAC__stream_encoder_set_streamable_subset(
      flac->flac, FLAC__format_sample_rate_is_subset((uint32_t)job->encoding->rate));
  done &= FLAC__stream_encoder_set_compression_level(flac->flac, COMPRESSION_LEVEL);
  done &= FLAC__stream_encoder_set_total_samples_estimate(flac->flac, (FLAC__uint64)job->frames);
  done &= FLAC__stream_encoder_set_metadata(
      flac->flac, (FLAC__StreamMetadata **)flac->metadata->pdata, flac->metadata->len);
  return done && FLAC__stream_encoder_init_stream(flac->flac, on_write, on_seek, on_tell, NULL,
                                                  flac) == FLAC__STREAM_ENCODER_INIT_STATUS_OK;
}

AlEncoder *
al_encode_flac_new(const AlEncoderJob *job, GError **error)
{
  AlOutput *output = al_output_new(job->path, error);
  FlacEncoder *flac;

  if (output == NULL)
    return NULL;
  flac = g_new0(FlacEncoder, 1);
  flac->encoder.class = &flac_class;
  flac->output = output;
  flac->flac = FLAC__stream_encoder_new();
  flac->metadata = al_flac_metadata_new(job);
  if (set_up(flac, job))
    return &flac->encoder;
  fail(flac, job->path, error);
  flac_free(&flac->encoder);
  return NULL;
}
