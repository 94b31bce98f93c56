/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/check/disc_ears.h"

#include "album/audio/source.h"
#include "album/measure/levels.h"
#include "album/measure/true_peak.h"

/* Shorter silences are rests of the music. */
#define LEAST_SILENCE_SECONDS 0.3

#define FULL_SCALE 32768.0

typedef struct {
  RbImage *image;
  GMutex lock; /* of the image, which one thread reads at a time */
  const RbDisc *disc;
  const AlJob *job;
  GPtrArray *tracks;
} Work;

static void
track_free(gpointer data)
{
  AlTrackHeard *track = data;

  al_silences_free(track->pause);
  al_silences_free(track->silences);
  al_clipping_free(track->clipping);
  al_dropouts_free(track->dropouts);
  al_stereo_free(track->stereo);
  g_free(track);
}

static AlTrackHeard *
track_new(void)
{
  AlTrackHeard *track = g_new0(AlTrackHeard, 1);

  track->pause = al_silences_new(RB_FRAME_RATE, LEAST_SILENCE_SECONDS);
  track->silences = al_silences_new(RB_FRAME_RATE, LEAST_SILENCE_SECONDS);
  track->clipping = al_clipping_new(RB_FRAME_RATE);
  track->dropouts = al_dropouts_new(RB_FRAME_RATE);
  track->stereo = al_stereo_new(RB_FRAME_RATE);
  al_bit_depth_init(&track->depth);
  return track;
}

/* `block` gets 2 * frames samples with full scale at 1. */
static gboolean
read_block(Work *work, gint64 first_frame, double *block, gsize frames, GError **error)
{
  gint16 samples[2 * AL_BLOCK_FRAMES];
  gboolean done;

  if (al_job_cancelled(work->job, error))
    return FALSE;
  g_mutex_lock(&work->lock);
  done = rb_image_read(work->image, first_frame, samples, frames, error);
  g_mutex_unlock(&work->lock);
  for (gsize i = 0; done && i < 2 * frames; i++)
    block[i] = samples[i] / FULL_SCALE;
  return done;
}

static gboolean
hear_pause(Work *work, AlTrackHeard *track, gint64 first_frame, GError **error)
{
  g_autofree double *block = g_new(double, 2 * AL_BLOCK_FRAMES);

  for (gint64 done = 0; done < track->pause_frames;) {
    gsize frames = (gsize)MIN(track->pause_frames - done, AL_BLOCK_FRAMES);

    if (!read_block(work, first_frame + done, block, frames, error))
      return FALSE;
    al_silences_feed(track->pause, block, frames);
    done += (gint64)frames;
  }
  al_silences_finish(track->pause);
  return TRUE;
}

static gboolean
hear_sound(Work *work, AlTrackHeard *track, gint64 first_frame, GError **error)
{
  g_autofree double *block = g_new(double, 2 * AL_BLOCK_FRAMES);
  g_autoptr(AlTruePeak) peak = al_true_peak_new();

  for (gint64 done = 0; done < track->frames;) {
    gsize frames = (gsize)MIN(track->frames - done, AL_BLOCK_FRAMES);

    if (!read_block(work, first_frame + done, block, frames, error))
      return FALSE;
    al_silences_feed(track->silences, block, frames);
    al_clipping_feed(track->clipping, block, frames);
    al_dropouts_feed(track->dropouts, block, frames);
    al_stereo_feed(track->stereo, block, frames);
    al_bit_depth_feed(&track->depth, block, frames);
    al_true_peak_feed(peak, block, frames);
    done += (gint64)frames;
  }
  al_true_peak_finish(peak);
  track->true_peak_dbtp = al_levels_db(al_true_peak_whole(peak));
  al_silences_finish(track->silences);
  al_clipping_finish(track->clipping);
  al_dropouts_finish(track->dropouts);
  al_stereo_finish(track->stereo);
  return TRUE;
}

static gint64
frame_of(gint32 sector)
{
  return (gint64)sector * RB_FRAMES_PER_SECTOR;
}

/* What of the disc is the track's. A disc that is wrong may have tracks that overlap: what lies
 * before `heard_until`, or behind the image, is not listened to again, so that no disc takes longer
 * than its image. */
static void
lay_out(AlTrackHeard *track, const Work *work, guint number, gint64 *heard_until)
{
  const RbTrack *marks = rb_disc_track(work->disc, number);
  gint32 pause = rb_track_first_sector(marks), start = rb_track_index(marks, 1);
  gint64 end = MIN(frame_of(rb_disc_track_end(work->disc, number)), rb_image_frames(work->image));

  if (start < 0 || frame_of(start) < *heard_until || end <= frame_of(start))
    return;
  if (pause >= 0 && pause < start && frame_of(pause) >= *heard_until)
    track->pause_frames = frame_of(start - pause);
  track->first_frame = frame_of(start);
  track->frames = end - frame_of(start);
  *heard_until = end;
}

static gboolean
hear_track(guint i, gpointer data, GError **error)
{
  Work *work = data;
  AlTrackHeard *track = g_ptr_array_index(work->tracks, i);

  return track->frames == 0 ||
         (hear_pause(work, track, track->first_frame - track->pause_frames, error) &&
          hear_sound(work, track, track->first_frame, error));
}

GPtrArray *
al_disc_ears_hear(RbImage *image, const RbDisc *disc, const AlJob *job, GError **error)
{
  g_autoptr(GPtrArray) tracks = g_ptr_array_new_with_free_func(track_free);
  Work work = {.image = image, .disc = disc, .job = job, .tracks = tracks};
  gint64 heard_until = 0;
  gboolean done;

  for (guint i = 0; i < disc->tracks->len; i++) {
    AlTrackHeard *track = track_new();

    g_ptr_array_add(tracks, track);
    lay_out(track, &work, i + 1, &heard_until);
  }
  g_mutex_init(&work.lock);
  done = al_job_each(job, "Listening to the disc", tracks->len, hear_track, &work, error);
  g_mutex_clear(&work.lock);
  return done ? g_steal_pointer(&tracks) : NULL;
}
