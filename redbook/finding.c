/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/finding.h"

#include <string.h>

#include "redbook/place.h"

struct RbFindings {
  GPtrArray *list; /* of RbFinding */
};

static void
finding_free(gpointer data)
{
  RbFinding *finding = data;

  g_free(finding->place);
  g_free(finding->text);
  g_free(finding);
}

static void
take(RbFindings *findings, const char *id, RbSeverity severity, char *place, char *text)
{
  RbFinding *finding = g_new(RbFinding, 1);

  *finding = (RbFinding){.id = id, .severity = severity, .place = place, .text = text};
  g_ptr_array_add(findings->list, finding);
}

RbFindings *
rb_findings_new(void)
{
  RbFindings *findings = g_new(RbFindings, 1);

  findings->list = g_ptr_array_new_with_free_func(finding_free);
  return findings;
}

void
rb_findings_free(RbFindings *findings)
{
  if (findings == NULL)
    return;
  g_ptr_array_unref(findings->list);
  g_free(findings);
}

void
rb_findings_add(RbFindings *findings, const char *id, RbSeverity severity, const char *place,
                const char *format, ...)
{
  va_list arguments;

  va_start(arguments, format);
  take(findings, id, severity, g_strdup(place), g_strdup_vprintf(format, arguments));
  va_end(arguments);
}

void
rb_findings_add_at_track(RbFindings *findings, const char *id, RbSeverity severity, guint track,
                         const char *format, ...)
{
  va_list arguments;

  va_start(arguments, format);
  take(findings, id, severity, rb_place_track(track), g_strdup_vprintf(format, arguments));
  va_end(arguments);
}

/* And not with a path, which is another in capitals. */
static gboolean
begins_with_a_word(const char *text)
{
  while (g_ascii_isalpha(*text) || *text == '-')
    text++;
  return *text == ' ';
}

void
rb_findings_add_error(RbFindings *findings, const char *id, RbSeverity severity, const char *place,
                      const GError *error)
{
  char *text = g_strconcat(error->message, g_str_has_suffix(error->message, ".") ? "" : ".", NULL);

  if (begins_with_a_word(text))
    text[0] = g_ascii_toupper(text[0]);
  take(findings, id, severity, g_strdup(place), text);
}

void
rb_findings_append(RbFindings *findings, const RbFindings *from, const char *prefix)
{
  for (guint i = 0; i < rb_findings_count(from); i++) {
    const RbFinding *finding = rb_findings_get(from, i);
    gboolean both = prefix != NULL && finding->place[0] != '\0';

    take(findings, finding->id, finding->severity,
         g_strconcat(prefix != NULL ? prefix : "", both ? ", " : "", finding->place, NULL),
         g_strdup(finding->text));
  }
}

guint
rb_findings_count(const RbFindings *findings)
{
  return findings->list->len;
}

const RbFinding *
rb_findings_get(const RbFindings *findings, guint i)
{
  return g_ptr_array_index(findings->list, i);
}

guint
rb_finding_track(const RbFinding *finding)
{
  g_auto(GStrv) parts = g_strsplit(finding->place, ", ", -1);
  guint64 track = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    if (g_str_has_prefix(parts[i], "track ") &&
        g_ascii_string_to_unsigned(parts[i] + strlen("track "), 10, 1, G_MAXUINT8, &track, NULL))
      break;
  return (guint)track;
}

guint
rb_findings_count_of(const RbFindings *findings, RbSeverity severity)
{
  guint count = 0;

  for (guint i = 0; i < findings->list->len; i++)
    count += rb_findings_get(findings, i)->severity == severity;
  return count;
}

const char *
rb_severity_name(RbSeverity severity)
{
  static const char *const names[] = {[RB_SEVERITY_NOTE] = "note",
                                      [RB_SEVERITY_WARNING] = "warning",
                                      [RB_SEVERITY_ERROR] = "error"};

  return names[severity];
}
