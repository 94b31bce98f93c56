/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef EXAMPLES_INSTRUMENTS_H
#define EXAMPLES_INSTRUMENTS_H

/* The instruments of the example albums. Each adds to what is on the tape already, from `at`
 * seconds on; what would be before its begin or behind its end is left out. Notes are those of
 * MIDI; `pan` goes from 0, left, to 1, right. Their noise is one sequence, so that a piece sounds
 * the same only after the same ones before it. */

/* A recording in the making: stereo, interleaved. */
typedef struct {
  int rate;
  long frames;
  double *samples;
} Tape;

typedef enum { VOWEL_AH, VOWEL_EE, VOWEL_OH } Vowel;

/* A plucked string. */
void pluck(Tape *tape, double at, int note, double level, double pan);

/* A soft chord of three notes, of detuned partials, that swells and goes; left and right differ in
 * phase. */
void pad(Tape *tape, double at, double seconds, const int *notes, double level);

/* Noise through a low pass that opens and closes: a wave on the shore. */
void wave(Tape *tape, double at, double seconds, double level, double pan);

void kick(Tape *tape, double at, double level);

/* A burst of noise: a snare, or with a fast decay a hi-hat. `decay` in 1/s. */
void burst(Tape *tape, double at, double decay, double level, double pan);

/* A saw of so many partials as stay below 8 kHz. */
void saw(Tape *tape, double at, double seconds, int note, double level, double pan);

/* A sung vowel in the middle, with vibrato. */
void voice(Tape *tape, double at, double seconds, int note, Vowel vowel);

/* An S in the middle: noise of 6 to 9 kHz that swells and goes. */
void sibilant(Tape *tape, double at, double seconds, double level);

#endif
