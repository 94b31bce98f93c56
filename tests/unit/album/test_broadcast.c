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

/* The originator is the caller's where he gives one; a year alone is no date here. */
static void
test_fields_of_its_own(void)
{
  g_autoptr(AlTags) tags = al_tags_new();
  AlTagBroadcast *broadcast = al_tags_add_broadcast(tags);
  g_autoptr(GByteArray) bytes = NULL;

  al_tags_set(tags, AL_TAG_TITLE, "Only");
  al_tags_set(tags, AL_TAG_DATE, "2026");
  broadcast->originator = g_strdup("A name that is longer than the field is");
  broadcast->reference = g_strdup("REF");
  bytes = al_broadcast_bext(tags, &encoding);
  assert_field(bytes, 0, 256, "Only");
  assert_field(bytes, 256, 32, "A name that is longer than the f");
  assert_field(bytes, 288, 32, "REF");
  assert_field(bytes, 320, 18, "");
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
  g_test_add_func("/broadcast/fields of its own", test_fields_of_its_own);
  g_test_add_func("/broadcast/axml", test_axml);
  return g_test_run();
}
