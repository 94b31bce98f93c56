/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <locale.h>
#include <string.h>

#include "album/project/spelling.h"
#include "src/command.h"

const Command *const commands[] = {&cmd_check,   &cmd_compare, &cmd_convert, &cmd_help,
                                   &cmd_measure, &cmd_new,     &cmd_render,  &cmd_show,
                                   &cmd_tone,    &cmd_verify,  NULL};

static void
tell_unknown(const char *name)
{
  const char *known[G_N_ELEMENTS(commands)] = {NULL};
  const char *nearest;

  for (gsize i = 0; commands[i] != NULL; i++)
    known[i] = commands[i]->name;
  nearest = al_spelling_nearest(name, known);
  if (nearest != NULL)
    fprintf(stderr, "segue: there is no command '%s'; did you mean '%s'?\n", name, nearest);
  else
    fprintf(stderr, "segue: there is no command '%s'; `segue --help` lists them\n", name);
}

/* What could not be written on stdout must not look like a success. */
static int
all_was_told(int status)
{
  if (fflush(stdout) != 0)
    fprintf(stderr, "segue: cannot write to standard output: %s\n", g_strerror(errno));
  else if (ferror(stdout)) /* and why has been forgotten since */
    fputs("segue: cannot write all to standard output; is the disk full?\n", stderr);
  else
    return status;
  return EXIT_REFUSED;
}

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
    return all_was_told(EXIT_CLEAN);
  }
  if (strcmp(argv[1], "--version") == 0) {
    puts(PACKAGE_STRING);
    return all_was_told(EXIT_CLEAN);
  }
  command = help_find_command(argv[1]);
  if (command == NULL) {
    tell_unknown(argv[1]);
    return EXIT_REFUSED;
  }
  return all_was_told(command->run(argc - 1, argv + 1));
}
