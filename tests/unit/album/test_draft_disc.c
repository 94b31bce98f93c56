/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/draft/draft_disc.h"

#include <sndfile.h>
#include <string.h>

#include "tests/support/discs.h"
#include "tests/support/sound_file.h"
#include "tests/support/takes.h"

#define SECOND 44100

static char *folder;

static void
write_take(const char *name, TestTake take)
{
  g_autofree char *path = g_build_filename(folder, name, NULL);

  test_take_write(path, &take);
}

static AlDraft *
draft_of(const char *sheet_text, RbFindings *findings)
{
  g_autofree char *path = g_build_filename(folder, "sheet.cue", NULL);
  g_autoptr(RbFindings) odd = rb_findings_new();
  g_autoptr(GError) error = NULL;
  g_autoptr(AlDiscForm) form = NULL;
  AlDraft *draft;

  g_assert_true(g_file_set_contents(path, sheet_text, -1, NULL));
  form = al_disc_form_open(path, path, odd, &error);
  g_assert_no_error(error);
  draft = al_draft_from_disc(form, folder, findings, &error);
  g_assert_no_error(error);
  return draft;
}

static void
assert_excerpt(const AlDraftExcerpt *excerpt, const char *file, gint64 first_frame,
               gint64 end_frame)
{
  g_assert_cmpstr(excerpt->file, ==, file);
  g_assert_cmpint(excerpt->first_frame, ==, first_frame);
  g_assert_cmpint(excerpt->end_frame, ==, end_frame);
}

/* 1 s of silence before the music of 6 s: hidden audio in the pause, a pause that sounds, one of
 * silence that is no file. */
static void
test_one_file(void)
{
  g_autoptr(RbFindings) findings = rb_findings_new();

  write_take("all.wav", (TestTake){.frames = 20 * SECOND, .later = SECOND});
  g_autoptr(AlDraft) draft = draft_of("CATALOG 4006381333931\n"
                                      "TITLE \"Night Ferry\"\n"
                                      "FILE all.wav WAVE\n"
                                      " TRACK 01 AUDIO\n  TITLE Harbour\n  INDEX 01 00:02:00\n"
                                      " TRACK 02 AUDIO\n  FLAGS DCP\n  INDEX 00 00:07:00\n"
                                      "  INDEX 01 00:08:00\n  INDEX 02 00:09:30\n"
                                      " TRACK 03 AUDIO\n  PREGAP 00:03:00\n  INDEX 01 00:14:00\n",
                                      findings);

  g_assert_cmpuint(draft->tracks->len, ==, 3);
  assert_excerpt(&al_draft_track(draft, 1)->hidden, "all.wav", 0, 2 * SECOND);
  assert_excerpt(&al_draft_track(draft, 1)->mix, "all.wav", 2 * SECOND, 8 * SECOND);
  assert_excerpt(&al_draft_track(draft, 2)->mix, "all.wav", 8 * SECOND, 14 * SECOND);
  assert_excerpt(&al_draft_track(draft, 3)->mix, "all.wav", 14 * SECOND, -1);
  g_assert_cmpint(al_draft_track(draft, 2)->gap_sectors, ==, 0);
  g_assert_cmpint(al_draft_track(draft, 2)->pause_sectors, ==, 75);
  g_assert_cmpint(al_draft_track(draft, 3)->gap_sectors, ==, 225);
  g_assert_cmpint(al_draft_track(draft, 3)->pause_sectors, ==, 0);
  g_assert_cmpstr(draft->disc->upc, ==, "4006381333931");
  g_assert_cmpuint(rb_disc_track(draft->disc, 2)->flags, ==, RB_FLAG_COPY_PERMITTED);
  g_assert_null(draft->command);
  g_assert_cmpuint(rb_findings_count(findings), ==, 0);
}

