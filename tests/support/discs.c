/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/discs.h"

#include <glib/gstdio.h>
#include <sndfile.h>

#define DEFAULT_SEED 20261120

static void
set_text(RbDisc *disc, guint track, RbTextField field, const char *text)
{
  RbTexts *texts = rb_text_block_texts(g_ptr_array_index(disc->text_blocks, 0), track);

  texts->field[field] = g_strdup(text);
}

static RbTrack *
add_track(RbDisc *disc, const char *isrc, RbFlags flags)
{
  RbTrack *track = rb_disc_add_track(disc);

  track->isrc = g_strdup(isrc);
  track->flags = flags;
  return track;
}

RbDisc *
discs_sample(void)
{
  RbDisc *disc = rb_disc_new();
  RbTrack *track;

  disc->upc = g_strdup("4006381333931");
  track = add_track(disc, "FRABC2600001", RB_FLAG_COPY_PERMITTED);
  rb_track_add_index(track, 0, 0);
  rb_track_add_index(track, 1, 450);
  track = add_track(disc, "FRABC2600002", RB_FLAG_COPY_PERMITTED | RB_FLAG_PRE_EMPHASIS);
  rb_track_add_index(track, 0, 900);
  rb_track_add_index(track, 1, 975);
  rb_track_add_index(track, 2, 1125);
  rb_track_add_index(track, 3, 1200);
  track = add_track(disc, "FRABC2600003", 0);
  rb_track_add_index(track, 1, 1425);
  disc->lead_out_sector = 1800;
  RbTextBlock *block = rb_disc_add_text_block(disc, RB_CHARSET_ISO_8859_1, 0x09);

  block->genre = 0x17;
  block->genre_text = g_strdup("Folk rock");
  block->disc_id = g_strdup("NF-012");
  set_text(disc, 0, RB_TEXT_TITLE, "Night Ferry");
  set_text(disc, 0, RB_TEXT_PERFORMER, "The L\xC3\xA4nterns");
  set_text(disc, 0, RB_TEXT_SONGWRITER, "A. Varga");
  set_text(disc, 0, RB_TEXT_COMPOSER, "A. Varga");
  set_text(disc, 0, RB_TEXT_MESSAGE, "Thank you");
  set_text(disc, 1, RB_TEXT_TITLE, "Harbour Lights");
  set_text(disc, 2, RB_TEXT_TITLE, "Fog: Part One \\ \"\xC3\xA9t\xC3\xA9\"");
  set_text(disc, 3, RB_TEXT_TITLE, "Tide");
  for (guint number = 1; number <= 3; number++) {
    set_text(disc, number, RB_TEXT_PERFORMER, "The L\xC3\xA4nterns");
    set_text(disc, number, RB_TEXT_SONGWRITER, "A. Varga");
    set_text(disc, number, RB_TEXT_COMPOSER, "A. Varga");
    set_text(disc, number, RB_TEXT_MESSAGE, "Hello");
  }
  return disc;
}

static char *
random_text(GRand *random, RbCharset charset)
{
  static const char *const latin[] = {"a", "B",  " ",   "\"",       "'",        "\\",
                                      "{", "}",  ":",   "\xC3\xA4", "\xC3\xBF", "\xC2\xA0",
                                      "7", "//", "REM", "\\101"};
  static const char *const japanese[] = {"\xE3\x81\x82", "\xE6\xBC\xA2", "\xE8\xA1\xA8", "A"};
  g_autoptr(GString) text = g_string_new("x");
  gint32 parts = g_rand_int_range(random, 0, 12);

  for (gint32 i = 0; i < parts; i++) {
    if (charset == RB_CHARSET_MS_JIS)
      g_string_append(text, japanese[g_rand_int_range(random, 0, G_N_ELEMENTS(japanese))]);
    else
      g_string_append(text, latin[g_rand_int_range(random, 0, G_N_ELEMENTS(latin))]);
  }
  return g_string_free(g_steal_pointer(&text), FALSE);
}

