/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_FINISHED_H
#define AL_FINISHED_H

/* The finished program: its gains found, finished with them, and where what came out misses its
 * loudness finished again with better ones. What the samples are for, the taker of them knows. */

#include "album/deliver/finish.h"
#include "album/deliver/rendering.h"

/* What a deliverable wants of the program. Two that want the same can have the same samples. */
typedef struct {
  int rate; /* frames per second; carries a timeline */
  int bits; /* 16 or 24 */
  AlDither dither;
  const AlDeliveredLevel *level; /* not owned, as the next */
  const AlShaping *shaping;      /* before the limiter; NULL: none */
} AlFinish;

gboolean al_finish_equal(const AlFinish *a, const AlFinish *b);

/* Region 0 is the pause before track 1 with its hidden audio, region n is track n from the start of
 * its audio to that of the next. */
typedef struct {
  const AlMatching *matching; /* of the render */
  GArray *matched;            /* of AlMatchedTrack, by region */
  AlFinishedRegions *regions;
  gint64 *starts; /* of the regions and, as one more, of the lead-out, in frames at `rate` */
  int rate;
  guint passes; /* how often it was finished */
} AlFinished;

/* Takes the finished audio, to its end; after a pass that missed again, from the start: then what
 * was taken before is void. */
typedef struct {
  gboolean (*take)(AlSource *audio, gpointer data, GError **error);
  gpointer data;
} AlTaker;

AlFinished *al_finished_new(const AlRendering *rendering, const AlFinish *wanted,
                            const AlTaker *taker, GError **error);
void al_finished_free(AlFinished *finished);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlFinished, al_finished_free)

#endif