/* Files with the gaps at their ends, as rippers write them; the last is not whole sectors long. */
static void
test_a_file_a_track(void)
{
  g_autoptr(RbFindings) findings = rb_findings_new();

  write_take("1.wav", (TestTake){.frames = 10 * SECOND});
  write_take("2.wav", (TestTake){.frames = 5 * SECOND + 100});
  g_autoptr(AlDraft) draft = draft_of("FILE 1.wav WAVE\n TRACK 01 AUDIO\n  INDEX 01 00:00:00\n"
                                      " TRACK 02 AUDIO\n  INDEX 00 00:09:00\n"
                                      "FILE 2.wav WAVE\n  INDEX 01 00:00:00\n",
                                      findings);

  assert_excerpt(&al_draft_track(draft, 1)->mix, "1.wav", 0, 9 * SECOND);
  assert_excerpt(&al_draft_track(draft, 2)->mix, "2.wav", 0, -1);
  g_assert_cmpint(al_draft_track(draft, 2)->gap_sectors, ==, 75);
  g_assert_cmpuint(rb_findings_count(findings), ==, 0);
}

/* A track over two files, and raw audio: both are to be converted first. */
static void
test_to_be_converted(void)
{
  static const char *const sheets[] = {
      "FILE 1.wav WAVE\n TRACK 01 AUDIO\n  INDEX 01 00:00:00\n"
      "FILE 1.wav WAVE\n  INDEX 02 00:00:00\n"
      " TRACK 02 AUDIO\n  INDEX 01 00:05:00\n",
      "FILE 1.wav BINARY\n TRACK 01 AUDIO\n  INDEX 01 00:00:00\n"
      " TRACK 02 AUDIO\n  INDEX 01 00:05:00\n",
  };

  write_take("1.wav", (TestTake){.frames = 10 * SECOND});
  for (gsize i = 0; i < G_N_ELEMENTS(sheets); i++) {
    g_autoptr(RbFindings) findings = rb_findings_new();
    g_autoptr(AlDraft) draft = draft_of(sheets[i], findings);
    gint64 start = i == 0 ? 15 * SECOND : 5 * SECOND;

    assert_excerpt(&al_draft_track(draft, 1)->mix, "disc.wav", 0, start);
    g_assert_cmpstr(al_draft_track(draft, 2)->mix.file, ==, "disc.wav");
    g_assert_cmpint(al_draft_track(draft, 2)->mix.first_frame, ==, start);
    g_assert_cmpuint(rb_findings_count(findings), ==, 1);
    g_assert_cmpstr(rb_findings_get(findings, 0)->id, ==, "N01");
    g_assert_true(g_str_has_prefix(draft->command, "segue convert '"));
    g_assert_true(g_str_has_suffix(draft->command, "disc.cue'"));
  }
}

/* Marks that do not follow each other. */
static void
test_wrong_marks(void)
{
  g_autoptr(RbDisc) disc = discs_bare(2);
  g_autoptr(RbImage) image = rb_image_new();
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autoptr(GError) error = NULL;
  char path[] = "disc.cue";
  const AlDiscForm form = {.path = path, .name = path, .disc = disc, .image = image};

  g_assert_null(al_draft_from_disc(&form, folder, findings, &error));
  g_assert_nonnull(strstr(error->message, "the marks of track 1"));
  g_clear_error(&error);
  rb_track_add_index(rb_disc_track(disc, 1), 1, 150);
  rb_track_add_index(rb_disc_track(disc, 2), 1, 150);
  disc->lead_out_sector = 1000;
  g_assert_null(al_draft_from_disc(&form, folder, findings, &error));
  g_assert_nonnull(strstr(error->message, "the marks of track 1"));
  g_clear_error(&error);
  g_array_set_size(rb_disc_track(disc, 2)->indexes, 0);
  rb_track_add_index(rb_disc_track(disc, 2), 0, 600);
  rb_track_add_index(rb_disc_track(disc, 2), 1, 500);
  g_assert_null(al_draft_from_disc(&form, folder, findings, &error));
  g_assert_nonnull(strstr(error->message, "the marks of track 1"));
}

int
main(int argc, char **argv)
{
  int status;

  g_test_init(&argc, &argv, NULL);
  folder = test_folder_new();
  g_test_add_func("/draft_disc/one_file", test_one_file);
  g_test_add_func("/draft_disc/a_file_a_track", test_a_file_a_track);
  g_test_add_func("/draft_disc/wrong_marks", test_wrong_marks);
  g_test_add_func("/draft_disc/to_be_converted", test_to_be_converted);
  status = g_test_run();
  test_folder_remove(folder);
  return status;
}
