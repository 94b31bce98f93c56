/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "src/checking.h"

static int
run(int argc, char **argv)
{
  char *markers = NULL;
  const GOptionEntry entries[] = {
      {"markers", 0, 0, G_OPTION_ARG_FILENAME, &markers,
       "Write the faults as labels for Audacity, or for REAPER where FILE ends in .csv", "FILE"},
      G_OPTION_ENTRY_NULL,
  };
  Options options;
  int status = EXIT_REFUSED;

  if (options_read(&cmd_check, entries, 1, 1, argc, argv, &options))
    status = checking_run(options.arguments[0], markers, &options);
  g_free(markers);
  return status;
}

const Command cmd_check = {
    .name = "check",
    .arguments = "ALBUM",
    .summary = "Shows everything that is wrong with a project, its mixes and its disc.",
    .run = run,
};
