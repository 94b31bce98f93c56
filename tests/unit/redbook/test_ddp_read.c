/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/ddp_read.h"

#include <glib/gstdio.h>
#include <string.h>

#include "redbook/ddp.h"
#include "redbook/error.h"
#include "tests/support/discs.h"

/* A set in a folder of its own. */
typedef struct {
  char *folder;
  RbDisc *disc;
  GArray *audio;
  RbFindings *findings;
} Set;

static char *
path(const Set *set, const char *name)
{
  return g_build_filename(set->folder, name, NULL);
}

static void
write_file(const Set *set, const char *name, const void *bytes, gsize length)
{
  g_autofree char *file = path(set, name);
  g_autoptr(GError) error = NULL;

  g_file_set_contents(file, bytes, (gssize)length, &error);
  g_assert_no_error(error);
}

static void
write_set(Set *set, const RbDisc *disc, const RbDdpStyle *style)
{
  g_autoptr(GPtrArray) files = rb_ddp_encode(disc, style, NULL, NULL);
  gsize audio_bytes = (gsize)disc->lead_out_sector * RB_BYTES_PER_SECTOR;
  g_autofree char *audio = g_malloc0(audio_bytes);

  for (guint i = 0; i < files->len; i++) {
    const RbDdpFile *file = g_ptr_array_index(files, i);

    write_file(set, file->name, file->bytes->data, file->bytes->len);
  }
  write_file(set, style->audio_name, audio, audio_bytes);
}

static void
set_up(Set *set, gconstpointer data)
{
  (void)data;
  *set = (Set){.folder = g_dir_make_tmp("segue-ddp-XXXXXX", NULL),
               .disc = discs_cue2ddp(11),
               .audio = rb_ddp_audio_new(),
               .findings = rb_findings_new()};
  RbTextBlock *block = rb_disc_add_text_block(set->disc, RB_CHARSET_ISO_8859_1, 0x09);

  set->disc->upc = g_strdup("4006381333931");
  rb_disc_track(set->disc, 2)->isrc = g_strdup("FRABC2600002");
  rb_text_block_texts(block, 2)->field[RB_TEXT_TITLE] = g_strdup("Fog");
  write_set(set, set->disc, &rb_ddp_style_usual);
}

static void
tear_down(Set *set, gconstpointer data)
{
  g_autoptr(GDir) listing = g_dir_open(set->folder, 0, NULL);
  const char *name;

  (void)data;
  while ((name = g_dir_read_name(listing)) != NULL) {
    g_autofree char *file = path(set, name);

    g_remove(file);
  }
  g_rmdir(set->folder);
  g_free(set->folder);
  rb_disc_free(set->disc);
  g_array_unref(set->audio);
  rb_findings_free(set->findings);
}

static RbDisc *
read_set(Set *set)
{
  g_autoptr(GError) error = NULL;
  RbDisc *disc = rb_ddp_read(set->folder, set->audio, set->findings, &error);

  g_assert_no_error(error);
  g_assert_nonnull(disc);
  return disc;
}

static const RbDdpAudio *
piece(const Set *set, guint i)
{
  return &g_array_index(set->audio, RbDdpAudio, i);
}

static void
assert_finding(const Set *set, const char *id, const char *part)
{
  for (guint i = 0; i < rb_findings_count(set->findings); i++) {
    const RbFinding *finding = rb_findings_get(set->findings, i);

    if (strcmp(finding->id, id) == 0 && strstr(finding->text, part) != NULL)
      return;
  }
  g_error("no finding %s \"%s\"", id, part);
}

