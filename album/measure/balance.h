/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_BALANCE_H
#define AL_BALANCE_H

/* The tonal balance of audio in three parts, for telling what a processor did to it. A sink.
 *
 * Mean power by Hann-windowed spectra of 4096 frames, one after the other, both channels together.
 */

#include <glib.h>

typedef enum {
  AL_BALANCE_LOW,    /* up to AL_BALANCE_LOW_HZ */
  AL_BALANCE_MIDDLE, /* between the two */
  AL_BALANCE_HIGH,   /* from AL_BALANCE_HIGH_HZ on */
  AL_BALANCE_PARTS,
} AlBalancePart;

#define AL_BALANCE_LOW_HZ 250
#define AL_BALANCE_HIGH_HZ 4000

typedef struct AlBalance AlBalance;

AlBalance *al_balance_new(int rate);
void al_balance_free(AlBalance *balance);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlBalance, al_balance_free)

/* 2 * frames samples, interleaved. */
void al_balance_feed(AlBalance *balance, const double *samples, gsize frames);

/* The level of a part in dB, a sine of full scale in both channels being 0; -HUGE_VAL for silence,
 * and where less than one spectrum was fed. */
double al_balance_db(const AlBalance *balance, AlBalancePart part);

#endif