static gint32
random_track(GRand *random, RbDisc *disc, gint32 sector)
{
  RbTrack *track = rb_disc_add_track(disc);
  gint32 further = g_rand_int_range(random, 0, 6);

  track->flags = (RbFlags)(g_rand_int_range(random, 0, 32) & ~RB_FLAG_DATA);
  if (g_rand_boolean(random))
    track->isrc = g_strdup_printf("DEX%02d26%05d", g_rand_int_range(random, 0, 100),
                                  g_rand_int_range(random, 0, 100000));
  if (disc->tracks->len == 1) {
    rb_track_add_index(track, 0, 0);
    sector =
        RB_FIRST_PAUSE_SECTORS + g_rand_int_range(random, 0, 2) * g_rand_int_range(random, 0, 9999);
  } else if (g_rand_boolean(random)) {
    rb_track_add_index(track, 0, sector);
    sector += g_rand_int_range(random, 1, 500);
  }
  rb_track_add_index(track, 1, sector);
  for (gint32 i = 0; i < further; i++) {
    sector += g_rand_int_range(random, 1, 300);
    rb_track_add_index(track, (guint8)(i + 2), sector);
  }
  return sector + 300 + g_rand_int_range(random, 0, 3000);
}

static void
random_texts(GRand *random, RbDisc *disc, RbCharset charset, guint8 language)
{
  RbTextBlock *block = rb_disc_add_text_block(disc, charset, language);

  for (guint number = 0; number <= disc->tracks->len; number++) {
    for (int field = 0; field < RB_TEXT_FIELDS; field++) {
      if (g_rand_boolean(random) || (number == 0 && field == 0))
        rb_text_block_texts(block, number)->field[field] = random_text(random, charset);
    }
  }
  block->copyrighted = g_rand_boolean(random);
  if (g_rand_boolean(random)) {
    block->genre = (guint16)g_rand_int_range(random, 0, 0x1c);
    block->genre_text = g_strdup("Sea shanty");
    block->disc_id = g_strdup("A \"B\" 1");
  }
}

RbDisc *
discs_random(GRand *random, guint most_tracks, gboolean latin)
{
  RbDisc *disc = rb_disc_new();
  gint32 tracks = g_rand_int_range(random, 1, (gint32)most_tracks + 1);
  gint32 sector = 0;

  for (gint32 i = 0; i < tracks; i++)
    sector = random_track(random, disc, sector);
  disc->lead_out_sector = sector;
  if (g_rand_boolean(random))
    disc->upc = g_strdup("4006381333931");
  random_texts(random, disc, RB_CHARSET_ISO_8859_1, 0x09);
  if (!latin && g_rand_boolean(random))
    random_texts(random, disc, RB_CHARSET_ISO_8859_1, 0x0f);
  if (!latin)
    random_texts(random, disc, RB_CHARSET_MS_JIS, 0x69);
  return disc;
}

GRand *
discs_rand(void)
{
  const char *set = g_getenv("SEGUE_SEED");
  guint32 seed = set != NULL ? (guint32)g_ascii_strtoull(set, NULL, 10) : DEFAULT_SEED;

  g_test_message("SEGUE_SEED=%u", seed);
  return g_rand_new_with_seed(seed);
}

guint8 *
discs_audio(const RbDisc *disc, gint32 first_sector, gsize *bytes)
{
  *bytes = (gsize)(disc->lead_out_sector - first_sector) * RB_BYTES_PER_SECTOR;
  guint8 *audio = g_malloc(*bytes);
  guint32 state = 1;

  /* Quiet, so that rippers that guess the byte order guess right: the high byte is a sign. */
  for (gsize i = 0; i < *bytes; i += 2) {
    state = state * 1664525 + 1013904223;
    audio[i] = (guint8)(state >> 24);
    audio[i + 1] = audio[i] & 0x80 ? 0xff : 0x00;
  }
  return audio;
}

void
discs_write_wav(const char *path, const guint8 *audio, gsize bytes)
{
  SF_INFO info = {
      .samplerate = RB_FRAME_RATE, .channels = 2, .format = SF_FORMAT_WAV | SF_FORMAT_PCM_16};
  SNDFILE *file = sf_open(path, SFM_WRITE, &info);

  g_assert_nonnull(file);
  g_assert_cmpint(sf_write_raw(file, audio, (sf_count_t)bytes), ==, (sf_count_t)bytes);
  sf_close(file);
}

void
discs_remove_folder(const char *folder)
{
  GDir *dir = g_dir_open(folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
    g_autofree char *path = g_build_filename(folder, name, NULL);

    g_unlink(path);
  }
  g_clear_pointer(&dir, g_dir_close);
  g_rmdir(folder);
}
