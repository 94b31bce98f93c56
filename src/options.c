/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "src/options.h"

#include <stdio.h>
#include <stdlib.h>

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
  if (!g_option_context_parse(context, &argc, &argv, &error)) {
    fprintf(stderr, "segue %s: %s\n", command->name, error->message);
    return FALSE;
  }
  options->arguments = argv + 1;
  return options_check_count(command, (guint)argc - 1, least, most);
}
