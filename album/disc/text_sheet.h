/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_TEXT_SHEET_H
#define AL_TEXT_SHEET_H

/* What one block of CD-TEXT says, as cells, for whatever it is printed in. */

#include "redbook/disc.h"

typedef struct {
  char *title;      /* "CD-TEXT 1: English" */
  GPtrArray *facts; /* charset, genre, ...: rows of name and value, as redbook/text_table.h has it */
  char **headings;  /* "Trk", then the fields that the disc or a track has */
  GPtrArray *rows;  /* GStrv: the disc (with a track of ""), then each track */
} AlTextSheet;

/* Block `number` of the disc, from 0. */
AlTextSheet *al_text_sheet_new(const RbDisc *disc, guint number);

void al_text_sheet_free(AlTextSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlTextSheet, al_text_sheet_free)

/* "English"; "language 0x42" where the code has no name, "unknown language" for 0. */
char *al_text_sheet_language(const RbTextBlock *block);

/* "Rock Music, Shanties": the genre of the code and the free text, as far as they are there. */
char *al_text_sheet_genre(const RbTextBlock *block);

#endif
