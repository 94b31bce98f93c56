/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The mixes of the album: pieces that differ in loudness, timbre, sample rate and file format, so
 * that mastering has something to do. Usage: synthesise FOLDER */

#include "examples/instruments.h"
#include "examples/synthesiser.h"

static void
foghorn(Tape *tape)
{
  saw(tape, 0.5, 2.5, 34, 0.12, 0.5);
  saw(tape, 4.0, 3.0, 34, 0.10, 0.5);
  wave(tape, 0, 8, 0.05, 0.3);
}

static void
harbour_lights(Tape *tape)
{
  static const int arpeggio[] = {52, 59, 64, 67, 71, 67, 64, 59};

  for (int i = 0; i < 88; i++)
    pluck(tape, 0.02 + 0.27 * i, arpeggio[i % 8] + (i / 16 % 2 ? -2 : 0), 0.55,
          0.3 + 0.05 * (i % 8));
  for (int i = 0; i < 6; i++)
    pluck(tape, 0.02 + 4.32 * i, 40, 0.8, 0.5);
}

static void
fog(Tape *tape)
{
  static const int chords[][3] = {{45, 52, 57}, {43, 50, 59}, {41, 48, 57}, {40, 47, 56}};

  for (int i = 0; i < 8; i++)
    pad(tape, 5 * i, 7.5, chords[i % 4], 0.06);
  for (int i = 0; i < 5; i++)
    pluck(tape, 22 + 3.1 * i, 69 + 2 * (i % 3), 0.25, 0.7);
}

static void
tide(Tape *tape)
{
  static const int roots[][3] = {{38, 50, 57}, {36, 48, 55}};

  for (int i = 0; i < 7; i++)
    wave(tape, 3.6 * i, 6, 0.4, i % 2 ? 0.25 : 0.75);
  for (int i = 0; i < 4; i++)
    pad(tape, 4 + 5 * i, 6, roots[i % 2], 0.02);
}

static void
engine_room(Tape *tape)
{
  static const int line[] = {33, 33, 45, 33, 36, 36, 43, 31};

  for (int i = 0; i < 88; i++) {
    double at = 0.25 * i;

    if (i % 4 == 0)
      kick(tape, at, 0.6);
    if (i % 8 == 4)
      burst(tape, at, 18, 0.28, 0.5);
    burst(tape, at, 90, 0.12, 0.65);
    saw(tape, at, 0.22, line[i / 2 % 8], 0.16, 0.45);
  }
}

static void
last_light(Tape *tape)
{
  static const int melody[] = {64, 62, 60, 57, 59, 60, 55, 52};

  for (int i = 0; i < 22; i++)
    pluck(tape, 0.1 + 1.05 * i, melody[i % 8], 0.22, 0.5);
}

static const Piece pieces[] = {
    {"00 foghorn.wav", foghorn, 44100, 8, SF_FORMAT_WAV | SF_FORMAT_PCM_16, 1},
    {"01 harbour lights.wav", harbour_lights, 48000, 26, SF_FORMAT_WAV | SF_FORMAT_PCM_24, 2},
    {"02 fog.flac", fog, 44100, 42, SF_FORMAT_FLAC | SF_FORMAT_PCM_16, 2},
    {"03 tide.aiff", tide, 96000, 28, SF_FORMAT_AIFF | SF_FORMAT_PCM_24, 2},
    {"04 engine room.wav", engine_room, 44100, 22.5, SF_FORMAT_WAV | SF_FORMAT_FLOAT, 2},
    {"05 last light.caf", last_light, 48000, 25, SF_FORMAT_CAF | SF_FORMAT_PCM_24, 1},
};

int
main(int argc, char **argv)
{
  return synthesise(argc, argv, pieces, sizeof pieces / sizeof *pieces);
}
