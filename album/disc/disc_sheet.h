/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_DISC_SHEET_H
#define AL_DISC_SHEET_H

/* A disc as people print it: the PQ sheet (redbook/pq_sheet.h), and what each block of CD-TEXT
 * says. UTF-8; the same disc gives the same text. The disc may be as wrong as it likes. All for
 * g_free(). */

#include "redbook/pq_sheet.h"

/* For fixed-width fonts. */
char *al_disc_sheet_text(const RbDisc *disc, const RbPqSheetHead *head);

/* A page of HTML that needs no other file and prints on landscape paper. */
char *al_disc_sheet_html(const RbDisc *disc, const RbPqSheetHead *head);

/* CSV (RFC 4180) with a header. The column `record` says what a record is: `disc`, `index`,
 * `lead-out`, or `text`: what a further block of CD-TEXT says of the disc (no track) or a track. */
char *al_disc_sheet_csv(const RbDisc *disc, const RbPqSheetHead *head);

#endif
