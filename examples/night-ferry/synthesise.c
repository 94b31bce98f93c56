/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Synthesises the mixes of the example album: pieces that differ in loudness, timbre, sample rate
 * and file format, so that mastering has something to do. Usage: synthesise FOLDER */

#include <math.h>
#include <sndfile.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define TAU 6.283185307179586

/* A recording in the making: stereo, interleaved. */
typedef struct {
  int rate;
  long frames;
  double *samples;
} Tape;

static uint64_t noise_state = 1;

/* White noise in -1 to 1 (xorshift64*, Vigna 2016): the same album on every machine. */
static double
noise(void)
{
  noise_state ^= noise_state >> 12;
  noise_state ^= noise_state << 25;
  noise_state ^= noise_state >> 27;
  return (double)(int64_t)(noise_state * 2685821657736338717u) / 9223372036854775808.0;
}

/* The frequency of a MIDI note. */
static double
pitch(int note)
{
  return 440 * pow(2, (note - 69) / 12.0);
}

static void
add(Tape *tape, long frame, double value, double pan)
{
  if (frame < 0 || frame >= tape->frames)
    return;
  tape->samples[2 * frame] += value * cos(pan * TAU / 4);
  tape->samples[2 * frame + 1] += value * sin(pan * TAU / 4);
}

/* A plucked string (Karplus and Strong, 1983). `pan` goes from 0, left, to 1, right. */
static void
pluck(Tape *tape, double at, int note, double level, double pan)
{
  long first = lround(at * tape->rate), length = lround(2.5 * tape->rate);
  long period = lround(tape->rate / pitch(note));
  double *string = calloc((size_t)period, sizeof *string), last = 0;

  for (long i = 0; i < period; i++)
    string[i] = last = 0.5 * (noise() + last);
  for (long i = 0; i < length; i++) {
    double *now = &string[i % period], next = string[(i + 1) % period];

    add(tape, first + i, level * *now, pan);
    *now = 0.4985 * (*now + next);
  }
  free(string);
}

/* A soft chord of detuned partials that swells and goes; left and right differ in phase. */
static void
pad(Tape *tape, double at, double seconds, const int *notes, double level)
{
  long first = lround(at * tape->rate), length = lround(seconds * tape->rate);

  for (long i = 0; i < length; i++) {
    double t = (double)i / tape->rate, swell = sin(TAU / 2 * t / seconds);

    for (int n = 0; n < 3; n++)
      for (int k = 1; k <= 4; k++) {
        double phase = TAU * pitch(notes[n]) * k * (at + t), drift = 0.7 * sin(TAU * 0.11 * k * t);

        add(tape, first + i, level * swell / k * sin(phase + drift), 0);
        add(tape, first + i, level * swell / k * sin(phase - drift + n), 1);
      }
  }
}

/* Noise through a low pass that opens and closes: a wave on the shore. */
static void
wave(Tape *tape, double at, double seconds, double level, double pan)
{
  long first = lround(at * tape->rate), length = lround(seconds * tape->rate);
  double low = 0;

  for (long i = 0; i < length; i++) {
    double swell = pow(sin(TAU / 2 * i / length), 2), corner = 200 + 5000 * swell;

    low += (1 - exp(-TAU * corner / tape->rate)) * (noise() - low);
    add(tape, first + i, level * swell * low, pan);
  }
}

static void
kick(Tape *tape, double at, double level)
{
  long first = lround(at * tape->rate), length = lround(0.35 * tape->rate);
  double phase = 0;

  for (long i = 0; i < length; i++) {
    double t = (double)i / tape->rate;

    phase += TAU * (48 + 140 * exp(-t * 45)) / tape->rate;
    add(tape, first + i, level * exp(-t * 11) * sin(phase), 0.5);
  }
}

/* A burst of noise: a snare, or with a fast decay a hi-hat. */
static void
burst(Tape *tape, double at, double decay, double level, double pan)
{
  long first = lround(at * tape->rate), length = lround(0.3 * tape->rate);
  double before = 0;

  for (long i = 0; i < length; i++) {
    double now = noise();

    add(tape, first + i, level * exp(-decay * i / tape->rate) * (now - 0.8 * before), pan);
    before = now;
  }
}

/* A saw of so many partials as stay below 8 kHz. */
static void
saw(Tape *tape, double at, double seconds, int note, double level, double pan)
{
  long first = lround(at * tape->rate), length = lround(seconds * tape->rate);
  int partials = (int)fmin(40, 8000 / pitch(note));

  for (long i = 0; i < length; i++) {
    double t = (double)i / tape->rate, value = 0;
    double shape = fmin(1, t * 200) * fmin(1, (seconds - t) * 50);

    for (int k = 1; k <= partials; k++)
      value += sin(TAU * pitch(note) * k * t) / k;
    add(tape, first + i, level * shape * value, pan);
  }
}

/* The pieces. */

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

typedef struct {
  const char *file;
  void (*play)(Tape *tape);
  int rate;
  double seconds;
  int format;
  int channels;
} Piece;

static const Piece pieces[] = {
    {"00 foghorn.wav", foghorn, 44100, 8, SF_FORMAT_WAV | SF_FORMAT_PCM_16, 1},
    {"01 harbour lights.wav", harbour_lights, 48000, 26, SF_FORMAT_WAV | SF_FORMAT_PCM_24, 2},
    {"02 fog.flac", fog, 44100, 42, SF_FORMAT_FLAC | SF_FORMAT_PCM_16, 2},
    {"03 tide.aiff", tide, 96000, 28, SF_FORMAT_AIFF | SF_FORMAT_PCM_24, 2},
    {"04 engine room.wav", engine_room, 44100, 22.5, SF_FORMAT_WAV | SF_FORMAT_FLOAT, 2},
    {"05 last light.caf", last_light, 48000, 25, SF_FORMAT_CAF | SF_FORMAT_PCM_24, 1},
};

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
main(int argc, char **argv)
{
  if (argc != 2) {
    fputs("Usage: synthesise FOLDER\n", stderr);
    return 2;
  }
  for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++)
    if (!write_piece(argv[1], &pieces[i]))
      return 1;
  return 0;
}
