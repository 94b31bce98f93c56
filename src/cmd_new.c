/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "album/draft/draft_disc.h"
#include "album/draft/draft_folder.h"
#include "album/draft/draft_print.h"
#include "album/draft/new_file.h"
#include "src/options.h"
#include "src/report.h"

#define PROJECT_NAME "album.yaml"

static char *output;

static const GOptionEntry entries[] = {
    {"out", 'o', 0, G_OPTION_ARG_FILENAME, &output,
     "The file to write (default: album.yaml in DIR, or beside the disc)", "FILE"},
    G_OPTION_ENTRY_NULL,
};

/* In a folder of mixes; beside a sheet, or beside the folder of a DDP, to which nothing is added.
 */
static char *
default_place(const char *from)
{
  g_autofree char *whole = g_canonicalize_filename(from, NULL);
  g_autofree char *folder = al_disc_form_is(from) && g_file_test(from, G_FILE_TEST_IS_DIR)
                                ? g_path_get_dirname(whole)
                            : g_file_test(from, G_FILE_TEST_IS_DIR) ? g_strdup(from)
                                                                    : g_path_get_dirname(from);

  return g_str_equal(folder, ".") ? g_strdup(PROJECT_NAME)
                                  : g_build_filename(folder, PROJECT_NAME, NULL);
}

static AlDraft *
make_draft(const char *from, const char *project_folder, RbFindings *findings, GError **error)
{
  g_autoptr(RbFindings) odd = rb_findings_new();
  g_autoptr(AlDiscForm) form = NULL;

  if (!al_disc_form_is(from))
    return al_draft_from_folder(from, project_folder, findings, error);
  form = al_disc_form_open(from, from, odd, error);
  return form != NULL ? al_draft_from_disc(form, project_folder, findings, error) : NULL;
}

static AlDraft *
write_project(const char *from, const char *path, RbFindings *findings, GError **error)
{
  g_autofree char *folder = g_path_get_dirname(path);
  g_autoptr(AlDraft) draft = make_draft(from, folder, findings, error);
  g_autofree char *text = draft != NULL ? al_draft_print(draft, findings) : NULL;

  return text != NULL && al_new_file_write(path, text, error) ? g_steal_pointer(&draft) : NULL;
}

static void
print_json(const char *path, const AlDraft *draft, const RbFindings *findings)
{
  g_autoptr(JsonBuilder) builder = report_json_begin();

  report_json_text(builder, "path", path);
  json_builder_set_member_name(builder, "tracks");
  json_builder_add_int_value(builder, draft->tracks->len);
  report_json_text(builder, "run_first", draft->command);
  report_json_outcome(builder, findings, NULL, NULL);
  report_json_end(builder);
}

static void
print_text(const char *path, const AlDraft *draft)
{
  g_autofree char *shown = g_filename_display_name(path);
  g_autofree char *quoted = g_shell_quote(path);

  printf("Wrote %s: %u track%s.\nNext: look through it, then ", shown, draft->tracks->len,
         draft->tracks->len == 1 ? "" : "s");
  if (draft->command != NULL)
    printf("%s and ", draft->command);
  printf("segue check %s\n", quoted);
}

static int
run(int argc, char **argv)
{
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autoptr(AlDraft) draft = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;
  Options options;

  if (!options_read(&cmd_new, entries, 1, 1, argc, argv, &options))
    return EXIT_REFUSED;
  path = output != NULL ? g_strdup(output) : default_place(options.arguments[0]);
  draft = write_project(options.arguments[0], path, findings, &error);
  if (draft != NULL && options.json)
    print_json(path, draft, findings);
  else if (draft != NULL && !options.quiet)
    print_text(path, draft);
  return report_end(options.json, findings, error);
}

const Command cmd_new = {
    .name = "new",
    .arguments = "DIR|CUE|TOC|DDP",
    .summary = "Writes an album.yaml to start from: from a folder of mixes, or from a disc.",
    .run = run,
};
