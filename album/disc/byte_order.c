/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/disc/byte_order.h"

#include <stdlib.h>

#define PIECES 200
#define SAMPLES (2 * RB_FRAMES_PER_SECTOR)

/* By how much smoother the other order has to be, and for which part of the pieces, of how many at
 * least. Music is smoother the right way by factors of 10 to 100, shrill sounds by 3. */
#define SMOOTHER 2
#define LEAST_PIECES 4
#define PARTS 10
#define PARTS_SWAPPED 9

/* How far the channels move from frame to frame, in all. */
static gint64
movement(const gint16 *samples, gboolean swapped)
{
  gint64 sum = 0;

  for (int i = 2; i < SAMPLES; i++) {
    gint16 now = samples[i], before = samples[i - 2];

    if (swapped) {
      now = (gint16)GUINT16_SWAP_LE_BE((guint16)now);
      before = (gint16)GUINT16_SWAP_LE_BE((guint16)before);
    }
    sum += abs(now - before);
  }
  return sum;
}

gboolean
al_byte_order_check(RbImage *image, const char *place, RbFindings *findings, GError **error)
{
  gint64 sectors = rb_image_frames(image) / RB_FRAMES_PER_SECTOR;
  guint heard = 0, swapped = 0;

  for (gint64 i = 0; i < MIN(PIECES, sectors); i++) {
    gint64 sector = i * sectors / MIN(PIECES, sectors);
    gint16 samples[SAMPLES];
    gint64 moves;

    if (!rb_image_read(image, sector * RB_FRAMES_PER_SECTOR, samples, RB_FRAMES_PER_SECTOR, error))
      return FALSE;
    moves = movement(samples, FALSE);
    heard += moves > 0;
    swapped += moves > 0 && movement(samples, TRUE) * SMOOTHER < moves;
  }
  if (heard >= LEAST_PIECES && swapped * PARTS >= heard * PARTS_SWAPPED)
    rb_findings_add(findings, "R01", RB_SEVERITY_ERROR, place,
                    "The audio is noise as it stands, and smooth with its bytes swapped: it is "
                    "big-endian, where little-endian is expected.");
  return TRUE;
}
