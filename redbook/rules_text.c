/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules about CD-TEXT: R41 to R49. */
#include "redbook/rules.h"

static RbTextBlock *
block_at(const RbDisc *disc, guint block)
{
  return g_ptr_array_index(disc->text_blocks, block);
}

/* "text block 2, track 3, title"; the number of the block only where there are several. */
static char *
text_place(const RbDisc *disc, guint block, guint track, int field)
{
  g_autofree char *where = track == 0 ? g_strdup("disc") : g_strdup_printf("track %u", track);
  const char *name = rb_text_field_name((RbTextField)field);

  if (disc->text_blocks->len == 1)
    return g_strdup_printf("%s, %s", where, name);
  return g_strdup_printf("text block %u, %s, %s", block + 1, where, name);
}

static char *
block_place(guint block)
{
  return g_strdup_printf("text block %u", block + 1);
}

static const char *
charset_name(RbCharset charset)
{
  return charset == RB_CHARSET_MS_JIS  ? "CP932"
         : charset == RB_CHARSET_ASCII ? "ASCII"
                                       : "ISO-8859-1";
}

/* Whether a character is in the charset. Control characters are in none. */
static gboolean
is_encodable(gunichar character, RbCharset charset)
{
  char utf8[6];
  gssize bytes = g_unichar_to_utf8(character, utf8);

  if (character < 0x20 || (character >= 0x7f && character < 0xa0))
    return FALSE;
  if (charset == RB_CHARSET_ISO_8859_1)
    return character <= 0xff;
  if (charset == RB_CHARSET_ASCII)
    return character < 0x7f;
  g_autofree char *converted =
      g_convert(utf8, bytes, charset_name(charset), "UTF-8", NULL, NULL, NULL);

  return converted != NULL;
}

/* Bytes of a string with its end: one byte for each character and one NUL, or two of each, for a
 * block in MS-JIS has double bytes only. */
static gsize
text_bytes(const char *text, RbCharset charset)
{
  gsize width = charset == RB_CHARSET_MS_JIS ? 2 : 1;

  return ((gsize)(text != NULL ? g_utf8_strlen(text, -1) : 0) + 1) * width;
}

static guint
packs(gsize bytes)
{
  return (guint)((bytes + RB_TEXT_PACK_BYTES - 1) / RB_TEXT_PACK_BYTES);
}

static guint
field_packs(RbTextBlock *block, int field)
{
  gsize bytes = 0;
  gboolean any = FALSE;

  for (guint track = 0; track <= block->tracks->len; track++) {
    const char *text = rb_text_block_texts(block, track)->field[field];

    any = any || text != NULL;
    bytes += text_bytes(text, block->charset);
  }
  return any ? packs(bytes) : 0;
}

/* Pack type 0x8e: the UPC, then the ISRC of each track. */
static guint
code_packs(const RbDisc *disc)
{
  gsize bytes = text_bytes(disc->upc, RB_CHARSET_ASCII);
  gboolean any = disc->upc != NULL;

  for (guint number = 1; number <= disc->tracks->len; number++) {
    const char *isrc = rb_disc_track(disc, number)->isrc;

    any = any || isrc != NULL;
    bytes += text_bytes(isrc, RB_CHARSET_ASCII);
  }
  return any ? packs(bytes) : 0;
}

guint
rb_rules_text_packs(const RbDisc *disc, guint number)
{
  RbTextBlock *block = block_at(disc, number);
  guint count = code_packs(disc);

  for (int field = 0; field < RB_TEXT_FIELDS; field++)
    count += field_packs(block, field);
  if (block->disc_id != NULL)
    count += packs(text_bytes(block->disc_id, RB_CHARSET_ASCII));
  if (block->genre != 0 || block->genre_text != NULL)
    count += packs(2 + text_bytes(block->genre_text, RB_CHARSET_ASCII));
  return count;
}

