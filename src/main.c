/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "src/command.h"

static const Command *const commands[] = {&cmd_check, &cmd_measure, &cmd_render, &cmd_verify};

static void
print_help(FILE *stream)
{
  fputs("Usage: segue COMMAND [OPTION...] ...\n\n"
        "Masters an album from one text file: DDP, CUE+WAV and TOC images for the plant,\n"
        "each written, read back and verified.\n\nCommands:\n",
        stream);
  for (gsize i = 0; i < G_N_ELEMENTS(commands); i++)
    fprintf(stream, "  %-8s %-10s %s\n", commands[i]->name, commands[i]->arguments,
            commands[i]->summary);
  fputs(
      "\n`segue COMMAND --help` tells more of each; segue(1) and segue-album(5) are the manual.\n",
      stream);
}

static const Command *
find_command(const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS(commands); i++)
    if (strcmp(commands[i]->name, name) == 0)
      return commands[i];
  return NULL;
}

int
main(int argc, char **argv)
{
  const Command *command;

  /* Only how characters are encoded: numbers and sorting stay the same everywhere. */
  setlocale(LC_CTYPE, "");
  if (argc < 2) {
    print_help(stderr);
    return EXIT_REFUSED;
  }
  if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 ||
      strcmp(argv[1], "help") == 0) {
    print_help(stdout);
    return EXIT_CLEAN;
  }
  if (strcmp(argv[1], "--version") == 0) {
    puts(PACKAGE_STRING);
    return EXIT_CLEAN;
  }
  command = find_command(argv[1]);
  if (command == NULL) {
    fprintf(stderr, "segue: there is no command '%s'; `segue --help` lists them\n", argv[1]);
    return EXIT_REFUSED;
  }
  return command->run(argc - 1, argv + 1);
}
