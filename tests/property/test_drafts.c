/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written into a project file is read back as it was: any text, and any disc. */
#include <string.h>

#include "album/deliver/cd_disc.h"
#include "album/draft/draft_disc.h"
#include "album/draft/draft_print.h"
#include "album/project/yaml.h"
#include "album/project/yaml_text.h"
#include "album/sequence/mixes.h"
#include "redbook/language.h"
#include "redbook/toc.h"
#include "tests/support/discs.h"
#include "tests/support/random_disc.h"
#include "tests/support/sound_file.h"

#define TEXTS 20000
#define DISCS 8
#define MOST_TRACKS 5

/* Characters that mean something to YAML, as often as any others. */
static gunichar
random_character(void)
{
  static const char special[] = " \t\n:#-?[]{},&*!|>'\"%@`\\~=.0aA";
  gunichar character;

  switch (g_test_rand_int_range(0, 4)) {
  case 0:
    return (gunichar)g_test_rand_int_range(1, 0x80);
  case 1:
    do
      character = (gunichar)g_test_rand_int_range(1, 0x110000);
    while (!g_unichar_validate(character));
    return character;
  default:
    return (guchar)special[g_test_rand_int_range(0, sizeof special - 1)];
  }
}

static char *
random_text(void)
{
  GString *text = g_string_new(NULL);

  for (int i = g_test_rand_int_range(0, 12); i > 0; i--)
    g_string_append_unichar(text, random_character());
  return g_string_free(text, FALSE);
}

static void
assert_text(const AlYamlNode *node, const char *text, const char *file)
{
  if (node == NULL || node->kind != AL_YAML_TEXT || strcmp(node->text, text) != 0)
    g_error("not the same text in:\n%s", file);
}

static void
test_texts(void)
{
  for (int i = 0; i < TEXTS; i++) {
    g_autoptr(AlDiagnostics) diagnostics = NULL;
    g_autofree char *text = random_text();
    g_autofree char *scalar = al_yaml_text(text);
    g_autofree char *comment = al_yaml_comment(text);
    g_autofree char *file = g_strdup_printf("# %s\na:\n  b: %s # %s\n  c:\n    - %s\n    - d: %s\n",
                                            comment, scalar, comment, scalar, scalar);
    g_autoptr(AlYamlNode) root = NULL;
    const AlYamlNode *map, *list;

    diagnostics = al_diagnostics_new("test.yaml", file);
    root = al_yaml_parse(file, strlen(file), diagnostics);
    if (root == NULL || al_diagnostics_count(diagnostics) > 0)
      g_error("refused:\n%s", file);
    map = al_yaml_get(root, "a");
    list = al_yaml_get(map, "c");
    assert_text(al_yaml_get(map, "b"), text, file);
    assert_text(al_yaml_item(list, 0), text, file);
    assert_text(al_yaml_get(al_yaml_item(list, 1), "d"), text, file);
  }
}

/* Texts as a project has them: without blanks at their ends, never empty, and a name that the album
 * has, each track has. */
static void
settle_text(RbTextBlock *block, guint track, int field)
{
  char **text = &rb_text_block_texts(block, track)->field[field];

  if (*text != NULL && g_strstrip(*text)[0] == '\0')
    g_clear_pointer(text, g_free);
  if (*text != NULL)
    return;
  if (track == 0 && field == RB_TEXT_TITLE)
    *text = g_strdup("A");
  else if (track > 0 && field != RB_TEXT_TITLE && field != RB_TEXT_MESSAGE)
    *text = g_strdup(block->disc.field[field]);
}

/* A disc that a project can say, in two languages. */
static RbDisc *
random_album(void)
{
  RbDisc *disc = random_disc_new(MOST_TRACKS, RB_FLAG_PRE_EMPHASIS | RB_FLAG_COPY_PERMITTED);

  random_disc_add_block(disc, RB_CHARSET_ISO_8859_1, RB_LANGUAGE_ENGLISH, FALSE);
  random_disc_add_block(disc, RB_CHARSET_MS_JIS, RB_LANGUAGE_JAPANESE, FALSE);
  for (guint i = 0; i < disc->text_blocks->len; i++) {
    RbTextBlock *block = g_ptr_array_index(disc->text_blocks, i);

    block->copyrighted = FALSE;
    for (guint track = 0; track <= disc->tracks->len; track++)
      for (int field = 0; field < RB_TEXT_FIELDS; field++)
        settle_text(block, track, field);
  }
  return disc;
}

