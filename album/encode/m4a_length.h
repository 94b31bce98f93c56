/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_M4A_LENGTH_H
#define AL_M4A_LENGTH_H

/* How long a file of M4A says that it is: what a player plays of it, without what an encoder puts
 * before the audio and behind it to fill its packets.
 *
 *   moov | mvhd: time scale             frames per second
 *        | trak | edts | elst           one edit: how many frames, and where they begin in the
 * media |      | mdia | mdhd: time scale |      |      | hdlr: "soun"
 *
 * (ISO/IEC 14496-12, 8.2 to 8.6; the frame around boxes is drawn in m4a_tags.h.) An edit lasts as
 * many units of the movie's time scale, so that and the media's must be the same for it to be exact
 * to the frame: as files are that al_encoder_new() makes. */

#include <glib.h>

/* Of the first track, from a whole file in memory. FALSE where the boxes above are not all there,
 * the time scales differ, the track is no sound or is put together of several edits. */
gboolean al_m4a_length(gconstpointer file, gsize bytes, gint64 *frames);

#endif
