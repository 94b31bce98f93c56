/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/disc/verify.h"

#include <stdio.h>

#include "src/options.h"
#include "src/progress.h"
#include "src/report.h"

static void
print_verified(const AlVerified *verified, const RbFindings *findings)
{
  guint errors = rb_findings_count_of(findings, RB_SEVERITY_ERROR);
  guint warnings = rb_findings_count_of(findings, RB_SEVERITY_WARNING);

  if (verified->checksums > 0)
    printf("%u checksums compared\n", verified->checksums);
  for (guint i = 0; i < verified->discs->len; i++)
    printf("read %s\n", (const char *)g_ptr_array_index(verified->discs, i));
  if (errors == 0)
    printf("Verified: nothing differs, no rule is broken%s.\n",
           warnings > 0 ? "; mind the warnings" : "");
  else
    printf("NOT verified: %u error%s.\n", errors, errors == 1 ? "" : "s");
}

static void
print_json(const AlVerified *verified, const RbFindings *findings)
{
  g_autoptr(JsonBuilder) builder = report_json_begin();

  json_builder_set_member_name(builder, "checksums");
  json_builder_add_int_value(builder, verified->checksums);
  json_builder_set_member_name(builder, "discs");
  json_builder_begin_array(builder);
  for (guint i = 0; i < verified->discs->len; i++)
    json_builder_add_string_value(builder, g_ptr_array_index(verified->discs, i));
  json_builder_end_array(builder);
  report_json_findings(builder, findings);
  report_json_end(builder);
}

static int
run(int argc, char **argv)
{
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autoptr(AlVerified) verified = NULL;
  g_autoptr(GError) error = NULL;
  Progress progress;
  Options options;
  AlJob job;

  if (!options_read(&cmd_verify, NULL, 1, 1, argc, argv, &options))
    return EXIT_REFUSED;
  progress_init(&progress, options.quiet);
  job = progress_job(&progress, 0);
  verified = al_verify(options.arguments[0], &job, findings, &error);
  progress_end(&progress);
  if (verified != NULL && options.json)
    print_json(verified, findings);
  else if (verified != NULL && !options.quiet)
    print_verified(verified, findings);
  fflush(stdout);
  report_findings(findings);
  if (verified != NULL)
    return report_status(findings);
  report_failure(NULL, error);
  return EXIT_REFUSED;
}

const Command cmd_verify = {
    .name = "verify",
    .arguments = "PATH",
    .summary = "Proves masters again: checksums, rules, and that all forms hold the same disc.",
    .run = run,
};
