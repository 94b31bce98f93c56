/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_CDIO_READER_H
#define RB_CDIO_READER_H

/* Reads CUE+BIN and TOC through libcdio: a second opinion that shares no code with cue_read.h and
 * toc_read.h. For sheets that we wrote: libcdio checks little of what it reads.
 *
 * What libcdio 2.1.0 tells, and so what it can prove (tried):
 *
 * |                        | CUE+BIN                         | TOC                              |
 * |------------------------|---------------------------------|----------------------------------|
 * | INDEX 01, lead-out     | yes                             | yes                              |
 * | INDEX 00               | yes; of track 1 not whether     | the same                         |
 * |                        | the first 2 s are there         |                                  |
 * | INDEX 02 and up        | no: it reads over them          | no                               |
 * | UPC, ISRC              | yes                             | yes                              |
 * | copy, pre-emphasis,    | yes                             | yes                              |
 * | four channels          |                                 |                                  |
 * | SCMS                   | no                              | a TOC has none                   |
 * | texts of one language  | yes, read as ISO 8859-1; UTF-8  | yes; octal escapes are turned    |
 * |                        | is made of it here              | back here, not by libcdio        |
 * | catalogue number       | a CUE has none                  | yes                              |
 * | language, charset      | no: always says English         | not used                         |
 * | genre                  | no                              | no                               |
 * | several languages      | a CUE has one                   | cannot open the file             |
 * | audio                  | yes, every byte                 | no: gives the header of the WAV  |
 * |                        |                                 | as audio                         |
 *
 * Its CUE reader does not look at the name in FILE: it opens NAME.bin beside NAME.cue, which must
 * be there. Its TOC reader looks for files where the program runs: it is given a copy of the TOC
 * with absolute names. It refuses a byte order mark, POSTGAP, and LANGUAGE_MAP on several lines.
 * Its genre names are wrong from 26 up; they are not used. */

#include "redbook/compare.h"
#include "redbook/disc.h"
#include "redbook/finding.h"

typedef struct RbCdioReader RbCdioReader;

/* What to compare a disc of this reader with the intended one by (compare.h). */
#define RB_COMPARE_CDIO \
  (RB_COMPARE_PAUSES | RB_COMPARE_CODES | RB_COMPARE_FLAGS | RB_COMPARE_TEXTS | RB_COMPARE_CREDITS)

/* NULL with RB_ERROR_FILE, which says what libcdio said. */
RbCdioReader *rb_cdio_reader_open_cue(const char *path, GError **error);
RbCdioReader *rb_cdio_reader_open_toc(const char *path, GError **error);
void rb_cdio_reader_free(RbCdioReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RbCdioReader, rb_cdio_reader_free)

/* The disc as far as libcdio tells it. The texts stand in a block of ISO 8859-1 and unknown
 * language; track 1 has an INDEX 00 at 0. Transfer full. */
RbDisc *rb_cdio_reader_disc(const RbCdioReader *reader);

/* Reads `sectors` sectors from absolute sector `first_sector` (150 at least) into `samples`
 * (2 * 588 * sectors). For CUE+BIN only. FALSE with RB_ERROR_FILE. */
gboolean rb_cdio_reader_read(RbCdioReader *reader, gint32 first_sector, gint16 *samples,
                             guint sectors, GError **error);

/* Appends what libcdio complained of when it opened the file, each a warning P13. */
void rb_cdio_reader_complaints(const RbCdioReader *reader, RbFindings *findings);

#endif
