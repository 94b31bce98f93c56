/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/discs.h"

#include <glib/gstdio.h>
#include <sndfile.h>

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

RbDisc *
discs_bare(guint tracks)
{
  RbDisc *disc = rb_disc_new();

  for (guint i = 0; i < tracks; i++)
    rb_disc_add_track(disc);
  return disc;
}

RbTrack *
discs_add_track(RbDisc *disc, gint32 start_sector)
{
  RbTrack *track = rb_disc_add_track(disc);

  if (disc->tracks->len == 1)
    rb_track_add_index(track, 0, 0);
  rb_track_add_index(track, 1, start_sector);
  return track;
}

RbDisc *
discs_cue2ddp(int number)
{
  RbDisc *disc = rb_disc_new();
  RbTrack *track = discs_add_track(disc, SECONDS(2));

  disc->lead_out_sector = SECONDS(number == 11 ? 22 : 12);
  switch (number) {
  case 10:
    track->flags = RB_FLAG_SCMS;
    break;
  case 5:
    disc->upc = g_strdup("0123456789012");
    track->isrc = g_strdup("USABC1234567");
    break;
  case 4:
    rb_track_add_index(track, 2, SECONDS(7));
    break;
  case 11:
    discs_add_track(disc, SECONDS(12));
    break;
  }
  return disc;
}

void
discs_set_texts(RbTextBlock *block, RbTextField field, const char *const *texts)
{
  for (guint i = 0; i <= block->tracks->len; i++) {
    g_free(rb_text_block_texts(block, i)->field[field]);
    rb_text_block_texts(block, i)->field[field] = g_strdup(texts[i]);
  }
}

RbDisc *
discs_cue2ddp_texts(void)
{
  RbDisc *disc = discs_bare(2);
  RbTextBlock *block = rb_disc_add_text_block(disc, RB_CHARSET_ISO_8859_1, 0x09);

  discs_set_texts(block, RB_TEXT_TITLE, (const char *[]){"Disc Title", "Track One", "Track Two"});
  discs_set_texts(block, RB_TEXT_PERFORMER,
                  (const char *[]){"Disc Performer", "Perf One", "Perf Two"});
  discs_set_texts(block, RB_TEXT_SONGWRITER, (const char *[]){"Disc Writer", "Writer One", NULL});
  return disc;
}

const char *
discs_text(const RbDisc *disc, guint track, RbTextField field)
{
  return rb_text_block_texts(g_ptr_array_index(disc->text_blocks, 0), track)->field[field];
}

void
discs_assert_md5(const GByteArray *bytes, const char *md5)
{
  g_autofree char *found = g_compute_checksum_for_data(G_CHECKSUM_MD5, bytes->data, bytes->len);

  g_assert_cmpstr(found, ==, md5);
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
discs_write_sound(const char *path, int format, const guint8 *audio, gsize bytes)
{
  SF_INFO info = {.samplerate = RB_FRAME_RATE, .channels = 2, .format = format | SF_FORMAT_PCM_16};
  SNDFILE *file = sf_open(path, SFM_WRITE, &info);
  sf_count_t items = (sf_count_t)bytes / 2;
  g_autofree gint16 *samples = g_new(gint16, bytes / 2);

  for (sf_count_t i = 0; i < items; i++)
    samples[i] = (gint16)(audio[2 * i] | audio[2 * i + 1] << 8);
  g_assert_nonnull(file);
  g_assert_cmpint(sf_write_short(file, samples, items), ==, items);
  sf_close(file);
}

void
discs_write_wav(const char *path, const guint8 *audio, gsize bytes)
{
  discs_write_sound(path, SF_FORMAT_WAV, audio, bytes);
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
