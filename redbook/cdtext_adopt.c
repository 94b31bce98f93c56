/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/cdtext_adopt.h"

#include "redbook/cdtext.h"

typedef struct {
  const char *where; /* the disc's own codes stand */
  RbFindings *findings;
} Comparison;

static void
check_same(const Comparison *comparison, const char *texts, const char *own, const char *place)
{
  if (texts != NULL && g_strcmp0(texts, own) != 0)
    rb_findings_add(comparison->findings, "R24", RB_SEVERITY_ERROR, place,
                    "CD-TEXT has the code %s, %s %s.", texts, comparison->where,
                    own != NULL ? own : "none");
}

static void
check_codes(const Comparison *comparison, const RbDisc *texts, const RbDisc *disc)
{
  check_same(comparison, texts->upc, disc->upc, "UPC");
  for (guint i = 1; i <= MIN(texts->tracks->len, disc->tracks->len); i++) {
    g_autofree char *place = g_strdup_printf("track %u, ISRC", i);

    check_same(comparison, rb_disc_track(texts, i)->isrc, rb_disc_track(disc, i)->isrc, place);
  }
}

static void
move_blocks(RbDisc *texts, RbDisc *disc)
{
  g_ptr_array_set_size(disc->text_blocks, 0);
  while (texts->text_blocks->len > 0) {
    RbTextBlock *block = g_ptr_array_steal_index(texts->text_blocks, 0);

    g_array_set_size(block->tracks, disc->tracks->len);
    g_ptr_array_add(disc->text_blocks, block);
  }
}

gboolean
rb_cdtext_adopt(RbDisc *disc, GBytes *packs, const char *where, RbFindings *findings,
                GError **error)
{
  const Comparison comparison = {.where = where, .findings = findings};
  gsize length;
  const guint8 *bytes = g_bytes_get_data(packs, &length);
  g_autoptr(RbDisc) texts = rb_cdtext_decode(bytes, length, findings, error);

  if (texts == NULL)
    return FALSE;
  if (texts->tracks->len != disc->tracks->len)
    rb_findings_add(findings, "R46", RB_SEVERITY_WARNING, "CD-TEXT",
                    "It has texts for %u tracks, the disc has %u.", texts->tracks->len,
                    disc->tracks->len);
  check_codes(&comparison, texts, disc);
  move_blocks(texts, disc);
  return TRUE;
}
