/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_FINDING_H
#define RB_FINDING_H

/* Findings: what a rule says about a disc, a mix or a master.
 *
 * A finding is not an error of the program: the work goes on, and one run shows all of them. A rule
 * has an id that stays the same for ever (R07, Q12, ...), so that scripts can wait for it. */

#include <glib.h>

typedef enum {
  RB_SEVERITY_NOTE,
  RB_SEVERITY_WARNING,
  RB_SEVERITY_ERROR,
} RbSeverity;

typedef struct {
  const char *id; /* static */
  RbSeverity severity;
  char *place; /* for a person: "track 3", "cd, track 3, index 2", "DDPMS, byte 14" */
  char *text;  /* sentences: what was found, what is allowed */
} RbFinding;

typedef struct RbFindings RbFindings;

RbFindings *rb_findings_new(void);
void rb_findings_free(RbFindings *findings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RbFindings, rb_findings_free)

/* Appends a finding. `id` must be static; `place` is copied and may be "" for the whole. */
void rb_findings_add(RbFindings *findings, const char *id, RbSeverity severity, const char *place,
                     const char *format, ...) G_GNUC_PRINTF(5, 6);

/* The same at the place "track <track>". */
void rb_findings_add_at_track(RbFindings *findings, const char *id, RbSeverity severity,
                              guint track, const char *format, ...) G_GNUC_PRINTF(5, 6);

/* The same with an error's message as its sentence: a capital before, a full stop behind. */
void rb_findings_add_error(RbFindings *findings, const char *id, RbSeverity severity,
                           const char *place, const GError *error);

/* Appends all of `from`, in order, each place behind "`prefix`, " (NULL: as it is). */
void rb_findings_append(RbFindings *findings, const RbFindings *from, const char *prefix);

guint rb_findings_count(const RbFindings *findings);
const RbFinding *rb_findings_get(const RbFindings *findings, guint i);

/* The track that a finding's place names ("cd, track 3, index 2"), 0 where it names none. */
guint rb_finding_track(const RbFinding *finding);

/* How many are of this severity. */
guint rb_findings_count_of(const RbFindings *findings, RbSeverity severity);

/* "error", "warning", "note". */
const char *rb_severity_name(RbSeverity severity);

#endif
