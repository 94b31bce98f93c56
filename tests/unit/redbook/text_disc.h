/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEXT_DISC_H
#define TEXT_DISC_H

/* Discs with texts, for tests. */

#include "redbook/disc.h"

/* A disc of `tracks` tracks without indexes. */
static inline RbDisc *
text_disc_new(guint tracks)
{
  RbDisc *disc = rb_disc_new();

  for (guint i = 0; i < tracks; i++)
    rb_disc_add_track(disc);
  return disc;
}

/* Sets a field of the disc and of all tracks; `texts` has one more than the disc has tracks. */
static inline void
text_disc_set(RbTextBlock *block, RbTextField field, const char *const *texts)
{
  for (guint i = 0; i <= block->tracks->len; i++) {
    g_free(rb_text_block_texts(block, i)->field[field]);
    rb_text_block_texts(block, i)->field[field] = g_strdup(texts[i]);
  }
}

/* The disc of the vector of 198 bytes in case 011 of the study of cue2ddp 1.1. */
static inline RbDisc *
text_disc_new_vector(void)
{
  RbDisc *disc = text_disc_new(2);
  RbTextBlock *block = rb_disc_add_text_block(disc, RB_CHARSET_ISO_8859_1, 0x09);

  text_disc_set(block, RB_TEXT_TITLE, (const char *[]){"Disc Title", "Track One", "Track Two"});
  text_disc_set(block, RB_TEXT_PERFORMER,
                (const char *[]){"Disc Performer", "Perf One", "Perf Two"});
  text_disc_set(block, RB_TEXT_SONGWRITER, (const char *[]){"Disc Writer", "Writer One", NULL});
  return disc;
}

#endif
