/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_MIX_FILES_H
#define AL_MIX_FILES_H

/* The mixes in a folder, with what their tags and names say, in the order of the album. */

#include <glib.h>

#include "redbook/finding.h"

typedef struct {
  char *path;
  GHashTable *tags;             /* mix_tags.h */
  guint number;                 /* from the name, 0: none */
  char *artist, *album, *title; /* from the name; each but the title may be NULL */
} AlMixFile;

/* GPtrArray of AlMixFile, at least one and at most 99. What it does with files and folders is in
 * draft_folder.h. */
GPtrArray *al_mix_files_find(const char *folder, RbFindings *findings, GError **error);

#endif
