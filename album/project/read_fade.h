/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_READ_FADE_H
#define AL_READ_FADE_H

/* Fades: a time and the name of a curve, "4 s cosine". */

#include "album/project/schema.h"

/* AlFade; `detail` is an AlRange of its seconds. */
void al_read_fade(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                  gpointer member);

/* "cosine", ...: as project files name them. */
const char *al_curve_name(AlCurve curve);

#endif
