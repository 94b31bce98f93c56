/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/compare.h"

#include "redbook/charset.h"
#include "redbook/msf.h"
#include "redbook/place.h"

static void
compare_numbers(const char *id, const char *place, const char *name, gint64 expected, gint64 got,
                RbFindings *findings)
{
  if (expected != got)
    rb_findings_add(findings, id, RB_SEVERITY_ERROR, place,
                    "%s: expected %" G_GINT64_FORMAT ", found %" G_GINT64_FORMAT ".", name,
                    expected, got);
}

static void
compare_strings(const char *id, const char *place, const char *name, const char *expected,
                const char *got, RbFindings *findings)
{
  if (g_strcmp0(expected, got) == 0)
    return;
  rb_findings_add(findings, id, RB_SEVERITY_ERROR, place, "%s: expected %s%s%s, found %s%s%s.",
                  name, expected != NULL ? "\"" : "", expected != NULL ? expected : "none",
                  expected != NULL ? "\"" : "", got != NULL ? "\"" : "", got != NULL ? got : "none",
                  got != NULL ? "\"" : "");
}

static char *
sector_text(gint32 sector)
{
  if (sector < 0)
    return g_strdup("none");
  if (sector >= RB_MAX_SECTORS)
    return g_strdup_printf("sector %d", sector);
  g_autofree char *time = rb_msf_format(sector);

  return g_strdup_printf("%s (sector %d)", time, sector);
}

static void
compare_sectors(const char *id, const char *place, gint32 expected, gint32 got,
                RbFindings *findings)
{
  g_autofree char *expected_text = sector_text(expected);
  g_autofree char *got_text = sector_text(got);

  if (expected != got)
    rb_findings_add(findings, id, RB_SEVERITY_ERROR, place, "Expected %s, found %s.", expected_text,
                    got_text);
}

static void
compare_indexes(const RbTrack *expected, const RbTrack *got, guint number, RbCompare what,
                RbFindings *findings)
{
  for (guint index = 0; index <= G_MAXUINT8; index++) {
    g_autofree char *place = rb_place_index(number, index);
    const char *id = index == 0 ? "P04" : index == 1 ? "P02" : "P05";

    if ((index == 0 && !(what & RB_COMPARE_PAUSES)) || (index > 1 && !(what & RB_COMPARE_INDEXES)))
      continue;
    compare_sectors(id, place, rb_track_index(expected, (guint8)index),
                    rb_track_index(got, (guint8)index), findings);
  }
}

static char *
flags_text(RbFlags flags)
{
  return g_strdup_printf("0x%02x (1 pre-emphasis, 2 copy, 4 data, 8 four channels, 16 SCMS)",
                         (guint)flags);
}

static void
compare_flags(const RbTrack *expected, const RbTrack *got, const char *place, RbCompare what,
              RbFindings *findings)
{
  guint mask = what & RB_COMPARE_SCMS ? ~0u : ~(guint)RB_FLAG_SCMS;
  g_autofree char *expected_text = flags_text((RbFlags)((guint)expected->flags & mask));
  g_autofree char *got_text = flags_text((RbFlags)((guint)got->flags & mask));

  compare_strings("P08", place, "Flags", expected_text, got_text, findings);
}

static void
compare_track(const RbDisc *expected, const RbDisc *got, guint number, RbCompare what,
              RbFindings *findings)
{
  const RbTrack *track = rb_disc_track(expected, number);
  const RbTrack *other = rb_disc_track(got, number);
  g_autofree char *place = rb_place_track(number);

  compare_indexes(track, other, number, what, findings);
  if (what & RB_COMPARE_ISRC)
    compare_strings("P07", place, "ISRC", track->isrc, other->isrc, findings);
  if (what & RB_COMPARE_FLAGS)
    compare_flags(track, other, place, what, findings);
}

/* Two blocks at the same place on both discs. */
typedef struct {
  RbTextBlock *expected, *got;
  guint number;
  RbCompare what;
  RbFindings *findings;
} Pair;

/* A text as a disc gives it back: MS-JIS has but one width of each character, and a form may not
 * tell quotation marks apart. */
static char *
seen_text(const Pair *pair, const char *text)
{
  char *seen = text != NULL && text[0] != '\0' ? g_strdup(text) : NULL;
  RbCharset charset = pair->expected->charset;
  g_autoptr(GByteArray) bytes = NULL;

  if (seen != NULL && !(pair->what & RB_COMPARE_QUOTES))
    g_strdelimit(g_strdelimit(seen, "\n\r", ' '), "\"", '\'');
  if (seen == NULL || charset != RB_CHARSET_MS_JIS ||
      (bytes = rb_charset_encode(charset, seen, NULL)) == NULL)
    return seen;
  g_free(seen);
  return rb_charset_decode(charset, bytes->data, bytes->len, NULL);
}

