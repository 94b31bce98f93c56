/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_GROOVE_H
#define AL_GROOVE_H

/* What is hard to cut into a groove: bass that is not in the middle, which lifts the cutter out of
 * the lacquer, and sibilance, which is faster than it. A sink.
 *
 * Bass is what a low pass of 24 dB/octave at 150 Hz leaves. Sibilance is told of stretches of 50 ms
 * whose part from 5 to 10 kHz has at least -18 dBFS (RMS of the louder channel) and comes within
 * 6 dB of the whole: engineering defaults, that point to places to listen to. */

#include <glib.h>

typedef struct {
  double side_db;     /* of the bass: side over middle; -HUGE_VAL where it is all in the middle */
  double correlation; /* of the bass of both channels, from -1 to 1; 1 where there is none */
  guint sibilant_stretches;
  gint64 first_sibilant_frame; /* -1: there is none */
} AlGrooveTrouble;

typedef struct AlGroove AlGroove;

/* `rate` is at least 32 kHz. */
AlGroove *al_groove_new(int rate);
void al_groove_free(AlGroove *groove);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlGroove, al_groove_free)

/* 2 * `frames` samples, full scale 1. */
void al_groove_feed(AlGroove *groove, const double *samples, gsize frames);

/* Of all that was fed. */
AlGrooveTrouble al_groove_trouble(const AlGroove *groove);

#endif
