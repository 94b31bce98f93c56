/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_DISC_H
#define RB_DISC_H

/* A disc as data: tracks, indexes, codes, flags, texts. No audio (see image.h) and no bytes.
 *
 * This is the type that every form of a disc is made from (ddp.h, cue.h, toc.h, pq_sheet.h) and
 * read into, that the rules judge (rules.h), and that compare.h compares. It can hold a disc that
 * breaks the rules, so that a reader can report what it found. */

#include <glib.h>

#include "redbook/sector.h"

/* Q-channel control bits, IEC 60908 clause 17.5 (the values of the nibble), and SCMS, which a disc
 * carries as an alternating copy bit. */
typedef enum {
  RB_FLAG_PRE_EMPHASIS = 1 << 0,
  RB_FLAG_COPY_PERMITTED = 1 << 1,
  RB_FLAG_DATA = 1 << 2,
  RB_FLAG_FOUR_CHANNEL = 1 << 3,
  RB_FLAG_SCMS = 1 << 4,
} RbFlags;

typedef struct {
  guint8 number; /* 0 is the pause, 1 the start of the track */
  gint32 sector; /* absolute */
} RbIndex;

typedef struct {
  RbFlags flags;
  char *isrc;      /* 12 characters as in isrc.h, NULL where none */
  GArray *indexes; /* of RbIndex, in the order in which they stand in the file */
} RbTrack;

/* The strings that CD-TEXT holds for the disc and for each track: pack types 0x80 to 0x85. */
typedef enum {
  RB_TEXT_TITLE,
  RB_TEXT_PERFORMER,
  RB_TEXT_SONGWRITER,
  RB_TEXT_COMPOSER,
  RB_TEXT_ARRANGER,
  RB_TEXT_MESSAGE,
  RB_TEXT_FIELDS,
} RbTextField;

/* "title", "performer", ...: the names in project files, reports and JSON. */
const char *rb_text_field_name(RbTextField field);

/* The strings of the disc or of one track, UTF-8, each NULL where there is none. */
typedef struct {
  char *field[RB_TEXT_FIELDS];
} RbTexts;

void rb_texts_clear(RbTexts *texts);
void rb_texts_copy(RbTexts *to, const RbTexts *from);

/* How a block's strings stand on the disc: the first byte of its size information. */
typedef enum {
  RB_CHARSET_ISO_8859_1 = 0x00,
  RB_CHARSET_ASCII = 0x01,
  RB_CHARSET_MS_JIS = 0x80,
} RbCharset;

/* All texts in one language: a block of CD-TEXT. */
typedef struct {
  RbCharset charset;
  guint8 language; /* EBU Tech 3264 code, language.h; 0 unknown */
  gboolean copyrighted;
  guint16 genre;    /* code, genre.h; 0 not used */
  char *genre_text; /* free text beside it, NULL where none */
  char *disc_id;    /* catalogue number, pack type 0x86, NULL where none */
  RbTexts disc;
  GArray *tracks; /* of RbTexts, as many as the disc has tracks */
} RbTextBlock;

typedef struct {
  char *upc;              /* 13 digits (EAN-13; a UPC-A has a 0 before it), NULL where none */
  GPtrArray *tracks;      /* of RbTrack; track n is at n - 1 */
  gint32 lead_out_sector; /* absolute; the length of a DDP image */
  GPtrArray *text_blocks; /* of RbTextBlock, at most 8; empty where there is no CD-TEXT */
} RbDisc;

RbDisc *rb_disc_new(void);
void rb_disc_free(RbDisc *disc);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RbDisc, rb_disc_free)

/* Appends a track without indexes, codes and flags and returns it; the disc owns it. */
RbTrack *rb_disc_add_track(RbDisc *disc);

/* Track `number`, from 1. */
RbTrack *rb_disc_track(const RbDisc *disc, guint number);

/* Appends an empty block with room for the texts of every track that the disc has now. */
RbTextBlock *rb_disc_add_text_block(RbDisc *disc, RbCharset charset, guint8 language);

/* The texts of track `number` in a block (0: of the disc). */
RbTexts *rb_text_block_texts(RbTextBlock *block, guint number);

void rb_track_add_index(RbTrack *track, guint8 number, gint32 sector);

/* The sector of an index, -1 where the track has none of that number. */
gint32 rb_track_index(const RbTrack *track, guint8 number);

/* Where the track begins on the disc: INDEX 00 where it has one, else INDEX 01; -1 with neither. */
gint32 rb_track_first_sector(const RbTrack *track);

/* Where the sound of the track ends: INDEX 00 of the next track, else its INDEX 01, else the
 * lead-out. The length of a track is from INDEX 01 to here (REAPER's reading of R07, the
 * strictest). */
gint32 rb_disc_track_end(const RbDisc *disc, guint number);

#endif
