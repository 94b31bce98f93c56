/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef EXAMPLES_SYNTHESISER_H
#define EXAMPLES_SYNTHESISER_H

/* The program that writes the mixes of an example album: the same bytes on every machine. */

#include <sndfile.h>
#include <stddef.h>

#include "examples/instruments.h"

typedef struct {
  const char *file; /* its name in the folder */
  void (*play)(Tape *tape);
  int rate;
  double seconds;
  int format;   /* of libsndfile */
  int channels; /* 1 or 2 */
} Piece;

/* The whole of main(): writes `count` pieces, in their order, into the folder that is the one
 * argument. Returns the exit status. */
int synthesise(int argc, char **argv, const Piece *pieces, size_t count);

#endif
