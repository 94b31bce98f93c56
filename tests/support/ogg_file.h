/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEST_OGG_FILE_H
#define TEST_OGG_FILE_H

/* What the header of an Ogg stream holds, read from its pages. */

#include <glib.h>

/* Of the first page. */
guint32 test_ogg_serial(GBytes *file);

/* The granule position of the last page. */
gint64 test_ogg_end(GBytes *file);

/* The comments, "NAME=text", of the second packet, behind its `magic`. */
GStrv test_ogg_comments(GBytes *file, const char *magic);

#endif
