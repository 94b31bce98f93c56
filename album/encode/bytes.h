/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_BYTES_H
#define AL_BYTES_H

/* Building what stands in the headers of files: numbers, texts and chunks behind each other. */

#include <glib.h>

void al_bytes_u8(GByteArray *bytes, guint value);
void al_bytes_u16le(GByteArray *bytes, guint value);
void al_bytes_u32le(GByteArray *bytes, guint32 value);
void al_bytes_u16be(GByteArray *bytes, guint value);
void al_bytes_u32be(GByteArray *bytes, guint32 value);

/* The bytes of a text, without a NUL behind it. */
void al_bytes_text(GByteArray *bytes, const char *text);

void al_bytes_zeros(GByteArray *bytes, gsize count);

/* A text in a field of `width` bytes, NULs behind it; what does not fit is cut off. */
void al_bytes_field(GByteArray *bytes, const char *text, gsize width);

/* What `content` holds. */
void al_bytes_append(GByteArray *bytes, const GByteArray *content);

/* A chunk of RIFF (_le) or IFF (_be): a name of four letters, the size of the content, the content,
 * and a NUL where that is odd. Takes over `content`; NULL or empty: no chunk. */
void al_bytes_chunk_le(GByteArray *bytes, const char *name, GByteArray *content);
void al_bytes_chunk_be(GByteArray *bytes, const char *name, GByteArray *content);

/* How many of the first `most` bytes of a text make whole characters of UTF-8. */
gsize al_bytes_whole_characters(const char *text, gsize most);

#endif
