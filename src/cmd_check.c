/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "src/rendering.h"

static int
run(int argc, char **argv)
{
  const AlRenderSettings settings = {.dry_run = TRUE};
  Options options;

  if (!options_read(&cmd_check, NULL, 1, 1, argc, argv, &options))
    return EXIT_REFUSED;
  return rendering_run(options.arguments[0], &settings, &options, 0);
}

const Command cmd_check = {
    .name = "check",
    .arguments = "ALBUM",
    .summary = "Shows everything that is wrong with a project, its mixes and its disc.",
    .run = run,
};
