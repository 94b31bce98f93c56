/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_RECORD_H
#define RB_RECORD_H

/* The records of DDP descriptor files: fields of fixed width in ASCII, one behind the other,
 * without separators or line ends. What is not set is spaces.
 *
 * A writer appends fields in their order; a reader takes them by their place. The two know the
 * layouts separately, so that a mistake in one shows. */

#include <glib.h>

#include "redbook/finding.h"

/* Left-aligned, filled with spaces; NULL is all spaces. The text must be ASCII and fit. */
void rb_record_append_text(GByteArray *record, gsize width, const char *text);

/* Right-aligned, decimal, filled with `fill` ('0' or ' '). The number must fit. */
void rb_record_append_number(GByteArray *record, gsize width, char fill, guint number);

/* A record that is read. */
typedef struct {
  const guint8 *bytes;
  gsize length;
  const char *name; /* for messages: "DDPMS, packet 2" */
} RbRecord;

/* The bytes of whole records, without line ends, an end-of-file mark or a zero behind the last one,
 * which some programs put there: told as a note R88 about `name`. Where the bytes are no multiple
 * of `record_bytes` even so, they come as they are. */
gsize rb_record_whole(const guint8 *bytes, gsize length, gsize record_bytes, const char *name,
                      RbFindings *findings);

/* A field without the spaces around it, for free(); "" where it is blank. Zero bytes count as
 * spaces, other bytes that are not printable ASCII become question marks. */
char *rb_record_text(const RbRecord *record, gsize offset, gsize width);

/* Whether the field, without the spaces around it, is this. */
gboolean rb_record_is(const RbRecord *record, gsize offset, gsize width, const char *text);

/* A decimal number with zeros or spaces around it, at most 18 digits wide; -1 where the field is
 * blank. FALSE with RB_ERROR_FORMAT where it is something else. */
gboolean rb_record_number(const RbRecord *record, gsize offset, gsize width, gint64 *number,
                          GError **error);

#endif
