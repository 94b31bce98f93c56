/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_MIXES_H
#define AL_MIXES_H

/* The album's mixes: all looked at and read through before anything is written, then opened as
 * tracks at the working rate, as often as needed. */

#include "album/audio/source.h"
#include "album/job.h"
#include "album/project/project.h"
#include "album/sequence/tone_match.h"

typedef struct AlMixes AlMixes;

/* Reads every mix of the project once. A mix that cannot be used, or that is shorter than its
 * excerpt, goes to the project's diagnostics, and the mixes are then not to be used further. NULL
 * with an error only where the job was interrupted. `project` must outlive the mixes. */
AlMixes *al_mixes_new(const AlProject *project, const AlJob *job, GError **error);

void al_mixes_free(AlMixes *mixes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlMixes, al_mixes_free)

/* The working rate: the project's, else the lowest one that no mix exceeds, at most 192 kHz. */
int al_mixes_rate(const AlMixes *mixes);

/* The lengths at the working rate: [0] of the hidden audio (0: none), [n] of track n. */
const gint64 *al_mixes_frames(const AlMixes *mixes);

/* How many bytes al_mixes_process() will write at most. */
guint64 al_mixes_work_bytes(const AlMixes *mixes);

/* Makes each track that needs more than to be decoded, or that matching will play many times, once,
 * and keeps it in `work_folder` as 32-bit float. `dump_folder`, where not NULL, gets a folder for
 * each track with a chain, with the audio after each step. Then tone is matched, where a track asks
 * for that. */
gboolean al_mixes_process(AlMixes *mixes, const char *work_folder, const char *dump_folder,
                          const AlJob *job, GError **error);

/* What the steps of a track's chain did, GArray of AlStepDone (chain_observer.h), owned by the
 * mixes; NULL where it has none, or before it was processed. */
const GArray *al_mixes_done(const AlMixes *mixes, guint number);

/* What tone matching did, which the caller then owns; NULL where no track asks for it, or before
 * the tracks were processed. */
AlToneMatch *al_mixes_take_tone(AlMixes *mixes);

/* Opens track `number` as it comes out of its chain, to be heard only, before anything was kept: an
 * AlOpenTrack. It may be at the rate of its mix. */
AlSource *al_mixes_hear(guint number, gpointer mixes, GError **error);

/* Opens track `number` (0: the hidden audio) at the working rate: an AlOpenTrack, see program.h. */
AlSource *al_mixes_open(guint number, gpointer mixes, GError **error);

#endif
