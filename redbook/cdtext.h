/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_CDTEXT_H
#define RB_CDTEXT_H

/* CD-TEXT: the texts of a disc as packs, the content of CDTEXT.BIN. Bare packs: no header of a
 * drive before them and no zero behind them.
 *
 * Sources: libburn's doc/cdtext.txt, MMC-3 annex J. The order of a block is its types, ascending,
 * then three packs of size information; the codes stand in the first block alone, since they do
 * not depend on a language. */

#include <glib.h>

#include "redbook/disc.h"
#include "redbook/finding.h"

/* The packs of the disc's text blocks; an empty array where the disc has no texts. A block without
 * any text is left out. `with_codes` adds UPC and ISRCs (pack type 0x8e).
 *
 * NULL with RB_ERROR_TEXT where a text cannot be written in its block's charset, where the packs of
 * a block are too many, or where there are more than 8 blocks; rb_cdtext_check() says all of it
 * at once and gives advice. */
GByteArray *rb_cdtext_encode(const RbDisc *disc, gboolean with_codes, GError **error);

/* Whether rb_cdtext_encode() will succeed. Findings, all errors: R49 for each text that its charset
 * cannot hold, with a transliteration; R41 for a block of too many packs, with the texts to shorten
 * and by how many characters, and for too many blocks. */
gboolean rb_cdtext_check(const RbDisc *disc, gboolean with_codes, RbFindings *findings);

/* The disc that packs tell of: its blocks, its codes, and tracks without anything else, as many as
 * the size information and the packs name. Takes packs with or without the 4 bytes of a drive
 * before them and the zero of Sony's files behind them, genre codes repeated in each pack, and a
 * TAB for "as the track before".
 *
 * Findings for what is odd: R40 a CRC, R43 a charset, R45 order and numbers, R46 the size
 * information, R20 and R23 a code, R50 the form of the file. NULL with RB_ERROR_FORMAT where these
 * are no packs. */
RbDisc *rb_cdtext_decode(const guint8 *bytes, gsize length, RbFindings *findings, GError **error);

#endif
