/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/cdtext.h"

#include <string.h>

#include "redbook/cdtext_pack.h"
#include "redbook/error.h"
#include "tests/support/discs.h"

static RbDisc *
decode(const GByteArray *packs, RbFindings *findings)
{
  g_autoptr(GError) error = NULL;
  RbDisc *disc = rb_cdtext_decode(packs->data, packs->len, findings, &error);

  g_assert_no_error(error);
  return disc;
}

static const char *
text(const RbDisc *disc, guint block, guint track, RbTextField field)
{
  return rb_text_block_texts(g_ptr_array_index(disc->text_blocks, block), track)->field[field];
}

static void
assert_is_vector(const RbDisc *disc)
{
  g_assert_cmpuint(disc->tracks->len, ==, 2);
  g_assert_cmpuint(disc->text_blocks->len, ==, 1);
  g_assert_cmpstr(text(disc, 0, 0, RB_TEXT_TITLE), ==, "Disc Title");
  g_assert_cmpstr(text(disc, 0, 2, RB_TEXT_PERFORMER), ==, "Perf Two");
  g_assert_null(text(disc, 0, 2, RB_TEXT_SONGWRITER));
}

static void
test_reads_what_was_written(void)
{
  g_autoptr(RbDisc) disc = discs_cue2ddp_texts();
  g_autoptr(RbFindings) findings = rb_findings_new();
  RbTextBlock *block = g_ptr_array_index(disc->text_blocks, 0);
  g_autoptr(GByteArray) packs = NULL;
  g_autoptr(RbDisc) back = NULL;
  const RbTextBlock *found;

  disc->upc = g_strdup("4006381333931");
  rb_disc_track(disc, 2)->isrc = g_strdup("FRABC2600002");
  block->disc_id = g_strdup("NF-012");
  block->genre = 0x17;
  block->genre_text = g_strdup("Shanties and other rock");
  block->copyrighted = TRUE;
  packs = rb_cdtext_encode(disc, TRUE, NULL);
  back = decode(packs, findings);

  assert_is_vector(back);
  g_assert_cmpuint(rb_findings_count(findings), ==, 0);
  g_assert_cmpstr(back->upc, ==, "4006381333931");
  g_assert_null(rb_disc_track(back, 1)->isrc);
  g_assert_cmpstr(rb_disc_track(back, 2)->isrc, ==, "FRABC2600002");
  found = g_ptr_array_index(back->text_blocks, 0);
  g_assert_cmpstr(found->disc_id, ==, "NF-012");
  g_assert_cmpuint(found->genre, ==, 0x17);
  g_assert_cmpstr(found->genre_text, ==, "Shanties and other rock");
  g_assert_cmpuint(found->language, ==, 0x09);
  g_assert_true(found->copyrighted);
}

static void
assert_finding(const RbFindings *findings, const char *id)
{
  for (guint i = 0; i < rb_findings_count(findings); i++) {
    if (strcmp(rb_findings_get(findings, i)->id, id) == 0)
      return;
  }
  g_error("no finding %s among %u", id, rb_findings_count(findings));
}

static void
test_header_of_a_drive_and_zero_of_sony(void)
{
  g_autoptr(RbDisc) disc = discs_cue2ddp_texts();
  g_autoptr(GByteArray) packs = rb_cdtext_encode(disc, FALSE, NULL);

  for (int form = 1; form < 4; form++) {
    g_autoptr(RbFindings) findings = rb_findings_new();
    g_autoptr(GByteArray) file = g_byte_array_new();
    g_autoptr(RbDisc) back = NULL;

    if ((form & 1) != 0)
      g_byte_array_append(file, (const guint8[]){0, 200, 0, 0}, 4);
    g_byte_array_append(file, packs->data, packs->len);
    if ((form & 2) != 0)
      g_byte_array_append(file, (const guint8[]){0}, 1);
    back = decode(file, findings);
    assert_is_vector(back);
    assert_finding(findings, "R50");
    g_assert_cmpuint(rb_findings_count_of(findings, RB_SEVERITY_ERROR), ==, 0);
  }
}

static void
test_not_packs(void)
{
  static const gsize lengths[] = {0, 1, 4, 17, 19, 36 + 7};
  guint8 bytes[64];

  memset(bytes, 0xff, sizeof bytes);
  for (gsize i = 0; i < G_N_ELEMENTS(lengths); i++) {
    g_autoptr(RbFindings) findings = rb_findings_new();
    g_autoptr(GError) error = NULL;

    g_assert_null(rb_cdtext_decode(bytes, lengths[i], findings, &error));
    g_assert_error(error, RB_ERROR, RB_ERROR_FORMAT);
  }
}

static void
test_any_flipped_bit_is_found(void)
{
  g_autoptr(RbDisc) disc = discs_cue2ddp_texts();
  g_autoptr(GByteArray) packs = rb_cdtext_encode(disc, FALSE, NULL);

  for (guint bit = 0; bit < packs->len * 8; bit++) {
    g_autoptr(RbFindings) findings = rb_findings_new();
    g_autoptr(RbDisc) back = NULL;

    packs->data[bit / 8] ^= (guint8)(1 << bit % 8);
    back = rb_cdtext_decode(packs->data, packs->len, findings, NULL);
    assert_finding(findings, "R40");
    packs->data[bit / 8] ^= (guint8)(1 << bit % 8);
  }
}