static void
assert_is_disc(const Set *set, const RbDisc *disc)
{
  g_assert_cmpuint(disc->tracks->len, ==, 2);
  g_assert_cmpstr(disc->upc, ==, "4006381333931");
  g_assert_cmpstr(rb_disc_track(disc, 2)->isrc, ==, "FRABC2600002");
  g_assert_cmpint(rb_track_index(rb_disc_track(disc, 2), 1), ==, SECONDS(12));
  g_assert_cmpint(disc->lead_out_sector, ==, SECONDS(22));
  g_assert_cmpstr(
      rb_text_block_texts(g_ptr_array_index(disc->text_blocks, 0), 2)->field[RB_TEXT_TITLE], ==,
      "Fog");
  g_assert_cmpint(piece(set, 0)->first_sector, ==, 0);
  g_assert_cmpint(piece(set, 0)->sectors, ==, SECONDS(22));
}

static void
test_reads_what_was_written(Set *set, gconstpointer data)
{
  g_autoptr(RbDisc) disc = read_set(set);

  (void)data;
  assert_is_disc(set, disc);
  g_assert_true(g_str_has_suffix(piece(set, 0)->path, "/IMAGE.DAT"));
  g_assert_cmpuint(rb_findings_count(set->findings), ==, 0);
}

static void
test_reads_the_style_of_cue2ddp(Set *set, gconstpointer data)
{
  g_autoptr(RbDisc) disc = NULL;

  (void)data;
  write_set(set, set->disc, &rb_ddp_style_cue2ddp);
  disc = read_set(set);
  assert_is_disc(set, disc);
  g_assert_cmpuint(rb_findings_count(set->findings), ==, 0);
}

static void
test_names_in_lower_case(Set *set, gconstpointer data)
{
  static const char *const names[] = {"DDPID", "DDPMS", "PQDESCR", "CDTEXT.BIN", "IMAGE.DAT"};
  g_autoptr(RbDisc) disc = NULL;

  (void)data;
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autofree char *lower = g_ascii_strdown(names[i], -1);
    g_autofree char *from = path(set, names[i]);
    g_autofree char *to = path(set, lower);

    g_assert_cmpint(g_rename(from, to), ==, 0);
  }
  disc = read_set(set);
  assert_is_disc(set, disc);
  g_assert_cmpuint(rb_findings_count(set->findings), ==, 1);
  assert_finding(set, "R88", "The file is called DDPID");
}

/* Hidden audio longer than the map can say is no reason for a finding. */
static void
test_long_pause(Set *set, gconstpointer data)
{
  g_autoptr(RbDisc) disc = NULL;

  (void)data;
  g_array_index(rb_disc_track(set->disc, 1)->indexes, RbIndex, 1).sector = 10000;
  g_array_index(rb_disc_track(set->disc, 2)->indexes, RbIndex, 0).sector = 10400;
  set->disc->lead_out_sector = 10800;
  write_set(set, set->disc, &rb_ddp_style_usual);
  disc = read_set(set);
  g_assert_cmpint(rb_track_index(rb_disc_track(disc, 1), 1), ==, 10000);
  g_assert_cmpuint(rb_findings_count(set->findings), ==, 0);
}

/* Changes bytes of a file of the set. */
static void
patch(const Set *set, const char *name, gsize offset, const char *bytes)
{
  g_autofree char *file = path(set, name);
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true(g_file_get_contents(file, &content, &length, NULL));
  g_assert_cmpuint(offset + strlen(bytes), <=, length);
  memcpy(content + offset, bytes, strlen(bytes));
  write_file(set, name, content, length);
}

static void
test_image_after_the_pause(Set *set, gconstpointer data)
{
  g_autofree char *audio = g_malloc0(1500 * RB_BYTES_PER_SECTOR);
  g_autoptr(RbDisc) disc = NULL;

  (void)data;
  patch(set, "DDPMS", 256 + 14, "0000150000000150");
  patch(set, "DDPMS", 256 + 46, "   0");
  write_file(set, "IMAGE.DAT", audio, 1500 * RB_BYTES_PER_SECTOR);
  disc = read_set(set);
  g_assert_cmpint(piece(set, 0)->first_sector, ==, 150);
  g_assert_cmpint(piece(set, 0)->sectors, ==, 1500);
  g_assert_cmpuint(rb_findings_count(set->findings), ==, 1);
  assert_finding(set, "R88", "begins at sector 150");
}

