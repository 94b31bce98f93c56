/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/draft/disc_excerpt.h"

#define PIECE_FRAMES (20 * RB_FRAMES_PER_SECTOR)

/* Whether a piece goes on where the excerpt ends. */
static gboolean
continues(const AlDiscExcerpt *excerpt, const RbImagePiece *piece)
{
  return piece->path != NULL && g_str_equal(piece->path, excerpt->path) &&
         piece->first_frame == excerpt->end_frame;
}

gboolean
al_disc_excerpt_find(const RbImage *image, gint64 first_frame, gint64 end_frame,
                     gboolean pause_follows, AlDiscExcerpt *excerpt)
{
  gint64 at = first_frame;
  RbImagePiece piece;

  if (at >= end_frame || !rb_image_piece(image, at, &piece) || piece.path == NULL ||
      piece.form != RB_AUDIO_SOUND_FILE)
    return FALSE;
  *excerpt = (AlDiscExcerpt){
      .path = piece.path, .first_frame = piece.first_frame, .end_frame = piece.first_frame};
  while (at < end_frame && rb_image_piece(image, at, &piece) && continues(excerpt, &piece)) {
    gint64 frames = MIN(piece.frames, end_frame - at);

    excerpt->end_frame += frames;
    at += frames;
  }
  if (at == end_frame)
    return TRUE;
  return pause_follows && end_frame - at < RB_FRAMES_PER_SECTOR &&
         rb_image_piece(image, at, &piece) && piece.path == NULL && piece.frames >= end_frame - at;
}

gboolean
al_disc_excerpt_is_silent(RbImage *image, gint64 first_frame, gint64 end_frame, gboolean *silent,
                          GError **error)
{
  g_autofree gint16 *samples = g_new(gint16, 2 * PIECE_FRAMES);

  *silent = TRUE;
  for (gint64 at = first_frame; at < end_frame && *silent; at += PIECE_FRAMES) {
    gsize count = (gsize)MIN(PIECE_FRAMES, end_frame - at);

    if (!rb_image_read(image, at, samples, count, error))
      return FALSE;
    for (gsize i = 0; i < 2 * count && *silent; i++)
      *silent = samples[i] == 0;
  }
  return TRUE;
}
