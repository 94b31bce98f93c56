/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ogg Vorbis, through libvorbisenc. Audio, a block at a time: analysis -> packets -> pages -> file.
 * The last page says how many frames the stream has. */
#include <string.h>
#include <vorbis/vorbisenc.h>

#include "album/encode/bytes.h"
#include "album/encode/encoder_class.h"
#include "album/encode/output.h"
#include "album/encode/vorbis_comments.h"
#include "album/error.h"

#define FRONT_COVER 3

typedef struct {
  AlEncoder encoder;
  AlOutput *output;
  vorbis_info info;
  vorbis_dsp_state dsp;
  vorbis_block block;
  ogg_stream_state stream;
  gboolean begun; /* dsp, block and stream are to be cleared */
} VorbisEncoder;

static gboolean
write_page(VorbisEncoder *vorbis, const ogg_page *page, GError **error)
{
  return al_output_write(vorbis->output, page->header, (gsize)page->header_len, error) &&
         al_output_write(vorbis->output, page->body, (gsize)page->body_len, error);
}

/* The packets that the analysis has ready. */
static gboolean
write_packets(VorbisEncoder *vorbis, GError **error)
{
  ogg_packet packet;
  ogg_page page;

  while (vorbis_analysis_blockout(&vorbis->dsp, &vorbis->block) == 1) {
    vorbis_analysis(&vorbis->block, NULL);
    vorbis_bitrate_addblock(&vorbis->block);
    while (vorbis_bitrate_flushpacket(&vorbis->dsp, &packet) == 1) {
      ogg_stream_packetin(&vorbis->stream, &packet);
      while (ogg_stream_pageout(&vorbis->stream, &page) != 0)
        if (!write_page(vorbis, &page, error))
          return FALSE;
    }
  }
  return TRUE;
}

static gboolean
vorbis_write(AlEncoder *encoder, const double *samples, gsize frames, GError **error)
{
  VorbisEncoder *vorbis = (VorbisEncoder *)encoder;
  float **channels = vorbis_analysis_buffer(&vorbis->dsp, (int)frames);

  for (gsize i = 0; i < frames; i++) {
    channels[0][i] = (float)samples[2 * i];
    channels[1][i] = (float)samples[2 * i + 1];
  }
  vorbis_analysis_wrote(&vorbis->dsp, (int)frames);
  return write_packets(vorbis, error);
}

static gboolean
vorbis_close(AlEncoder *encoder, GError **error)
{
  VorbisEncoder *vorbis = (VorbisEncoder *)encoder;

  vorbis_analysis_wrote(&vorbis->dsp, 0); /* the end */
  return write_packets(vorbis, error) && al_output_close(vorbis->output, error);
}

static void
vorbis_free(AlEncoder *encoder)
{
  VorbisEncoder *vorbis = (VorbisEncoder *)encoder;

  if (vorbis->begun) {
    ogg_stream_clear(&vorbis->stream);
    vorbis_block_clear(&vorbis->block);
    vorbis_dsp_clear(&vorbis->dsp);
  }
  vorbis_info_clear(&vorbis->info);
  al_output_free(vorbis->output);
  g_free(vorbis);
}

static const AlEncoderClass vorbis_class = {
    .write = vorbis_write, .close = vorbis_close, .free = vorbis_free};

/* A PICTURE block of FLAC in base64: numbers of 32 bits, big-endian, and lengths before texts. */
static char *
picture_comment(const AlCover *cover)
{
  g_autoptr(GByteArray) block = g_byte_array_new();
  g_autofree char *base64 = NULL;
  gsize size;
  const guint8 *data = g_bytes_get_data(cover->bytes, &size);

  al_bytes_u32be(block, FRONT_COVER);
  al_bytes_u32be(block, (guint32)strlen(cover->mime));
  al_bytes_text(block, cover->mime);
  al_bytes_u32be(block, 0); /* no description */
  al_bytes_u32be(block, (guint32)cover->width);
  al_bytes_u32be(block, (guint32)cover->height);
  al_bytes_u32be(block, (guint32)cover->depth);
  al_bytes_u32be(block, (guint32)cover->colours);
  al_bytes_u32be(block, (guint32)size);
  g_byte_array_append(block, data, (guint)size);
  base64 = g_base64_encode(block->data, block->len);
  return g_strconcat("METADATA_BLOCK_PICTURE=", base64, NULL);
}

static void
add_tags(vorbis_comment *comment, const AlEncoderJob *job)
{
  g_autoptr(GPtrArray) texts = al_vorbis_comments_new(job, AL_GAIN_STYLE_REPLAYGAIN);

  if (job->tags->cover != NULL)
    g_ptr_array_add(texts, picture_comment(job->tags->cover));
  for (guint i = 0; i < texts->len; i++)
    vorbis_comment_add(comment, texts->pdata[i]);
}

/* Three packets on pages of their own: what it is, the comments, the code books. */
static gboolean
write_headers(VorbisEncoder *vorbis, const AlEncoderJob *job, GError **error)
{
  vorbis_comment comment;
  ogg_packet packets[3];
  ogg_page page;
  gboolean written = TRUE;

  vorbis_comment_init(&comment);
  if (job->tags != NULL)
    add_tags(&comment, job);
  vorbis_analysis_headerout(&vorbis->dsp, &comment, &packets[0], &packets[1], &packets[2]);
  for (int i = 0; i < 3; i++)
    ogg_stream_packetin(&vorbis->stream, &packets[i]);
  while (written && ogg_stream_flush(&vorbis->stream, &page) != 0)
    written = write_page(vorbis, &page, error);
  vorbis_comment_clear(&comment);
  return written;
}

/* At the quality whose average is this bit rate, as oggenc does: nothing is held to the rate. */
static gboolean
set_up(VorbisEncoder *vorbis, const AlEncoding *encoding)
{
  return vorbis_encode_setup_managed(&vorbis->info, 2, encoding->rate, -1, encoding->kbps * 1000L,
                                     -1) == 0 &&
         vorbis_encode_ctl(&vorbis->info, OV_ECTL_RATEMANAGE2_SET, NULL) == 0 &&
         vorbis_encode_setup_init(&vorbis->info) == 0;
}

static gboolean
begin(VorbisEncoder *vorbis, const AlEncoderJob *job, GError **error)
{
  vorbis_info_init(&vorbis->info);
  if (!set_up(vorbis, job->encoding)) {
    g_set_error(error, AL_ERROR, AL_ERROR_WRITE,
                "cannot write %s: libvorbis refuses %d Hz at %d kbit/s", job->path,
                job->encoding->rate, job->encoding->kbps);
    return FALSE;
  }
  vorbis_analysis_init(&vorbis->dsp, &vorbis->info);
  vorbis_block_init(&vorbis->dsp, &vorbis->block);
  ogg_stream_init(&vorbis->stream, (int)al_encoder_ogg_serial(job));
  vorbis->begun = TRUE;
  return write_headers(vorbis, job, error);
}

AlEncoder *
al_encode_vorbis_new(const AlEncoderJob *job, GError **error)
{
  AlOutput *output = al_output_new(job->path, error);
  VorbisEncoder *vorbis;

  if (output == NULL)
    return NULL;
  vorbis = g_new0(VorbisEncoder, 1);
  vorbis->encoder.class = &vorbis_class;
  vorbis->output = output;
  if (begin(vorbis, job, error))
    return &vorbis->encoder;
  vorbis_free(&vorbis->encoder);
  return NULL;
}
