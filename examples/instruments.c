/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "examples/instruments.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#define TAU 6.283185307179586

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

/* The last 20 ms of a sound of `length` frames die away, so that it does not end with a click. */
static double
release(const Tape *tape, long i, long length)
{
  return fmin(1, (double)(length - i) / (0.02 * tape->rate));
}

/* Karplus and Strong, 1983. */
void
pluck(Tape *tape, double at, int note, double level, double pan)
{
  long first = lround(at * tape->rate), length = lround(2.5 * tape->rate);
  long period = lround(tape->rate / pitch(note));
  double *string = calloc((size_t)period, sizeof *string), last = 0;

  for (long i = 0; i < period; i++)
    string[i] = last = 0.5 * (noise() + last);
  for (long i = 0; i < length; i++) {
    double *now = &string[i % period], next = string[(i + 1) % period];

    add(tape, first + i, level * release(tape, i, length) * *now, pan);
    *now = 0.4985 * (*now + next);
  }
  free(string);
}

void
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

void
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

void
kick(Tape *tape, double at, double level)
{
  long first = lround(at * tape->rate), length = lround(0.35 * tape->rate);
  double phase = 0;

  for (long i = 0; i < length; i++) {
    double t = (double)i / tape->rate;

    phase += TAU * (48 + 140 * exp(-t * 45)) / tape->rate;
    add(tape, first + i, level * release(tape, i, length) * exp(-t * 11) * sin(phase), 0.5);
  }
}

void
burst(Tape *tape, double at, double decay, double level, double pan)
{
  long first = lround(at * tape->rate), length = lround(0.3 * tape->rate);
  double before = 0;

  for (long i = 0; i < length; i++) {
    double now = noise();

    add(tape, first + i,
        level * release(tape, i, length) * exp(-decay * i / tape->rate) * (now - 0.8 * before),
        pan);
    before = now;
  }
}

void
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

/* The first three formants of a vowel, each with a width of 60 Hz and a twentieth of its
 * frequency, and each at half the level of the one before. */
static double
throat(const double *formants, double hz)
{
  double gain = 0;

  for (int k = 0; k < 3; k++) {
    double off = (hz - formants[k]) / (60 + 0.05 * formants[k]);

    gain += pow(0.5, k) / (1 + off * off);
  }
  return gain;
}

/* The vowels after Peterson and Barney, JASA 24(2), 1952: the means of women. */
void
voice(Tape *tape, double at, double seconds, int note, Vowel vowel)
{
  static const double formants[][3] = {
      [VOWEL_AH] = {850, 1220, 2810},
      [VOWEL_EE] = {310, 2790, 3310},
      [VOWEL_OH] = {590, 920, 2710},
  };
  long first = lround(at * tape->rate), length = lround(seconds * tape->rate);
  double levels[40];
  int partials = (int)fmin(40, 5000 / pitch(note));

  for (int k = 1; k <= partials; k++)
    levels[k - 1] = 0.17 * throat(formants[vowel], k * pitch(note)) / sqrt(k);
  for (long i = 0; i < length; i++) {
    double t = (double)i / tape->rate, value = 0;
    double shape = fmin(1, t * 25) * fmin(1, (seconds - t) * 15);
    double phase = TAU * pitch(note) * t + 0.06 * pitch(note) / 55 * sin(TAU * 5.5 * t);

    for (int k = 1; k <= partials; k++)
      value += levels[k - 1] * sin(k * phase);
    add(tape, first + i, shape * value, 0.5);
  }
}

/* Two resonances of two poles each, as wide as they are apart. */
void
sibilant(Tape *tape, double at, double seconds, double level)
{
  static const double centres_hz[] = {6600, 8400};
  long first = lround(at * tape->rate), length = lround(seconds * tape->rate);
  double radius = exp(-TAU / 2 * 1500 / tape->rate), states[2][2] = {{0}};

  for (long i = 0; i < length; i++) {
    double value = 0.12 * noise() * (1 - radius);

    for (int k = 0; k < 2; k++) {
      double now = value + 2 * radius * cos(TAU * centres_hz[k] / tape->rate) * states[k][0] -
                   radius * radius * states[k][1];

      value = now - states[k][1]; /* nothing is left of the lows */
      states[k][1] = states[k][0];
      states[k][0] = now;
    }
    add(tape, first + i, level * sin(TAU / 2 * i / length) * value, 0.5);
  }
}
