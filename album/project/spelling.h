/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_SPELLING_H
#define AL_SPELLING_H

/* Which word a person probably meant. */

#include <glib.h>

/* The number of single changes between two words: a letter more, less or different, or two
 * neighbours exchanged (F. J. Damerau, "A technique for computer detection and correction of
 * spelling errors", CACM 7(3), 1964; no part of a word is changed twice). Capitals do not matter,
 * and "_" and " " are as good as "-". Words longer than 64 characters: G_MAXUINT. */
guint al_spelling_distance(const char *a, const char *b);

/* The word of `known` (up to a NULL) that is nearest to `word`, or NULL where none is close: at
 * most one change for every three letters of the longer one. Of equally near ones, the first. */
const char *al_spelling_nearest(const char *word, const char *const *known);

#endif
