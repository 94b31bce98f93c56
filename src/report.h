/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef REPORT_H
#define REPORT_H

/* What commands tell the user: findings, errors, and both as JSON. */

#include <json-glib/json-glib.h>

#include "album/project/project.h"
#include "redbook/finding.h"

/* One line a finding on stderr, the severity in colour on a terminal without NO_COLOR. */
void report_findings(const RbFindings *findings);

/* The same without those of severity error, which stand among the project's diagnostics. */
void report_lesser_findings(const RbFindings *findings);

/* "segue: ..." on stderr, and with it the project's diagnostics (NULL: none). */
void report_failure(const AlProject *project, const GError *error);

/* Begins an object of the versioned form, {"segue": 1, ...}. */
JsonBuilder *report_json_begin(void);

/* Adds "findings": [...]. */
void report_json_findings(JsonBuilder *builder, const RbFindings *findings);

/* Adds {"text": error, ...} to an array of errors. */
void report_json_error(JsonBuilder *builder, const GError *error);

/* Adds "findings": [...], and "errors": [...], which is what report_failure() tells. Project and
 * error may be NULL. */
void report_json_outcome(JsonBuilder *builder, const RbFindings *findings, const AlProject *project,
                         const GError *error);

/* Ends the object and prints it on stdout. */
void report_json_end(JsonBuilder *builder);

/* A text, with U+FFFD for bytes that are not UTF-8 (names of files may hold any); NULL becomes
 * null. */
void report_json_text(JsonBuilder *builder, const char *name, const char *text);

/* A number, or null where there is none (not finite). */
void report_json_number(JsonBuilder *builder, const char *name, double value);

/* How a command ends that printed its result, or failed with `error`: findings and error on stderr,
 * and with `json` a failure as an object with nothing but these, so that stdout is JSON whatever
 * happens. The exit status. */
int report_end(gboolean json, const RbFindings *findings, const GError *error);

/* EXIT_FINDINGS where a finding is an error, else EXIT_CLEAN. */
int report_status(const RbFindings *findings);

#endif
