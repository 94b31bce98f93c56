/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "src/report.h"

#include <math.h>
#include <stdio.h>
#include <unistd.h>

#include "album/error.h"
#include "src/command.h"

/* The version of the form of our JSON. */
#define JSON_FORM 1

static const char *
severity_colour(RbSeverity severity)
{
  static const char *const colours[] = {
      [RB_SEVERITY_NOTE] = "\033[36m",
      [RB_SEVERITY_WARNING] = "\033[33m",
      [RB_SEVERITY_ERROR] = "\033[31m",
  };

  return colours[severity];
}

static gboolean
coloured(void)
{
  const char *no_colour = g_getenv("NO_COLOR");

  return isatty(STDERR_FILENO) && (no_colour == NULL || no_colour[0] == '\0');
}

static void
print_findings(const RbFindings *findings, RbSeverity most)
{
  gboolean colour = coloured();

  for (guint i = 0; i < rb_findings_count(findings); i++) {
    const RbFinding *finding = rb_findings_get(findings, i);

    if (finding->severity > most)
      continue;
    fprintf(stderr, "%s%s%s %s%s%s: %s\n", colour ? severity_colour(finding->severity) : "",
            rb_severity_name(finding->severity), colour ? "\033[0m" : "", finding->id,
            finding->place[0] != '\0' ? ", " : "", finding->place, finding->text);
  }
}

void
report_findings(const RbFindings *findings)
{
  print_findings(findings, RB_SEVERITY_ERROR);
}

void
report_lesser_findings(const RbFindings *findings)
{
  print_findings(findings, RB_SEVERITY_WARNING);
}

void
report_failure(const AlProject *project, const GError *error)
{
  if (project != NULL && al_diagnostics_count(project->diagnostics) > 0) {
    g_autofree char *text = al_diagnostics_format(project->diagnostics);

    fputs(text, stderr);
  }
  if (error != NULL)
    fprintf(stderr, "segue: %s\n", error->message);
}

JsonBuilder *
report_json_begin(void)
{
  JsonBuilder *builder = json_builder_new();

  json_builder_begin_object(builder);
  json_builder_set_member_name(builder, "segue");
  json_builder_add_int_value(builder, JSON_FORM);
  return builder;
}

void
report_json_text(JsonBuilder *builder, const char *name, const char *text)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid(text, -1) : NULL;

  json_builder_set_member_name(builder, name);
  if (valid != NULL)
    json_builder_add_string_value(builder, valid);
  else
    json_builder_add_null_value(builder);
}

void
report_json_findings(JsonBuilder *builder, const RbFindings *findings)
{
  json_builder_set_member_name(builder, "findings");
  json_builder_begin_array(builder);
  for (guint i = 0; i < rb_findings_count(findings); i++) {
    const RbFinding *finding = rb_findings_get(findings, i);

    json_builder_begin_object(builder);
    report_json_text(builder, "id", finding->id);
    report_json_text(builder, "severity", rb_severity_name(finding->severity));
    report_json_text(builder, "place", finding->place);
    report_json_text(builder, "text", finding->text);
    json_builder_end_object(builder);
  }
  json_builder_end_array(builder);
}

static void
add_place(JsonBuilder *builder, const char *name, guint number)
{
  json_builder_set_member_name(builder, name);
  if (number > 0)
    json_builder_add_int_value(builder, number);
  else
    json_builder_add_null_value(builder);
}

/* `hint`: NULL where there is none. */
static void
add_error(JsonBuilder *builder, AlPlace place, const char *text, const char *hint)
{
  json_builder_begin_object(builder);
  add_place(builder, "line", place.line);
  add_place(builder, "column", place.column);
  report_json_text(builder, "text", text);
  report_json_text(builder, "hint", hint);
  json_builder_end_object(builder);
}

void
report_json_error(JsonBuilder *builder, const GError *error)
{
  add_error(builder, (AlPlace){0}, error->message, NULL);
}

static void
add_errors(JsonBuilder *builder, const AlProject *project, const GError *error)
{
  guint count = project != NULL ? al_diagnostics_count(project->diagnostics) : 0;
  gboolean counts_them = count > 0 && g_error_matches(error, AL_ERROR, AL_ERROR_PROJECT);

  json_builder_set_member_name(builder, "errors");
  json_builder_begin_array(builder);
  for (guint i = 0; i < count; i++) {
    const AlDiagnostic *diagnostic = al_diagnostics_get(project->diagnostics, i);

    add_error(builder, diagnostic->place, diagnostic->message, diagnostic->hint);
  }
  if (error != NULL && !counts_them)
    report_json_error(builder, error);
  json_builder_end_array(builder);
}

void
report_json_outcome(JsonBuilder *builder, const RbFindings *findings, const AlProject *project,
                    const GError *error)
{
  report_json_findings(builder, findings);
  add_errors(builder, project, error);
}

void
report_json_number(JsonBuilder *builder, const char *name, double value)
{
  json_builder_set_member_name(builder, name);
  if (isfinite(value))
    json_builder_add_double_value(builder, value == 0 ? 0 : value); /* and not -0.0 */
  else
    json_builder_add_null_value(builder);
}

void
report_json_end(JsonBuilder *builder)
{
  g_autoptr(JsonGenerator) generator = json_generator_new();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_end_object(builder);
  root = json_builder_get_root(builder);
  json_generator_set_pretty(generator, TRUE);
  json_generator_set_root(generator, root);
  text = json_generator_to_data(generator, NULL);
  puts(text);
}

int
report_status(const RbFindings *findings)
{
  return rb_findings_count_of(findings, RB_SEVERITY_ERROR) > 0 ? EXIT_FINDINGS : EXIT_CLEAN;
}

int
report_end(gboolean json, const RbFindings *findings, const GError *error)
{
  if (json && error != NULL) {
    g_autoptr(JsonBuilder) builder = report_json_begin();

    report_json_outcome(builder, findings, NULL, error);
    report_json_end(builder);
  }
  fflush(stdout);
  report_findings(findings);
  report_failure(NULL, error);
  return error != NULL ? EXIT_REFUSED : report_status(findings);
}
