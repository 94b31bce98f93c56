/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/encode/decoded.h"

#include <glib/gstdio.h>

#include "album/audio/mix.h"
#include "album/encode/ffmpeg.h"
#include "album/encode/m4a_length.h"
#include "album/error.h"

static gboolean
read_length(const char *path, gint64 *frames, GError **error)
{
  g_autoptr(GMappedFile) file = g_mapped_file_new(path, FALSE, error);

  if (file == NULL)
    return FALSE;
  if (al_m4a_length(g_mapped_file_get_contents(file), g_mapped_file_get_length(file), frames))
    return TRUE;
  g_set_error(error, AL_ERROR, AL_ERROR_AUDIO, "it does not say how long it is, as M4A does");
  return FALSE;
}

/* Decodes into a WAV in floats, and tells how much of that is the audio: ffmpeg 5 skips what an AAC
 * encoder puts before it, but not what it puts behind. On one thread: others would spend a tenth
 * more on waiting for each other. */
static gboolean
decode(const char *path, const char *wav_path, gint64 *frames, GCancellable *cancellable,
       GError **error)
{
  g_autofree char *input = al_ffmpeg_file(path);
  g_autofree char *output = al_ffmpeg_file(wav_path);
  const char *arguments[] = {"-y",   "-threads", "1",    "-i",        input,
                             "-map", "0:a:0",    "-c:a", "pcm_f32le", "-f",
                             "wav",  "-rf64",    "auto", output,      NULL};
  g_autoptr(GError) cause = NULL;

  if (read_length(path, frames, &cause) && al_ffmpeg_run(arguments, NULL, cancellable, &cause))
    return TRUE;
  if (g_error_matches(cause, AL_ERROR, AL_ERROR_CANCELLED))
    g_propagate_error(error, g_steal_pointer(&cause));
  else
    g_set_error(error, AL_ERROR, AL_ERROR_AUDIO, "%s: cannot be decoded: %s", path, cause->message);
  return FALSE;
}

/* What ffmpeg writes goes when it is open, or has failed, so that nothing of it remains. */
static AlSource *
open_with_ffmpeg(const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *wav_path = g_strconcat(path, ".wav", NULL);
  AlSource *source = NULL;
  gint64 frames;

  if (decode(path, wav_path, &frames, cancellable, error))
    source = al_mix_open(wav_path, 0, frames, error);
  g_unlink(wav_path);
  return source;
}

AlSource *
al_decoded_open(const char *path, GCancellable *cancellable, GError **error)
{
  if (g_str_has_suffix(path, ".m4a"))
    return open_with_ffmpeg(path, cancellable, error);
  return al_mix_open(path, 0, AL_MIX_END, error);
}