/* Noise, with silence in every other pause, by chance. */
static void
write_audio(const RbDisc *disc, const char *path)
{
  gsize bytes;
  g_autofree guint8 *audio = discs_audio(disc, RB_FIRST_PAUSE_SECTORS, &bytes);

  for (guint number = 1; number <= disc->tracks->len; number++) {
    gint32 pause = MAX(rb_track_first_sector(rb_disc_track(disc, number)), RB_FIRST_PAUSE_SECTORS);
    gint32 start = rb_track_index(rb_disc_track(disc, number), 1);

    if (g_test_rand_bit())
      memset(audio + (gsize)(pause - RB_FIRST_PAUSE_SECTORS) * RB_BYTES_PER_SECTOR, 0,
             (gsize)(start - pause) * RB_BYTES_PER_SECTOR);
  }
  discs_write_wav(path, audio, bytes);
}

static void
write_toc(const RbDisc *disc, const char *path)
{
  const RbTocStyle style = {
      .file_name = "disc.wav", .first_sector = RB_FIRST_PAUSE_SECTORS, .text_blocks = 8};
  g_autoptr(GError) error = NULL;
  g_autofree char *text = rb_toc_print(disc, &style, &error);

  g_assert_no_error(error);
  g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

/* The text of the project file that a TOC becomes. */
static char *
draft_text(const char *toc, const char *folder)
{
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autoptr(GError) error = NULL;
  g_autoptr(AlDiscForm) form = al_disc_form_open(toc, "toc", findings, &error);
  g_autoptr(AlDraft) draft = NULL;

  g_assert_no_error(error);
  draft = al_draft_from_disc(form, folder, findings, &error);
  g_assert_no_error(error);
  g_assert_cmpuint(rb_findings_count(findings), ==, 0);
  return al_draft_print(draft, findings);
}

/* The disc that rendering the project would make. */
static RbDisc *
rendered_disc(const char *folder, const char *text)
{
  g_autofree char *path = g_build_filename(folder, "album.yaml", NULL);
  g_autoptr(AlProject) project = al_project_parse(path, text, strlen(text));
  const AlJob job = {.threads = 1};
  g_autoptr(AlMixes) mixes = NULL;
  g_autoptr(AlTimeline) timeline = NULL;

  if (al_diagnostics_count(project->diagnostics) == 0) {
    mixes = al_mixes_new(project, &job, NULL);
    timeline = al_timeline_new(project, al_mixes_rate(mixes), al_mixes_frames(mixes));
  }
  if (al_diagnostics_count(project->diagnostics) > 0) {
    g_autofree char *told = al_diagnostics_format(project->diagnostics);

    g_error("%s\nin:\n%s", told, text);
  }
  return al_cd_disc_new(project, timeline);
}

static void
test_disc(const char *folder)
{
  g_autoptr(RbDisc) disc = random_album();
  g_autoptr(RbDisc) rendered = NULL;
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autofree char *wav = g_build_filename(folder, "disc.wav", NULL);
  g_autofree char *toc = g_build_filename(folder, "disc.toc", NULL);
  g_autofree char *text = NULL;

  write_audio(disc, wav);
  write_toc(disc, toc);
  text = draft_text(toc, folder);
  rendered = rendered_disc(folder, text);
  rb_disc_compare(disc, rendered, RB_COMPARE_TOC & ~RB_COMPARE_EXTRAS, findings);
  for (guint i = 0; i < rb_findings_count(findings); i++)
    g_test_message("%s, %s: %s", rb_findings_get(findings, i)->id,
                   rb_findings_get(findings, i)->place, rb_findings_get(findings, i)->text);
  if (rb_findings_count(findings) > 0)
    g_error("not the same disc:\n%s", text);
}

static void
test_discs(void)
{
  char *folder = test_folder_new();

  for (int i = 0; i < DISCS; i++)
    test_disc(folder);
  test_folder_remove(folder);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/drafts/texts", test_texts);
  g_test_add_func("/drafts/discs", test_discs);
  return g_test_run();
}