static void
judge_packs(const RbDisc *disc, const char *id, RbFindings *findings)
{
  if (disc->text_blocks->len > RB_MAX_TEXT_BLOCKS)
    rb_findings_add(findings, id, RB_SEVERITY_ERROR, "", "%u text blocks; a disc has at most %d.",
                    disc->text_blocks->len, RB_MAX_TEXT_BLOCKS);
  for (guint block = 0; block < disc->text_blocks->len; block++) {
    guint count = rb_rules_text_packs(disc, block);
    g_autofree char *place = block_place(block);

    if (count > RB_MAX_TEXT_PACKS)
      rb_findings_add(findings, id, RB_SEVERITY_ERROR, place,
                      "The texts need %u packs of %d bytes; a block has room for %d, so they are "
                      "some %u bytes too long.",
                      count, RB_TEXT_PACK_BYTES, RB_MAX_TEXT_PACKS,
                      (count - RB_MAX_TEXT_PACKS) * RB_TEXT_PACK_BYTES);
  }
}

typedef void (*JudgeText)(const RbDisc *disc, guint block, guint track, int field, const char *text,
                          const char *id, RbFindings *findings);

static void
judge_texts(const RbDisc *disc, JudgeText judge, const char *id, RbFindings *findings)
{
  for (guint block = 0; block < disc->text_blocks->len; block++) {
    for (guint track = 0; track <= block_at(disc, block)->tracks->len; track++) {
      for (int field = 0; field < RB_TEXT_FIELDS; field++) {
        const char *text = rb_text_block_texts(block_at(disc, block), track)->field[field];

        if (text != NULL)
          judge(disc, block, track, field, text, id, findings);
      }
    }
  }
}

static void
judge_length(const RbDisc *disc, guint block, guint track, int field, const char *text,
             const char *id, RbFindings *findings)
{
  glong characters = g_utf8_strlen(text, -1);
  g_autofree char *place = text_place(disc, block, track, field);

  if (characters > RB_MAX_TEXT_CHARACTERS)
    rb_findings_add(findings, id, RB_SEVERITY_ERROR, place, "%ld characters; at most %d.",
                    characters, RB_MAX_TEXT_CHARACTERS);
  else if (characters > RB_CUE_CHARACTERS)
    rb_findings_add(findings, id, RB_SEVERITY_WARNING, place,
                    "%ld characters; readers of CUE sheets may cut it at %d.", characters,
                    RB_CUE_CHARACTERS);
  else if (characters > RB_OLD_PLAYER_CHARACTERS)
    rb_findings_add(findings, id, RB_SEVERITY_NOTE, place,
                    "%ld characters; old players may cut it at %d.", characters,
                    RB_OLD_PLAYER_CHARACTERS);
}

static void
judge_lengths(const RbDisc *disc, const char *id, RbFindings *findings)
{
  judge_texts(disc, judge_length, id, findings);
}

static void
judge_completeness_of(const RbDisc *disc, guint number, int field, const char *id,
                      RbFindings *findings)
{
  RbTextBlock *block = block_at(disc, number);
  guint missing = 0, first_missing = 0;

  for (guint track = 1; track <= block->tracks->len; track++) {
    if (rb_text_block_texts(block, track)->field[field] != NULL)
      continue;
    missing++;
    first_missing = first_missing == 0 ? track : first_missing;
  }
  if (missing == block->tracks->len)
    return;
  if (rb_text_block_texts(block, 0)->field[field] == NULL) {
    g_autofree char *place = text_place(disc, number, 0, field);

    rb_findings_add(findings, id, RB_SEVERITY_WARNING, place,
                    "Tracks have one and the disc has none; what tracks have, the disc has too.");
  }
  if (missing > 0) {
    g_autofree char *place = text_place(disc, number, first_missing, field);

    rb_findings_add(findings, id, RB_SEVERITY_NOTE, place,
                    "%u of %u tracks have none; it stays empty there.", missing,
                    block->tracks->len);
  }
}

