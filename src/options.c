/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "src/options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static gboolean
print_version(const char *name, const char *value, gpointer data, GError **error)
{
  (void)name, (void)value, (void)data, (void)error;
  puts(PACKAGE_STRING);
  exit(EXIT_CLEAN);
}

gboolean
options_check_count(const Command *command, guint count, guint least, guint most)
{
  if (count >= least && count <= most)
    return TRUE;
  fprintf(stderr, "segue %s: %s\nUsage: segue %s [OPTION...] %s\n", command->name,
          count < least ? "an argument is missing" : "too many arguments", command->name,
          command->arguments);
  return FALSE;
}

/* "-j4" as "--jobs=4", which stays as long as the program: GLib takes the value of a short option
 * only from an argument of its own. */
static char *
in_long_form(const GOptionEntry *entries, char *argument)
{
  static GStringChunk *forms;
  g_autofree char *form = NULL;

  if (argument[0] != '-' || argument[1] == '\0' || argument[1] == '-' || argument[2] == '\0')
    return argument;
  for (const GOptionEntry *entry = entries; entry->long_name != NULL; entry++)
    if (entry->short_name == argument[1] && entry->arg != G_OPTION_ARG_NONE) {
      if (forms == NULL)
        forms = g_string_chunk_new(64);
      form = g_strdup_printf("--%s=%s", entry->long_name, argument + 2);
      return g_string_chunk_insert(forms, form);
    }
  return argument;
}

/* What stands behind "--" is no option, whatever it looks like; GLib leaves the mark there where it
 * matters. */
static int
drop_mark(int argc, char **argv)
{
  int mark = 1;

  while (mark < argc && strcmp(argv[mark], "--") != 0)
    mark++;
  if (mark == argc)
    return argc;
  memmove(argv + mark, argv + mark + 1, (gsize)(argc - mark) * sizeof *argv);
  return argc - 1;
}

gboolean
options_read(const Command *command, const GOptionEntry *entries, guint least, guint most, int argc,
             char **argv, Options *options)
{
  const GOptionEntry common[] = {
      {"json", 0, 0, G_OPTION_ARG_NONE, &options->json, "Write the result as JSON on stdout", NULL},
      {"quiet", 'q', 0, G_OPTION_ARG_NONE, &options->quiet,
       "No progress, no tables, only findings and errors", NULL},
      {"version", 0, G_OPTION_FLAG_NO_ARG, G_OPTION_ARG_CALLBACK, (gpointer)print_version,
       "Tell the version", NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr(GOptionContext) context = g_option_context_new(command->arguments);
  g_autoptr(GError) error = NULL;
  g_autofree char *name = g_strdup_printf("segue %s", command->name);

  *options = (Options){0};
  g_set_prgname(name);
  g_option_context_set_summary(context, command->summary);
  if (entries != NULL)
    g_option_context_add_main_entries(context, entries, NULL);
  g_option_context_add_main_entries(context, common, NULL);
  for (int i = 1; entries != NULL && i < argc && strcmp(argv[i], "--") != 0; i++)
    argv[i] = in_long_form(entries, argv[i]);
  if (!g_option_context_parse(context, &argc, &argv, &error)) {
    fprintf(stderr, "segue %s: %s\n", command->name, error->message);
    return FALSE;
  }
  argc = drop_mark(argc, argv);
  options->arguments = argv + 1;
  return options_check_count(command, (guint)argc - 1, least, most);
}
