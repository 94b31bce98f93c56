/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_RECORDING_H
#define AL_RECORDING_H

/* A recording: audio on disk that can be opened anywhere, a file (mix.h) or the image of a disc. */

#include "album/audio/source.h"
#include "redbook/image.h"

typedef struct {
  char *name;     /* for people */
  char *path;     /* of the file, NULL where it is an image */
  RbImage *image; /* not owned, NULL where it is a file */
  int rate;
  gint64 frames;
} AlRecording;

/* NULL with an error where it is no file of audio. */
AlRecording *al_recording_new_file(const char *path, GError **error);

/* `frames` frames of an image, which must outlive the recording. */
AlRecording *al_recording_new_image(RbImage *image, const char *name, gint64 frames);

void al_recording_free(AlRecording *recording);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlRecording, al_recording_free)

/* Frames `first_frame` up to, not including, `end_frame`. What lies before the first or behind the
 * last frame of the recording is silence, so that any two recordings can be laid side by side; the
 * integers of a disc come out divided by 2^15. NULL with an error where the file cannot be opened.
 * The recording must outlive the source, and of one image only one source is read at a time. */
AlSource *al_recording_open(const AlRecording *recording, gint64 first_frame, gint64 end_frame,
                            GError **error);

#endif
