/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_FLAC_METADATA_H
#define AL_FLAC_METADATA_H

/* The metadata blocks of a FLAC file (RFC 9639): SEEKTABLE always, and with tags CUESHEET
 * where they have tracks, VORBIS_COMMENT, PICTURE where they have a cover, and some PADDING, so
 * that a tag editor need not write the file anew. */

#include "album/encode/encoder_class.h"

/* Of FLAC__StreamMetadata *, which it owns, and which are to live as long as the encoder. */
GPtrArray *al_flac_metadata_new(const AlEncoderJob *job);

#endif
