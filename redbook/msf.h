/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_MSF_H
#define RB_MSF_H

/* Disc time as people and descriptor files write it: minutes, seconds and sectors (1/75 s).
 *
 * 00:00:00 is sector 0. Two digits of minutes end at 99:59:74, the last sector that a disc's own
 * tables can name (ECMA-130 clause 22.3). */

#include <glib.h>

#include "redbook/sector.h"

typedef struct {
  guint8 minutes; /* 0 to 99 */
  guint8 seconds; /* 0 to 59 */
  guint8 sectors; /* 0 to 74 */
} RbMsf;

/* `sector` must be from 0 to RB_MAX_SECTORS - 1. */
RbMsf rb_msf_from_sector(gint32 sector);

/* The sector of three numbers, -1 where one is outside of its range. */
gint32 rb_msf_to_sector(guint minutes, guint seconds, guint sectors);

/* "MM:SS:FF", for free(). `sector` as in rb_msf_from_sector(). */
char *rb_msf_format(gint32 sector);

/* Reads exactly "MM:SS:FF": eight characters, nothing before or after. FALSE with RB_ERROR_FORMAT
 * that says which part is wrong; `sector` is then untouched. */
gboolean rb_msf_parse(const char *text, gint32 *sector, GError **error);

#endif
