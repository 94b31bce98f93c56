/* SPDX-License-Identifier: GPL-3.0-or-later */
/* M4A with AAC or ALAC, through the ffmpeg program.
 *
 * The audio is collected in a file beside the one to be, PATH.pcm, which ffmpeg reads when it is
 * complete: through a pipe, its failures and ours would have to be told apart in the middle of a
 * write. ffmpeg writes audio and chapters; the tags are ours (m4a_tags.h). The chapters stand in
 * PATH.chapters, in ffmpeg's own form for them. */
#include <glib/gstdio.h>
#include <string.h>

#include "album/encode/chapters.h"
#include "album/encode/ffmpeg.h"
#include "album/encode/m4a_tags.h"
#include "album/encode/output.h"
#include "album/encode/pcm.h"
#include "album/error.h"

#define MAX_SAMPLE_BYTES 4

/* The AAC encoder of ffmpeg 5.1 ruins the first packet that has sound in it, which in a track that
 * begins in the middle of music is a crackle of 12 ms. So a packet of silence comes first, before
 * time 0, where the edit list leaves it out. */
#define AAC_RUN_IN "adelay=1024S:all=1,asetpts=PTS-1024"

typedef struct {
  AlEncoder encoder;
  AlEncoding encoding;
  AlOutput *audio;
  char *audio_path;
  char *chapters_path; /* NULL: it has no chapters */
  GByteArray *tags;    /* NULL: none */
} M4aEncoder;

static gboolean
m4a_write_integers(AlEncoder *encoder, const gint32 *samples, gsize frames, GError **error)
{
  M4aEncoder *m4a = (M4aEncoder *)encoder;
  guint8 bytes[2 * AL_ENCODER_BLOCK_FRAMES * MAX_SAMPLE_BYTES];

  al_pcm_pack(samples, 2 * frames, m4a->encoding.bits, AL_PCM_LITTLE_ENDIAN, bytes);
  return al_output_write(m4a->audio, bytes, 2 * frames * (gsize)m4a->encoding.bits / 8, error);
}

static gboolean
m4a_write(AlEncoder *encoder, const double *samples, gsize frames, GError **error)
{
  M4aEncoder *m4a = (M4aEncoder *)encoder;
  float block[2 * AL_ENCODER_BLOCK_FRAMES];

  for (gsize i = 0; i < 2 * frames; i++)
    block[i] = (float)samples[i];
  return al_output_write(m4a->audio, block, 2 * frames * sizeof *block, error);
}

/* The form of the audio, as ffmpeg calls it. */
static const char *
audio_form(const AlEncoding *encoding)
{
  if (encoding->codec == AL_CODEC_ALAC)
    return encoding->bits == 16 ? "s16le" : "s24le";
  return G_BYTE_ORDER == G_LITTLE_ENDIAN ? "f32le" : "f32be";
}

/* A chapter track, as QuickTime has it. The other form, `chpl`, would stand where our tags go. */
static void
add_chapter_arguments(GStrvBuilder *arguments, const char *chapters_path)
{
  g_autofree char *chapters = chapters_path == NULL ? NULL : al_ffmpeg_file(chapters_path);

  if (chapters != NULL)
    g_strv_builder_add_many(arguments, "-f", "ffmetadata", "-i", chapters, "-map", "0:a",
                            "-map_chapters", "1", "-movflags", "+disable_chpl", NULL);
}

/* Bit-exact: without ffmpeg's version and the time of day. The edit list counts in the movie's time
 * scale, so that must be the rate for the length to be exact. */
