/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_CUE_READ_H
#define RB_CUE_READ_H

/* Reads CUE sheets, ours and others': the grammar of CDRWIN with what other programs add.
 *
 *   sheet = { CATALOG code | CDTEXTFILE name | text | REM ... } file+
 *   file  = FILE name (BINARY | MOTOROLA | WAVE | AIFF | FLAC) track+
 *   track = TRACK nn AUDIO { FLAGS (DCP | 4CH | PRE | SCMS)+ | ISRC code | text | PREGAP time }
 *           (INDEX nn time)+ [POSTGAP time]
 *   text  = (TITLE | PERFORMER | SONGWRITER | COMPOSER | ARRANGER | MESSAGE) string
 *
 * Codes are taken with or without hyphens; one that is none stands as it is, for the rules.
 *
 * Words are separated by blanks; a string with blanks stands in `"`, which has no escape, and a
 * backslash is a backslash. Commands and types may be in lower case. REM lines say nothing. The
 * text is UTF-8 (with or without byte order mark) or else ISO 8859-1; lines end with LF, CRLF or
 * CR. A FILE may follow within a track, behind one of its indexes (gaps at the ends of files).
 *
 * Tracks are numbered from 1 without hole, indexes from 0 or 1 without hole, times within a file
 * ascend. What a sheet can say but a disc may not (short tracks, wrong codes) is read and left to
 * the rules (rules.h).
 *
 * Times count from the begin of their file. A PREGAP or POSTGAP becomes silence in the audio, and a
 * PREGAP an INDEX 00. A file that does not end on a sector is continued with silence to the next
 * one. The texts become one block, language unknown, with the first of ISO 8859-1 and MS-JIS that
 * can hold them. Source: the ccd2cue manual; reference programs were compared. */

#include "redbook/finding.h"
#include "redbook/sheet.h"

/* Parses a text. `path` is for messages and for the folder in which the files lie. NULL with
 * RB_ERROR_FORMAT and "path:line:column: what was found; what was expected". */
RbSheet *rb_cue_parse(const char *text, gsize bytes, const char *path, GError **error);

/* Reads a CUE and its files. `first_sector`: where on the disc the first file begins, 150 (as
 * readers have it) or 0 (where the file holds the first pause, as IMAGE.DAT does). `disc` and
 * `image` are transfer full, each may be NULL. The texts of a CDTEXTFILE take the place of those in
 * the sheet; findings as in cdtext_adopt.h, R87 where it is missing, R50 where it holds no CD-TEXT,
 * R88 where the sheet has texts too. */
gboolean rb_cue_read(const char *path, gint32 first_sector, RbDisc **disc, RbImage **image,
                     RbFindings *findings, GError **error);

#endif
