/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_SHEET_ROUND_H
#define TESTS_SHEET_ROUND_H

/* A sheet of any bytes goes round: what is read of it, and keeps the rules, is written and read as
 * the same disc. For the fuzz targets of CUE and TOC. */

#include "redbook/compare.h"
#include "redbook/sheet.h"

typedef struct {
  const char *path; /* for messages */
  RbSheet *(*parse)(const char *text, gsize bytes, const char *path, GError **error);
  /* NULL where the disc cannot be written. */
  char *(*print)(const RbDisc *disc, gsize *bytes);
  RbCompare carries;
  const char *rule; /* that must be kept beside those of form; NULL: none */
} SheetForm;

/* Every audio file that the sheet names is 2 minutes long. */
void sheet_round(const SheetForm *form, const guint8 *bytes, gsize length);

#endif
