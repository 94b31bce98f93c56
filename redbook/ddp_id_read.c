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
#define TEXT_WIDTH 2

/* Of the length of the user text; the text is behind it. Writers of 2.00 do not agree. */
#define OLD_TEXT_OFFSET 86
#define TEXT_OFFSET 93
#define LATE_TEXT_OFFSET 94

void
rb_ddp_id_clear(RbDdpId *id)
{
  g_clear_pointer(&id->upc, g_free);
  g_clear_pointer(&id->master_id, g_free);
  g_clear_pointer(&id->user_text, g_free);
}

static gboolean
is_old(const char *level)
{
  return strcmp(level, "DDP 1.00") == 0 || strcmp(level, "DDP 1.01") == 0;
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
  if (!rb_record_is(record, TYPE_OFFSET, 2, "CD") && !is_old(level)) {
    g_set_error(error, RB_ERROR, RB_ERROR_FORMAT, "DDPID, byte %d: this is not the master of a CD",
                TYPE_OFFSET);
    return FALSE;
  }
  if (strcmp(level, "DDP 2.00") != 0)
    rb_findings_add(findings, "R80", RB_SEVERITY_WARNING, "DDPID",
                    "The level is \"%s\"; most plants ask for DDP 2.00.", level);
  return TRUE;
}

/* Where the length of the user text stands. Levels before 2.00 have no type of disc, so that the
 * text comes earlier. */
static gsize
find_user_text(const RbRecord *record)
{
  if (!rb_record_is(record, TYPE_OFFSET, 2, "CD"))
    return OLD_TEXT_OFFSET;
  return g_ascii_isdigit(record->bytes[TEXT_OFFSET]) ? TEXT_OFFSET : LATE_TEXT_OFFSET;
}

static void
read_user_text(const RbRecord *record, RbDdpId *id, RbFindings *findings)
{
  gsize offset = find_user_text(record);
  gint64 stated = -1;

  id->user_text = rb_record_text(record, offset + TEXT_WIDTH, RECORD_BYTES - offset - TEXT_WIDTH);
  if (id->user_text[0] == '\0')
    return;
  if (!rb_record_number(record, offset, TEXT_WIDTH, &stated, NULL) || stated < 0 ||
      (gsize)stated > RECORD_BYTES - offset - TEXT_WIDTH)
    rb_findings_add(findings, "R80", RB_SEVERITY_WARNING, "DDPID",
                    "Byte %" G_GSIZE_FORMAT " states no length of the user text.", offset);
  rb_findings_add(findings, "R88", RB_SEVERITY_NOTE, "DDPID",
                  "It has a user text, \"%s\", which is not on the disc.", id->user_text);
}

static void
read_upc(const RbRecord *record, RbDdpId *id, RbFindings *findings)
{
  g_autofree char *upc = rb_record_text(record, UPC_OFFSET, RB_UPC_LENGTH);
  g_autoptr(GError) refused = NULL;

  if (rb_upc_is_blank(upc))
    return;
  id->upc = rb_upc_normalise(upc, &refused);
  id->wrong_upc = id->upc == NULL;
  if (id->wrong_upc)
    rb_findings_add_error(findings, "R23", RB_SEVERITY_ERROR, "DDPID", refused);
}

gboolean
rb_ddp_id_decode(const guint8 *bytes, gsize length, RbDdpId *id, RbFindings *findings,
                 GError **error)
{
  RbRecord record = {.bytes = bytes, .length = length, .name = "DDPID"};

  if (length < RECORD_BYTES) {
    g_set_error(error, RB_ERROR, RB_ERROR_FORMAT,
                "DDPID has %" G_GSIZE_FORMAT " bytes, expected %d", length, RECORD_BYTES);
    return FALSE;
  }
  if (!check_level(&record, findings, error))
    return FALSE;
  if (rb_record_whole(bytes, length, RECORD_BYTES, "DDPID", findings) != RECORD_BYTES)
    rb_findings_add(findings, "R80", RB_SEVERITY_WARNING, "DDPID",
                    "It has %" G_GSIZE_FORMAT " bytes, expected %d.", length, RECORD_BYTES);
  read_upc(&record, id, findings);
  id->master_id = rb_record_text(&record, MASTER_ID_OFFSET, 48);
  read_user_text(&record, id, findings);
  return TRUE;
}
