/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_PLACE_H
#define RB_PLACE_H

/* The places of findings about a disc, in the same words everywhere. All for free(). */

#include <glib.h>

/* "track 3"; "disc" for 0. */
char *rb_place_track(guint track);

/* "track 3, index 2". */
char *rb_place_index(guint track, guint index);

/* "text block 1"; `block` counts from 0. */
char *rb_place_block(guint block);

/* "text block 1, title": of the disc and all its tracks. */
char *rb_place_field(guint block, const char *field);

/* "text block 1, track 3, title"; "text block 1, disc, title" for track 0. */
char *rb_place_text(guint block, guint track, const char *field);

#endif
