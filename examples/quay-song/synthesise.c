/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The mixes of the album: a voice with sharp sibilants over a plucked guitar that hides behind it,
 * and a piece without the voice. Usage: synthesise FOLDER */

#include "examples/instruments.h"
#include "examples/synthesiser.h"

#define BEAT 0.3 /* s */

/* A sung syllable; `sibilant` is how sharp the S before it is, 0: there is none. */
typedef struct {
  int beat, beats;
  int note;
  Vowel vowel;
  double sibilant;
} Syllable;

static void
sing(Tape *tape, double at, const Syllable *line, int count)
{
  for (int i = 0; i < count; i++) {
    double start = at + BEAT * line[i].beat;

    if (line[i].sibilant > 0)
      sibilant(tape, start - 0.12, 0.13, line[i].sibilant);
    voice(tape, start, BEAT * line[i].beats - 0.14, line[i].note, line[i].vowel);
  }
}

/* Broken chords, a pattern of eight to each of `bars` bars. */
static void
accompany(Tape *tape, int bars, double level)
{
  static const int roots[] = {45, 41, 48, 43};
  static const int pattern[] = {0, 7, 12, 16, 19, 16, 12, 7};

  for (int i = 0; i < 8 * bars; i++)
    pluck(tape, 0.05 + BEAT * i, roots[i / 8 % 4] + pattern[i % 8], level, 0.25 + 0.02 * (i % 8));
}

static void
quay_song(Tape *tape)
{
  static const Syllable line[] = {
      {0, 3, 69, VOWEL_EE, 0.9}, {3, 1, 67, VOWEL_AH, 0},    {4, 4, 64, VOWEL_OH, 1.1},
      {8, 2, 65, VOWEL_AH, 0},   {10, 2, 69, VOWEL_EE, 1.0}, {12, 4, 67, VOWEL_AH, 0.8},
  };

  accompany(tape, 11, 0.3);
  for (int verse = 0; verse < 4; verse++)
    sing(tape, 0.05 + BEAT * (8 + 20 * verse), line, 6);
  for (int i = 0; i < 44; i++)
    kick(tape, 0.05 + 2 * BEAT * i, 0.3);
}

static void
rope_and_salt(Tape *tape)
{
  static const int bass[] = {33, 29, 36, 31};

  accompany(tape, 9, 0.36);
  for (int i = 0; i < 36; i++) {
    kick(tape, 0.05 + 2 * BEAT * i, 0.28);
    saw(tape, 0.05 + 2 * BEAT * i, 1.5 * BEAT, bass[i / 4 % 4], 0.065, 0.5);
    if (i % 2 == 1)
      burst(tape, 0.05 + 2 * BEAT * i, 30, 0.08, 0.6);
  }
}

static void
kettle(Tape *tape)
{
  static const Syllable line[] = {
      {0, 4, 64, VOWEL_OH, 1.2},
      {4, 4, 62, VOWEL_EE, 0.9},
      {8, 6, 60, VOWEL_AH, 1.1},
  };

  accompany(tape, 8, 0.2);
  for (int verse = 0; verse < 3; verse++)
    sing(tape, 0.05 + BEAT * (8 + 18 * verse), line, 3);
}

static const Piece pieces[] = {
    {"01 quay song.wav", quay_song, 44100, 29, SF_FORMAT_WAV | SF_FORMAT_PCM_24, 2},
    {"02 rope and salt.wav", rope_and_salt, 44100, 24, SF_FORMAT_WAV | SF_FORMAT_PCM_24, 2},
    {"03 kettle.flac", kettle, 44100, 22, SF_FORMAT_FLAC | SF_FORMAT_PCM_24, 2},
};

int
main(int argc, char **argv)
{
  return synthesise(argc, argv, pieces, sizeof pieces / sizeof *pieces);
}
