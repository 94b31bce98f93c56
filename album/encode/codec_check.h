/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_CODEC_CHECK_H
#define AL_CODEC_CHECK_H

/* What a lossy codec makes of a track: it is encoded, decoded and measured.
 *
 * A codec adds noise to peaks that a limiter has levelled, so what comes out can be above the
 * ceiling that went in. Each track is encoded from its own start, as it is where tracks are served
 * one by one: another start gives other peaks. */

#include <gio/gio.h>

#include "album/audio/source.h"
#include "album/encode/encoding.h"

/* What is above this is an over. */
#define AL_CODEC_LIMIT_DBTP 0.0

/* A stretch of the decoded track that is over in every tenth of a second. */
typedef struct {
  double seconds; /* where it begins, to a tenth */
  double true_peak_dbtp;
} AlCodecOver;

typedef struct {
  double true_peak_dbtp;
  double sample_peak_dbfs;
  double integrated_lufs;
  GArray *overs; /* of AlCodecOver, in order of time */
} AlCodecCheck;

/* Reads `track` to its end. Where the codec has another rate, the track is resampled to the one of
 * `encoding`. The file that this takes lies in `folder`, and is gone afterwards. NULL with an error
 * of the track or of the encoder, where `encoding` is lossless (AL_ERROR_PROJECT), or where
 * `cancellable` (or NULL) says so (AL_ERROR_CANCELLED, at the next block). */
AlCodecCheck *al_codec_check_new(AlSource *track, const AlEncoding *encoding, const char *folder,
                                 GCancellable *cancellable, GError **error);
void al_codec_check_free(AlCodecCheck *check);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlCodecCheck, al_codec_check_free)

/* The higher of both peaks: nothing of what comes out is above it. */
double al_codec_check_peak(const AlCodecCheck *check);

/* The highest peak that the codecs in question make of a track that was made with a ceiling,
 * both in dBTP. FALSE with an error where it cannot be had. */
typedef gboolean (*AlCodecPeakAt)(double ceiling_dbtp, gpointer data, double *peak_dbtp,
                                  GError **error);

#define AL_CODEC_MOST_LOWERING_DB 6.0

/* Lowers the ceiling from `ceiling_dbtp` on until nothing is over, and no further than it has to by
 * more than a tenth of a decibel or so; *safe_dbtp is `ceiling_dbtp` itself where that is safe, and
 * -HUGE_VAL where none is that is at most AL_CODEC_MOST_LOWERING_DB lower. FALSE with an error of
 * `peak_at`. */
gboolean al_codec_check_safe_ceiling(AlCodecPeakAt peak_at, gpointer data, double ceiling_dbtp,
                                     double *safe_dbtp, GError **error);

#endif