/* Some write a TAB for what the track before has, in two bytes where characters have two. */
static void
test_tab_repeats(void)
{
  g_autoptr(RbDisc) disc = discs_bare(3);
  RbTextBlock *block = rb_disc_add_text_block(disc, RB_CHARSET_ISO_8859_1, 0x09);
  RbTextBlock *japanese = rb_disc_add_text_block(disc, RB_CHARSET_MS_JIS, 0x69);
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autoptr(GByteArray) packs = NULL;
  g_autoptr(RbDisc) back = NULL;

  discs_set_texts(block, RB_TEXT_PERFORMER, (const char *[]){"Varga", "Mara", "?", "?"});
  discs_set_texts(japanese, RB_TEXT_PERFORMER, (const char *[]){"\u6e2f", "\u6e2f", "?", "?"});
  packs = rb_cdtext_encode(disc, FALSE, NULL);
  for (guint i = 0; i < packs->len; i++) {
    if (packs->data[i] == '?')
      packs->data[i] = '\t';
    /* the question mark in its full width */
    if (packs->data[i] == 0x81 && packs->data[i + 1] == 0x48)
      packs->data[i] = packs->data[i + 1] = '\t';
  }
  back = decode(packs, findings);
  g_assert_cmpstr(text(back, 0, 2, RB_TEXT_PERFORMER), ==, "Mara");
  g_assert_cmpstr(text(back, 0, 3, RB_TEXT_PERFORMER), ==, "Mara");
  g_assert_cmpstr(text(back, 1, 3, RB_TEXT_PERFORMER), ==, "\u6e2f");
}

/* Some repeat the genre's code at the start of every pack. */
static void
test_genre_code_repeated(void)
{
  static const guint8 payloads[2][RB_CDTEXT_PAYLOAD_BYTES] = {
      {0, 0x17, 'S', 'h', 'a', 'n', 't', 'y', ' ', 'r', 'o', 'c'}, {0, 0x17, 'k'}};
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autoptr(GByteArray) packs = g_byte_array_new();
  g_autoptr(RbDisc) disc = NULL;
  const RbTextBlock *block;

  for (guint8 i = 0; i < 2; i++) {
    RbCdtextPack pack = {.type = RB_PACK_GENRE, .sequence = i};
    guint8 bytes[RB_CDTEXT_PACK_BYTES];

    memcpy(pack.payload, payloads[i], sizeof payloads[i]);
    rb_cdtext_pack_write(&pack, bytes);
    g_byte_array_append(packs, bytes, sizeof bytes);
  }
  disc = decode(packs, findings);
  block = g_ptr_array_index(disc->text_blocks, 0);
  g_assert_cmpuint(block->genre, ==, 0x17);
  g_assert_cmpstr(block->genre_text, ==, "Shanty rock");
}

/* Reads a disc after one byte of a pack was set and its CRC made right. */
static RbFindings *
findings_after(guint pack_from_end, guint byte, guint8 value)
{
  g_autoptr(RbDisc) disc = discs_cue2ddp_texts();
  g_autoptr(GByteArray) packs = rb_cdtext_encode(disc, FALSE, NULL);
  RbFindings *findings = rb_findings_new();
  guint8 *bytes = packs->data + packs->len - pack_from_end * RB_CDTEXT_PACK_BYTES;
  g_autoptr(RbDisc) back = NULL;
  RbCdtextPack pack;

  bytes[byte] = value;
  rb_cdtext_pack_read(bytes, &pack);
  rb_cdtext_pack_write(&pack, bytes);
  back = decode(packs, findings);
  return findings;
}

static void
test_odd_sizes_and_order(void)
{
  static const struct {
    guint pack_from_end;
    guint byte;
    guint8 value;
    const char *id;
  } cases[] = {{3, 4, 0x81, "R43"}, {3, 8, 7, "R46"},    {2, 12, 9, "R46"},   {1, 1, 5, "R46"},
               {4, 2, 77, "R45"},   {4, 0, 0x77, "R45"}, {4, 1, 0x80, "R45"}, {11, 0, 0x85, "R45"}};

  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(RbFindings) findings =
        findings_after(cases[i].pack_from_end, cases[i].byte, cases[i].value);

    assert_finding(findings, cases[i].id);
  }
}

/* Without its size information a block is still read. */
static void
test_no_sizes(void)
{
  g_autoptr(RbDisc) disc = discs_cue2ddp_texts();
  g_autoptr(GByteArray) packs = rb_cdtext_encode(disc, FALSE, NULL);
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autoptr(RbDisc) back = NULL;

  g_byte_array_set_size(packs, packs->len - 3 * RB_CDTEXT_PACK_BYTES);
  back = decode(packs, findings);
  g_assert_cmpstr(text(back, 0, 0, RB_TEXT_PERFORMER), ==, "Disc Performer");
  assert_finding(findings, "R46");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/cdtext_read/reads_what_was_written", test_reads_what_was_written);
  g_test_add_func("/cdtext_read/header_of_a_drive_and_zero_of_sony",
                  test_header_of_a_drive_and_zero_of_sony);
  g_test_add_func("/cdtext_read/not_packs", test_not_packs);
  g_test_add_func("/cdtext_read/any_flipped_bit_is_found", test_any_flipped_bit_is_found);
  g_test_add_func("/cdtext_read/tab_repeats", test_tab_repeats);
  g_test_add_func("/cdtext_read/genre_code_repeated", test_genre_code_repeated);
  g_test_add_func("/cdtext_read/odd_sizes_and_order", test_odd_sizes_and_order);
  g_test_add_func("/cdtext_read/no_sizes", test_no_sizes);
  return g_test_run();
}
