/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_BROADCAST_H
#define AL_BROADCAST_H

/* The chunks of Broadcast Wave.
 *
 * bext, version 2 (EBU Tech 3285, 2011), little-endian:
 *
 *     0  description (256)        346  version (2)            416  true peak (2)
 *   256  originator (32)          348  UMID (64)              418  loudest momentary (2)
 *   288  its reference (32)       412  loudness (2)           420  loudest short-term (2)
 *   320  date, yyyy-mm-dd (10)    414  loudness range (2)     422  reserved (180)
 *   330  time, hh:mm:ss (8)                                   602  coding history
 *   338  time reference, frames (8)
 *
 * The five of loudness are in hundredths, 0x7FFF where not known. Texts are ASCII: others are
 * spelled in it (redbook/charset.h), and one of which nothing but signs is left is not written. */

#include "album/encode/encoding.h"
#include "album/encode/tags.h"

/* The contents of the chunks, NULL where there is nothing to say. */
GByteArray *al_broadcast_bext(const AlTags *tags, const AlEncoding *encoding);

/* The ISRC in XML (EBU Tech 3352, 2012). */
GByteArray *al_broadcast_axml(const AlTags *tags);

#endif
