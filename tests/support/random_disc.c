/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/random_disc.h"

#include "redbook/genre.h"
#include "redbook/upc.h"

static gboolean
one_in(gint32 n)
{
  return g_test_rand_int_range(0, n) == 0;
}

static char *
random_upc(void)
{
  GString *upc = g_string_new("4");

  while (upc->len < RB_UPC_LENGTH - 1)
    g_string_append_c(upc, (char)g_test_rand_int_range('0', '9' + 1));
  g_string_append_c(upc, rb_upc_check_digit(upc->str));
  return g_string_free(upc, FALSE);
}

static char *
random_isrc(void)
{
  return g_strdup_printf("FR%c%c%c%02d%05d", g_test_rand_int_range('A', 'Z' + 1),
                         g_test_rand_int_range('0', '9' + 1), g_test_rand_int_range('A', 'Z' + 1),
                         g_test_rand_int_range(0, 100), g_test_rand_int_range(1, 100000));
}

/* Copy permitted and SCMS are not in one track (R30). */
static RbFlags
random_flags(RbFlags flags)
{
  RbFlags chosen = flags & (RbFlags)g_test_rand_int_range(0, 32);

  return chosen & RB_FLAG_COPY_PERMITTED ? chosen & ~(RbFlags)RB_FLAG_SCMS : chosen;
}

static void
add_track(RbDisc *disc, RbFlags flags, gint32 *sector)
{
  RbTrack *track = rb_disc_add_track(disc);
  gboolean first = disc->tracks->len == 1;
  gboolean crowded = one_in(40);
  int last = crowded     ? g_test_rand_int_range(8, RB_MAX_INDEX + 1)
             : one_in(4) ? g_test_rand_int_range(2, 8)
                         : 1;

  track->flags = random_flags(flags);
  if (one_in(2))
    track->isrc = random_isrc();
  for (int index = first || one_in(2) ? 0 : 1; index <= last; index++) {
    rb_track_add_index(track, (guint8)index, *sector);
    *sector += first && index == 0
                   ? RB_FIRST_PAUSE_SECTORS + (one_in(2) ? 0 : g_test_rand_int_range(0, 9999))
                   : g_test_rand_int_range(1, crowded ? 20 : 400);
  }
  *sector += 300;
}

RbDisc *
random_disc_new(guint most_tracks, RbFlags flags)
{
  RbDisc *disc = rb_disc_new();
  int tracks =
      g_test_rand_int_range(1, (gint32)(one_in(3) ? most_tracks : MIN(most_tracks, 12)) + 1);
  gint32 sector = 0;

  if (one_in(2))
    disc->upc = random_upc();
  for (int i = 0; i < tracks; i++)
    add_track(disc, flags, &sector);
  disc->lead_out_sector = sector;
  return disc;
}

/* A character that the charset has, and that comes back as itself. */
static gunichar
random_character(RbCharset charset)
{
  if (charset == RB_CHARSET_MS_JIS)
    return (gunichar)(one_in(2) ? g_test_rand_int_range(0x3041, 0x3094)   /* hiragana */
                                : g_test_rand_int_range(0xff21, 0xff3b)); /* wide A to Z */
  if (charset == RB_CHARSET_ISO_8859_1 && one_in(3))
    return (gunichar)g_test_rand_int_range(0xa0, 0x100);
  return (gunichar)g_test_rand_int_range(' ', 0x7f);
}

/* What sheets have signs for, and characters of two bytes the second of which is a backslash. */
static void
append_tricky(GString *text, RbCharset charset)
{
  static const char *const plain[] = {"\"", "'", "\\", "{", "}", "//", "REM", "\\101", "  "};
  static const char *const wide[] = {"\u8868", "\u6f22", "\u30bd"};

  if (charset == RB_CHARSET_MS_JIS)
    g_string_append(text, wide[g_test_rand_int_range(0, G_N_ELEMENTS(wide))]);
  else
    g_string_append(text, plain[g_test_rand_int_range(0, G_N_ELEMENTS(plain))]);
}

