/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_ERROR_H
#define RB_ERROR_H

/* Errors of redbook/: the world said no. The message says what, where, and what was expected. */

#include <glib.h>

typedef enum {
  RB_ERROR_FORMAT, /* a file, or what was to become one, has not the form that it must have */
  RB_ERROR_CODE,   /* an ISRC, a UPC/EAN or a flag that a disc cannot have */
  RB_ERROR_TEXT,   /* a text that CD-TEXT or a sheet cannot hold */
  RB_ERROR_FILE,   /* a file could not be found, read or written */
} RbError;

#define RB_ERROR (rb_error_quark())
GQuark rb_error_quark(void);

#endif
