/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "album/disc/disc_sheet.h"
#include "album/disc/image_digest.h"
#include "album/disc/one_disc.h"
#include "src/options.h"
#include "src/progress.h"
#include "src/report.h"
#include "src/shown.h"

typedef char *(*PrintSheet)(const RbDisc *disc, const RbPqSheetHead *head);

static const struct {
  const char *name;
  PrintSheet print;
} formats[] = {
    {"text", al_disc_sheet_text},
    {"html", al_disc_sheet_html},
    {"csv", al_disc_sheet_csv},
};

/* What the options ask for: nothing where they say --json, or --quiet and no format. */
static gboolean
find_format(const char *name, const Options *options, PrintSheet *print)
{
  *print = options->json || options->quiet ? NULL : al_disc_sheet_text;
  if (name == NULL)
    return TRUE;
  if (options->json) {
    fputs("segue show: --format does not go with --json\n", stderr);
    return FALSE;
  }
  for (gsize i = 0; i < G_N_ELEMENTS(formats); i++) {
    if (strcmp(name, formats[i].name) == 0) {
      *print = formats[i].print;
      return TRUE;
    }
  }
  fprintf(stderr, "segue show: there is no format \"%s\"; expected text, html or csv\n", name);
  return FALSE;
}

static void
print_sheet(const AlDiscForm *form, const char *md5, PrintSheet print)
{
  const RbPqSheetHead head = {.image_md5 = md5};
  g_autofree char *sheet = print(form->disc, &head);

  fputs(sheet, stdout);
}

/* Opens the disc, reads its audio and prints it; the findings are what is odd about its form. */
static void
show(const Options *options, PrintSheet print, const AlJob *job, RbFindings *findings,
     GError **error)
{
  g_autoptr(AlDiscForm) form = al_one_disc_open(options->arguments[0], findings, error);
  g_autoptr(RbDigest) digest = NULL;
  const char *md5;

  if (form == NULL)
    return;
  digest = al_image_digest(form->image, form->disc->lead_out_sector,
                           RB_CHECKSUM_BIT(RB_CHECKSUM_MD5), job, error);
  if (digest == NULL)
    return;
  md5 = rb_digest_text(digest, RB_CHECKSUM_MD5);
  if (options->json)
    shown_print_json(form, md5, findings);
  else if (print != NULL)
    print_sheet(form, md5, print);
}

static int
run(int argc, char **argv)
{
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autoptr(GError) error = NULL;
  g_autofree char *name = NULL;
  const GOptionEntry entries[] = {
      {"format", 'f', 0, G_OPTION_ARG_STRING, &name, "text (default), html or csv", "FORMAT"},
      G_OPTION_ENTRY_NULL,
  };
  Progress progress;
  Options options;
  PrintSheet print;
  AlJob job;

  if (!options_read(&cmd_show, entries, 1, 1, argc, argv, &options) ||
      !find_format(name, &options, &print))
    return EXIT_REFUSED;
  progress_init(&progress, options.quiet);
  job = progress_job(&progress, 0);
  show(&options, print, &job, findings, &error);
  return report_end(options.json, findings, error);
}

const Command cmd_show = {
    .name = "show",
    .arguments = "PATH",
    .summary = "Prints a disc: the PQ sheet and CD-TEXT of a DDP, a CUE or a TOC.",
    .run = run,
};
