/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_TOC_H
#define RB_TOC_H

/* Writes a TOC file for cdrdao 1.2.4, for one WAV file that holds the disc.
 *
 * cdrdao makes the first 2 s of the disc itself: what the TOC speaks of begins at sector 150. So
 * track 1 has a START only where it has hidden audio (START = INDEX 01 - 150); the others where
 * they have a pause. Indexes from 02 on count from INDEX 01. Times are MM:SS:FF; a plain number
 * would be samples.
 *
 * CD-TEXT: each item in a line of its own (libcdio 2.1.0 loses items that share one). Bytes beyond
 * ASCII, quotes and backslashes are octal: cdrdao turns them back, libcdio and cuetools show them
 * as they stand. LANGUAGE_MAP is one line with codes, not names: on several lines libcdio 2.1.0
 * cannot open the file, and with several languages it cannot at all. GENRE has bytes, which
 * cuetools 1.4.1 calls a syntax error, so it comes last. A field that any track or the disc has,
 * all have, if need be empty: cdrdao wants it so. A block in MS-JIS says so in a SIZE_INFO; others
 * have none.
 *
 * A TOC cannot hold SCMS. */

#include <glib.h>

#include "redbook/disc.h"

typedef struct {
  const char *file_name; /* of a WAV file, UTF-8, without `"` and line ends */
  /* Where on the disc the file begins: RB_FIRST_PAUSE_SECTORS, or 0 where it holds the first
   * pause, which is then left out. */
  gint32 first_sector;
  guint text_blocks; /* at most so many; 1 for a TOC that libcdio can read, 8 for all */
} RbTocStyle;

/* The TOC's text, ASCII but for the name of the file. The disc's form must be right (no finding of
 * R03 to R08). NULL with RB_ERROR_TEXT where a text does not fit the charset of its block (rule
 * R49). Transfer full. */
char *rb_toc_print(const RbDisc *disc, const RbTocStyle *style, GError **error);

#endif
