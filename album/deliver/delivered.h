/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_DELIVERED_H
#define AL_DELIVERED_H

/* What became of a deliverable: its tracks, its files, or why it was not made. */

#include "album/deliver/rendering.h"
#include "album/encode/codec_check.h"
#include "redbook/disc.h"

/* How loud a track became, and by what. Measured on what was written, so absent from a dry run;
 * -HUGE_VAL where a value does not exist. */
typedef struct {
  double before_lufs; /* of the track as it comes */
  double target_lufs; /* none: levels were left alone, or the album has the target */
  double gain_db;
  double integrated_lufs;
  double sample_peak_dbfs;
  double true_peak_dbtp;
  double plr_lu;
  double max_reduction_db, mean_reduction_db; /* of the limiter */
} AlDeliveredLoudness;

/* What became of one track in one deliverable. */
typedef struct {
  guint number;
  gint32 start_sector;   /* INDEX 01, absolute */
  gint32 length_sectors; /* from INDEX 01 to where its sound ends */
  gint32 gap_sectors;    /* before it */
  gint64 moved_frames;   /* how far the mark lies before the audio, at the working rate */
  AlDeliveredLoudness loudness;
} AlDeliveredTrack;

/* The audio in a file; of a lossy one as it is decoded. */
typedef struct {
  const char *codec; /* "wav", "flac"; NULL: the file is no audio */
  int rate;          /* frames per second */
  int bits;          /* 0: of a lossy codec */
  gint64 frames;
  guint track; /* 0: of several tracks */
  double integrated_lufs;
  double true_peak_dbtp;
} AlDeliveredAudio;

typedef struct {
  char *name; /* relative to the place, with '/' */
  AlDeliveredAudio audio;
} AlDeliveredFile;

/* What a lossy codec makes of a track. */
typedef struct {
  guint track;
  const AlFormat *format; /* one of the deliverable's `codecs` */
  AlEncoding encoding;    /* that, at the rate that it was tried at */
  AlCodecCheck *check;
} AlDeliveredCodec;

typedef struct {
  const AlDeliverable *deliverable;
  AlDeliveredLevel level;   /* as it is made: with a lower ceiling than was asked for where codecs
                               would be over (codec_safety.h) */
  RbDisc *disc;             /* of a CD; NULL of all else */
  GArray *tracks;           /* of AlDeliveredTrack */
  GPtrArray *files;         /* of AlDeliveredFile */
  GPtrArray *codecs;        /* of AlDeliveredCodec, by track, then by codec; NULL: none was tried */
  GPtrArray *codecs_before; /* the same at the ceiling that was asked for; NULL: that was kept */
  double album_lufs;        /* of all tracks, gated together; -HUGE_VAL where there is none */
  guint passes;    /* how often it was finished until all met their loudness; 0 in a dry run */
  GError *failure; /* why it was not made, while others were; NULL: it was */
} AlDelivered;

/* With the tracks as the timeline has them, and nothing measured. */
AlDelivered *al_delivered_new(const AlDeliverable *deliverable, const AlTimeline *timeline);
void al_delivered_free(AlDelivered *delivered);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlDelivered, al_delivered_free)

AlDeliveredTrack *al_delivered_track(const AlDelivered *delivered, guint number); /* from 1 */

/* For g_ptr_array_new_with_free_func(). */
void al_delivered_codec_free(gpointer codec);

/* From here on `name` is one of the files; `audio` may be NULL. A file that is there already keeps
 * its place. */
void al_delivered_add_file(AlDelivered *delivered, const char *name, const AlDeliveredAudio *audio);

#endif
