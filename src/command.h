/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef COMMAND_H
#define COMMAND_H

/* The commands of the segue program: one file each, ending in one of these. */

#include <glib.h>
#include <stdio.h>

/* What every command answers with. */
enum {
  EXIT_CLEAN = 0,
  EXIT_FINDINGS = 1, /* done, but with findings of severity error */
  EXIT_REFUSED = 2,  /* it could not be done: usage, project, files */
};

typedef struct {
  const char *name;
  const char *arguments; /* as in the usage line: "ALBUM" */
  const char *summary;   /* one line */
  int (*run)(int argc, char **argv);
} Command;

extern const Command cmd_check;
extern const Command cmd_compare;
extern const Command cmd_convert;
extern const Command cmd_help;
extern const Command cmd_measure;
extern const Command cmd_new;
extern const Command cmd_render;
extern const Command cmd_show;
extern const Command cmd_tone;
extern const Command cmd_verify;

/* All of them, in the order of the help; ends with NULL. */
extern const Command *const commands[];

/* The list of commands and of the steps of chains (cmd_help.c). */
void help_print(FILE *stream);

/* NULL where there is none of that name. */
const Command *help_find_command(const char *name);

#endif
