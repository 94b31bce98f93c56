/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_CD_AUDIO_H
#define AL_CD_AUDIO_H

/* The finished program becomes the samples of a disc, in every image at once. */

#include "album/audio/source.h"
#include "album/deliver/cd_files.h"
#include "album/deliver/rendering.h"

typedef struct AlCdAudio AlCdAudio;

/* Both must outlive it. */
AlCdAudio *al_cd_audio_new(const AlCdFiles *files, const AlRendering *rendering);
void al_cd_audio_free(AlCdAudio *audio);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlCdAudio, al_cd_audio_free)

/* For AlTaker (finished.h): reads what has 44.1 kHz and 16 bits, from 00:00:00 to the lead-out, and
 * writes all images. */
gboolean al_cd_audio_take(AlSource *finished, gpointer audio, GError **error);

/* Of the samples that were taken last: of IMAGE.DAT. The audio owns it; NULL before. */
RbDigest *al_cd_audio_digest(const AlCdAudio *audio);

#endif
