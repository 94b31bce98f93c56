/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_CHECKSUM_H
#define RB_CHECKSUM_H

/* Checksums of files while they are written, the files that list them, and their proof later.
 *
 *     CHECKSUM.MD5   "<32 hex> *NAME" per file, as md5sum -b writes and md5sum -c reads
 *     SHA256SUMS     "<64 hex> *NAME" likewise
 *     CHECKSUM.TXT   "[CRC32 Checksum]", then "NAME=%08X" per file, as cue2ddp and GEAR write */

#include <glib.h>

#include "redbook/finding.h"

typedef enum {
  RB_CHECKSUM_CRC32, /* of zlib */
  RB_CHECKSUM_MD5,
  RB_CHECKSUM_SHA256,
  RB_CHECKSUM_KINDS,
} RbChecksumKind;

#define RB_CHECKSUM_BIT(kind) (1u << (kind))
#define RB_CHECKSUM_ALL (RB_CHECKSUM_BIT(RB_CHECKSUM_KINDS) - 1)

/* What a DDP lists of each of its files. */
#define RB_CHECKSUM_DDP (RB_CHECKSUM_BIT(RB_CHECKSUM_CRC32) | RB_CHECKSUM_BIT(RB_CHECKSUM_MD5))

/* Checksums of some bytes, as they come by: nettle's, whose SHA-256 uses the processor's own where
 * it has it. */
typedef struct RbDigest RbDigest;

/* `kinds` has an RB_CHECKSUM_BIT() for each checksum that will be asked for. */
RbDigest *rb_digest_new(guint kinds);
void rb_digest_free(RbDigest *digest);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RbDigest, rb_digest_free)

/* Not after rb_digest_text(). */
void rb_digest_update(RbDigest *digest, gconstpointer bytes, gsize length);

/* The checksum, of a kind that was taken, in hexadecimal: lower case, CRC-32 in upper case. The
 * digest owns it. */
const char *rb_digest_text(RbDigest *digest, RbChecksumKind kind);

/* Appends what a checksum file says of one file; what stands before the first file, too, where the
 * list is empty. All lines of a list are of one kind. */
void rb_checksum_append(GString *list, RbChecksumKind kind, const char *name, RbDigest *digest);

/* A line of a checksum file. */
typedef struct {
  RbChecksumKind kind;
  char *name; /* relative, with / between folders */
  char *text; /* hexadecimal */
} RbChecksum;

/* The lines of a checksum file: md5sum's and sha256sum's forms (text and binary, with LF or CRLF,
 * in upper or lower case), the name first with the checksum behind `=` or a blank (cue2ddp, GEAR,
 * SFV), BSD's "MD5 (NAME) = <hex>"; comments (";", "#", "//"), blank lines, headings in
 * brackets and "Version=" are passed over. GPtrArray of RbChecksum; NULL with RB_ERROR_FORMAT that
 * names the line which is none, or a name that leads out of the folder. */
GPtrArray *rb_checksum_parse(const char *text, gsize length, GError **error);

#endif
