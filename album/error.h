/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_ERROR_H
#define AL_ERROR_H

/* Errors of album/: the world said no. The message says what, where, and what was expected. */

#include <gio/gio.h>

typedef enum {
  AL_ERROR_PROJECT,   /* the project file: its diagnostics say the rest */
  AL_ERROR_AUDIO,     /* a mix cannot be used */
  AL_ERROR_WRITE,     /* a file could not be written */
  AL_ERROR_CANCELLED, /* the user interrupted */
  AL_ERROR_PROOF,     /* what was read back differs from what was written */
} AlError;

#define AL_ERROR (al_error_quark())
GQuark al_error_quark(void);

/* TRUE with AL_ERROR_CANCELLED where the user has interrupted; NULL cannot be. */
gboolean al_error_cancelled(GCancellable *cancellable, GError **error);

#endif
