/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "album/chain/step.h"
#include "album/project/spelling.h"
#include "src/options.h"

void
help_print(FILE *stream)
{
  fputs("Usage: segue COMMAND [OPTION...] ...\n\n"
        "Masters an album from one text file: DDP, CUE+WAV and TOC images for the plant,\n"
        "each written, read back and verified.\n\nCommands:\n",
        stream);
  for (gsize i = 0; commands[i] != NULL; i++)
    fprintf(stream, "  %-8s %-10s %s\n", commands[i]->name, commands[i]->arguments,
            commands[i]->summary);
  fputs("\nSteps of a chain, each explained by `segue help STEP`:\n", stream);
  for (gsize i = 0; al_step_kinds[i] != NULL; i++)
    fprintf(stream, "  %-10s %s\n", al_step_kinds[i]->name, al_step_kinds[i]->summary);
  fputs(
      "\n`segue COMMAND --help` tells more of each; segue(1) and segue-album(5) are the manual.\n",
      stream);
}

const Command *
help_find_command(const char *name)
{
  for (gsize i = 0; commands[i] != NULL; i++)
    if (strcmp(commands[i]->name, name) == 0)
      return commands[i];
  return NULL;
}

static void
tell_unknown(const char *name)
{
  g_autoptr(GArray) known = g_array_new(TRUE, FALSE, sizeof(char *));
  const char *nearest;

  for (gsize i = 0; commands[i] != NULL; i++)
    g_array_append_val(known, commands[i]->name);
  for (gsize i = 0; al_step_kinds[i] != NULL; i++)
    g_array_append_val(known, al_step_kinds[i]->name);
  nearest = al_spelling_nearest(name, (const char *const *)(gpointer)known->data);
  if (nearest != NULL)
    fprintf(stderr, "segue help: there is no step or command '%s'; did you mean '%s'?\n", name,
            nearest);
  else
    fprintf(stderr, "segue help: there is no step or command '%s'; `segue help` lists them\n",
            name);
}

/* A command explains itself. */
static int
explain_command(const Command *command)
{
  g_autofree char *name = g_strdup(command->name);
  char option[] = "--help";
  char *argv[] = {name, option, NULL};

  return command->run(2, argv);
}

static int
run(int argc, char **argv)
{
  const AlStepKind *kind;
  const Command *command;
  g_autofree char *text = NULL;
  Options options;

  if (!options_read(&cmd_help, NULL, 0, 1, argc, argv, &options))
    return EXIT_REFUSED;
  if (options.arguments[0] == NULL) {
    help_print(stdout);
    return EXIT_CLEAN;
  }
  kind = al_step_kind_find(options.arguments[0]);
  command = help_find_command(options.arguments[0]);
  if (kind == NULL && command != NULL)
    return explain_command(command);
  if (kind == NULL) {
    tell_unknown(options.arguments[0]);
    return EXIT_REFUSED;
  }
  text = al_step_help(kind);
  fputs(text, stdout);
  return EXIT_CLEAN;
}

const Command cmd_help = {
    .name = "help",
    .arguments = "[STEP]",
    .summary = "Lists commands and steps, or a step's settings: units, ranges, defaults.",
    .run = run,
};
