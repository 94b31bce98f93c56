/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_READ_TONE_H
#define AL_READ_TONE_H

/* How tone is matched: `tone` in the section `master` and in tracks.
 *
 *   tone: off
 *   tone: {match: 50 %, toward: album, limit: 3 dB}
 *
 * toward:  album | track 3 | pink | pink 4.5 dB/oct | reference.wav | series.yaml (a saved curve)
 *          [one.wav, {file: two.flac, weight: 2}] */

#include "album/project/schema.h"

/* AlTone: changes what is there already, so that a track begins with the settings of the album. */
void al_read_tone(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                  gpointer member);

/* Tells where a track that tone is moved toward is not there; `tracks` are all of the album. */
void al_check_tone(AlDiagnostics *diagnostics, const AlTone *tone, guint tracks);

#endif
