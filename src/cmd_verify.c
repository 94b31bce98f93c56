/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/disc/verify.h"

#include <stdio.h>

#include "redbook/msf.h"
#include "src/options.h"
#include "src/progress.h"
#include "src/report.h"
#include "src/table.h"

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
  report_json_outcome(builder, findings, NULL, NULL);
  report_json_end(builder);
}

static int
verify(const Options *options, const AlPlant *plant)
{
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autoptr(AlVerified) verified = NULL;
  g_autoptr(GError) error = NULL;
  Progress progress;
  AlJob job;

  progress_init(&progress, options->quiet);
  job = progress_job(&progress, 0);
  verified = al_verify(options->arguments[0], plant, &job, findings, &error);
  progress_end(&progress);
  if (verified != NULL && options->json)
    print_json(verified, findings);
  else if (verified != NULL && !options->quiet)
    print_verified(verified, findings);
  return report_end(options->json, findings, error);
}

static void
add_time(Table *table, gint32 sectors)
{
  g_autofree char *time = sectors > 0 ? rb_msf_format(sectors) : NULL;

  table_add(table, "%s", time != NULL ? time : "-");
}

static void
list_plants(const GPtrArray *plants, FILE *stream)
{
  static const char *const columns[] = {"Plant", "Usual", "Longest", "Shortest", "Source", NULL};
  g_autoptr(Table) table = table_new(columns);

  for (guint i = 0; i < plants->len; i++) {
    const AlPlant *plant = g_ptr_array_index(plants, i);

    table_add(table, "%s", plant->name);
    add_time(table, plant->usual_sectors);
    add_time(table, plant->longest_sectors);
    add_time(table, plant->shortest_sectors);
    table_add(table, "%s", plant->source);
  }
  table_print(table, stream);
}

static int
verify_for(const char *name, const Options *options)
{
  g_autoptr(GPtrArray) plants = al_plants_shipped();
  const AlPlant *plant = name != NULL ? al_plants_find(plants, name) : NULL;

  if (name == NULL || plant != NULL)
    return verify(options, plant);
  if (g_str_equal(name, "help")) {
    list_plants(plants, stdout);
    return EXIT_CLEAN;
  }
  fprintf(stderr, "segue verify: there is no plant \"%s\"; these are known:\n", name);
  list_plants(plants, stderr);
  return EXIT_REFUSED;
}

static int
run(int argc, char **argv)
{
  g_autofree char *plant = NULL;
  const GOptionEntry entries[] = {
      {"plant", 0, 0, G_OPTION_ARG_STRING, &plant,
       "Judge discs by what this pressing plant takes (help: list them)", "NAME"},
      G_OPTION_ENTRY_NULL,
  };
  Options options;

  if (!options_read(&cmd_verify, entries, 0, 1, argc, argv, &options))
    return EXIT_REFUSED;
  if (g_strcmp0(plant, "help") != 0 &&
      !options_check_count(&cmd_verify, options.arguments[0] != NULL, 1, 1))
    return EXIT_REFUSED;
  return verify_for(plant, &options);
}

const Command cmd_verify = {
    .name = "verify",
    .arguments = "PATH",
    .summary = "Proves masters again: checksums, rules, and that all forms hold the same disc.",
    .run = run,
};
