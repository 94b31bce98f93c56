/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_CDTEXT_STREAM_H
#define RB_CDTEXT_STREAM_H

/* The strings of one pack type of one block, laid behind each other, before they are cut into
 * packs:
 *
 *   N i g h t   F e r r y 0 H a r b o u r   L i g h t s 0 F o g 0 0 0 0 0
 *   |                       |                             |     `- padding of the last pack
 *   disc                    track 1                       track 2 */

#include <glib.h>

#include "redbook/disc.h"
#include "redbook/finding.h"

typedef struct {
  guint8 track;
  gsize offset; /* of the string's first byte */
} RbCdtextString;

typedef struct {
  guint8 type;       /* of the packs */
  guint width;       /* bytes per character */
  GByteArray *bytes; /* without the padding */
  GArray *strings;   /* of RbCdtextString, ascending */
} RbCdtextStream;

/* The streams of block `number`, by type, without the size information: GPtrArray of
 * RbCdtextStream, empty for a block without any text. The codes of the disc come along where
 * `with_codes` says so.
 *
 * Texts that the block's charset cannot hold: with `findings`, each is a finding (R49), and stands
 * transliterated in the stream; without, the first is RB_ERROR_TEXT and NULL is returned. */
GPtrArray *rb_cdtext_streams_new(const RbDisc *disc, guint number, gboolean with_codes,
                                 RbFindings *findings, GError **error);

/* Packs that the stream fills. */
guint rb_cdtext_stream_packs(const RbCdtextStream *stream);

/* Characters of string `i`, without its end. */
guint rb_cdtext_stream_characters(const RbCdtextStream *stream, guint i);

/* The string that holds the byte at `offset`. */
const RbCdtextString *rb_cdtext_stream_string_at(const RbCdtextStream *stream, gsize offset);

#endif
