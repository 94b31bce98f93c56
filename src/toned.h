/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TONED_H
#define TONED_H

/* The tone of an album as the user sees it: spectra beside their targets, corrections as curves and
 * as moves of an equaliser, and what came of them. */

#include <json-glib/json-glib.h>

#include "album/sequence/tone_match.h"

/* The bands of a table. */
typedef enum {
  TONED_OCTAVES,
  TONED_THIRDS,
} TonedBands;

/* How far each track lies from its target, then what toned_print_corrections() shows. */
void toned_print(const AlProject *project, const AlToneMatch *match, TonedBands bands);

/* The corrections, what they did (or, before a render, are expected to do), and the moves. */
void toned_print_corrections(const AlProject *project, const AlToneMatch *match, TonedBands bands);

/* Adds "tone": {...}, null where `match` is NULL. */
void toned_json(JsonBuilder *builder, const AlProject *project, const AlToneMatch *match);

/* Draws the tracks and their centre. */
gboolean toned_draw(const AlProject *project, const AlToneMatch *match, const char *path,
                    GError **error);

/* The moves that come nearest to the correction of a track: GArray of AlEqBand. */
GArray *toned_moves(const AlToneTrack *track);

#endif
