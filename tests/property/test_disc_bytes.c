/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <unistd.h>

#include "redbook/cdtext.h"
#include "redbook/cdtext_pack.h"
#include "redbook/ddp.h"
#include "redbook/ddp_read.h"
#include "tests/support/discs.h"
#include "tests/support/random_disc.h"

#define DISCS 300
#define SETS 60

/* What the PQ descriptor was made from is what is read of it, with the ISRC in either place. */
static void
test_pq_round_trip(void)
{
  for (int i = 0; i < DISCS; i++) {
    g_autoptr(RbDisc) disc = random_disc_new(RB_MAX_TRACKS, DDP_FLAGS);
    g_autoptr(RbFindings) findings = rb_findings_new();
    g_autoptr(GByteArray) pq = rb_pq_encode(disc, i % 2 == 1, NULL);
    g_autoptr(RbDisc) back = rb_pq_decode(pq->data, pq->len, findings, NULL);

    assert_same_tracks(disc, back);
    /* Of ISRCs on INDEX 01 a note is taken. */
    g_assert_cmpuint(rb_findings_count(findings), <=, i % 2);
  }
}

static void
test_map_round_trip(void)
{
  for (int i = 0; i < DISCS; i++) {
    g_autoptr(RbDisc) disc = random_disc_new(RB_MAX_TRACKS, DDP_FLAGS);
    g_autoptr(RbFindings) findings = rb_findings_new();
    const RbDdpStyle *style = i % 2 == 0 ? &rb_ddp_style_usual : &rb_ddp_style_cue2ddp;
    gsize cdtext_bytes = (gsize)g_test_rand_int_range(0, 3) * 18;
    g_autoptr(GByteArray) bytes = rb_ddp_map_encode(disc, style, cdtext_bytes, 64 * 5);
    gint32 first = rb_track_index(rb_disc_track(disc, 1), 1);
    const RbDdpStream *audio;
    RbDdpMap map = {0};

    g_assert_true(rb_ddp_map_decode(bytes->data, bytes->len, &map, findings, NULL));
    audio = &g_array_index(map.audio, RbDdpStream, 0);
    g_assert_cmpint(audio->length, ==, disc->lead_out_sector);
    g_assert_cmpint(audio->start, ==, 0);
    /* Four digits hold no more; the PQ descriptor tells the rest. */
    g_assert_cmpint(map.pause_sectors, ==, first > 9999 ? RB_FIRST_PAUSE_SECTORS : first);
    g_assert_cmpstr(map.pq.name, ==, style->pq_name);
    g_assert_cmpint(map.pq.length, ==, 64 * 5);
    g_assert_cmpint(map.cdtext.name != NULL, ==, cdtext_bytes > 0);
    g_assert_cmpuint(rb_findings_count(findings), ==, 0);
    rb_ddp_map_clear(&map);
  }
}

/* The check and the writer agree whether the texts fit; where they do, all of them come back. */
static void
test_texts_round_trip(void)
{
  guint fitted = 0;

  for (int i = 0; i < DISCS; i++) {
    g_autoptr(RbDisc) disc = random_disc_new(RB_MAX_TRACKS, DDP_FLAGS);
    g_autoptr(RbFindings) findings = rb_findings_new();
    g_autoptr(GByteArray) packs = NULL;
    g_autoptr(RbDisc) back = NULL;

    random_disc_add_blocks(disc);
    packs = rb_cdtext_encode(disc, TRUE, NULL);
    g_assert_cmpint(rb_cdtext_check(disc, TRUE, findings), ==, packs != NULL);
    if (packs == NULL)
      continue;
    fitted++;
    back = rb_cdtext_decode(packs->data, packs->len, findings, NULL);
    g_assert_cmpuint(rb_findings_count(findings), ==, 0);
    g_assert_cmpstr(disc->upc, ==, back->upc);
    for (guint track = 1; track <= disc->tracks->len; track++)
      g_assert_cmpstr(rb_disc_track(disc, track)->isrc, ==, rb_disc_track(back, track)->isrc);
    assert_same_texts(disc, back);
  }
  g_test_message("the texts of %u of %d discs fit", fitted, DISCS);
  g_assert_cmpuint(fitted, >, DISCS / 3);
  g_assert_cmpuint(fitted, <, DISCS);
}