static void
test_upc_not_in_pq(Set *set, gconstpointer data)
{
  g_autoptr(RbDisc) disc = NULL;

  (void)data;
  patch(set, "PQDESCR", 32, "             ");
  disc = read_set(set);
  assert_finding(set, "R24", "is not in the PQ descriptor");
  g_assert_cmpstr(disc->upc, ==, "4006381333931");
}

static void
test_codes_differ(Set *set, gconstpointer data)
{
  g_autoptr(RbDisc) disc = NULL;

  (void)data;
  patch(set, "DDPID", 8, "0123456789012");
  patch(set, "PQDESCR", 3 * 64 + 20, "FRABC2600009");
  disc = read_set(set);
  assert_finding(set, "R24", "The UPC is 0123456789012 in DDPID");
  assert_finding(set, "R24", "CD-TEXT has the code FRABC2600002, the PQ descriptor FRABC2600009");
}

static void
test_lengths_differ(Set *set, gconstpointer data)
{
  g_autoptr(RbDisc) disc = NULL;

  (void)data;
  write_file(set, "IMAGE.DAT", "short", 5);
  patch(set, "DDPMS", 256 + 14, "00001649");
  patch(set, "DDPMS", 256 + 46, " 151");
  patch(set, "DDPMS", 14, "00000017");
  disc = read_set(set);
  g_assert_cmpint(piece(set, 0)->sectors, ==, 0);
  assert_finding(set, "R86", "It has 5 bytes");
  assert_finding(set, "R86", "It is at sector 1650, the audio that DDPMS states ends at 1649");
  assert_finding(set, "R86", "It states a pause of 151 sectors");
  assert_finding(set, "R86", "DDPMS states 17");
}

static void
test_texts_not_in_the_map(Set *set, gconstpointer data)
{
  g_autofree char *file = path(set, "DDPMS");
  g_autofree char *map = NULL;
  g_autoptr(RbDisc) disc = NULL;

  (void)data;
  g_assert_true(g_file_get_contents(file, &map, NULL, NULL));
  write_file(set, "DDPMS", map + 128, 256);
  disc = read_set(set);
  assert_is_disc(set, disc);
  assert_finding(set, "R87", "which DDPMS does not name");
}

static void
test_missing_files(Set *set, gconstpointer data)
{
  static const char *const names[] = {"IMAGE.DAT", "PQDESCR", "DDPMS", "DDPID"};

  (void)data;
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autofree char *file = path(set, names[i]);
    g_autoptr(GError) error = NULL;

    g_remove(file);
    g_assert_null(rb_ddp_read(set->folder, set->audio, set->findings, &error));
    g_assert_error(error, RB_ERROR, RB_ERROR_FILE);
    g_assert_nonnull(strstr(error->message, names[i]));
  }
}

/* Texts are no reason to leave the rest unread. */
static void
test_missing_texts(Set *set, gconstpointer data)
{
  g_autofree char *file = path(set, "CDTEXT.BIN");
  g_autoptr(RbDisc) without = NULL;
  g_autoptr(RbDisc) broken = NULL;

  (void)data;
  write_file(set, "CDTEXT.BIN", "short", 5);
  broken = read_set(set);
  g_assert_cmpuint(broken->text_blocks->len, ==, 0);
  assert_finding(set, "R50", "are not CD-TEXT");
  g_remove(file);
  without = read_set(set);
  g_assert_cmpuint(without->tracks->len, ==, 2);
  assert_finding(set, "R87", "there is no file CDTEXT.BIN");
}

