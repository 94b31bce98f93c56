/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/ddp_read.h"

#include <string.h>

#include "redbook/error.h"
#include "redbook/record.h"
#include "redbook/upc.h"

#define RECORD_BYTES 128
#define LEVEL_OFFSET 0
#define UPC_OFFSET 8
#define MASTER_ID_OFFSET 38
#define TYPE_OFFSET 87

void
rb_ddp_id_clear(RbDdpId *id)
{
  g_clear_pointer(&id->upc, g_free);
  g_clear_pointer(&id->master_id, g_free);
}

static gboolean
check_level(const RbRecord *record, RbFindings *findings, GError **error)
{
  g_autofree char *level = rb_record_text(record, LEVEL_OFFSET, 8);

  if (!g_str_has_prefix(level, "DDP ")) {
    g_set_error(error, RB_ERROR, RB_ERROR_FORMAT, "DDPID begins with \"%s\", expected \"DDP 2.00\"",
                level);
    return FALSE;
  }
  if (!rb_record_is(record, TYPE_OFFSET, 2, "CD") && strcmp(level, "DDP 1.01") != 0) {
    g_set_error(error, RB_ERROR, RB_ERROR_FORMAT, "DDPID, byte %d: this is not the master of a CD",
                TYPE_OFFSET);
    return FALSE;
  }
  if (strcmp(level, "DDP 2.00") != 0)
    rb_findings_add(findings, "R80", RB_SEVERITY_WARNING, "DDPID",
                    "The level is \"%s\"; most plants ask for DDP 2.00.", level);
  return TRUE;
}

gboolean
rb_ddp_id_decode(const guint8 *bytes, gsize length, RbDdpId *id, RbFindings *findings,
                 GError **error)
{
  RbRecord record = {.bytes = bytes, .length = length, .name = "DDPID"};
  g_autoptr(GError) refused = NULL;
  g_autofree char *upc = NULL;

  if (length < RECORD_BYTES) {
    g_set_error(error, RB_ERROR, RB_ERROR_FORMAT,
                "DDPID has %" G_GSIZE_FORMAT " bytes, expected %d", length, RECORD_BYTES);
    return FALSE;
  }
  if (!check_level(&record, findings, error))
    return FALSE;
  upc = rb_record_text(&record, UPC_OFFSET, RB_UPC_LENGTH);
  if (!rb_upc_is_blank(upc)) {
    id->upc = rb_upc_normalise(upc, &refused);
    if (id->upc == NULL)
      rb_findings_add_error(findings, "R23", RB_SEVERITY_ERROR, "DDPID", refused);
  }
  id->master_id = rb_record_text(&record, MASTER_ID_OFFSET, 48);
  return TRUE;
}
