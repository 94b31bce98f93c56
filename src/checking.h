/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHECKING_H
#define CHECKING_H

/* A check of an album as the user sees it: what a render would make, and what is heard in the
 * mixes, as tables or JSON; then all findings. */

#include "src/options.h"

/* Reads the project file at `path`, lays out its masters without writing them, and listens to the
 * mixes; gives the exit status. `markers`: where the faults go as labels, NULL: nowhere. A file is
 * in the time of the program, from 00:00:00 of the disc on; of a folder, which must be there, each
 * mix with faults gets a file of its own, in the time of the mix. */
int checking_run(const char *path, const char *markers, const Options *options);

#endif
