/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_CUE_H
#define RB_CUE_H

/* Writes a CUE sheet for one audio file that holds the disc.
 *
 * No two programs read the same dialect. Pauses are INDEX 00 here, never PREGAP or POSTGAP, which
 * cdrdao and libcdio take differently. There is no byte order mark (libcdio refuses it), lines end
 * with LF, `"` in a text becomes ' (no reader has an escape for it), line ends in texts become
 * blanks. What each reader needs, tried with the versions named:
 *
 * | reader               | further indexes | extensions | file, charset                           |
 * |----------------------|-----------------|------------|-----------------------------------------|
 * | cdrdao 1.2.4         | no              | no         | WAVE as named (BINARY is big-endian to  |
 * |                      |                 |            | it: --swap)                             |
 * | libcdio 2.1.0,       | yes, not told   | yes        | little-endian NAME.bin beside NAME.cue, |
 * | cd-info, cd-paranoia |                 |            | whatever FILE says; ISO 8859-1 only     |
 * | flac 1.4.2           | yes             | ignored    | any                                     |
 * | cueprint,            | yes             | yes        | any; bytes pass through                 |
 * | cuebreakpoints 1.4.1 |                 |            |                                         |
 * | bchunk 1.2.2         | cuts wrongly    | ignored    | little-endian BINARY                    |
 *
 * So a CUE that is for everyone has neither indexes beyond 01 nor extensions; a second one beside
 * it has both. Only the first text block is written: a CUE has one language, and does not say
 * which. Genre, catalogue number and the UPC of texts have no place in it. */

#include <glib.h>

#include "redbook/disc.h"

typedef enum {
  RB_CUE_WAVE,   /* a WAV file */
  RB_CUE_BINARY, /* raw, little-endian */
} RbCueFile;

typedef struct {
  const char *file_name; /* UTF-8, without `"` and line ends */
  RbCueFile file;
  /* Where on the disc the file begins: RB_FIRST_PAUSE_SECTORS as readers have it, or 0 where it
   * holds the first pause (then every reader adds another, and all times are 2 s late to it). */
  gint32 first_sector;
  /* A file of CD-TEXT packs beside the sheet, NULL where there is none; as file_name. cdrdao warns
   * that it ignores it, libcdio takes its texts, the others pass over it. */
  const char *cdtext_name;
  gboolean further_indexes; /* INDEX 02 and up */
  gboolean extensions;      /* COMPOSER, ARRANGER, MESSAGE */
  /* Else ISO 8859-1, and UTF-8 only if a text does not fit, or would be taken for UTF-8. */
  gboolean utf8;
} RbCueStyle;

/* The sheet's bytes, `bytes` of them, with a NUL behind them. The disc's form must be right (no
 * finding of R03 to R08); the marks from INDEX 01 of track 1 on must lie at or behind
 * first_sector. Transfer full. */
char *rb_cue_print(const RbDisc *disc, const RbCueStyle *style, gsize *bytes);

#endif