/* Writes a whole set with an image of silence, which takes no room, and reads it. */
static RbDisc *
through_the_disk(const RbDisc *disc, const RbDdpStyle *style, RbFindings *findings)
{
  g_autoptr(GPtrArray) files = rb_ddp_encode(disc, style, "PROPERTY", NULL);
  g_autofree char *folder = g_dir_make_tmp("segue-ddp-XXXXXX", NULL);
  g_autofree char *image = g_build_filename(folder, style->audio_name, NULL);
  g_autoptr(GArray) audio = rb_ddp_audio_new();
  g_autoptr(GError) error = NULL;
  RbDisc *back;

  g_assert_nonnull(files);
  for (guint i = 0; i < files->len; i++) {
    const RbDdpFile *file = g_ptr_array_index(files, i);
    g_autofree char *path = g_build_filename(folder, file->name, NULL);

    g_assert_true(g_file_set_contents_full(path, (const char *)file->bytes->data, file->bytes->len,
                                           G_FILE_SET_CONTENTS_NONE, 0666, NULL));
  }
  g_assert_true(g_file_set_contents(image, "", 0, NULL));
  g_assert_cmpint(truncate(image, (off_t)disc->lead_out_sector * RB_BYTES_PER_SECTOR), ==, 0);
  back = rb_ddp_read(folder, audio, findings, &error);
  g_assert_no_error(error);
  g_assert_cmpint(g_array_index(audio, RbDdpAudio, 0).sectors, ==, disc->lead_out_sector);
  discs_remove_folder(folder);
  return back;
}

/* What cue2ddp made of its test discs, as bytes that are known by their MD5 (test_ddp.c), is read
 * as what they were made from. */
static void
test_known_sets(void)
{
  static const int numbers[] = {10, 5, 4, 11};

  for (gsize i = 0; i < G_N_ELEMENTS(numbers); i++) {
    g_autoptr(RbDisc) disc = discs_cue2ddp(numbers[i]);
    g_autoptr(RbFindings) findings = rb_findings_new();
    g_autoptr(RbDisc) back = NULL;

    if (numbers[i] == 11) {
      g_autoptr(RbDisc) texts = discs_cue2ddp_texts();

      g_ptr_array_add(disc->text_blocks, g_ptr_array_steal_index(texts->text_blocks, 0));
    }
    back = through_the_disk(disc, &rb_ddp_style_cue2ddp, findings);
    g_assert_cmpuint(rb_findings_count(findings), ==, 0);
    assert_same_tracks(disc, back);
    assert_same_texts(disc, back);
  }
}

/* Whole sets of discs of all shapes, with texts in two blocks. */
static void
test_sets_round_trip(void)
{
  for (int i = 0; i < SETS; i++) {
    g_autoptr(RbDisc) disc = random_disc_new(RB_MAX_TRACKS, DDP_FLAGS);
    const RbDdpStyle *style = i % 2 == 0 ? &rb_ddp_style_usual : &rb_ddp_style_cue2ddp;
    g_autoptr(RbFindings) findings = rb_findings_new();
    g_autoptr(RbDisc) back = NULL;

    for (int b = 0; b < i % 3; b++)
      random_disc_add_block(disc, b == 0 ? RB_CHARSET_ISO_8859_1 : RB_CHARSET_MS_JIS,
                            b == 0 ? 0x09 : 0x69, FALSE);
    if (!rb_cdtext_check(disc, TRUE, findings))
      continue;
    back = through_the_disk(disc, style, findings);
    g_assert_cmpuint(rb_findings_count(findings), ==, 0);
    assert_same_tracks(disc, back);
    assert_same_texts(disc, back);
  }
}

/* One bit, two bits, and bursts of up to 16 bits: what a CRC of 16 bits is sure to catch. */
static void
test_damage_is_caught(void)
{
  RbCdtextPack pack = {.type = RB_PACK_TEXT};
  guint8 bytes[RB_CDTEXT_PACK_BYTES];

  for (int i = 0; i < 20000; i++) {
    guint first = (guint)g_test_rand_int_range(0, 8 * RB_CDTEXT_PACK_BYTES);
    guint second = i % 2 == 0 ? (guint)g_test_rand_int_range(0, 8 * RB_CDTEXT_PACK_BYTES)
                              : MIN(first + 15, 8 * RB_CDTEXT_PACK_BYTES - 1);

    for (int b = 0; b < RB_CDTEXT_PAYLOAD_BYTES; b++)
      pack.payload[b] = (guint8)g_test_rand_int_range(0, 256);
    rb_cdtext_pack_write(&pack, bytes);
    bytes[first / 8] ^= (guint8)(0x80 >> first % 8);
    if (second != first)
      bytes[second / 8] ^= (guint8)(0x80 >> second % 8);
    for (guint bit = first + 1; i % 2 == 1 && bit < second; bit++) {
      if (g_test_rand_bit())
        bytes[bit / 8] ^= (guint8)(0x80 >> bit % 8);
    }
    g_assert_false(rb_cdtext_pack_read(bytes, &pack));
    pack = (RbCdtextPack){.type = RB_PACK_TEXT};
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/disc_bytes/pq_round_trip", test_pq_round_trip);
  g_test_add_func("/disc_bytes/map_round_trip", test_map_round_trip);
  g_test_add_func("/disc_bytes/texts_round_trip", test_texts_round_trip);
  g_test_add_func("/disc_bytes/known_sets", test_known_sets);
  g_test_add_func("/disc_bytes/sets_round_trip", test_sets_round_trip);
  g_test_add_func("/disc_bytes/damage_is_caught", test_damage_is_caught);
  return g_test_run();
}
