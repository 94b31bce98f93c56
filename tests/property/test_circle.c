/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conversion loses nothing: random discs go from DDP to CUE to TOC and back to DDP, and come home
 * with the same bytes; files of tracks, joined, are the disc. */
#include <glib/gstdio.h>
#include <string.h>

#include "album/convert/convert.h"
#include "album/disc/one_disc.h"
#include "redbook/cdtext.h"
#include "tests/support/ddp_folder.h"
#include "tests/support/ddp_set.h"
#include "tests/support/random_disc.h"
#include "tests/support/sound_file.h"

#define DISCS 12

/* 5 MB of audio: hidden audio is often longer than that. */
#define MOST_SECTORS 2200

/* What a TOC and a DDP both have. */
#define COMMON_FLAGS (RB_FLAG_PRE_EMPHASIS | RB_FLAG_COPY_PERMITTED)

static char *folder;

static gboolean
texts_fit(const RbDisc *disc)
{
  g_autoptr(RbFindings) findings = rb_findings_new();

  return rb_cdtext_check(disc, TRUE, findings);
}

/* A disc of a size that a test can copy, with texts that a DDP can hold. */
static RbDisc *
small_disc(RbFlags flags)
{
  for (;;) {
    g_autoptr(RbDisc) disc = random_disc_new(6, flags);

    random_disc_add_blocks(disc);
    if (disc->lead_out_sector <= MOST_SECTORS && texts_fit(disc))
      return g_steal_pointer(&disc);
  }
}

static char *
path_of(const char *name)
{
  return g_build_filename(folder, name, NULL);
}

static void
convert(const char *in, const char *out, AlConversion conversion)
{
  g_autofree char *in_path = g_path_is_absolute(in) ? g_strdup(in) : path_of(in);
  g_autofree char *out_path = path_of(out);
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autoptr(GPtrArray) files = NULL;
  g_autoptr(GError) error = NULL;
  const AlJob job = {.threads = 1};

  conversion.in = in_path;
  conversion.out = out_path;
  files = al_convert(&conversion, &job, findings, &error);
  g_assert_no_error(error);
  for (guint i = 0; i < rb_findings_count(findings); i++) {
    const RbFinding *finding = rb_findings_get(findings, i);

    if (finding->id[0] == 'C' && conversion.target != AL_TARGET_TRACKS)
      g_error("%s to %s: %s, %s: %s", in, out, finding->id, finding->place, finding->text);
  }
}

/* The files of two folders are the same. */
static void
expect_same_files(const char *a, const char *b)
{
  g_autofree char *a_path = path_of(a);
  g_autofree char *b_path = path_of(b);
  g_autoptr(GDir) dir = g_dir_open(a_path, 0, NULL);
  const char *name;
  guint count = 0;

  while ((name = g_dir_read_name(dir)) != NULL) {
    g_autofree char *one = g_build_filename(a_path, name, NULL);
    g_autofree char *other = g_build_filename(b_path, name, NULL);
    g_autofree char *bytes = NULL, *other_bytes = NULL;
    gsize length, other_length;

    g_assert_true(g_file_get_contents(one, &bytes, &length, NULL));
    g_assert_true(g_file_get_contents(other, &other_bytes, &other_length, NULL));
    if (length != other_length || memcmp(bytes, other_bytes, length) != 0)
      g_error("%s of %s and of %s differ", name, a, b);
    count++;
  }
  g_assert_cmpuint(count, >=, 4);
}

static void
begin(const RbDisc *disc)
{
  folder = test_folder_new();
  g_autofree char *start = path_of("start");

  ddp_folder_write(start, disc);
}

static void
end(void)
{
  test_folder_remove(folder);
}

static void
test_circle(void)
{
  for (int i = 0; i < DISCS; i++) {
    g_autoptr(RbDisc) disc = small_disc(COMMON_FLAGS);

    begin(disc);
    convert("start", "one", (AlConversion){.target = i % 2 ? AL_TARGET_CUE : AL_TARGET_BIN});
    convert("one.cue", "two", (AlConversion){.target = AL_TARGET_TOC});
    convert("two.toc", "home", (AlConversion){.target = AL_TARGET_DDP});
    expect_same_files("start", "home");
    end();
  }
}

