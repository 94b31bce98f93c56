/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_DIAGNOSTICS_H
#define AL_DIAGNOSTICS_H

/* Errors about a text file that a person wrote, each with its place and shown with the source line:
 *
 *   album.yaml:14:10: error: the unit is missing: "2"
 *      14 |     gap: 2
 *         |          ^
 *      expected a time such as 2 s, 350 ms, 4:11.9 or 12 sectors
 */

#include <glib.h>

/* From 1, in characters; line 0: no place (a default, not written). */
typedef struct {
  guint line;
  guint column;
} AlPlace;

typedef struct {
  AlPlace place;
  char *message;
  char *hint; /* NULL: none */
} AlDiagnostic;

typedef struct AlDiagnostics AlDiagnostics;

/* `path` is how messages name the file; `text` its whole content, from which lines are shown. */
AlDiagnostics *al_diagnostics_new(const char *path, const char *text);
void al_diagnostics_free(AlDiagnostics *diagnostics);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlDiagnostics, al_diagnostics_free)

/* Appends an error. `hint` (NULL: none) says what was expected or what to do; both are sentences
 * without a full stop at the end. */
void al_diagnostics_add(AlDiagnostics *diagnostics, AlPlace place, const char *hint,
                        const char *format, ...) G_GNUC_PRINTF(4, 5);

guint al_diagnostics_count(const AlDiagnostics *diagnostics);

/* The error `i`, in the order of their places; the caller adds none while it holds it. */
const AlDiagnostic *al_diagnostics_get(const AlDiagnostics *diagnostics, guint i);

/* All of them in the order of their places, as above; the caller frees it. */
char *al_diagnostics_format(const AlDiagnostics *diagnostics);

#endif
