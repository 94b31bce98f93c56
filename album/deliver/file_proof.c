/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/file_proof.h"

#include <string.h>

#include "album/encode/decoded.h"
#include "album/error.h"
#include "album/measure/levels.h"
#include "album/measure/loudness.h"
#include "album/measure/true_peak.h"

static gboolean
differs(const AlFileCut *cut, const char *how, GError **error)
{
  g_set_error(error, AL_ERROR, AL_ERROR_PROOF, "%s, read back, %s", cut->name, how);
  return FALSE;
}

static gboolean
compare(const AlFileCut *cut, AlSource *read_back, const AlJob *job, GError **error)
{
  g_autoptr(AlSource) meant = al_file_cut_open(cut);
  double block[2 * AL_BLOCK_FRAMES], expected[2 * AL_BLOCK_FRAMES];
  gssize got;

  while ((got = al_source_read(read_back, block, AL_BLOCK_FRAMES, error)) > 0) {
    if (al_source_read(meant, expected, (gsize)got, error) != got)
      return FALSE;
    if (memcmp(block, expected, sizeof *block * 2 * (gsize)got) != 0)
      return differs(cut, "is not what was written", error);
    if (al_job_cancelled(job, error))
      return FALSE;
  }
  return got == 0;
}

/* The two levels alone: an AlMeasurement finds more, and its peaks second by second take more. */
static gboolean
measure(AlSource *read_back, AlDeliveredAudio *audio, const AlJob *job, GError **error)
{
  g_autoptr(AlLoudness) loudness = al_loudness_new_stereo(read_back->rate);
  g_autoptr(AlTruePeak) true_peak = al_true_peak_new();
  double block[2 * AL_BLOCK_FRAMES];
  gssize got;

  while ((got = al_source_read(read_back, block, AL_BLOCK_FRAMES, error)) > 0) {
    al_loudness_feed(loudness, block, (gsize)got);
    al_true_peak_feed(true_peak, block, (gsize)got);
    if (al_job_cancelled(job, error))
      return FALSE;
  }
  al_loudness_finish(loudness);
  al_true_peak_finish(true_peak);
  audio->integrated_lufs = al_loudness_integrated(loudness);
  audio->true_peak_dbtp = al_levels_db(al_true_peak_whole(true_peak));
  return got == 0;
}

gboolean
al_file_proof(const AlFileCut *cut, const char *path, AlDeliveredAudio *audio, const AlJob *job,
              GError **error)
{
  g_autoptr(AlSource) read_back = al_decoded_open(path, job->cancellable, error);

  if (read_back == NULL)
    return FALSE;
  if (read_back->frames != cut->head_frames + cut->frames)
    return differs(cut, "has not as many frames as were written", error);
  return al_codec_is_lossless(cut->encoding.codec) ? compare(cut, read_back, job, error)
                                                   : measure(read_back, audio, job, error);
}
