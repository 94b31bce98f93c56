/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/ddp.h"

#include <string.h>

#include "redbook/error.h"
#include "redbook/record.h"
#include "redbook/upc.h"

#define RECORD_BYTES 128
#define MASTER_ID_WIDTH 48

/* DDPID
 *
 *   0         8      21        29        37   38            86   87     89           128
 *   +---------+------+---------+---------+----+-------------+----+------+------------+
 *   | level   | UPC  | map's   | map's   | me-| master id   | bo-| type | sides, lay-|
 *   |"DDP 2.00"      | start   | length  | di-|             | ok | "CD" | ers, user  |
 *   |         |      | (tapes) | (tapes) | um |             |    |      | text       |
 *   +---------+------+---------+---------+----+-------------+----+------+------------+
 *
 * Readers do not agree where the user's text begins, so it is left out. */
GByteArray *
rb_ddp_id_encode(const RbDisc *disc, const char *master_id, GError **error)
{
  GByteArray *record;

  if (disc->upc != NULL && !rb_upc_is_valid(disc->upc)) {
    g_set_error(error, RB_ERROR, RB_ERROR_CODE, "\"%s\" is not an EAN of 13 digits", disc->upc);
    return NULL;
  }
  if (master_id != NULL && (strlen(master_id) > MASTER_ID_WIDTH || !g_str_is_ascii(master_id))) {
    g_set_error(error, RB_ERROR, RB_ERROR_TEXT,
                "the master id \"%s\" must be ASCII of at most %d characters", master_id,
                MASTER_ID_WIDTH);
    return NULL;
  }
  record = g_byte_array_new();
  rb_record_append_text(record, 8, "DDP 2.00");
  rb_record_append_text(record, RB_UPC_LENGTH, disc->upc);
  rb_record_append_text(record, 8, NULL);
  rb_record_append_text(record, 8, NULL);
  rb_record_append_text(record, 1, NULL);
  rb_record_append_text(record, MASTER_ID_WIDTH, master_id);
  rb_record_append_text(record, 1, NULL);
  rb_record_append_text(record, 2, "CD");
  rb_record_append_text(record, RECORD_BYTES - record->len, NULL);
  return record;
}