static void
judge_completeness(const RbDisc *disc, const char *id, RbFindings *findings)
{
  for (guint block = 0; block < disc->text_blocks->len; block++) {
    for (int field = 0; field < RB_TEXT_FIELDS; field++)
      judge_completeness_of(disc, block, field, id, findings);
  }
}

/* EBU Tech 3264, appendix 3: European languages to 0x2b, others from 0x45. */
static gboolean
is_language(guint8 code)
{
  return code <= 0x2b || (code >= 0x45 && code <= 0x7f);
}

static void
judge_languages(const RbDisc *disc, const char *id, RbFindings *findings)
{
  for (guint block = 0; block < disc->text_blocks->len; block++) {
    guint8 language = block_at(disc, block)->language;
    g_autofree char *place = block_place(block);

    if (!is_language(language))
      rb_findings_add(findings, id, RB_SEVERITY_ERROR, place,
                      "Language 0x%02x; codes are 0x00 to 0x2b and 0x45 to 0x7f.", language);
  }
}

static gboolean
has_text(RbTextBlock *block)
{
  for (int field = 0; field < RB_TEXT_FIELDS; field++) {
    if (field_packs(block, field) > 0)
      return TRUE;
  }
  return block->genre != 0 || block->genre_text != NULL || block->disc_id != NULL;
}

static void
judge_empty_blocks(const RbDisc *disc, const char *id, RbFindings *findings)
{
  for (guint block = 0; block < disc->text_blocks->len; block++) {
    g_autofree char *place = block_place(block);

    if (!has_text(block_at(disc, block)))
      rb_findings_add(findings, id, RB_SEVERITY_WARNING, place,
                      "It has no text; a block that is there has one.");
  }
}

static void
judge_genres(const RbDisc *disc, const char *id, RbFindings *findings)
{
  for (guint block = 0; block < disc->text_blocks->len; block++) {
    guint16 genre = block_at(disc, block)->genre;
    g_autofree char *place = block_place(block);

    if (genre > RB_MAX_GENRE)
      rb_findings_add(findings, id, RB_SEVERITY_ERROR, place,
                      "Genre code 0x%04x; codes go to 0x%04x.", genre, RB_MAX_GENRE);
  }
}

static void
judge_characters_of(const char *text, RbCharset charset, const char *place, const char *id,
                    RbFindings *findings)
{
  for (const char *at = text; *at != '\0'; at += g_utf8_skip[(guchar)*at]) {
    gunichar character = g_utf8_get_char(at);

    if (is_encodable(character, charset))
      continue;
    rb_findings_add(findings, id, RB_SEVERITY_ERROR, place,
                    "\"%s\" holds U+%04X, which is not in %s.", text, character,
                    charset == RB_CHARSET_MS_JIS ? "MS-JIS" : charset_name(charset));
    return;
  }
}

static void
judge_text_characters(const RbDisc *disc, guint block, guint track, int field, const char *text,
                      const char *id, RbFindings *findings)
{
  g_autofree char *place = text_place(disc, block, track, field);

  judge_characters_of(text, block_at(disc, block)->charset, place, id, findings);
}

/* Genre text and catalogue number are ASCII in every block (MMC-3 annex J). */
static void
judge_characters(const RbDisc *disc, const char *id, RbFindings *findings)
{
  judge_texts(disc, judge_text_characters, id, findings);
  for (guint number = 0; number < disc->text_blocks->len; number++) {
    const RbTextBlock *block = block_at(disc, number);

    if (block->disc_id != NULL)
      judge_characters_of(block->disc_id, RB_CHARSET_ASCII, "disc, catalogue number", id, findings);
    if (block->genre_text != NULL)
      judge_characters_of(block->genre_text, RB_CHARSET_ASCII, "disc, genre", id, findings);
  }
}

const RbRule rb_rules_text[] = {
    {"R41", judge_packs},        {"R42", judge_lengths},
    {"R44", judge_completeness}, {"R46", judge_languages},
    {"R47", judge_empty_blocks}, {"R48", judge_genres},
    {"R49", judge_characters},   {NULL, NULL},
};
