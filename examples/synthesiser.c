/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "examples/synthesiser.h"

#include <math.h>
#include <sndfile.h>
#include <stdio.h>
#include <stdlib.h>

static int
write_piece(const char *folder, const Piece *piece)
{
  Tape tape = {.rate = piece->rate, .frames = lround(piece->seconds * piece->rate)};
  SF_INFO info = {.samplerate = piece->rate, .channels = piece->channels, .format = piece->format};
  char path[4096];
  SNDFILE *file;
  long written;

  tape.samples = calloc((size_t)tape.frames * 2, sizeof *tape.samples);
  piece->play(&tape);
  if (piece->channels == 1)
    for (long i = 0; i < tape.frames; i++)
      tape.samples[i] = 0.5 * (tape.samples[2 * i] + tape.samples[2 * i + 1]);
  snprintf(path, sizeof path, "%s/%s", folder, piece->file);
  file = sf_open(path, SFM_WRITE, &info);
  if (file == NULL) {
    fprintf(stderr, "synthesise: %s: %s\n", path, sf_strerror(NULL));
    free(tape.samples);
    return 0;
  }
  sf_command(file, SFC_SET_CLIPPING, NULL, SF_TRUE);
  sf_command(file, SFC_SET_ADD_PEAK_CHUNK, NULL, SF_FALSE);
  written = sf_writef_double(file, tape.samples, tape.frames);
  free(tape.samples);
  return sf_close(file) == 0 && written == tape.frames;
}

int
synthesise(int argc, char **argv, const Piece *pieces, size_t count)
{
  if (argc != 2) {
    fputs("Usage: synthesise FOLDER\n", stderr);
    return 2;
  }
  for (size_t i = 0; i < count; i++)
    if (!write_piece(argv[1], &pieces[i]))
      return 1;
  return 0;
}
