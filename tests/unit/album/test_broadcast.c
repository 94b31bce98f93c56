/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/encode/broadcast.h"

#include <math.h>
#include <string.h>

#include "tests/support/encoded.h"

static const AlEncoding encoding = {.codec = AL_CODEC_WAV, .rate = 48000, .bits = 24};

static void
assert_field(const GByteArray *bytes, guint place, guint width, const char *expected)
{
  g_autofree char *text = g_strndup((const char *)bytes->data + place, width);

  g_assert_cmpstr(text, ==, expected);
}

static int
number(const GByteArray *bytes, guint place)
{
  return (gint16)(bytes->data[place] | bytes->data[place + 1] << 8);
}

static void
test_all(void)
{
  g_autoptr(AlTags) tags = test_tags_new(NULL);
  AlTagBroadcast *broadcast = al_tags_add_broadcast(tags);
  g_autoptr(GByteArray) bytes = NULL;

  broadcast->title = g_strdup(tags->text[AL_TAG_TITLE]);
  broadcast->artist = g_strdup(tags->text[AL_TAG_ARTIST]);
  broadcast->time_frames = G_GUINT64_CONSTANT(0x123456789A);
  broadcast->integrated_lufs = -23.004;
  broadcast->range_lu = 6.125;
  broadcast->true_peak_dbtp = -1;
  broadcast->max_momentary_lufs = -INFINITY;
  bytes = al_broadcast_bext(tags, &encoding);
  assert_field(bytes, 0, 256, "The Lanterns & Mara - Nachtfahre ?? ? \"a/la\" \\ 'ete'");
  assert_field(bytes, 256, 32, "Harbour Records");
  assert_field(bytes, 288, 32, "FRABC2600001");
  assert_field(bytes, 320, 18, "2026-11-2000:00:00");
  g_assert_cmpmem(bytes->data + 338, 8, "\x9A\x78\x56\x34\x12\0\0\0", 8);
  g_assert_cmpint(number(bytes, 346), ==, 2);
  g_assert_cmpint(number(bytes, 412), ==, -2300);
  g_assert_cmpint(number(bytes, 414), ==, 613);
  g_assert_cmpint(number(bytes, 416), ==, -100);
  g_assert_cmpint(number(bytes, 418), ==, 0x7FFF);
  g_assert_cmpint(number(bytes, 420), ==, 0x7FFF);
  assert_field(bytes, 602, bytes->len - 602, "A=PCM,F=48000,W=24,M=stereo,T=Segue\r\n");
}

/* A year alone is no date here. */
static void
test_little(void)
{
  g_autoptr(AlTags) tags = al_tags_new();
  g_autoptr(GByteArray) bytes = NULL;

  al_tags_add_broadcast(tags)->title = g_strdup("Only");
  al_tags_set(tags, AL_TAG_LABEL, "A name that is longer than the field is");
  al_tags_set(tags, AL_TAG_CATALOG, "LAN 004");
  al_tags_set(tags, AL_TAG_DATE, "2026");
  bytes = al_broadcast_bext(tags, &encoding);
  assert_field(bytes, 0, 256, "Only");
  assert_field(bytes, 256, 32, "A name that is longer than the f");
  assert_field(bytes, 288, 32, "LAN 004");
  assert_field(bytes, 320, 18, "");
}

#define HARBOUR "\u6e2f"
#define CHOIR "\u0425\u043e\u0440"

/* What ASCII cannot spell is left out. */
static void
test_scripts(void)
{
  static const struct {
    const char *title, *artist, *label;
    const char *description, *originator;
  } cases[] = {
      {"Harbour", CHOIR, HARBOUR, "Khor - Harbour", "Khor"},
      {HARBOUR, CHOIR, NULL, "Khor", "Khor"},
      {"Harbour " HARBOUR, HARBOUR, NULL, "Harbour ?", ""},
      {HARBOUR, HARBOUR, "Label", "", "Label"},
      {NULL, NULL, NULL, "", ""},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(AlTags) tags = al_tags_new();
    AlTagBroadcast *broadcast = al_tags_add_broadcast(tags);
    g_autoptr(GByteArray) bytes = NULL;

    broadcast->title = g_strdup(cases[i].title);
    broadcast->artist = g_strdup(cases[i].artist);
    al_tags_set(tags, AL_TAG_LABEL, cases[i].label);
    bytes = al_broadcast_bext(tags, &encoding);
    assert_field(bytes, 0, 256, cases[i].description);
    assert_field(bytes, 256, 32, cases[i].originator);
  }
}

static void
test_axml(void)
{
  g_autoptr(AlTags) tags = al_tags_new();
  g_autoptr(GByteArray) bytes = NULL;

  g_assert_null(al_broadcast_axml(tags));
  g_assert_null(al_broadcast_bext(tags, &encoding));
  al_tags_set(tags, AL_TAG_ISRC, "GBAYE2600001");
  bytes = al_broadcast_axml(tags);
  g_assert_nonnull(g_strstr_len((const char *)bytes->data, bytes->len,
                                "<dc:identifier>ISRC:GBAYE2600001</dc:identifier>"));
  g_assert_nonnull(g_strstr_len((const char *)bytes->data, bytes->len, "formatLabel=\"ISRC\""));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/broadcast/all", test_all);
  g_test_add_func("/broadcast/little", test_little);
  g_test_add_func("/broadcast/scripts", test_scripts);
  g_test_add_func("/broadcast/axml", test_axml);
  return g_test_run();
}