/* Replaces the map's line of the image by two, and the image by their files. */
static void
split_audio(const Set *set, const char *first, const char *second, gsize sectors)
{
  g_autofree char *file = path(set, "DDPMS");
  g_autofree char *audio = g_malloc0(900 * RB_BYTES_PER_SECTOR);
  g_autofree char *map = NULL;
  g_autofree char *lines = g_strdup_printf("%-128s%-128s", first, second);
  g_autofree char *both = g_malloc(512);

  g_assert_true(g_file_get_contents(file, &map, NULL, NULL));
  memcpy(both, map, 256);
  memcpy(both + 256, lines, 256);
  write_file(set, "DDPMS", both, 512);
  write_file(set, "A.TRK", audio, 900 * RB_BYTES_PER_SECTOR);
  write_file(set, "B.TRK", audio, sectors * RB_BYTES_PER_SECTOR);
}

static void
test_several_streams(Set *set, gconstpointer data)
{
  g_autoptr(RbDisc) disc = NULL;

  (void)data;
  split_audio(
      set, "VVVMD0             900                DA71     150                      17A.TRK",
      "VVVMD0             750                DA71                              17B.TRK", 750);
  disc = read_set(set);
  g_assert_cmpuint(set->audio->len, ==, 2);
  g_assert_cmpint(piece(set, 0)->first_sector, ==, 0);
  g_assert_cmpint(piece(set, 1)->first_sector, ==, 900);
  g_assert_cmpint(piece(set, 1)->sectors, ==, 750);
  g_assert_cmpuint(rb_findings_count(set->findings), ==, 1);
  assert_finding(set, "R88", "in 2 files");
}

static void
test_streams_overlap(Set *set, gconstpointer data)
{
  g_autoptr(RbDisc) disc = NULL;

  (void)data;
  split_audio(
      set, "VVVMD0             900                DA71     150                      17A.TRK",
      "VVVMD0             750     899        DA71                              17B.TRK", 749);
  disc = read_set(set);
  g_assert_cmpint(piece(set, 1)->first_sector, ==, 900);
  g_assert_cmpint(piece(set, 1)->sectors, ==, 749);
  assert_finding(set, "R80", "begins it at sector 899");
  assert_finding(set, "R86", "It has 749 sectors, DDPMS states 750");
}

static void
test_not_a_file(Set *set, gconstpointer data)
{
  g_autofree char *file = path(set, "IMAGE.DAT");
  g_autoptr(GError) folder = NULL;
  g_autoptr(GError) too_long = NULL;
  g_autofree char *spaces = g_strnfill(128 * 128 + 17, ' ');

  (void)data;
  g_remove(file);
  g_mkdir(file, 0700);
  g_assert_null(rb_ddp_read(set->folder, set->audio, set->findings, &folder));
  g_assert_error(folder, RB_ERROR, RB_ERROR_FILE);
  write_file(set, "DDPMS", spaces, strlen(spaces));
  g_assert_null(rb_ddp_read(set->folder, set->audio, set->findings, &too_long));
  g_assert_error(too_long, RB_ERROR, RB_ERROR_FORMAT);
  g_assert_null(rb_ddp_read("/nowhere", set->audio, set->findings, NULL));
}

#define ADD(name, function) g_test_add("/ddp_read/" name, Set, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  ADD("reads_what_was_written", test_reads_what_was_written);
  ADD("reads_the_style_of_cue2ddp", test_reads_the_style_of_cue2ddp);
  ADD("names_in_lower_case", test_names_in_lower_case);
  ADD("long_pause", test_long_pause);
  ADD("image_after_the_pause", test_image_after_the_pause);
  ADD("upc_not_in_pq", test_upc_not_in_pq);
  ADD("codes_differ", test_codes_differ);
  ADD("lengths_differ", test_lengths_differ);
  ADD("texts_not_in_the_map", test_texts_not_in_the_map);
  ADD("missing_files", test_missing_files);
  ADD("missing_texts", test_missing_texts);
  ADD("several_streams", test_several_streams);
  ADD("streams_overlap", test_streams_overlap);
  ADD("not_a_file", test_not_a_file);
  return g_test_run();
}
