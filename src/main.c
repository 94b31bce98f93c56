/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "src/command.h"

const Command *const commands[] = {&cmd_check,  &cmd_help,   &cmd_measure,
                                   &cmd_render, &cmd_verify, NULL};

int
main(int argc, char **argv)
{
  const Command *command;

  /* Only how characters are encoded: numbers and sorting stay the same everywhere. */
  setlocale(LC_CTYPE, "");
  if (argc < 2) {
    help_print(stderr);
    return EXIT_REFUSED;
  }
  if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
    help_print(stdout);
    return EXIT_CLEAN;
  }
  if (strcmp(argv[1], "--version") == 0) {
    puts(PACKAGE_STRING);
    return EXIT_CLEAN;
  }
  command = help_find_command(argv[1]);
  if (command == NULL) {
    fprintf(stderr, "segue: there is no command '%s'; `segue --help` lists them\n", argv[1]);
    return EXIT_REFUSED;
  }
  return command->run(argc - 1, argv + 1);
}
