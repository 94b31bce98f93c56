/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_QUIET_H
#define AL_QUIET_H

/* The quietest stretches of a mix that are not digital silence, and what is heard in them: steady
 * noise, and hum. A sink.
 *
 * The spectra of the quietest blocks (of 0.25 s or more) are kept. Where two of them are of the
 * same level, within 1.5 dB, and 20 dB below the loudest block, nothing plays; the quietest two
 * such, and those within 3 dB of them, are used. Where music plays all the time there is nothing to
 * judge. */

#include <glib.h>

typedef struct AlQuiet AlQuiet;

AlQuiet *al_quiet_new(int rate);
void al_quiet_free(AlQuiet *quiet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlQuiet, al_quiet_free)

void al_quiet_feed(AlQuiet *quiet, const double *samples, gsize frames);
void al_quiet_finish(AlQuiet *quiet);

/* All only after the finish. The first frame of the quietest block that is used, -1 where nothing
 * is quiet, and how long a block is. */
gint64 al_quiet_first_frame(const AlQuiet *quiet);
gint64 al_quiet_block_frames(const AlQuiet *quiet);

/* dBFS (RMS, of the whole band) of what sounds like noise in 0.5 to 8 kHz; NAN where nothing is
 * quiet, or what is there is not noise: its spectrum is not flat. */
double al_quiet_noise_dbfs(const AlQuiet *quiet);

/* dBFS (RMS) of the harmonics of a mains frequency that stand out by 15 dB; NAN where fewer than
 * two do. */
double al_quiet_hum_dbfs(const AlQuiet *quiet, double mains_hz);

#endif
