/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_VORBIS_COMMENTS_H
#define AL_VORBIS_COMMENTS_H

/* The tags as "NAME=text", which FLAC, Ogg Vorbis and Opus share (xiph.org, v-comment; for chapters
 * its Chapter Extension: CHAPTER001=00:04:11.906, CHAPTER001NAME=Fog). */

#include "album/encode/encoder_class.h"

/* Which tags tell players the gain. */
typedef enum {
  AL_GAIN_STYLE_REPLAYGAIN,
  AL_GAIN_STYLE_R128, /* Opus: RFC 7845, 5.2.1 */
} AlGainStyle;

/* Of char *, which it owns: the tags of a job that has some. Without the picture. */
GPtrArray *al_vorbis_comments_new(const AlEncoderJob *job, AlGainStyle style);

#endif
