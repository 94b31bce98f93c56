/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_TOC_READ_H
#define RB_TOC_READ_H

/* Reads TOC files of cdrdao 1.2.4 (its manual page), ours and others'.
 *
 *   toc   = { CATALOG "code" | CD_DA | CD_TEXT {...} } track+
 *   track = TRACK AUDIO { [NO] COPY | [NO] PRE_EMPHASIS | TWO_CHANNEL_AUDIO | FOUR_CHANNEL_AUDIO
 *           | ISRC "code" | CD_TEXT {...} } [PREGAP time]
 *           { SILENCE length | ZERO length | (FILE | AUDIOFILE) "name" start [length]
 *           | START [time] | END [time] } { INDEX time }
 *
 * Comments run from // to the end of the line. A time is MM:SS:FF or a number of samples (frames in
 * our words). What a TOC speaks of begins at sector 150. FILE names that end in .wav, .flac and the
 * like are sound files, others are raw and big-endian, as cdrdao has it. The audio of a track is
 * continued with silence to a whole sector. END ends the track before its audio does (what follows
 * is a gap of the track after it in cdrdao's view) and is refused, as are FIFO, data tracks,
 * sub-channel modes, #offset, and FIRST_TRACK_NO other than 1.
 *
 * Texts: octal escapes give bytes; a block's charset is that of its SIZE_INFO, else ISO 8859-1. */

#include "redbook/sheet.h"

/* Parses a text; as rb_cue_parse. */
RbSheet *rb_toc_parse(const char *text, gsize bytes, const char *path, GError **error);

/* Reads a TOC and its files. `disc` and `image` are transfer full, each may be NULL. */
gboolean rb_toc_read(const char *path, RbDisc **disc, RbImage **image, GError **error);

#endif
