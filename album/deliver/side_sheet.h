/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_SIDE_SHEET_H
#define AL_SIDE_SHEET_H

/* The sheet for who cuts the record or copies the cassette: what each side holds, with its times in
 * the file of the side. */

#include "album/deliver/delivered.h"
#include "album/deliver/finished.h"
#include "album/deliver/sides.h"

typedef struct {
  const AlRendering *rendering;
  const AlDelivered *delivered;
  const AlRecord *record;
  const GArray *sides; /* of AlSide */
  const AlFinished *finished;
  const char *extension; /* of the files of the sides */
} AlSideSheet;

/* The text, in UTF-8; for g_free(). */
char *al_side_sheet_print(const AlSideSheet *sheet);

#endif
