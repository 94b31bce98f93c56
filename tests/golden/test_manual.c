/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What segue-album(5) says of the steps of a chain and of checks is what their tables say. With
 * SEGUE_UPDATE_GOLDEN set those parts of the page are written anew, to be read through before it is
 * committed. */
#include <math.h>
#include <string.h>

#include "album/chain/step.h"
#include "album/project/check_settings.h"

#define BEGIN ".\\\" The steps, from their tables: tests/golden/test_manual writes this part.\n"
#define END ".\\\" The end of the steps.\n"
#define BEGIN_CHECKS \
  ".\\\" The checks, from their table: tests/golden/test_manual writes this part.\n"
#define END_CHECKS ".\\\" The end of the checks.\n"

/* Text as roff has it: a hyphen that is typed is \-. */
static void
add_escaped(GString *page, const char *text)
{
  for (; *text != '\0'; text++) {
    if (*text == '-' || *text == '\\')
      g_string_append_c(page, '\\');
    g_string_append_c(page, *text);
  }
}

static void
add_parameter(GString *page, const AlParameter *parameter)
{
  g_autofree char *range = al_parameter_format_range(parameter);
  g_autofree char *value = NULL;

  g_string_append(page, ".TP\n.BI \"");
  add_escaped(page, parameter->name);
  g_string_append(page, ": \" \"");
  add_escaped(page, range);
  g_string_append(page, "\"\n");
  add_escaped(page, parameter->text);
  if (isnan(parameter->default_value)) {
    g_string_append(page, "\nRequired.\n");
    return;
  }
  value = al_parameter_format(parameter, parameter->default_value);
  g_string_append(page, "\nDefault:\n.BR \"");
  add_escaped(page, value);
  g_string_append(page, "\" .\n");
}

static void
add_table(GString *page, const AlParameter *table)
{
  for (; table->name != NULL; table++)
    add_parameter(page, table);
}

/* A table that several forms share is told at the first of them. */
static gboolean
is_told(const AlEntryList *list, const AlEntryForm *form, const AlParameter *table)
{
  for (const AlEntryForm *earlier = list->forms; earlier < form; earlier++) {
    for (guint i = 0; earlier->tables[i] != NULL; i++) {
      if (earlier->tables[i] == table)
        return TRUE;
    }
  }
  return FALSE;
}

static void
add_form(GString *page, const AlEntryList *list, const AlEntryForm *form)
{
  g_autoptr(GString) above = g_string_new(NULL);

  g_string_append(page, ".PP\n");
  if (form->name != NULL) {
    g_string_append(page, ".BR \"");
    add_escaped(page, form->name);
    g_string_append(page, "\" :\n");
  }
  add_escaped(page, form->text);
  g_string_append(page, "\n.RS 4\n");
  for (guint i = 0; form->tables[i] != NULL; i++) {
    const AlParameter *table = form->tables[i];

    if (!is_told(list, form, table))
      add_table(page, table);
    else
      for (; table->name != NULL; table++)
        g_string_append_printf(above, "%s%s", above->len > 0 ? ", " : "", table->name);
  }
  if (above->len > 0)
    g_string_append_printf(page, ".PP\nAs above: %s.\n", above->str);
  g_string_append(page, ".RE\n");
}

static void
add_step(GString *page, const AlStepKind *kind)
{
  g_string_append_printf(page, ".SS %s\n", kind->name);
  add_escaped(page, kind->summary);
  g_string_append_c(page, '\n');
  add_table(page, kind->parameters);
  if (kind->mixable)
    add_parameter(page, &al_step_mix);
  if (kind->list != NULL) {
    g_string_append_printf(page, ".TP\n.BI \"%s: \" \"a list of %u to %u\"\nEach is a mapping:\n",
                           kind->list->name, kind->list->minimum, kind->list->maximum);
    for (const AlEntryForm *form = kind->list->forms; form->text != NULL; form++)
      add_form(page, kind->list, form);
  }
  g_string_append(page, ".PP\n.nf\n.RS 4\n");
  add_escaped(page, kind->example);
  g_string_append(page, ".RE\n.fi\n");
}

static char *
write_steps(void)
{
  GString *page = g_string_new(NULL);

  for (guint i = 0; al_step_kinds[i] != NULL; i++)
    add_step(page, al_step_kinds[i]);
  return g_string_free(page, FALSE);
}

static void
add_limits(GString *page, const AlCheckKind *kind)
{
  const char *separator = "";

  for (gsize i = 0; i < AL_SEVERITIES; i++) {
    g_autofree char *limit =
        isnan(kind->limits[i]) ? NULL : al_quantity_print(kind->quantity, kind->limits[i]);

    if (limit == NULL)
      continue;
    g_string_append_printf(page, "%s%s: ", separator, rb_severity_name((RbSeverity)i));
    add_escaped(page, limit);
    separator = ", ";
  }
}

static char *
write_checks(void)
{
  GString *page = g_string_new(NULL);

  for (AlCheck check = 0; check < AL_CHECKS; check++) {
    const AlCheckKind *kind = &al_check_kinds[check];

    g_string_append(page, ".TP\n.BR \"");
    add_escaped(page, kind->name);
    g_string_append_printf(page, "\" \" (%s%s)\"\n%c", kind->id, kind->below ? ", below" : "",
                           g_ascii_toupper(kind->figure[0]));
    add_escaped(page, kind->figure + 1);
    g_string_append(page, ".\nDefault:\n.BR \"{");
    add_limits(page, kind);
    g_string_append(page, "}\" .\n");
  }
  return g_string_free(page, FALSE);
}

/* Compares what stands between two lines of the page, or writes it. */
static void
compare_part(const char *begin, const char *end, const char *expected)
{
  g_autofree char *path = g_build_filename(g_getenv("TOP_SRCDIR"), "album", "segue-album.5", NULL);
  g_autofree char *page = NULL;
  g_autofree char *found = NULL;
  g_autoptr(GError) error = NULL;
  const char *first, *behind;

  g_file_get_contents(path, &page, NULL, &error);
  g_assert_no_error(error);
  first = strstr(page, begin);
  g_assert_nonnull(first);
  first += strlen(begin);
  behind = strstr(first, end);
  g_assert_nonnull(behind);
  found = g_strndup(first, (gsize)(behind - first));
  if (g_getenv("SEGUE_UPDATE_GOLDEN") != NULL) {
    g_autofree char *before = g_strndup(page, (gsize)(first - page));
    g_autofree char *renewed = g_strconcat(before, expected, behind, NULL);

    g_file_set_contents(path, renewed, -1, &error);
    g_assert_no_error(error);
  } else {
    g_assert_cmpstr(found, ==, expected);
  }
}

static void
test_steps(void)
{
  g_autofree char *expected = write_steps();

  compare_part(BEGIN, END, expected);
}

static void
test_checks(void)
{
  g_autofree char *expected = write_checks();

  compare_part(BEGIN_CHECKS, END_CHECKS, expected);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/golden/manual/steps", test_steps);
  g_test_add_func("/golden/manual/checks", test_checks);
  return g_test_run();
}