static void
compare_text(const Pair *pair, guint track, RbTextField field)
{
  gboolean credit = field >= RB_TEXT_COMPOSER;
  g_autofree char *place = rb_place_text(pair->number, track, rb_text_field_name(field));
  g_autofree char *text = seen_text(pair, rb_text_block_texts(pair->expected, track)->field[field]);
  g_autofree char *other = seen_text(pair, rb_text_block_texts(pair->got, track)->field[field]);

  if (pair->what & (credit ? RB_COMPARE_CREDITS : RB_COMPARE_TEXTS))
    compare_strings(credit ? "P10" : "P09", place, "Text", text, other, pair->findings);
}

static void
compare_block_form(const Pair *pair, const char *place)
{
  const RbTextBlock *expected = pair->expected, *got = pair->got;

  compare_numbers("P12", place, "Language", expected->language, got->language, pair->findings);
  compare_numbers("P12", place, "Charset", expected->charset, got->charset, pair->findings);
  compare_numbers("P12", place, "Copyrighted", expected->copyrighted, got->copyrighted,
                  pair->findings);
}

static void
compare_extras(const Pair *pair, const char *place)
{
  const RbTextBlock *expected = pair->expected, *got = pair->got;

  compare_numbers("P11", place, "Genre code", expected->genre, got->genre, pair->findings);
  compare_strings("P11", place, "Genre", expected->genre_text, got->genre_text, pair->findings);
  compare_strings("P11", place, "Catalogue number", expected->disc_id, got->disc_id,
                  pair->findings);
}

static void
compare_block(const Pair *pair)
{
  guint tracks = MIN(pair->expected->tracks->len, pair->got->tracks->len);
  g_autofree char *place = rb_place_block(pair->number);

  if (pair->what & RB_COMPARE_BLOCKS)
    compare_block_form(pair, place);
  if (pair->what & RB_COMPARE_EXTRAS)
    compare_extras(pair, place);
  for (guint track = 0; track <= tracks; track++) {
    for (int field = 0; field < RB_TEXT_FIELDS; field++)
      compare_text(pair, track, (RbTextField)field);
  }
}

static RbTextBlock *
block_or(const RbDisc *disc, guint i, RbTextBlock *otherwise)
{
  return i < disc->text_blocks->len ? g_ptr_array_index(disc->text_blocks, i) : otherwise;
}

/* A side without texts counts as one with an empty block: each text that the other has differs. */
static void
compare_blocks(const RbDisc *expected, const RbDisc *got, RbCompare what, RbFindings *findings)
{
  const RbCompare in_blocks = RB_COMPARE_TEXTS | RB_COMPARE_CREDITS | RB_COMPARE_EXTRAS;
  guint blocks = MAX(expected->text_blocks->len, got->text_blocks->len);
  g_autoptr(RbDisc) nothing = rb_disc_new();

  for (guint i = 0; i < expected->tracks->len; i++)
    rb_disc_add_track(nothing);
  RbTextBlock *empty = rb_disc_add_text_block(nothing, RB_CHARSET_ISO_8859_1, 0);

  if (what & RB_COMPARE_BLOCKS)
    compare_numbers("P12", "", "Text blocks", expected->text_blocks->len, got->text_blocks->len,
                    findings);
  else
    blocks = MIN(blocks, 1);
  for (guint i = 0; i < blocks; i++) {
    gboolean both = i < expected->text_blocks->len && i < got->text_blocks->len;
    Pair pair = {.expected = block_or(expected, i, empty),
                 .got = block_or(got, i, empty),
                 .number = i,
                 .what = both ? what : what & in_blocks,
                 .findings = findings};

    compare_block(&pair);
  }
}

void
rb_disc_compare(const RbDisc *expected, const RbDisc *got, RbCompare what, RbFindings *findings)
{
  compare_numbers("P01", "", "Tracks", expected->tracks->len, got->tracks->len, findings);
  if (expected->tracks->len != got->tracks->len)
    return;
  for (guint number = 1; number <= expected->tracks->len; number++)
    compare_track(expected, got, number, what, findings);
  compare_sectors("P03", "lead-out", expected->lead_out_sector, got->lead_out_sector, findings);
  if (what & RB_COMPARE_UPC)
    compare_strings("P06", "", "UPC/EAN", expected->upc, got->upc, findings);
  compare_blocks(expected, got, what, findings);
}
