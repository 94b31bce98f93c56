/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/disc/byte_order.h"

#include <glib/gstdio.h>
#include <math.h>

#define SECTORS 300

typedef gint16 (*Sound)(gsize i);

static gint16
tone(gsize i)
{
  return (gint16)lrint(20000 * sin((double)i * 0.05));
}

static gint16
treble(gsize i)
{
  return (gint16)lrint(9000 * sin((double)i * 1.2) + 3000 * sin((double)i * 0.01));
}

/* The lowest bit of a dither. */
static gint16
dither(gsize i)
{
  return (gint16)((i * 2654435761u >> 13) % 3) - 1;
}

static gint16
silence(gsize i)
{
  (void)i;
  return 0;
}

static gint16
noise(gsize i)
{
  guint32 state = (guint32)i * 2654435761u;

  state ^= state >> 15;
  state *= 2246822519u;
  return (gint16)(state >> 9);
}

/* Whether little-endian audio is taken for the other kind when it is read as `form`. */
static gboolean
looks_swapped(Sound sound, RbAudioForm form)
{
  g_autofree char *folder = g_dir_make_tmp("segue-XXXXXX", NULL);
  g_autofree char *path = g_build_filename(folder, "a.bin", NULL);
  gsize samples = (gsize)SECTORS * RB_FRAMES_PER_SECTOR * 2;
  g_autofree gint16 *audio = g_new(gint16, samples);
  g_autoptr(RbImage) image = rb_image_new();
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autoptr(GError) error = NULL;

  for (gsize i = 0; i < samples; i++)
    audio[i] = GINT16_TO_LE(sound(i / 2));
  g_assert_true(g_file_set_contents(path, (const char *)audio, (gssize)(2 * samples), NULL));
  g_assert_true(rb_image_add_file(image, path, form, 0, -1, &error));
  g_assert_true(al_byte_order_check(image, "a", findings, &error));
  g_remove(path);
  g_rmdir(folder);
  return rb_findings_count(findings) > 0;
}

static void
test_sounds(void)
{
  static const Sound told[] = {tone, treble, dither};
  static const Sound mute[] = {silence, noise};

  for (gsize i = 0; i < G_N_ELEMENTS(told); i++) {
    g_assert_false(looks_swapped(told[i], RB_AUDIO_RAW_LITTLE_ENDIAN));
    g_assert_true(looks_swapped(told[i], RB_AUDIO_RAW_BIG_ENDIAN));
  }
  for (gsize i = 0; i < G_N_ELEMENTS(mute); i++) {
    g_assert_false(looks_swapped(mute[i], RB_AUDIO_RAW_LITTLE_ENDIAN));
    g_assert_false(looks_swapped(mute[i], RB_AUDIO_RAW_BIG_ENDIAN));
  }
}

static void
test_nothing(void)
{
  g_autoptr(RbImage) image = rb_image_new();
  g_autoptr(RbFindings) findings = rb_findings_new();

  g_assert_true(al_byte_order_check(image, "a", findings, NULL));
  rb_image_add_silence(image, 10);
  g_assert_true(al_byte_order_check(image, "a", findings, NULL));
  g_assert_cmpuint(rb_findings_count(findings), ==, 0);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/byte_order/sounds", test_sounds);
  g_test_add_func("/byte_order/nothing", test_nothing);
  return g_test_run();
}