static char *
random_text(RbCharset charset, gboolean wordy)
{
  GString *text = g_string_new(NULL);
  int characters = g_test_rand_int_range(1, wordy ? 160 : 25);

  for (int i = 0; i < characters; i++) {
    if (one_in(8))
      append_tricky(text, charset);
    else
      g_string_append_unichar(text, random_character(charset));
  }
  return g_string_free(text, FALSE);
}

void
random_disc_add_block(RbDisc *disc, RbCharset charset, guint8 language, gboolean wordy)
{
  RbTextBlock *block = rb_disc_add_text_block(disc, charset, language);

  for (int field = 0; field < RB_TEXT_FIELDS; field++) {
    for (guint track = 0; track <= block->tracks->len && (field == 0 || wordy || one_in(4));
         track++) {
      if ((field == 0 && track == 0) || one_in(2))
        rb_text_block_texts(block, track)->field[field] = random_text(block->charset, wordy);
    }
  }
  block->copyrighted = one_in(2);
  if (one_in(2))
    block->disc_id = random_text(RB_CHARSET_ASCII, FALSE);
  if (one_in(2))
    block->genre = (guint16)g_test_rand_int_range(0, RB_GENRE_LAST + 1);
  if (one_in(2))
    block->genre_text = random_text(RB_CHARSET_ASCII, FALSE);
}

void
random_disc_add_blocks(RbDisc *disc)
{
  static const RbCharset charsets[] = {RB_CHARSET_ISO_8859_1, RB_CHARSET_ASCII, RB_CHARSET_MS_JIS};
  int blocks = g_test_rand_int_range(1, 9);
  gboolean wordy = one_in(4);

  for (int i = 0; i < blocks; i++) {
    RbCharset charset = charsets[g_test_rand_int_range(0, G_N_ELEMENTS(charsets))];
    guint8 language = (guint8)g_test_rand_int_range(0x45, 0x80);

    random_disc_add_block(disc, charset, language, wordy);
  }
}

static void
assert_same_track(const RbTrack *a, const RbTrack *b)
{
  g_assert_cmpint(a->flags, ==, b->flags);
  g_assert_cmpstr(a->isrc, ==, b->isrc);
  g_assert_cmpuint(a->indexes->len, ==, b->indexes->len);
  for (guint i = 0; i < a->indexes->len; i++) {
    const RbIndex *mark = &g_array_index(a->indexes, RbIndex, i);

    g_assert_cmpuint(mark->number, ==, g_array_index(b->indexes, RbIndex, i).number);
    g_assert_cmpint(mark->sector, ==, g_array_index(b->indexes, RbIndex, i).sector);
  }
}

void
assert_same_tracks(const RbDisc *a, const RbDisc *b)
{
  g_assert_cmpstr(a->upc, ==, b->upc);
  g_assert_cmpint(a->lead_out_sector, ==, b->lead_out_sector);
  g_assert_cmpuint(a->tracks->len, ==, b->tracks->len);
  for (guint i = 1; i <= a->tracks->len; i++)
    assert_same_track(rb_disc_track(a, i), rb_disc_track(b, i));
}

static void
assert_same_block(RbTextBlock *a, RbTextBlock *b)
{
  g_assert_cmpint(a->charset, ==, b->charset);
  g_assert_cmpuint(a->language, ==, b->language);
  g_assert_cmpint(a->copyrighted, ==, b->copyrighted);
  g_assert_cmpuint(a->genre, ==, b->genre);
  g_assert_cmpstr(a->genre_text, ==, b->genre_text);
  g_assert_cmpstr(a->disc_id, ==, b->disc_id);
  g_assert_cmpuint(a->tracks->len, ==, b->tracks->len);
  for (guint track = 0; track <= a->tracks->len; track++) {
    for (int field = 0; field < RB_TEXT_FIELDS; field++)
      g_assert_cmpstr(rb_text_block_texts(a, track)->field[field], ==,
                      rb_text_block_texts(b, track)->field[field]);
  }
}

void
assert_same_texts(const RbDisc *a, const RbDisc *b)
{
  g_assert_cmpuint(a->text_blocks->len, ==, b->text_blocks->len);
  for (guint i = 0; i < a->text_blocks->len; i++)
    assert_same_block(g_ptr_array_index(a->text_blocks, i), g_ptr_array_index(b->text_blocks, i));
}
