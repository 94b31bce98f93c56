/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDERED_CODECS_H
#define RENDERED_CODECS_H

/* What lossy codecs make of the tracks of a deliverable. */

#include <json-glib/json-glib.h>

#include "album/deliver/delivered.h"

/* A table, one row for a track and a codec; the deliverable has codecs. */
void rendered_codecs_print(const AlDelivered *delivered);

/* Adds "codecs": [...] of one track; it is empty where none were tried. */
void rendered_codecs_json(JsonBuilder *builder, const AlDelivered *delivered, guint track);

#endif
