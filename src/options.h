/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef OPTIONS_H
#define OPTIONS_H

/* Reading the command line: the options that every command has, and its own beside them. */

#include "src/command.h"

typedef struct {
  gboolean json;
  gboolean quiet;
  char *const *arguments; /* those that are no options, NULL-terminated */
} Options;

/* Reads argv by `entries` (ended as GOptionEntry lists are; NULL: none) and the common options.
 * `least` to `most` arguments must remain. FALSE after telling the user what is wrong. --help and
 * --version are answered here and exit. */
gboolean options_read(const Command *command, const GOptionEntry *entries, guint least, guint most,
                      int argc, char **argv, Options *options);

/* Whether there are `least` to `most` arguments. FALSE after telling the user. options_read() asks
 * it; a command asks where an option of its own decides. */
gboolean options_check_count(const Command *command, guint count, guint least, guint most);

#endif
