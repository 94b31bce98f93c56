/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "src/options.h"

static int
run(int argc, char **argv)
{
  (void)argc, (void)argv;
  return EXIT_REFUSED;
}

const Command cmd_new = {
    .name = "new",
    .arguments = "DIR|CUE|TOC|DDP",
    .summary = "Writes an album.yaml to start from: from a folder of mixes, or from a disc.",
    .run = run,
};