/* SCMS has no place in a TOC, but in a CUE. */
static void
test_circle_with_scms(void)
{
  for (int i = 0; i < DISCS / 2; i++) {
    g_autoptr(RbDisc) disc = small_disc(DDP_FLAGS);

    begin(disc);
    convert("start", "one", (AlConversion){.target = AL_TARGET_CUE});
    convert("one.cue", "home", (AlConversion){.target = AL_TARGET_DDP});
    expect_same_files("start", "home");
    end();
  }
}

/* Sets as other programs write them come home as the same disc, in our way of writing it. */
static void
test_foreign_sets(void)
{
  for (const DdpSetStyle *style = ddp_set_styles; style->name != NULL; style++) {
    g_autoptr(DdpSet) set = ddp_set_new(style);
    g_autoptr(RbFindings) differences = rb_findings_new();

    ddp_set_write(set);
    folder = test_folder_new();
    convert(set->folder, "one", (AlConversion){.target = AL_TARGET_CUE});
    convert("one.cue", "two", (AlConversion){.target = AL_TARGET_TOC});
    convert("two.toc", "home", (AlConversion){.target = AL_TARGET_DDP});
    convert(set->folder, "straight", (AlConversion){.target = AL_TARGET_DDP});
    expect_same_files("straight", "home");
    g_autofree char *home = path_of("home");
    g_autoptr(AlDiscForm) form = al_one_disc_open(home, differences, NULL);

    rb_disc_compare(set->disc, form->disc, RB_COMPARE_ALL, differences);
    g_assert_cmpuint(rb_findings_count(differences), ==, 0);
    end();
  }
}

static gint
compare_names(gconstpointer a, gconstpointer b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Appends the files of a folder, in order of their names, behind the first pause. */
static RbImage *
join(const char *name)
{
  g_autofree char *path = path_of(name);
  g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  RbImage *image = rb_image_new();
  const char *entry;

  while ((entry = g_dir_read_name(dir)) != NULL)
    g_ptr_array_add(names, g_build_filename(path, entry, NULL));
  g_ptr_array_sort(names, compare_names);
  rb_image_add_silence(image, RB_FIRST_PAUSE_SECTORS * RB_FRAMES_PER_SECTOR);
  for (guint i = 0; i < names->len; i++)
    g_assert_true(
        rb_image_add_file(image, g_ptr_array_index(names, i), RB_AUDIO_SOUND_FILE, 0, -1, NULL));
  return image;
}

static void
expect_same_audio(const RbDisc *disc, RbImage *joined)
{
  g_autofree char *start = path_of("start");
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autoptr(AlDiscForm) form = al_one_disc_open(start, findings, NULL);
  gint16 samples[2 * RB_FRAMES_PER_SECTOR], others[2 * RB_FRAMES_PER_SECTOR];

  g_assert_cmpint(rb_image_frames(joined), ==,
                  (gint64)disc->lead_out_sector * RB_FRAMES_PER_SECTOR);
  for (gint64 sector = 0; sector < disc->lead_out_sector; sector++) {
    gint64 frame = sector * RB_FRAMES_PER_SECTOR;

    g_assert_true(rb_image_read(form->image, frame, samples, RB_FRAMES_PER_SECTOR, NULL));
    g_assert_true(rb_image_read(joined, frame, others, RB_FRAMES_PER_SECTOR, NULL));
    g_assert_cmpmem(samples, sizeof samples, others, sizeof others);
  }
}

static void
test_tracks(void)
{
  static const AlCodec codecs[] = {AL_CODEC_WAV, AL_CODEC_FLAC, AL_CODEC_AIFF};

  for (int i = 0; i < DISCS / 2; i++) {
    g_autoptr(RbDisc) disc = small_disc(DDP_FLAGS);

    begin(disc);
    convert("start", "tracks",
            (AlConversion){.target = AL_TARGET_TRACKS,
                           .codec = codecs[i % 3],
                           .gaps = i % 2 ? AL_GAPS_END : AL_GAPS_START});
    g_autoptr(RbImage) joined = join("tracks");

    expect_same_audio(disc, joined);
    end();
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/circle/ddp_cue_toc_ddp", test_circle);
  g_test_add_func("/circle/ddp_cue_ddp_with_scms", test_circle_with_scms);
  g_test_add_func("/circle/foreign_sets", test_foreign_sets);
  g_test_add_func("/circle/tracks", test_tracks);
  return g_test_run();
}
