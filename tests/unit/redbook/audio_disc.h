/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AUDIO_DISC_H
#define AUDIO_DISC_H

/* Discs with tracks, for tests: those of the study of cue2ddp 1.1, whose files are known by MD5. */

#include "redbook/disc.h"

#define SECONDS(s) ((s)*RB_SECTORS_PER_SECOND)

static inline RbTrack *
audio_disc_add(RbDisc *disc, gint32 start_sector)
{
  RbTrack *track = rb_disc_add_track(disc);

  if (disc->tracks->len == 1)
    rb_track_add_index(track, 0, 0);
  rb_track_add_index(track, 1, start_sector);
  return track;
}

/* Cases 010 (SCMS), 005 (codes) and 004 (a second index): one track from 2 s to 12 s. Case 011: two
 * tracks, to 22 s. */
static inline RbDisc *
audio_disc_new(int number)
{
  RbDisc *disc = rb_disc_new();
  RbTrack *track = audio_disc_add(disc, SECONDS(2));

  disc->lead_out_sector = SECONDS(number == 11 ? 22 : 12);
  switch (number) {
  case 10:
    track->flags = RB_FLAG_SCMS;
    break;
  case 5:
    disc->upc = g_strdup("0123456789012");
    track->isrc = g_strdup("USABC1234567");
    break;
  case 4:
    rb_track_add_index(track, 2, SECONDS(7));
    break;
  case 11:
    audio_disc_add(disc, SECONDS(12));
    break;
  }
  return disc;
}

static inline void
assert_md5(const GByteArray *bytes, const char *md5)
{
  g_autofree char *found = g_compute_checksum_for_data(G_CHECKSUM_MD5, bytes->data, bytes->len);

  g_assert_cmpstr(found, ==, md5);
}

#endif
