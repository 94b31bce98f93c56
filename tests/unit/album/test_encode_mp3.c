/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands before the audio of an MP3: ID3, then the LAME frame. In that, behind a header of 4
 * bytes and 32 of side information: "Xing" or "Info", flags (4), frames (4), ...; 141 bytes further
 * the delay and the padding, 12 bits each (LAME tag, rev. 1). */
#include <math.h>
#include <string.h>

#include "album/encode/decoded.h"
#include "album/encode/encoder.h"
#include "tests/support/encoded.h"
#include "tests/support/signal.h"
#include "tests/support/sound_file.h"

#define FRAMES 100003
#define FRAMES_PER_PACKET 1152
#define DELAY_PLACE 141

static char *folder;

static GBytes *
write_mp3(const char *form, const AlTags *tags)
{
  g_autofree char *path = g_build_filename(folder, "a.mp3", NULL);
  AlEncoding encoding = test_encoding(form);

  test_encode(path, &encoding, FRAMES, tags);
  return test_file_bytes(path);
}

static void
assert_gapless(const guint8 *frame, const char *name)
{
  const guint8 *tag = frame + 36;
  guint packets = (guint)tag[8] << 24 | (guint)tag[9] << 16 | (guint)tag[10] << 8 | tag[11];
  guint delay = (guint)tag[DELAY_PLACE] << 4 | tag[DELAY_PLACE + 1] >> 4;
  guint padding = (tag[DELAY_PLACE + 1] & 15u) << 8 | tag[DELAY_PLACE + 2];

  g_assert_cmpuint(frame[0], ==, 0xFF);
  g_assert_cmpmem(tag, 4, name, 4);
  g_assert_cmpmem(tag + 120, 4, "LAME", 4);
  g_assert_cmpuint(packets * FRAMES_PER_PACKET - delay - padding, ==, FRAMES);
}

static void
test_lame_frame(void)
{
  g_autoptr(GBytes) constant = write_mp3("mp3 320", NULL);
  g_autoptr(GBytes) variable = write_mp3("mp3 v0", NULL);

  assert_gapless(g_bytes_get_data(constant, NULL), "Info");
  assert_gapless(g_bytes_get_data(variable, NULL), "Xing");
}

/* Behind the tag, nothing is different. */
static void
test_id3_is_in_front(void)
{
  g_autoptr(AlTags) tags = test_tags_new(NULL);
  g_autoptr(GBytes) plain = write_mp3("mp3 320", NULL);
  g_autoptr(GBytes) tagged = write_mp3("mp3 320", tags);
  gsize plain_size, tagged_size;
  const guint8 *plain_data = g_bytes_get_data(plain, &plain_size);
  const guint8 *tagged_data = g_bytes_get_data(tagged, &tagged_size);

  g_assert_cmpmem(tagged_data, 4, "ID3\4", 4);
  g_assert_cmpmem(tagged_data + tagged_size - plain_size, plain_size, plain_data, plain_size);
}

static void
test_bit_rate(void)
{
  g_autoptr(GBytes) high = write_mp3("mp3 320", NULL);
  g_autoptr(GBytes) low = write_mp3("mp3 128", NULL);
  double seconds = FRAMES / 44100.0;

  g_assert_cmpfloat_with_epsilon((double)g_bytes_get_size(high) * 8 / seconds, 320000, 10000);
  g_assert_cmpfloat_with_epsilon((double)g_bytes_get_size(low) * 8 / seconds, 128000, 5000);
}

/* As loud as it was at every bit rate: LAME of itself turns down by 0.45 dB at 64 kbit/s and by
 * 0.18 dB at 224. How much of what went in came out again, by projection. */
static void
test_level(gconstpointer form)
{
  g_autofree char *path = g_build_filename(folder, "a.mp3", NULL);
  g_autoptr(AlSource) source = NULL;
  g_autofree double *samples = NULL, *decoded = NULL;
  AlEncoding encoding = test_encoding(form);
  double both = 0, energy = 0;
  gint64 frames;

  test_encode(path, &encoding, FRAMES, NULL);
  source = al_decoded_open(path, NULL, NULL);
  samples = test_chord_new(FRAMES, source->rate);
  decoded = test_read_all(source, &frames);
  g_assert_cmpint(frames, ==, FRAMES);
  for (gint64 i = 0; i < 2 * frames; i++) {
    both += decoded[i] * samples[i];
    energy += samples[i] * samples[i];
  }
  g_assert_cmpfloat_with_epsilon(20 * log10(both / energy), 0, 0.03);
}

int
main(int argc, char **argv)
{
  static const char *const forms[] = {"mp3 64",  "mp3 96",  "mp3 128", "mp3 160", "mp3 192",
                                      "mp3 224", "mp3 256", "mp3 320", "mp3 v0",  "mp3 v5"};
  int status;

  g_test_init(&argc, &argv, NULL);
  folder = test_folder_new();
  g_test_add_func("/encode_mp3/LAME frame", test_lame_frame);
  g_test_add_func("/encode_mp3/ID3 is in front", test_id3_is_in_front);
  g_test_add_func("/encode_mp3/bit rate", test_bit_rate);
  for (guint i = 0; i < G_N_ELEMENTS(forms); i++) {
    g_autofree char *name = g_strconcat("/encode_mp3/level/", forms[i], NULL);

    g_test_add_data_func(name, forms[i], test_level);
  }
  status = g_test_run();
  test_folder_remove(folder);
  return status;
}
