/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/convert/cue_texts.h"

#include <string.h>

#include "redbook/cdtext.h"
#include "redbook/language.h"

static gboolean
has_quotes(RbTextBlock *block)
{
  for (guint number = 0; number <= block->tracks->len; number++) {
    for (int field = 0; field < RB_TEXT_FIELDS; field++) {
      const char *text = rb_text_block_texts(block, number)->field[field];

      if (text != NULL && strpbrk(text, "\"\n\r") != NULL)
        return TRUE;
    }
  }
  return FALSE;
}

static gboolean
is_more_than_texts(const RbTextBlock *block)
{
  return block->language != RB_LANGUAGE_UNKNOWN || block->charset != RB_CHARSET_ISO_8859_1 ||
         block->copyrighted || block->genre != 0 || block->genre_text != NULL ||
         block->disc_id != NULL;
}

gboolean
al_cue_texts_wanted(const RbDisc *disc)
{
  g_autoptr(RbFindings) in_the_way = rb_findings_new();
  RbTextBlock *first;

  if (disc->text_blocks->len == 0)
    return FALSE;
  first = g_ptr_array_index(disc->text_blocks, 0);
  if (disc->text_blocks->len == 1 && !is_more_than_texts(first) && !has_quotes(first))
    return FALSE;
  return rb_cdtext_check(disc, FALSE, in_the_way);
}
