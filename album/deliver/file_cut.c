/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/file_cut.h"

#include "album/audio/grid.h"
#include "album/audio/silent_head.h"
#include "album/audio/stack.h"
#include "album/deliver/file_proof.h"
#include "album/encode/encoder.h"

/* Room for tags, and for the tables of a container. */
#define TAG_BYTES (1024 * 1024)

void
al_file_cut_free(gpointer data)
{
  AlFileCut *cut = data;

  g_free(cut->name);
  al_tags_free(cut->tags);
  g_free(cut);
}

AlEncoding
al_file_cut_encoding(const AlDeliverable *deliverable, const AlTimeline *timeline,
                     const AlFormat *format)
{
  AlEncoding encoding = format->encoding;
  int rate = deliverable->files.rate != 0 ? deliverable->files.rate : timeline->rate;

  encoding.rate = al_codec_rate(encoding.codec, rate);
  return encoding;
}

/* What a lossy codec is given has 24 bits, so that it can be shared with what has them too. */
AlFinish
al_file_cut_finish(const AlDelivered *delivered, const AlTimeline *timeline, const AlFormat *format)
{
  AlEncoding encoding = al_file_cut_encoding(delivered->deliverable, timeline, format);

  return (AlFinish){.rate = encoding.rate,
                    .bits = al_codec_is_lossless(encoding.codec) ? encoding.bits : 24,
                    .dither = delivered->deliverable->dither,
                    .level = &delivered->level};
}

void
al_file_cut_check_length(const AlRendering *rendering, const AlDeliverable *deliverable,
                         const AlFormat *format, gint64 frames)
{
  const AlTimeline *timeline = rendering->timeline;
  AlEncoding encoding = al_file_cut_encoding(deliverable, timeline, format);
  gint64 most = al_encoding_most_frames(&encoding);
  g_autofree char *name = al_encoding_print(&encoding);

  if (frames * encoding.rate / timeline->rate > most)
    al_diagnostics_add(rendering->project->diagnostics, format->place, "flac has no such limit",
                       "a file would last %.1f minutes, and %s holds up to %.1f at %d Hz",
                       (double)frames / timeline->rate / 60, name,
                       (double)most / encoding.rate / 60, encoding.rate);
}

guint64
al_file_cut_bytes(const AlEncoding *encoding, gint64 frames, guint files, guint64 cover_bytes)
{
  gint64 bits = al_codec_is_lossless(encoding->codec) ? 2 * encoding->bits : 16;

  /* Its audio in floats lies beside it for a while (decoded.h; encode_m4a.c). */
  if (encoding->codec == AL_CODEC_AAC || encoding->codec == AL_CODEC_ALAC)
    bits += 64;
  return files * (TAG_BYTES + cover_bytes) + (guint64)(frames * bits / 8);
}

AlSource *
al_file_cut_open(const AlFileCut *cut)
{
  AlSource *file =
      al_stack_new(al_float_store_open_part(cut->program->store, cut->first_frame, cut->frames));

  al_stack_push(file, al_silent_head_new(al_stack_top(file), cut->head_frames));
  return file;
}

static gboolean
write_block(AlEncoder *encoder, const AlEncoding *encoding, const double *block, gsize frames,
            GError **error)
{
  gint32 samples[2 * AL_BLOCK_FRAMES];

  if (!al_codec_is_lossless(encoding->codec))
    return al_encoder_write(encoder, block, frames, error);
  for (gsize i = 0; i < 2 * frames; i++)
    samples[i] = (gint32)(block[i] * al_grid_scale(encoding->bits));
  return al_encoder_write_integers(encoder, samples, frames, error);
}

static gboolean
encode(const AlFileCut *cut, const char *path, const AlJob *job, GError **error)
{
  g_autoptr(AlSource) source = al_file_cut_open(cut);
  g_autoptr(AlEncoder) encoder =
      al_encoder_new(path, &cut->encoding, source->frames, cut->tags, error);
  double block[2 * AL_BLOCK_FRAMES];
  gssize count;

  if (encoder == NULL)
    return FALSE;
  al_encoder_set_cancellable(encoder, job->cancellable);
  while ((count = al_source_read(source, block, AL_BLOCK_FRAMES, error)) > 0)
    if (!write_block(encoder, &cut->encoding, block, (gsize)count, error))
      return FALSE;
  return count == 0 && al_encoder_close(encoder, error);
}

typedef struct {
  const GPtrArray *cuts;
  GPtrArray *paths; /* of char *, by cut */
  GArray *audio;    /* of AlDeliveredAudio, by cut */
  const AlJob *job;
} Writing;

static gboolean
write_cut(guint i, gpointer data, GError **error)
{
  const Writing *writing = data;
  const AlFileCut *cut = g_ptr_array_index(writing->cuts, i);
  const char *path = g_ptr_array_index(writing->paths, i);

  return encode(cut, path, writing->job, error) &&
         al_file_proof(cut, path, &g_array_index(writing->audio, AlDeliveredAudio, i), writing->job,
                       error);
}

/* What was measured of its tracks in the program. */
static AlDeliveredAudio
audio_of(const AlFileCut *cut)
{
  const AlFinished *finished = cut->program->finished;
  AlMeasurement *const *measured = al_region_measurement_list(finished->regions->measured);
  guint count = cut->last_track - cut->first_track + 1;
  AlMeasured whole = count == 1 ? *al_measurement_get(measured[cut->first_track])
                                : al_measurement_album(measured + cut->first_track, count);

  return (AlDeliveredAudio){.codec = al_codec_name(cut->encoding.codec),
                            .rate = cut->encoding.rate,
                            .bits = cut->encoding.bits,
                            .frames = cut->head_frames + cut->frames,
                            .track = count == 1 ? cut->first_track : 0,
                            .integrated_lufs = whole.loudness.integrated_lufs,
                            .true_peak_dbtp = whole.true_peak_dbtp};
}

gboolean
al_file_cuts_write(const GPtrArray *cuts, const AlRendering *rendering, AlDelivered *delivered,
                   GError **error)
{
  g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GArray) audio = g_array_new(FALSE, FALSE, sizeof(AlDeliveredAudio));
  Writing writing = {.cuts = cuts, .paths = paths, .audio = audio, .job = rendering->job};

  for (guint i = 0; i < cuts->len; i++) {
    const AlFileCut *cut = g_ptr_array_index(cuts, i);
    AlDeliveredAudio told = audio_of(cut);
    char *path = al_staging_path(rendering->staging, cut->name, error);

    if (path == NULL)
      return FALSE;
    g_ptr_array_add(paths, path);
    g_array_append_val(audio, told);
  }
  if (!al_job_each(rendering->job, "Encoding", cuts->len, write_cut, &writing, error))
    return FALSE;
  for (guint i = 0; i < cuts->len; i++)
    al_delivered_add_file(delivered, ((const AlFileCut *)g_ptr_array_index(cuts, i))->name,
                          &g_array_index(audio, AlDeliveredAudio, i));
  return TRUE;
}