static gboolean
run_ffmpeg(const M4aEncoder *m4a, GError **error)
{
  const AlEncoding *encoding = &m4a->encoding;
  g_autofree char *output = al_ffmpeg_file(m4a->encoder.path);
  g_autofree char *rate = g_strdup_printf("%d", encoding->rate);
  g_autofree char *bit_rate = g_strdup_printf("%dk", encoding->kbps);
  GStrvBuilder *builder = g_strv_builder_new();
  g_auto(GStrv) arguments = NULL;
  g_autoptr(GError) cause = NULL;

  g_strv_builder_add_many(builder, "-y", "-f", audio_form(encoding), "-ar", rate, "-ac", "2", "-i",
                          "pipe:0", NULL);
  add_chapter_arguments(builder, m4a->chapters_path);
  g_strv_builder_add_many(builder, "-c:a", al_codec_name(encoding->codec), NULL);
  if (encoding->kbps > 0)
    g_strv_builder_add_many(builder, "-b:a", bit_rate, "-af", AAC_RUN_IN, NULL);
  g_strv_builder_add_many(builder, "-fflags", "+bitexact", "-flags:a", "+bitexact",
                          "-movie_timescale", rate, "-f", "ipod", output, NULL);
  arguments = g_strv_builder_end(builder);
  g_strv_builder_unref(builder);
  if (al_ffmpeg_run((const char *const *)arguments, m4a->audio_path, m4a->encoder.cancellable,
                    &cause))
    return TRUE;
  if (g_error_matches(cause, AL_ERROR, AL_ERROR_CANCELLED)) {
    g_propagate_error(error, g_steal_pointer(&cause));
    return FALSE;
  }
  g_set_error(error, AL_ERROR, AL_ERROR_WRITE, "cannot write %s: %s", m4a->encoder.path,
              cause->message);
  return FALSE;
}

static gboolean
m4a_close(AlEncoder *encoder, GError **error)
{
  M4aEncoder *m4a = (M4aEncoder *)encoder;

  if (!al_output_close(m4a->audio, error))
    return FALSE;
  if (run_ffmpeg(m4a, error) &&
      (m4a->tags == NULL || al_m4a_tags_write(encoder->path, m4a->tags, error)))
    return TRUE;
  g_unlink(encoder->path);
  return FALSE;
}

static void
m4a_free(AlEncoder *encoder)
{
  M4aEncoder *m4a = (M4aEncoder *)encoder;

  al_output_free(m4a->audio);
  g_unlink(m4a->audio_path);
  g_free(m4a->audio_path);
  if (m4a->chapters_path != NULL)
    g_unlink(m4a->chapters_path);
  g_free(m4a->chapters_path);
  g_clear_pointer(&m4a->tags, g_byte_array_unref);
  g_free(m4a);
}

static const AlEncoderClass lossless_class = {
    .write_integers = m4a_write_integers, .close = m4a_close, .free = m4a_free};
static const AlEncoderClass lossy_class = {
    .write = m4a_write, .close = m4a_close, .free = m4a_free};

/* A text with a backslash before what means something in such a file. */
static void
append_escaped(GString *text, const char *title)
{
  for (; *title != '\0'; title++) {
    if (strchr("=;#\\\n", *title) != NULL)
      g_string_append_c(text, '\\');
    g_string_append_c(text, *title);
  }
}

static gboolean
write_chapters(M4aEncoder *m4a, const AlEncoderJob *job, GError **error)
{
  g_autoptr(GArray) chapters = al_chapters_new(job);
  g_autoptr(GString) text = g_string_new(";FFMETADATA1\n");
  g_autoptr(GError) cause = NULL;

  if (chapters->len == 0)
    return TRUE;
  for (guint i = 0; i < chapters->len; i++) {
    const AlChapter *chapter = &g_array_index(chapters, AlChapter, i);

    g_string_append_printf(text, "[CHAPTER]\nTIMEBASE=1/1000\nSTART=%u\nEND=%u\ntitle=",
                           chapter->start_ms, chapter->end_ms);
    append_escaped(text, chapter->title);
    g_string_append_c(text, '\n');
  }
  m4a->chapters_path = g_strconcat(job->path, ".chapters", NULL);
  if (g_file_set_contents(m4a->chapters_path, text->str, (gssize)text->len, &cause))
    return TRUE;
  g_set_error(error, AL_ERROR, AL_ERROR_WRITE, "%s", cause->message);
  return FALSE;
}

AlEncoder *
al_encode_m4a_new(const AlEncoderJob *job, GError **error)
{
  g_autofree char *audio_path = g_strconcat(job->path, ".pcm", NULL);
  AlOutput *audio = al_output_new(audio_path, error);
  M4aEncoder *m4a;

  if (audio == NULL)
    return NULL;
  m4a = g_new0(M4aEncoder, 1);
  m4a->encoder.class = al_codec_is_lossless(job->encoding->codec) ? &lossless_class : &lossy_class;
  m4a->encoding = *job->encoding;
  m4a->audio = audio;
  m4a->audio_path = g_steal_pointer(&audio_path);
  m4a->tags = job->tags == NULL ? NULL : al_m4a_tags_new(job->tags);
  if (write_chapters(m4a, job, error))
    return &m4a->encoder;
  m4a_free(&m4a->encoder);
  return NULL;
}
