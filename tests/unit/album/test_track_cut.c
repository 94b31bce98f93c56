/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/convert/track_cut.h"

#include <string.h>

#include "album/convert/first_pause.h"
#include "tests/support/discs.h"
#include "tests/support/sound_file.h"

static char *
cuts_text(const RbDisc *disc, AlGaps gaps)
{
  g_autoptr(GArray) cuts = al_track_cuts_new(disc, gaps);
  GString *text = g_string_new(NULL);

  for (guint i = 0; i < cuts->len; i++) {
    const AlTrackCut *cut = &g_array_index(cuts, AlTrackCut, i);

    g_string_append_printf(text, "%u:%d+%d ", cut->number, cut->first_sector, cut->sectors);
  }
  return g_string_free(text, FALSE);
}

static void
expect_cuts(const RbDisc *disc, const char *name, const char *expected)
{
  AlGaps gaps;

  g_assert_true(al_gaps_find(name, &gaps));
  g_autofree char *text = cuts_text(disc, gaps);

  g_assert_cmpstr(text, ==, expected);
}

/* Hidden audio from 150 to 450, a pause from 900 to 975, no pause before track 3, to 1800. */
static void
test_cuts(void)
{
  g_autoptr(RbDisc) disc = discs_sample();
  AlGaps gaps;

  expect_cuts(disc, "end", "0:150+300 1:450+525 2:975+450 3:1425+375 ");
  expect_cuts(disc, "start", "0:150+300 1:450+450 2:900+525 3:1425+375 ");
  expect_cuts(disc, "leave-out", "0:150+300 1:450+450 2:975+450 3:1425+375 ");
  g_assert_false(al_gaps_find("beginning", &gaps));
}

/* Nothing hidden, no track 0. */
static void
test_plain(void)
{
  g_autoptr(RbDisc) disc = discs_cue2ddp(11);

  expect_cuts(disc, "end", "1:150+750 2:900+750 ");
}

/* An image of silence with one sample in it. */
static RbImage *
image_with_sample(const char *folder, gint32 sectors, gint64 frame)
{
  g_autofree char *path = g_build_filename(folder, "image.raw", NULL);
  gsize length = (gsize)sectors * RB_BYTES_PER_SECTOR;
  g_autofree char *bytes = g_malloc0(length);
  RbImage *image = rb_image_new();

  bytes[4 * frame] = 1;
  g_assert_true(g_file_set_contents(path, bytes, (gssize)length, NULL));
  g_assert_true(rb_image_add_file(image, path, RB_AUDIO_RAW_LITTLE_ENDIAN, 0, -1, NULL));
  return image;
}

/* Sound at a frame is lost, or is not. */
static void
test_sound(void)
{
  static const struct {
    gint64 frame;
    guint in_first_pause, in_pauses;
  } cases[] = {
      {0, 1, 0},         {150 * 588 - 1, 1, 0}, {150 * 588, 0, 0}, {900 * 588 - 1, 0, 0},
      {900 * 588, 0, 1}, {975 * 588 - 1, 0, 1}, {975 * 588, 0, 0},
  };
  g_autoptr(RbDisc) disc = discs_sample();
  g_autoptr(GArray) cuts = al_track_cuts_new(disc, AL_GAPS_LEAVE_OUT);
  char *folder = test_folder_new();

  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(RbImage) image = image_with_sample(folder, disc->lead_out_sector, cases[i].frame);
    g_autoptr(RbFindings) first = rb_findings_new();
    g_autoptr(RbFindings) pauses = rb_findings_new();

    g_assert_true(al_first_pause_judge(image, first, NULL));
    g_assert_true(al_track_cuts_judge(cuts, image, pauses, NULL));
    g_assert_cmpuint(rb_findings_count(first), ==, cases[i].in_first_pause);
    g_assert_cmpuint(rb_findings_count(pauses), ==, cases[i].in_pauses);
  }
  test_folder_remove(folder);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/track_cut/cuts", test_cuts);
  g_test_add_func("/track_cut/plain", test_plain);
  g_test_add_func("/track_cut/sound", test_sound);
  return g_test_run();
}
