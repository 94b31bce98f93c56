/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/receivers.h"

#include <math.h>
#include <string.h>

#include "album/encode/encoding.h"

static const char one[] = "receivers:\n"
                          "  - receiver: Shop\n"
                          "    formats: [wav, flac]\n"
                          "    rates: [44.1 kHz, 96 kHz]\n"
                          "    bits: [16]\n"
                          "    metadata: none\n"
                          "    characters: plain\n"
                          "    shortest-track: 30 s\n"
                          "    longest-silence: 2.5 s\n"
                          "    highest-peak: -0.3 dBFS\n"
                          "    largest-file: 250\n"
                          "    date: 2024-05\n"
                          "    evidence: measured\n"
                          "    source: a letter\n"
                          "  - receiver: Friend\n"
                          "    date: 2024\n"
                          "    evidence: published\n"
                          "    source: a postcard\n";

static void
test_parse(void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) receivers = al_receivers_parse("one.yaml", one, strlen(one), &error);
  const AlReceiver *shop, *friend;

  g_assert_no_error(error);
  g_assert_cmpuint(receivers->len, ==, 2);
  shop = al_receivers_find(receivers, "Shop");
  g_assert_cmpuint(shop->files.codecs, ==, 1 << AL_CODEC_WAV | 1 << AL_CODEC_FLAC);
  g_assert_cmpuint(shop->files.rates->len, ==, 2);
  g_assert_cmpint(g_array_index(shop->files.rates, int, 1), ==, 96000);
  g_assert_cmpuint(shop->files.bits, ==, 1 << 16);
  g_assert_true(shop->files.no_metadata && shop->files.plain_names);
  g_assert_cmpfloat(shop->files.most_megabytes, ==, 250);
  g_assert_cmpfloat(shop->audio.shortest_seconds, ==, 30);
  g_assert_cmpfloat(shop->audio.most_silence_seconds, ==, 2.5);
  g_assert_cmpfloat(shop->audio.highest_dbfs, ==, -0.3);
  g_assert_cmpstr(shop->date, ==, "2024-05");
  friend = al_receivers_find(receivers, "Friend");
  g_assert_true(friend->files.codecs == 0 && friend->files.bits == 0 && !friend->files.no_metadata);
  g_assert_true(friend->audio.most_silence_seconds == HUGE_VAL);
  g_assert_true(friend->audio.highest_dbfs == HUGE_VAL);
  g_assert_null(al_receivers_find(receivers, "Enemy"));
}

static void
test_errors(void)
{
  static const struct {
    const char *line, *instead, *message;
  } cases[] = {
      {"    date: 2024-05\n", "", "date"},
      {"[wav, flac]", "[wav, flak]", "one.yaml:3:20: error: the word is not known here: \"flak\""},
      {"44.1 kHz", "44.1", "one.yaml:4:13: error: the unit is missing"},
      {"44.1 kHz", "50 kHz", "this is not a rate for masters"},
      {"bits: [16]", "bits: [20]", "16 or 24"},
      {"metadata: none", "metadata: full", "expected none"},
      {"-0.3 dBFS", "-0.3 dB", "one.yaml:10:19"},
      {"largest-file: 250", "largest-file: 250 MB", "one.yaml:11:19"},
      {"evidence: measured", "evidence: hearsay", "industry-cited"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(GError) error = NULL;
    g_auto(GStrv) parts = g_strsplit(one, cases[i].line, 2);
    g_autofree char *text = g_strjoinv(cases[i].instead, parts);

    g_assert_null(al_receivers_parse("one.yaml", text, strlen(text), &error));
    g_test_message("%s", error->message);
    g_assert_nonnull(strstr(error->message, cases[i].message));
  }
}

/* What the program comes with can be read, has the limits of all, and no name twice. */
static void
test_shipped(void)
{
  g_autoptr(GPtrArray) receivers = al_receivers_shipped();

  g_assert_nonnull(al_receivers_find(receivers, AL_RECEIVER_ANY));
  for (guint i = 0; i < receivers->len; i++) {
    const AlReceiver *receiver = g_ptr_array_index(receivers, i);

    g_assert_true(al_receivers_find(receivers, receiver->name) == receiver);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/receivers/parse", test_parse);
  g_test_add_func("/receivers/errors", test_errors);
  g_test_add_func("/receivers/shipped", test_shipped);
  return g_test_run();
}
